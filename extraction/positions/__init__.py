"""Component `casegraph_positions`: offices, jobs and memberships of named people."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from extraction.positions.clauses import verb_findings
from extraction.positions.finding import Finding
from extraction.positions.rules import PositionRules
from extraction.reading import Link, Reading, evidence, reading_of
from schema import NodeType, Predicate

__all__ = ["read_positions"]


@Language.component("casegraph_positions")
def read_positions(doc: Doc) -> Doc:
    """Appends HOLDS_POSITION links; what is held of no organization or court goes into the person's `titles`."""
    reading = reading_of(doc)
    for found in [*PositionRules(doc, reading).findings(), *verb_findings(doc, reading)]:
        if found.holder is None or found.holder[1].type is NodeType.PLACE:
            _add_title(found)
        if found.holder is not None:
            reading.links.append(_link(doc, reading, found))
    return doc


def _add_title(found: Finding) -> None:
    title = found.words
    if found.holder is not None and found.holder[0] > found.title.start:
        title = f"{title} of {found.holder[1].name}"
    known: list[str] = found.person.properties.setdefault("titles", [])
    if title.lower() not in {k.lower() for k in known}:
        known.append(title)


def _link(doc: Doc, reading: Reading, found: Finding) -> Link:
    assert found.holder is not None
    person = doc[found.mention.start : found.mention.end]
    holder = _words_of(doc, reading, found.holder[0])
    first, last = min(person.start, found.title.start, holder.start), max(person.end, found.title.end, holder.end)
    passage = person.sent if person.sent.start <= first and last <= person.sent.end else doc[first:last]
    return Link(
        found.person,
        Predicate.HOLDS_POSITION,
        found.holder[1],
        found.confidence,
        f"position-{found.rule}",
        [evidence(passage, subject=person, trigger=found.title, object=holder)],
        {"title": found.words},
    )


def _words_of(doc: Doc, reading: Reading, i: int) -> Span:
    """The words beside token `i` that stand for the same party."""
    thing = reading.party_at[i]
    start, end = i, i + 1
    while reading.party_at.get(start - 1) is thing:
        start -= 1
    while reading.party_at.get(end) is thing:
        end += 1
    return doc[start:end]
