"""Convictions told by an adjective: "a convicted murderer", "the jailed blogger Ana Reis"."""

from collections.abc import Iterator

from spacy.tokens import Token

from extraction.cases.frames import Filler, Frame, Matter
from extraction.cases.lexicons import Needs, Role
from extraction.cases.roles import fillers
from extraction.cases.scan import Scan
from extraction.grammar import subject_of
from schema import EventKind, NodeType

#: what the participle says happened; who is jailed may be awaiting a trial, so that only "convicted" makes a case
ATTRIBUTES = {
    "convicted": (EventKind.CONVICTED, Needs.NOTHING),
    "condemned": (EventKind.SENTENCED, Needs.CASE),
    "jailed": (None, Needs.CASE),
    "imprisoned": (None, Needs.CASE),
}


def find_attributes(scan: Scan, at: dict[int, Matter]) -> Iterator[Frame]:
    """A frame of each such participle before a noun that stands for somebody named."""
    for token in scan.doc:
        told = ATTRIBUTES.get(token.lower_) if token.dep_ == "amod" and not scan.spoken(token.i) else None
        if told is None or token.i > token.head.i:
            continue
        who = [f for f in _described(scan, token.head) if f.thing is not None and f.thing.type is NodeType.PERSON]
        if not who:
            continue
        words = scan.doc[token.i : token.i + 1]
        frame = Frame(token, words, f"attribute:{token.lower_}", told[0], told[1], scan.sentence_of[token.i])
        frame.roles[Role.DEFENDANT] = who
        frame.matters = [at[t.i] for t in token.head.lefts if t.i in at and t.i > token.i]
        yield frame


def _described(scan: Scan, noun: Token) -> list[Filler]:
    """Who the noun is: itself, the name that it explains, or the subject of "is a convicted murderer"."""
    if noun.i in scan.reading.party_at or any(c.dep_ == "appos" for c in noun.rights):
        return fillers(scan, noun)
    if noun.dep_ == "appos":
        return fillers(scan, noun.head)
    if noun.dep_ == "attr" and (subject := subject_of(noun.head)) is not None:
        return fillers(scan, subject)
    return fillers(scan, noun)
