"""Who is "an opposition organiser"? Reports name in their second sentence whom they described in the first."""

from collections.abc import Iterable

from spacy.tokens import Token

from extraction.cases.frames import Filler, Frame
from extraction.cases.lexicons import Role
from extraction.cases.offices import offices
from extraction.cases.parties import words_of
from extraction.cases.scan import Scan
from extraction.cases.words import words_for
from extraction.grammar import SUBJECTS
from schema import NodeType

#: how many sentences the name may lag behind
REACH = 3
#: paragraphs that count as the lead of a report
LEAD = 4


def answer_riddle(scan: Scan, frame: Frame, following: Iterable[Frame]) -> None:
    """Put the name that follows in the place of the unnamed defendant, where the text leaves no doubt."""
    if not _in_lead(scan, frame):
        return
    taken = frame.things(Role.PLAINTIFF, Role.DEFENDANT, Role.COURT)
    for role in (Role.DEFENDANT, Role.PLAINTIFF):
        if not is_riddle(frame, role):
            continue
        answers = _named(frame, role, following) if role is Role.DEFENDANT else []
        answer = next((a for a in (*answers, *_subjects(scan, frame, role)) if id(a.thing) not in taken), None)
        if answer is not None:
            frame.roles[role] = [answer]


def is_riddle(frame: Frame, role: Role) -> bool:
    """True where one person without a name fills the role, as in the lead of a report: "jailed an activist"."""
    someone = frame.roles[role]
    if len(someone) != 1 or someone[0].thing is not None or someone[0].plural:
        return False
    noun = someone[0].words.root
    determiners = {c.lower_ for c in noun.children if c.dep_ in {"det", "poss"}}
    wanted = {"a", "an", "the"} if role is Role.DEFENDANT else {"a", "an"}
    return noun.pos_ == "NOUN" and bool(determiners & wanted)


def _in_lead(scan: Scan, frame: Frame) -> bool:
    return scan.paragraph_of[frame.trigger.i] < scan.first_paragraph + LEAD


def _named(frame: Frame, role: Role, following: Iterable[Frame]) -> Iterable[Filler]:
    for other in following:
        if other.refusal is None and not other.novel and other.sentence - frame.sentence <= REACH:
            yield from (f for f in other.roles[role] if f.thing is not None and f.thing.type is NodeType.PERSON)


def _subjects(scan: Scan, frame: Frame, role: Role) -> Iterable[Filler]:
    said = {t.lemma_.lower() for f in frame.roles[role] for t in f.words.root.subtree if t.pos_ in {"NOUN", "PROPN"}}
    for sentence in scan.sentences[frame.sentence : frame.sentence + REACH + 1]:
        for token in sentence:
            thing = scan.reading.party_at.get(token.i)
            if thing is None or token.i < frame.trigger.i or scan.spoken(token.i) or token.dep_ not in SUBJECTS:
                continue
            if (
                thing.type is NodeType.PERSON
                and id(thing) not in scan.judges
                and token.i in scan.names
                and not _is_introduced_otherwise(token, said)
            ):
                yield Filler(thing, words_of(scan, token.i))


def _is_introduced_otherwise(token: Token, said: set[str]) -> bool:
    """Who speaks or has another office before his name is a lawyer or official; "Ana Reis, 41, was in court" is not."""
    has_age = any(c.dep_ in {"appos", "nummod"} and (c.like_num or c.text.isdigit()) for c in token.children)
    described = [
        c.lemma_.lower() for c in token.children if c.dep_ in {"compound", "nmod", "appos"} and c.pos_ == "NOUN"
    ]
    if has_age or said & set(described):
        return False
    if any(c.lower_ in offices() for c in token.lefts if c.dep_ in {"compound", "nmod"}):
        return True
    return bool(described) or token.head.lemma_.lower() in words_for("speaking")
