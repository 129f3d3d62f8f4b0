"""The evidence layer in the graph: articles with their mentions and statements, written, read and deleted whole."""

from collections.abc import Iterable
from typing import Any

from neo4j import ManagedTransaction
from neo4j.time import Date

from schema import NodeType, Predicate
from service.cypher import writing
from service.graph.evidence import ArticleEvidence, Mention, Statement, Target
from service.graph.rows import Row
from service.graph.statements import rows

_BESIDE = frozenset({"id", "type", "name", "key", "aliases", "spans"})


def write(transaction: ManagedTransaction, articles: list[Row]) -> None:
    """Write new articles; those of the same ids must have been deleted before."""
    for statement in (writing.WRITE_ARTICLES, writing.WRITE_MENTIONS, writing.WRITE_STATEMENTS):
        rows(transaction, statement, rows=articles)


def delete(transaction: ManagedTransaction, ids: list[str]) -> None:
    """Delete articles with all they say."""
    for statement in (writing.DELETE_STATEMENTS, writing.DELETE_MENTIONS, writing.DELETE_ARTICLES):
        rows(transaction, statement, ids=ids)


def read(transaction: ManagedTransaction, ids: Iterable[str]) -> dict[str, ArticleEvidence]:
    """What articles say, and what their mentions refer to now."""
    asked = sorted(ids)
    if not asked:
        return {}
    dates = {r["id"]: native(r["published_on"]) for r in rows(transaction, writing.READ_ARTICLES, ids=asked)}
    mentions: dict[str, dict[str, Mention]] = {id_: {} for id_ in dates}
    targets: dict[str, dict[str, Target]] = {id_: {} for id_ in dates}
    for row in rows(transaction, writing.READ_MENTIONS, ids=asked):
        mention = mention_of(row["mention"])
        mentions[row["article"]][mention.id] = mention
        if row["target"]:
            targets[row["article"]][mention.id] = Target(row["target"], row["how"], tuple(row["facts"] or ()))
    said = _statements(transaction, asked)
    return {
        id_: ArticleEvidence(id_, date, mentions[id_], tuple(said.get(id_, ())), targets[id_])
        for id_, date in dates.items()
    }


def _statements(transaction: ManagedTransaction, ids: list[str]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for row in rows(transaction, writing.READ_STATEMENTS, ids=ids):
        found.setdefault(row.pop("article"), []).append(statement_of(row))
    return found


def statement_of(row: Row) -> Statement:
    return Statement(**{**row, "predicate": Predicate(row["predicate"])})


def mention_of(properties: Row) -> Mention:
    """A mention from the properties of its node."""
    spans = properties.get("spans") or []
    return Mention(
        id=properties["id"],
        type=NodeType(properties["type"]),
        name=properties["name"],
        key=properties["key"],
        aliases=tuple(properties.get("aliases") or ()),
        start=min(spans[::2], default=0),
        count=max(1, len(spans) // 2),
        properties={name: native(value) for name, value in properties.items() if name not in _BESIDE},
    )


def native(value: Any) -> Any:
    """A date as Python has it."""
    return value.to_native() if isinstance(value, Date) else value
