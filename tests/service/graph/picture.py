"""A graph as sorted rows, to compare two of them."""

import json
from typing import Any

from schema import NodeType
from service.graph.store import Store

_LABELS = (*NodeType, "Mention", "Statement", "Alias")
_CANONICAL = tuple(t for t in NodeType if t is not NodeType.ARTICLE)


def picture(store: Store) -> list[str]:
    """All nodes and relationships but for what setup and turn-taking leave, without the time of ingestion."""
    return _nodes(store, _LABELS) + _links(store, "true")


def canonical(store: Store) -> list[str]:
    """The canonical layer, and what refers to it."""
    return _nodes(store, (*_CANONICAL, "Alias")) + _links(
        store, "NOT type(r) IN ['HAS_MENTION', 'STATES', 'SUBJECT', 'OBJECT']"
    )


def _nodes(store: Store, labels: tuple[str, ...]) -> list[str]:
    found = []
    for label in labels:
        for row in store.read(f"MATCH (n:{label}) RETURN properties(n) AS p"):
            row["p"].pop("ingested_at", None)
            found.append(_line(label, row["p"]))
    return sorted(found)


def _links(store: Store, condition: str) -> list[str]:
    query = f"MATCH (a)-[r]->(b) WHERE {condition} RETURN a.id AS a, type(r) AS t, b.id AS b, properties(r) AS p"
    return sorted(_line(row["a"], row["t"], row["b"], row["p"]) for row in store.read(query))


def _line(*parts: Any) -> str:
    return json.dumps(parts, sort_keys=True, default=str)
