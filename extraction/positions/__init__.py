"""Component `casegraph_positions`: offices, jobs and memberships of named people."""

from bisect import bisect_right

from spacy.language import Language
from spacy.tokens import Doc, Span

from extraction.positions.finding import Finding
from extraction.positions.rules import findings_of
from extraction.reading import Link, Reading, evidence, reading_of
from schema import NodeType, Predicate

__all__ = ["read_positions"]


@Language.component("casegraph_positions")
def read_positions(doc: Doc) -> Doc:
    """Appends HOLDS_POSITION links; what is held of no organization or court goes into the person's `titles`."""
    reading = reading_of(doc)
    sentences = [sentence.start for sentence in doc.sents] if doc.has_annotation("SENT_START") else [0]
    for found in findings_of(doc, reading):
        if found.holder is None or found.holder[1].type is NodeType.PLACE:
            _add_title(found)
        if found.holder is not None:
            reading.links.append(_link(doc, reading, found, sentences))
    return doc


def _add_title(found: Finding) -> None:
    title = found.words
    if found.holder is not None and found.holder[0] > found.title.start:
        title = f"{title} of {found.holder[1].name}"
    known: list[str] = found.person.properties.setdefault("titles", [])
    if title.lower() not in {k.lower() for k in known}:
        known.append(title)


def _link(doc: Doc, reading: Reading, found: Finding, sentences: list[int]) -> Link:
    assert found.holder is not None
    person = doc[found.mention.start : found.mention.end]
    holder = _words_of(doc, reading, found.holder[0])
    first, last = min(person.start, found.title.start, holder.start), max(person.end, found.title.end, holder.end)
    at = bisect_right(sentences, person.start)
    start, end = sentences[at - 1], sentences[at] if at < len(sentences) else len(doc)
    passage = doc[start:end] if start <= first and last <= end else doc[first:last]
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
    thing = reading.party_at.get(i)
    start, end = i, i + 1
    while thing is not None and reading.party_at.get(start - 1) is thing:
        start -= 1
    while thing is not None and reading.party_at.get(end) is thing:
        end += 1
    return doc[start:end]
