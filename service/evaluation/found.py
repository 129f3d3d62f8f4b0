"""What a document says, put as the annotations put it: each thing with the triples that say it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from schema import Document, Node, NodeType, Predicate, Stance, Triple
from service.evaluation.annotations import Frame, Penalty, caption
from service.evaluation.wording import Names

#: the slots of a case, in the order in which they are printed
SLOTS = tuple(Frame.model_fields)
_ROLES = {
    Predicate.PLAINTIFF_IN: "plaintiffs",
    Predicate.DEFENDANT_IN: "defendants",
    Predicate.COUNSEL_IN: "counsel",
    Predicate.JUDGE_IN: "judges",
}
_PARTS = {Predicate.HEARD_BY: "courts", Predicate.CONCERNS: "offences", Predicate.ON_PLATFORM: "platforms"}


@dataclass(frozen=True)
class Item:
    """A value in a slot: a name, an offence, the kind of an event, or a Penalty."""

    value: str | Penalty
    triples: tuple[Triple, ...]


@dataclass
class FoundFrame:
    """A case of the document."""

    node: Node
    slots: dict[str, list[Item]] = field(default_factory=lambda: {slot: [] for slot in SLOTS})

    def add(self, slot: str, value: str | Penalty, *triples: Triple) -> None:
        """The same value twice is one item."""
        for number, item in enumerate(self.slots[slot]):
            if item.value == value:
                self.slots[slot][number] = Item(value, item.triples + triples)
                return
        self.slots[slot].append(Item(value, triples))

    def triples(self) -> Iterator[Triple]:
        for items in self.slots.values():
            for item in items:
                yield from item.triples

    def __str__(self) -> str:
        sides = (self._names("plaintiffs"), self._names("defendants"), self._names("offences"))
        return caption(*sides)

    def _names(self, slot: str) -> list[str]:
        return [str(item.value) for item in self.slots[slot]]


@dataclass
class FoundClaim:
    """A claim of the document: `made` are speaker, stance and triple; `about` goes from names to triples."""

    node: Node
    made: list[tuple[str, Stance, Triple]] = field(default_factory=list)
    about: dict[str, list[Triple]] = field(default_factory=lambda: defaultdict(list))

    @property
    def text(self) -> str:
        properties: Any = self.node.properties
        return str(properties.text)

    def __str__(self) -> str:
        said = (f"{speaker} {stance}" for speaker, stance, _ in self.made)
        return f"{' and '.join(said) or 'nobody'}: {self.text}"


def found_frames(document: Document, names: Names) -> list[FoundFrame]:
    nodes = {node.id: node for node in document.nodes}
    frames = {node.id: FoundFrame(node) for node in document.nodes if node.type is NodeType.CASE}
    imposed: dict[str, list[Triple]] = defaultdict(list)
    for triple in document.triples:
        if triple.predicate is Predicate.IMPOSED_ON:
            imposed[triple.subject].append(triple)
    for triple in document.triples:
        subject, object_ = nodes[triple.subject], nodes[triple.object]
        if role := _ROLES.get(triple.predicate):
            frames[object_.id].add(role, names.of(subject), triple)
        elif part := _PARTS.get(triple.predicate):
            offence = triple.predicate is Predicate.CONCERNS
            frames[subject.id].add(part, object_.name if offence else names.of(object_), triple)
        elif triple.predicate is Predicate.HAS_EVENT:
            frames[subject.id].add("events", _properties(object_).kind, triple)
        elif triple.predicate is Predicate.HAS_PENALTY:
            for penalty, on in _penalties(object_, imposed[object_.id], nodes, names):
                frames[subject.id].add("penalties", penalty, triple, *on)
    return list(frames.values())


def _penalties(
    node: Node, imposed: list[Triple], nodes: dict[str, Node], names: Names
) -> Iterator[tuple[Penalty, list[Triple]]]:
    """The penalty once for each who bears it, with the triple that says so."""
    fields = _properties(node).model_dump()
    if not imposed:
        yield Penalty(**fields), []
    for triple in imposed:
        yield Penalty(**fields, on=names.of(nodes[triple.object])), [triple]


def _properties(node: Node) -> Any:
    return node.properties


def found_claims(document: Document, names: Names) -> list[FoundClaim]:
    nodes = {node.id: node for node in document.nodes}
    claims = {node.id: FoundClaim(node) for node in document.nodes if node.type is NodeType.CLAIM}
    for triple in document.triples:
        if triple.predicate is Predicate.MADE:
            properties: Any = triple.properties
            claims[triple.object].made.append((names.of(nodes[triple.subject]), properties.stance, triple))
        elif triple.predicate is Predicate.ABOUT:
            claims[triple.subject].about[names.of(nodes[triple.object])].append(triple)
    return list(claims.values())
