"""The judges of a case."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extraction.cases.docket import SURENESS, Docket
from extraction.cases.frames import Slot, Support
from extraction.cases.offices import Office, holders, office_of
from extraction.cases.roles import doers, named_behind
from extraction.cases.scan import Scan
from extraction.reading import Thing
from schema import NodeType

FORMER = frozenset({"former", "ex", "retired", "late", "then", "ex-"})
#: groups of judges, and what is done by the one at their head
BENCHES = frozenset({"panel", "bench", "court", "tribunal", "chamber", "judge"})
LEADING = frozenset({"lead", "head", "chair"})


def add_judges(scan: Scan, docket: Docket) -> None:
    """Gives each case its judges."""
    for token in scan.doc:
        if scan.silent[token.i]:
            continue
        for thing, words, rule in _judges(scan, token):
            held = docket.held_at(scan, token.i)
            if held is not None and thing.type is NodeType.PERSON and not held[0].has_party(thing):
                support = Support(words, scan.doc[token.i : token.i + 1], rule, 0.85 + SURENESS[held[1]])
                held[0].judges.append(Slot(thing, support))


def _judges(scan: Scan, token: Token) -> Iterator[tuple[Thing, Span, str]]:
    if office_of(token) is Office.JUDGE and not any(c.lower_ in FORMER for c in token.children):
        for thing, words in holders(scan, token):
            if token.lower_ != "justice" or _is_title_of(token, words):
                yield thing, words, "judge"
    elif token.pos_ == "VERB" and token.lemma_ in LEADING and token.head.lemma_ in BENCHES:
        for filler in named_behind(scan, token, "by"):
            if filler.thing is not None:
                yield filler.thing, filler.words, "judge-leading"
    elif token.lemma_ == "preside" and token.pos_ == "VERB":
        for filler in named_behind(scan, token, "by") or doers(scan, token):
            if filler.thing is not None:
                yield filler.thing, filler.words, "judge-presiding"


def _is_title_of(token: Token, words: Span) -> bool:
    """Not so in "the minister of justice, Ana Reis"."""
    return words.start <= token.i or token.dep_ != "pobj"
