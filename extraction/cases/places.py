"""Where a case is heard."""

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Span, Token

from extraction.cases.docket import Docket, Hold
from extraction.cases.frames import Slot, Support
from extraction.cases.mood import refusal_of
from extraction.cases.parties import words_of
from extraction.cases.scan import Scan
from extraction.cases.words import words_for
from extraction.grammar import CLIMB
from extraction.reading import Thing
from schema import NodeType

#: so many heads above an appeal are looked at for the plan of it
CLAUSES = 3


def add_courts(scan: Scan, docket: Docket) -> None:
    """Each court goes to the case that its sentence speaks of, unless it is only where somebody wants to go."""
    for words, court in mentions_of(scan, NodeType.COURT):
        held = docket.held_at(scan, words.start)
        if held is None or scan.spoken(words.start) or _is_only_planned(words.root) or held[0].has_party(court):
            continue
        case, hold = held
        case.courts.append(Slot(court, Support(words, words, f"court-{hold}", 0.7 if hold is Hold.TRIGGER else 0.5)))


def mentions_of(scan: Scan, type_: NodeType) -> Iterator[tuple[Span, Thing]]:
    at = scan.reading.party_at
    last: Thing | None = None
    for i in range(len(scan.doc)):
        thing = at.get(i)
        if thing is not None and thing is not last and thing.type is type_:
            yield words_of(scan, i), thing
        last = thing


def _is_plan(verb: Token) -> bool:
    return any(v.lemma_ in words_for("planning") for v in (verb, *islice(verb.ancestors, CLAUSES)))


def _is_only_planned(token: Token) -> bool:
    verb = next((a for a in islice(token.ancestors, CLIMB) if a.pos_ in {"VERB", "AUX"}), None)
    if verb is None or (token.dep_ == "nsubj" and any(c.lower_ == "will" for c in verb.children)):
        return False  # "The High Court will hear the petition"
    if token.head.lower_ in {"to", "with"} and token.head.head.lemma_ == "appeal" and _is_plan(verb):
        return True  # "is considering an appeal to the Supreme Court"
    why = refusal_of(verb)
    return why == "a modal or a condition" or (why is not None and verb.lemma_ in words_for("going"))
