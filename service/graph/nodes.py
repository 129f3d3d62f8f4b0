"""Nodes of the canonical layer: adding what mentions tell of them, deriving anew those that lost a mention."""

from collections.abc import Iterable
from typing import Any

from neo4j import ManagedTransaction

from schema import PARTY, NodeType, type_of
from service.cypher import writing
from service.graph.archive import mention_of, native
from service.graph.captions import described
from service.graph.contributions import Share, share
from service.graph.rows import Row
from service.graph.statements import rows


class Nodes:
    """The canonical nodes as one transaction sees them. `cases` gathers those whose names have to be made again."""

    def __init__(self, transaction: ManagedTransaction) -> None:
        self._tx = transaction
        self.cases: set[str] = set()

    def add(self, nodes: dict[str, set[Share]]) -> None:
        """Add what mentions tell; a node that is new is made. The properties of a case are not told by mentions."""
        for label, ids in by_type(nodes).items():
            known = self.known(label, ids)
            if label is NodeType.CASE:
                self.write(label, {id_: {} for id_ in ids if id_ not in known}, known)
            else:
                self.write(label, {id_: described(label, nodes[id_], known.get(id_)) for id_ in ids}, known)

    def make(self, ids: Iterable[str]) -> None:
        """Have nodes to which mentions can refer; `derive` fills them in."""
        for label, some in by_type(ids).items():
            known = self.known(label, some)
            self.write(label, {id_: {} for id_ in some if id_ not in known}, known)

    def derive(self, ids: Iterable[str]) -> None:
        """Describe nodes by the mentions that refer to them now; delete those to which none does."""
        for label, some in by_type(ids).items():
            shares: dict[str, set[Share]] = {}
            for row in self._run(writing.mentions_of(label), ids=some):
                shares.setdefault(row["id"], set()).add(share(mention_of(row["mention"]), row["how"]))
            if orphans := [id_ for id_ in some if id_ not in shares]:
                self._run(writing.delete_nodes(label), ids=orphans)
            if shares and label is not NodeType.CASE:
                known = self.known(label, list(shares))
                self.write(label, {id_: described(label, told) for id_, told in shares.items()}, known)

    def known(self, label: NodeType, ids: list[str]) -> dict[str, Row]:
        """The properties of those that exist, without the id."""
        found = self._run(writing.read_nodes(label), ids=ids)
        return {r["id"]: {k: native(v) for k, v in r["properties"].items() if k != "id"} for r in found}

    def write(self, label: NodeType, nodes: dict[str, Row], known: dict[str, Row]) -> None:
        """Write the nodes that differ from what is known of them."""
        new = [{"id": id_, **properties} for id_, properties in nodes.items() if properties != known.get(id_)]
        if new:
            self._run(writing.write_nodes(label), rows=new)
        renamed = [r["id"] for r in new if r["id"] in known and r.get("name") != known[r["id"]].get("name")]
        if renamed and (label in PARTY or label is NodeType.OFFENCE):
            self.cases |= {r["id"] for r in self._run(writing.cases_of(label), ids=renamed)}

    def _run(self, statement: str, **parameters: Any) -> list[Row]:
        return rows(self._tx, statement, **parameters)


def label_of(id_: str) -> NodeType:
    """The label of the node with a canonical id."""
    found = type_of(id_)
    if found is None:
        raise ValueError(f"{id_!r} is no canonical id")
    return found


def by_type(ids: Iterable[str]) -> dict[NodeType, list[str]]:
    """Ids grouped by the type they begin with."""
    groups: dict[NodeType, list[str]] = {}
    for id_ in sorted(ids):
        groups.setdefault(label_of(id_), []).append(id_)
    return groups
