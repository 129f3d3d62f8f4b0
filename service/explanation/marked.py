"""A text cut into pieces where marks begin and end, however they overlap."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from schema import PARTY, Document, Evidence, NodeType, Span, Stance
from schema import Predicate as P

ROLES = ("subject", "trigger", "object")


@dataclass(frozen=True)
class Mark:
    """Characters `start` up to `end`; `kind` says how they look, `label` what they are."""

    start: int
    end: int
    kind: str
    label: str = ""


@dataclass(frozen=True)
class Piece:
    """A stretch of text under the same marks from its first character to its last."""

    start: int
    text: str
    marks: tuple[Mark, ...]

    @property
    def kinds(self) -> list[str]:
        return list(dict.fromkeys(mark.kind for mark in self.marks))

    @property
    def role(self) -> str | None:
        """Of the words that carry a link, the part that the shortest stretch plays."""
        return next((kind for kind in reversed(self.kinds) if kind in ROLES), None)

    @property
    def label(self) -> str:
        return "; ".join(dict.fromkeys(mark.label for mark in self.marks if mark.label))


def cut(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> Iterator[Piece]:
    """The pieces from `start` to `end`, which together are that text; in each, the longest mark comes first."""
    end = len(text) if end is None else end
    opening, closing = defaultdict(list), defaultdict(list)
    for mark in marks:
        if mark.start < end and mark.end > start:
            opening[max(mark.start, start)].append(mark)
            closing[min(mark.end, end)].append(mark)
    places = sorted({start, end, *opening, *closing})
    active: dict[Mark, None] = {}
    for place, next_place in pairwise(places):
        for mark in closing[place]:
            active.pop(mark, None)
        active.update(dict.fromkeys(opening[place]))
        ordered = sorted(active, key=lambda mark: mark.start - mark.end)
        yield Piece(place, text[place:next_place], tuple(ordered))


def marks_of(document: Document) -> Iterator[Mark]:
    """Parties by their type, claims, denials, and the words that decided a link."""
    nodes = {node.id: node for node in document.nodes}
    for node in document.nodes:
        if node.type in PARTY:
            label = f"{node.type}: {node.name}"
            yield from (Mark(m.start, m.end, node.type.lower(), label) for m in node.mentions)
    for triple in document.triples:
        claim = nodes[triple.object]
        if triple.predicate is P.MADE and claim.type is NodeType.CLAIM:
            denied = getattr(triple.properties, "stance", None) is Stance.DENIES
            said = f"{nodes[triple.subject].name} {'denies' if denied else 'asserts'} this"
            span: Span = Span.model_validate(claim.properties, from_attributes=True)
            yield Mark(span.start, span.end, "denial" if denied else "claim", said)
        for evidence in triple.evidence:
            if evidence.trigger:
                yield Mark(evidence.trigger.start, evidence.trigger.end, "trigger")


def roles_of(evidence: Evidence) -> list[Mark]:
    """The words that carry a link, each with its role."""
    spans = ((role, getattr(evidence, role)) for role in ROLES)
    return [Mark(span.start, span.end, role) for role, span in spans if span]
