"""Judges and counsel of a case."""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from spacy.tokens import Span, Token

from extraction.cases.docket import Docket
from extraction.cases.frames import Case, Filler, Slot, Support
from extraction.cases.parties import party_of, words_of
from extraction.cases.roles import doers, fillers, named_behind
from extraction.cases.scan import Scan
from extraction.cases.words import words_for
from extraction.grammar import conjuncts
from extraction.lexicon import Entry, Word, load_lexicon
from extraction.reading import Thing
from schema import NodeType


class Office(StrEnum):
    JUDGE = "judge"
    COUNSEL = "counsel"
    PROSECUTOR = "prosecutor"


class CourtPerson(Entry):
    """A word for somebody of the law."""

    word: Word
    kind: Office

    def key(self) -> str:
        return self.word


SILKS = frozenset({"kc", "qc", "sc", "san", "pc"})
ACTING = frozenset(["represent", "defend", "prosecute"])
APPEARING = frozenset(["appear", "act", "argue", "plead", "lead", "speak"])
FORMER = frozenset({"former", "ex", "retired", "late", "then"})


@lru_cache(maxsize=1)
def offices() -> dict[str, Office]:
    return {e.word: e.kind for e in load_lexicon("court_people", CourtPerson)}


def add_people(scan: Scan, docket: Docket) -> None:
    """Gives each case its judges and counsel."""
    for token in scan.doc:
        if scan.silent[token.i]:
            continue
        office = offices().get(token.lemma_.lower()) if token.pos_ in {"NOUN", "PROPN"} else None
        if office is Office.JUDGE:
            _add_judges(scan, docket, token)
        elif office is not None and not scan.quoted[token.i]:
            _add_counsel(scan, docket, token, office)
        elif not scan.quoted[token.i]:
            _add_acting(scan, docket, token)


def _add_judges(scan: Scan, docket: Docket, token: Token) -> None:
    case = docket.case_at(scan, token.i)
    if case is None or any(c.lower_ in FORMER for c in token.children):
        return
    for thing, words in holders(scan, token):
        if thing.type is NodeType.PERSON and not case.has_party(thing):
            case.judges.append(Slot(thing, Support(words, scan.doc[token.i : token.i + 1], "judge", 0.85)))


def holders(scan: Scan, token: Token) -> Iterator[tuple[Thing, Span]]:
    """The named people whom the word for an office describes."""
    at, doc = scan.reading.party_at, scan.doc
    if token.i in at and token.i in scan.names:
        yield at[token.i], words_of(scan, token.i)
    i = token.i + 1
    while i < len(doc) and i - token.i < 5 and doc[i].lower_ in words_for("between"):
        i += 1
    if i < len(doc) and i in at and doc[i].sent == token.sent and i in scan.names:
        yield at[i], words_of(scan, i)
        yield from _joined(scan, words_of(scan, i))
    if token.dep_ == "appos" and token.head.i in at:
        yield at[token.head.i], words_of(scan, token.head.i)
    for child in token.children:
        if child.dep_ == "appos" and child.i in at and child.i > token.i:
            yield at[child.i], words_of(scan, child.i)


def _joined(scan: Scan, words: Span) -> Iterator[tuple[Thing, Span]]:
    """ "Justices A and B": B, too."""
    for token in words:
        for other in conjuncts(token):
            if other.i in scan.reading.party_at and other.i > words.end - 1:
                yield scan.reading.party_at[other.i], words_of(scan, other.i)


def _add_counsel(scan: Scan, docket: Docket, token: Token, office: Office) -> None:
    clients = _clients(scan, token)
    people = list(holders(scan, token))
    if not clients and office is not Office.PROSECUTOR and not people:
        return
    for thing, words in people:
        case = _case_of(scan, docket, token, clients)
        if case is not None and not case.has_party(thing) and thing.type in {NodeType.PERSON, NodeType.ORGANIZATION}:
            _engage(scan, case, thing, words, token)


def _clients(scan: Scan, token: Token) -> list[Filler]:
    owners = [f for c in token.children if c.dep_ == "poss" for f in fillers(scan, c)]
    return [f for f in owners + named_behind(scan, token, "for", "of") if f.thing is not None]


def _case_of(scan: Scan, docket: Docket, token: Token, clients: list[Filler]) -> Case | None:
    for client in clients:
        if client.thing is not None and (case := docket.case_of(scan, token.i, client.thing)):
            return case
    return docket.case_at(scan, token.i)


def _engage(scan: Scan, case: Case, thing: Thing, words: Span, trigger: Token) -> None:
    """The counsel, and the firm: "Ana Reis of Reis Partners"."""
    support = Support(words, scan.doc[trigger.i : trigger.i + 1], "counsel", 0.8)
    case.counsel.append(Slot(thing, support))
    after = words.end
    if after + 1 < len(scan.doc) and scan.doc[after].lower_ == "of":
        for i in (after + 1, after + 2):
            firm = scan.reading.party_at.get(i) if i < len(scan.doc) else None
            if firm is not None and firm.type is NodeType.ORGANIZATION and not case.has_party(firm):
                case.counsel.append(Slot(firm, Support(words_of(scan, i), support.trigger, "counsel-firm", 0.7)))
                return


def _add_acting(scan: Scan, docket: Docket, token: Token) -> None:
    """ "represented by X", "X, who defends Y", "X, appearing for Y", "X KC"."""
    lemma = token.lemma_.lower()
    if lemma in SILKS and token.i and token.i - 1 in scan.reading.party_at:
        _engage_all(scan, docket, token, [party_of(scan, token.nbor(-1))], [])
    elif token.pos_ != "VERB":
        return
    elif lemma in ACTING:
        by = named_behind(scan, token, "by")
        others = [f for c in token.children if c.dep_ in {"dobj", "nsubjpass"} for f in fillers(scan, c)]
        actors = by or ([] if lemma == "represent" and token.tag_ == "VBN" else _subjects(scan, token))
        _engage_all(scan, docket, token, [(f.thing, f.words) for f in actors], others)
    elif lemma in APPEARING and (clients := [f for f in named_behind(scan, token, "for") if f.thing is not None]):
        _engage_all(scan, docket, token, [(f.thing, f.words) for f in _subjects(scan, token)], clients)


def _subjects(scan: Scan, verb: Token) -> list[Filler]:
    found = doers(scan, verb)
    if not found and verb.dep_ == "acl":
        found = fillers(scan, verb.head)
    return found


def _engage_all(
    scan: Scan, docket: Docket, token: Token, holders: list[tuple[Thing | None, Span]], clients: list[Filler]
) -> None:
    for thing, words in holders:
        case = _case_of(scan, docket, token, clients)
        if thing is None or case is None or case.has_party(thing):
            continue
        if thing.type in {NodeType.PERSON, NodeType.ORGANIZATION}:
            _engage(scan, case, thing, words, token)
