"""Who speaks: from a cue to the words for its subject, and from those words to the party they stand for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from pydantic import Field
from spacy.tokens import Token

from extraction.claims.passages import Passages
from extraction.grammar import agent_of, antecedent_of, is_passive, own_subject_of, prepositional_objects
from extraction.lexicon import Entry, Word, load_lexicon
from extraction.reading import Thing
from schema import NodeType, Predicate

SPEAKERS = frozenset({NodeType.PERSON, NodeType.ORGANIZATION, NodeType.COURT, NodeType.PLATFORM})
CLIMBS = frozenset({"conj", "xcomp", "advcl", "prep", "pcomp", "parataxis", "ccomp", "dep", "pobj"})
#: what joins an author to his words: a post by her, a letter from him, the complaint of the union
AUTHOR_PREPOSITIONS = frozenset({"by", "from", "of"})
MAX_CLIMB = 6
#: how far before a verb its subject may stand, and among how many parties the first may be it
FAR, CROWD = 40, 2
#: how far back it may stand who posted what "the post" says
POSTED = 120
POSTING = frozenset({"post", "upload", "tweet", "publish"})
FILING = frozenset({"file", "lodge", "bring", "submit", "write", "send", "issue", "make", "release", "sign", "present"})
PUBLISHING = POSTING | {
    "write",
    "send",
    "sign",
    "file",
    "issue",
    "release",
    "record",
    "prepare",
    "share",
    "pen",
    "emit",
    "make",
}
BODIES = frozenset({NodeType.ORGANIZATION, NodeType.COURT})


class NounEntry(Entry):
    """Nouns of one kind."""

    kind: str
    lemmas: Annotated[tuple[Word, ...], Field(min_length=1)]

    def key(self) -> str:
        return self.kind


@cache
def load_nouns() -> dict[str, frozenset[str]]:
    """Kind -> lemmas."""
    return {entry.kind: frozenset(entry.lemmas) for entry in load_lexicon("cue_nouns", NounEntry)}


@dataclass(frozen=True)
class Speaker:
    """The party that speaks, the words for it, and how sure that is."""

    party: Thing
    words: Token
    certainty: float = 1.0


def subject_of_cue(verb: Token) -> Token | None:
    """The head of the words for who says it; None where the sentence leaves him out."""
    if is_passive(verb) and not _is_quoted_as(verb):
        return agent_of(verb)
    for _ in range(MAX_CLIMB):
        if subject := own_subject_of(verb):
            return antecedent_of(subject) or subject
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head
        if verb.dep_ not in CLIMBS or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _is_quoted_as(verb: Token) -> bool:
    return verb.lemma_ == "quote"


def resolve_speaker(words: Token, passages: Passages) -> Speaker | None:
    """The party for the words; None where they lead to none that can speak."""
    for token in (words, *words.conjuncts):
        if (found := _resolve(token, passages)) is not None:
            return found
    return None


def beside(cue: Token, passages: Passages) -> Speaker | None:
    """The party whose name stands right before the cue, or first in a sentence that the parser could not follow."""
    i = cue.i - 1
    left = passages.left[cue.i]
    while i >= left and passages.doc[i].pos_ in {"ADV", "AUX"}:
        i -= 1
    if i < left or not cue.tag_.startswith("VB") or cue.dep_ == "prep" or is_passive(cue):
        return None
    if (party := _speaking_party(passages.doc[i], passages)) is not None:
        return Speaker(party, passages.doc[i], 0.9)
    if passages.doc[i].text != ",":
        return None
    if (
        i > left
        and (party := _speaking_party(passages.doc[i - 1], passages)) is not None
        and party.type is NodeType.PERSON
    ):
        return Speaker(party, passages.doc[i - 1], 0.8)
    if own_subject_of(cue) is not None:
        return None
    parties: dict[int, Speaker] = {}
    for token in passages.doc[max(left, cue.i - FAR) : i]:
        if (party := _speaking_party(token, passages)) is not None:
            parties.setdefault(id(party), Speaker(party, token, 0.75))
    return next(iter(parties.values())) if 0 < len(parties) <= CROWD else None


def _resolve(words: Token, passages: Passages) -> Speaker | None:
    nouns = load_nouns()
    lemma = words.lemma_.lower()
    if (named := _named_person(words, passages)) is not None:
        return Speaker(named, words)
    if lemma in nouns["spokesperson"]:
        return _of_spokesperson(words, passages)
    if lemma in nouns["document"] and (author := _author(words, passages)) is not None:
        return Speaker(author, words, 0.9)
    if lemma in nouns["judgment"]:
        court = _author(words, passages) or _court(passages)
        return Speaker(court, words, 0.8) if court is not None else None
    if (party := _speaking_party(words, passages)) is not None:
        return Speaker(party, words)
    named = (_speaking_party(c, passages) for c in words.children if c.dep_ == "appos")
    return next((Speaker(p, words, 0.9) for p in named if p is not None), None) or _described(words, passages)


def _described(words: Token, passages: Passages) -> Speaker | None:
    """Ann Lee, head of the *cabinet*, who said: the person at the top of the phrase whose last noun "who" follows."""
    if not any(c.dep_ == "relcl" and any(t.lower_ == "who" for t in c.children) for c in words.children):
        return None
    token = words
    for _ in range(MAX_CLIMB):
        if token.dep_ not in {"pobj", "prep", "appos", "conj", "compound"}:
            return None
        token = token.head
        party = _party_at(token, passages)
        if party is not None and party.type is NodeType.PERSON:
            return Speaker(party, token, 0.8)
    return None


def _party_at(token: Token, passages: Passages) -> Thing | None:
    return passages.reading.party_at.get(token.i)


def _speaking_party(token: Token, passages: Passages) -> Thing | None:
    party = _party_at(token, passages)
    return party if party is not None and party.type in SPEAKERS else None


def _named_person(words: Token, passages: Passages) -> Thing | None:
    """The person whom the words name: the head itself, or "his lawyer, Ann Lee"."""
    for token in (words, *(c for c in words.children if c.dep_ == "appos")):
        party = _party_named(token, passages)
        if party is not None and party.type is NodeType.PERSON:
            return party
    return None


def _party_named(head: Token, passages: Passages) -> Thing | None:
    """The party of the head, or of the name in front of it where the head is but letters behind it: Ann Lee KC."""
    if (party := _party_at(head, passages)) is not None or head.pos_ != "PROPN":
        return party
    names = (_party_at(c, passages) for c in head.children if c.dep_ in {"compound", "nmod"})
    return next((p for p in names if p is not None and p.type is NodeType.PERSON), None)


def _of_spokesperson(words: Token, passages: Passages) -> Speaker | None:
    """For whom an unnamed spokesperson speaks: somebody named beside the word, else the body last named before it."""
    if (party := _speaking_party(words, passages)) is not None:
        return Speaker(party, words, 0.9)
    for child in words.children:
        if child.dep_ in {"compound", "poss", "nmod", "amod"} and (party := _speaking_party(child, passages)):
            return Speaker(party, words, 0.9)
        if child.dep_ == "prep" and child.lower_ in {"for", "of", "from", "at", "in"}:
            return next((Speaker(p, words, 0.9) for p in _parties_below(child, passages)), None)
    start = passages.reading.paragraphs[passages.paragraph_at[words.i]].start
    for i in range(words.i - 1, max(start, words.i - FAR) - 1, -1):
        party = _speaking_party(passages.doc[i], passages)
        if party is not None and party.type in BODIES and not passages.is_quoted(passages.doc[i]):
            return Speaker(party, words, 0.6)
    return None


def _parties_below(preposition: Token, passages: Passages) -> Iterator[Thing]:
    for noun in preposition.children:
        if (party := _speaking_party(noun, passages)) is not None:
            yield party


def _author(words: Token, passages: Passages) -> Thing | None:
    """Whose post, letter or complaint it is."""
    for child in words.children:
        if child.dep_ in {"poss", "compound", "nmod"} and (party := _speaking_party(child, passages)) is not None:
            return party
        if child.dep_ in {"prep", "agent"} and (party := _author_behind(child, passages)) is not None:
            return party
        if child.dep_ in {"acl", "relcl"} and (party := _publisher(child, passages)) is not None:
            return party
    return _printed_behind(words, passages) or _filed_before(words, passages) or _plaintiff(words, passages)


def _printed_behind(words: Token, passages: Passages) -> Thing | None:
    """A story *in the Times*, where the parser hangs the phrase on something else."""
    end = min(words.i + 4, passages.right[words.i])
    if words.i + 2 >= end or passages.doc[words.i + 1].lower_ != "in":
        return None
    parties = (passages.reading.party_at.get(i) for i in range(words.i + 2, end))
    return next((p for p in parties if p is not None and p.type is NodeType.ORGANIZATION), None)


def _filed_before(words: Token, passages: Passages) -> Thing | None:
    """Whose "the complaint" or "the post" is: his who lodged one before it, who posted before it."""
    for i in range(words.i - 1, max(0, words.i - POSTED) - 1, -1):
        token = passages.doc[i]
        if token.tag_.startswith("VB") and token.lemma_.lower() in POSTING:
            writer = subject_of_cue(token)
            return _speaking_party(writer, passages) if writer is not None else None
        if token.lemma_ == words.lemma_ and token.dep_ == "dobj" and token.head.lemma_.lower() in FILING:
            writer = subject_of_cue(token.head)
            return _speaking_party(writer, passages) if writer is not None else None
    return None


def _author_behind(preposition: Token, passages: Passages) -> Thing | None:
    """A post by her, a letter from him; a story in the Times, but not one in Lee's kitchen."""
    parties = list(_parties_below(preposition, passages))
    if preposition.lower_ == "in":
        parties = [p for p in parties if p.type is NodeType.ORGANIZATION]
    elif preposition.lower_ not in AUTHOR_PREPOSITIONS:
        return None
    return parties[0] if parties else None


def _publisher(clause: Token, passages: Passages) -> Thing | None:
    """A letter written by her, a report that she wrote, a story published in the Times, a note on his page."""
    if clause.lemma_.lower() not in PUBLISHING:
        return None
    writer = agent_of(clause) or own_subject_of(clause)
    if writer is not None and (party := _speaking_party(writer, passages)) is not None:
        return party
    for noun in prepositional_objects(clause, "in", "on"):
        party = _speaking_party(noun, passages)
        if party is not None and party.type is NodeType.ORGANIZATION:
            return party
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if owner is not None and (party := _speaking_party(owner, passages)) is not None:
            return party
    return None


def _plaintiff(words: Token, passages: Passages) -> Thing | None:
    """Whose complaint "the complaint" is, where the cases leave no doubt."""
    if words.lemma_ not in {"complaint", "lawsuit", "suit", "petition", "filing", "action", "writ"}:
        return None
    plaintiffs = {id(x.subject): x.subject for x in passages.reading.links if x.predicate is Predicate.PLAINTIFF_IN}
    return next(iter(plaintiffs.values())) if len(plaintiffs) == 1 else None


def _court(passages: Passages) -> Thing | None:
    """Whose ruling "the ruling" is, where there is but one court."""
    courts = [p for p in passages.reading.parties if p.type is NodeType.COURT]
    return courts[0] if len(courts) == 1 else None
