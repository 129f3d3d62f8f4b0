"""What must stand around a word with many uses before it speaks of a proceeding."""

from itertools import islice

from spacy.tokens import Token

from extraction.cases.frames import Frame
from extraction.cases.lexicons import CaseVerb, Needs, Role
from extraction.cases.mood import DECIDING, JOINED
from extraction.cases.roles import is_passive
from extraction.cases.scan import Scan
from extraction.cases.words import words_for
from extraction.grammar import agent_of, objects_of, own_subject_of, subject_of
from extraction.sentences import sentence_of
from schema import NodeType

#: words below "charged" among which the law may stand
REACH_OF_LAW = 30
#: how far behind "gave" the term may stand
REACH_OF_TERM = 12
DISSOLVING = frozenset({"verb:dissolve", "noun:dissolution"})
#: "was previously convicted": in another trial
EARLIER = frozenset({"convict", "sentence", "jail", "fine", "imprison", "try", "acquit"})
FINING = frozenset({"fine", "fin"})


def is_court(scan: Scan, token: Token) -> bool:
    party = scan.reading.party_at.get(token.i)
    return party is not None and party.type is NodeType.COURT


def may_judge(scan: Scan, verb: Token, entry: CaseVerb) -> bool:
    """False where somebody who is no court does it: "the minister dismissed the claims"."""
    subject = agent_of(verb) if is_passive(verb) else subject_of(verb)
    if subject is None or entry.complement or is_passive(verb) or _is_by_court(scan, verb):
        return True
    strict = entry.needs is Needs.CASE
    party = scan.reading.party_at.get(subject.i)
    if party is not None and party.type is not NodeType.COURT:
        return id(party) in scan.judges or (not strict and (subject.pos_ == "PRON" or entry.verb in FINING))
    return (
        party is not None
        or (subject.pos_ == "PRON" and not strict)
        or subject.lemma_.lower() in words_for("of a court") | words_for("ruling")
    )


def _is_by_court(scan: Scan, verb: Token) -> bool:
    """ "used the courts to dissolve the party", "the court found that Reis had lied and sentenced him"."""
    for _ in range(JOINED):
        if verb.dep_ == "conj" and own_subject_of(verb) is None:
            verb = verb.head
    if verb.dep_ == "ccomp" and verb.head.lemma_ in DECIDING:
        above = own_subject_of(verb.head)
        return above is not None and (is_court(scan, above) or above.lemma_.lower() in words_for("of a court"))
    if verb.dep_ != "xcomp" or verb.head.lemma_ != "use":
        return False
    if is_passive(verb.head):
        return True  # "the charges were used to jail her"
    used = objects_of(verb.head)
    return any(t.lemma_.lower() in words_for("of a court") or is_court(scan, t) for t in used)


def _holds_that(verb: Token, entry: CaseVerb) -> bool:
    """Courts hold that something is so; others hold flags."""
    return entry.verb != "hold" or any(c.dep_ == "ccomp" for c in verb.children)


def is_done_to_somebody(frame: Frame, verb: Token, entry: CaseVerb) -> bool:
    """Not so "they tried", "the shop charged", "holding flags"."""
    if (entry.verb == "try" and any(c.dep_ == "xcomp" for c in verb.children)) or not _holds_that(verb, entry):
        return False
    if entry.verb == "sentence" and any(
        c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VB" and c.lemma_ not in words_for("serving") for c in verb.rights
    ):
        return False
    if entry.verb == "charge" and _is_duty(verb):
        return False
    if entry.verb == "try" and any(c.dep_ == "xcomp" for c in verb.rights):
        return False  # "who tried to warn them"
    if entry.object is not Role.DEFENDANT or entry.complement:
        return True
    if entry.subject is Role.PLAINTIFF and entry.needs is Needs.NOTHING and frame.things(Role.PLAINTIFF):
        return True  # "Reis sued in 2021"
    return bool(frame.roles[Role.DEFENDANT]) or (entry.verb != "try" and is_passive(verb))


def _is_duty(verb: Token) -> bool:
    """ "charged with running the bank"."""
    return any(
        p.dep_ == "pcomp" and p.lemma_ in words_for("duties")
        for c in verb.children
        if c.lower_ == "with"
        for p in c.children
    )


def has_what_it_needs(scan: Scan, frame: Frame, needs: Needs) -> bool:
    opponents = bool(frame.things(Role.DEFENDANT) or frame.things(Role.PLAINTIFF))
    if needs is Needs.MATTER:
        return bool(frame.matters)
    if needs is Needs.COMPOUND:
        return any(m.words.end <= frame.trigger.i for m in frame.matters)
    if needs is Needs.SUPPORT:
        return opponents
    if needs is Needs.COURT:
        dissolved = frame.rule in DISSOLVING and is_ban_of_party(frame)
        said = (
            {t.lemma_.lower() for t in islice(frame.trigger.subtree, REACH_OF_LAW)}
            if frame.rule == "verb:charge"
            else set()
        )
        told = bool(frame.matters or frame.roles[Role.COURT]) or not said.isdisjoint(words_for("laws"))
        return told or is_courtly(scan, frame) or dissolved
    if needs is Needs.MONEY:
        below = {t.i for t in frame.trigger.subtree}
        return bool(frame.things(Role.DEFENDANT)) and any(m.start in below for m in scan.money[frame.sentence])
    if needs is Needs.DEATH:
        return any(t.lower_ == "death" for t in frame.trigger.subtree)
    if needs is Needs.PRISON:
        places = (t for t in frame.trigger.subtree if t.lower_ in {"prison", "jail"})
        return any(not list(t.lefts) and t.head.lower_ == "to" for t in places)
    if needs is Needs.TERM:
        return _is_prison_term(scan, frame)
    if needs is Needs.RULING:
        return bool(frame.roles[Role.DEFENDANT]) and court_above(scan, frame.trigger) is not None
    return True


def is_ban_of_party(frame: Frame) -> bool:
    """ "The Farmers Party was dissolved": by a court, also where the sentence leaves it out."""
    things = [f.thing for f in frame.roles[Role.DEFENDANT] if f.thing is not None]
    return any(t.name.endswith("Party") for t in things)


def _is_prison_term(scan: Scan, frame: Frame) -> bool:
    """ "gave him six months in jail": a term below the verb, in words of prison or by a court."""
    below = {t.i for t in frame.trigger.subtree}
    terms = [
        t for t in scan.terms[frame.sentence] if t.start in below and 0 < t.start - frame.trigger.i < REACH_OF_TERM
    ]
    if not terms:
        return False
    around = scan.doc[frame.trigger.i : min(terms[0].end + 8, scan.sentences[frame.sentence].end)]
    sentence = scan.sentences[frame.sentence]
    convicted = any(t.lemma_ in {"convict", "plead"} for t in sentence)
    told = any(m.known for m in frame.matters)
    return (
        told
        or bool(frame.roles[Role.COURT])
        or convicted
        or any(t.lemma_.lower() in words_for("prison") for t in around)
    )


def is_courtly(scan: Scan, frame: Frame) -> bool:
    """True where words of courts stand near the trigger."""
    sentence = scan.sentences[frame.sentence]
    return any(
        t.lemma_.lower() in words_for("of a court") | words_for("sums ordered") or is_court(scan, t)
        for t in sentence
        if abs(t.i - frame.trigger.i) < 25
    )


def court_above(scan: Scan, verb: Token) -> Token | None:
    """ "The High Court ruled that the ministry had violated …": the High Court."""
    if verb.dep_ != "ccomp" or verb.head.lemma_ not in DECIDING:
        return None
    subject = subject_of(verb.head)
    if subject is None:
        return None
    is_bench = is_court(scan, subject) or subject.lemma_.lower() in words_for("of a court")
    return subject if is_bench or id(scan.reading.party_at.get(subject.i)) in scan.judges else None


def is_novel(token: Token) -> bool:
    opening = sentence_of(token)[:6]
    if any(
        t.lower_ in words_for("new")
        and (t.i == 0 or t.nbor(-1).lower_ not in {"this", "that"})
        and t.i + 1 < len(token.doc)
        and t.nbor(1).lemma_ in {"case", "suit", "trial"}
        for t in opening
    ):
        return True
    return any(c.lower_ in words_for("new") for c in token.children if c.dep_ in {"amod", "det"}) or any(
        c.lower_ == "separately" or (c.lower_ == "previously" and token.lemma_ in EARLIER) for c in token.children
    )
