"""Component `casegraph_names`: finds the names of people, organizations, courts, platforms and places."""

from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc

from extraction.names.candidates import Candidate, candidates
from extraction.names.evidence import evidence_of
from extraction.names.typing import likely_types
from extraction.reading import Mention, MentionKind, Reading, Thing, reading_of
from schema import NodeType, normalise_name

__all__ = ["read_names"]


@Language.component("casegraph_names")
def read_names(doc: Doc) -> Doc:
    """Fills `reading.parties` and `reading.party_at` with one Thing for each name; coreference joins them."""
    reading = reading_of(doc)
    for group in _groups(doc, reading).values():
        if type_ := _type(doc, group):
            _add(doc, reading, group, type_)
    return doc


def _groups(doc: Doc, reading: Reading) -> dict[str, list[Candidate]]:
    """Normalised name -> its candidates: one string has one type in an article."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for paragraph in reading.paragraphs:
        for candidate in candidates(doc, paragraph):
            groups[normalise_name(doc[candidate.start : candidate.end].text)].append(candidate)
    return groups


def _type(doc: Doc, group: list[Candidate]) -> NodeType | None:
    likely = likely_types(evidence_of(doc, group))
    return max(likely, key=lambda t: likely[t])


def _add(doc: Doc, reading: Reading, group: list[Candidate], type_: NodeType) -> None:
    first = doc[group[0].start : group[0].end]
    thing = Thing(type_, " ".join(first.text.split()))
    for candidate in group:
        reading.add_mention(thing, Mention(candidate.start, candidate.end, MentionKind.NAME))
