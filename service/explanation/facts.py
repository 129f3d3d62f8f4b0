"""The triples of a document as facts to be read: those of a case together, those of a claim, and the positions."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from schema import Document, Evidence, Node, NodeType, Triple
from schema import Predicate as P


@dataclass(frozen=True)
class Fact:
    """`what` is the other end of the link, seen from the group that the fact stands in."""

    number: int
    predicate: P
    what: str
    rule: str
    confidence: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Group:
    """A case, a claim or all positions; `kind` says which."""

    kind: str
    title: str
    facts: tuple[Fact, ...]


def groups_of(document: Document) -> list[Group]:
    """Facts are numbered in the order in which they are read; each triple is one of them."""
    nodes = {node.id: node for node in document.nodes}
    owners = {t.object: t.subject for t in document.triples if t.predicate is P.HAS_PENALTY}
    gathered: dict[str | None, list[Triple]] = defaultdict(list)
    for triple in document.triples:
        gathered[_owner(triple, nodes, owners)].append(triple)
    # In the order of the nodes: cases come before claims; what belongs to neither is last.
    ordered = [id_ for id_ in (*nodes, None) if id_ in gathered]
    numbers = iter(range(len(document.triples)))
    return [
        Group(*_heading(nodes[id_] if id_ else None), tuple(_fact(next(numbers), id_, t, nodes) for t in gathered[id_]))
        for id_ in ordered
    ]


def _owner(triple: Triple, nodes: dict[str, Node], owners: dict[str, str]) -> str | None:
    """The case or claim that the triple belongs to."""
    for id_ in (triple.subject, triple.object):
        if nodes[id_].type in (NodeType.CASE, NodeType.CLAIM):
            return id_
    return owners.get(triple.subject)


def _heading(node: Node | None) -> tuple[str, str]:
    if node is None:
        return "positions", "Who holds which office"
    return node.type.lower(), getattr(node.properties, "text", node.name)


def _fact(number: int, owner: str | None, triple: Triple, nodes: dict[str, Node]) -> Fact:
    ends = [id_ for id_ in (triple.subject, triple.object) if id_ != owner]
    what = " → ".join([nodes[id_].name for id_ in ends] + list(_details(triple, nodes[triple.object])))
    return Fact(number, triple.predicate, what, triple.rule, triple.confidence, triple.evidence)


def _details(triple: Triple, object_: Node) -> Iterator[str]:
    for value in (getattr(triple.properties, name, None) for name in ("title", "stance")):
        if value:
            yield str(value)
    if date := getattr(object_.properties, "date", None):
        yield str(date)
