"""The counsel of a case: who acts in it, and of which firm."""

from collections.abc import Iterator

from spacy.tokens import Span

from extraction.cases.appearances import Engagement, is_silk
from extraction.cases.docket import SURENESS, Docket, Hold
from extraction.cases.engagements import engagements
from extraction.cases.frames import Case, Slot, Support
from extraction.cases.parties import words_of
from extraction.cases.scan import Scan
from extraction.reading import Thing
from schema import NodeType

COUNSEL = frozenset({NodeType.PERSON, NodeType.ORGANIZATION})
#: a lawyer of nobody in particular is counsel only beside a word of the proceeding
CALLED = "counsel-called"
#: what may stand between a lawyer and the firm: "of the law firm Reis Partners", ", a partner at Reis Partners"
BEFORE_FIRM = frozenset({"the", "law", "firm", "from", "of", "at", "with", "and", "chambers", ",", "a", "partner"})
REACH_OF_FIRM = 6


def add_counsel(scan: Scan, docket: Docket) -> None:
    """Gives each case its counsel."""
    for token in scan.doc:
        if scan.silent[token.i] or scan.quoted[token.i]:
            continue
        for engagement in engagements(scan, token):
            if (found := _case_of(scan, docket, engagement)) is not None:
                found[0].counsel += _slots(scan, *found, engagement)


def _case_of(scan: Scan, docket: Docket, engagement: Engagement) -> tuple[Case, float] | None:
    """The case of a client, else the case spoken of; and how sure that is."""
    for client in engagement.clients:
        if client.thing is not None and (case := docket.case_of(scan, engagement.trigger.i, client.thing)):
            return case, 0.85
    held = docket.held_at(scan, engagement.trigger.i) if engagement.open else None
    if held is None or (held[1] is not Hold.TRIGGER and engagement.rule == CALLED):
        return None
    return held[0], 0.75 + SURENESS[held[1]]


def _slots(scan: Scan, case: Case, sureness: float, engagement: Engagement) -> Iterator[Slot]:
    """The counsel, and the firm: "Ana Reis of Reis Partners"."""
    thing = engagement.thing
    if case.has_party(thing) or thing.type not in COUNSEL or id(thing) in scan.judges or is_silk(thing.name):
        return
    trigger = scan.doc[engagement.trigger.i : engagement.trigger.i + 1]
    yield Slot(thing, Support(engagement.words, trigger, engagement.rule, sureness))
    firm = _firm_behind(scan, engagement)
    if firm is not None and not case.has_party(firm[0]):
        yield Slot(firm[0], Support(firm[1], trigger, "counsel-firm", sureness - 0.1))


def _firm_behind(scan: Scan, engagement: Engagement) -> tuple[Thing, Span] | None:
    doc, start = scan.doc, engagement.words.end
    if engagement.thing.type is not NodeType.PERSON:
        return None
    for i in range(start, min(start + REACH_OF_FIRM, len(doc))):
        firm = scan.reading.party_at.get(i)
        if firm is not None:
            told = i > start and doc[start].lower_ in {"of", "from", "at", ","}
            return (firm, words_of(scan, i)) if told and _is_firm(scan, firm, start, i) else None
        if doc[i].lower_ not in BEFORE_FIRM:
            return None
    return None


def _is_firm(scan: Scan, thing: Thing, start: int, end: int) -> bool:
    between = {t.lower_ for t in scan.doc[start:end]}
    if thing.type is NodeType.ORGANIZATION:
        return not {",", "and"} & between or bool({"of", "at", "firm"} & between)
    return thing.type is NodeType.PERSON and ("firm" in between or "&" in thing.name)
