"""Sides that the text names as such, or by whom a sum goes to: "lead plaintiff Ana Reis", "pay 5,000 euros to Reis"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extraction.cases.docket import Docket
from extraction.cases.frames import Case, Filler, Slot, Support
from extraction.cases.lexicons import Role
from extraction.cases.listing import listed_after
from extraction.cases.offices import holders
from extraction.cases.parties import words_of
from extraction.cases.roles import fillers, named_behind
from extraction.cases.scan import Scan
from extraction.cases.words import words_for
from extraction.grammar import SUBJECTS
from extraction.reading import Thing
from schema import NodeType

SIDES = frozenset({NodeType.PERSON, NodeType.ORGANIZATION, NodeType.PLATFORM})
#: verbs between "the plaintiffs" and who they are
LISTING = frozenset({"be", "include", "list", "name", "identify"})
#: verbs whose indirect object gets the sum
#: so many words behind a sum, and behind its "to", in which the one who gets it is named
REACH_OF_RECIPIENT = 7
PAYING = frozenset({"pay", "award", "compensate", "owe"})


def add_sides(scan: Scan, docket: Docket) -> None:
    """Gives each case the plaintiffs and defendants that are called so."""
    for token in scan.doc:
        if token.pos_ not in {"NOUN", "PROPN"} or scan.spoken(token.i):
            continue
        for role, name in ((Role.PLAINTIFF, "plaintiffs"), (Role.DEFENDANT, "defendants")):
            if token.lemma_.lower() in words_for(name):
                _add_called(scan, docket, token, role)


def _add_called(scan: Scan, docket: Docket, token: Token, role: Role) -> None:
    case = docket.case_at(scan, token.i)
    if case is None:
        return
    for thing, words in _called(scan, token):
        add_side(scan, case, role, thing, Support(words, scan.doc[token.i : token.i + 1], f"called-{role}", 0.8))


def _called(scan: Scan, token: Token) -> Iterator[tuple[Thing, Span]]:
    for thing, words in holders(scan, token):
        yield thing, words
        for other in listed_after(scan, Filler(thing, words)):
            if other.thing is not None:
                yield other.thing, other.words
    for filler in _enumerated(scan, token):
        if filler.thing is not None:
            yield filler.thing, filler.words


def _enumerated(scan: Scan, token: Token) -> list[Filler]:
    """ "The plaintiffs were listed as Reis and the Farmers Union", "the defendants are Costa and Lima"."""
    verb = token.head
    if token.dep_ not in SUBJECTS or verb.lemma_ not in LISTING:
        return []
    objects = [c for c in verb.rights if c.dep_ in {"attr", "dobj"}]
    objects += [p for c in verb.rights if c.dep_ == "prep" and c.lower_ == "as" for p in c.children if p.dep_ == "pobj"]
    return [f for o in objects for f in fillers(scan, o)]


def add_recipients(scan: Scan, case: Case, path: list[Token]) -> None:
    """Who is to get damages has asked for them."""
    verb = next((t for t in path if t.pos_ == "VERB"), None)
    if verb is None or verb.lemma_ not in PAYING:
        return
    indirect = [c for c in verb.children if c.dep_ in {"dative", "dobj"} and c.pos_ in {"PROPN", "PRON"}]
    found = [f for c in indirect for f in fillers(scan, c)] + named_behind(scan, verb, "to")
    found += [f for t in path if t.pos_ != "VERB" for f in named_behind(scan, t, "to")]
    found = found or _behind_the_sum(scan, path[0])
    for filler in found:
        if filler.thing is not None:
            support = Support(filler.words, scan.doc[verb.i : verb.i + 1], "recipient", 0.7)
            add_side(scan, case, Role.PLAINTIFF, filler.thing, support)


def _behind_the_sum(scan: Scan, head: Token) -> list[Filler]:
    """ "300 euros in compensation to the trader Ana Reis": her, wherever the parser hangs the "to"."""
    words = scan.doc[head.i + 1 : head.i + REACH_OF_RECIPIENT]
    to = next((t.i for t in words if t.lower_ == "to" and t.nbor(-1).lemma_.lower() in words_for("sums ordered")), None)
    if to is None:
        return []
    for token in scan.doc[to + 1 : to + REACH_OF_RECIPIENT]:
        if token.is_punct or token.lower_ in {"and", "to", "for"}:
            return []
        if token.i in scan.names:
            return [Filler(scan.reading.party_at[token.i], words_of(scan, token.i))]
    return []


def add_side(scan: Scan, case: Case, role: Role, thing: Thing, support: Support) -> None:
    """Once, and never on both sides."""
    if thing.type in SIDES and not case.has_party(thing) and id(thing) not in scan.judges:
        case.add_party(role, Slot(thing, support))
