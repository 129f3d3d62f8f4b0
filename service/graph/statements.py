"""Running a statement inside a transaction."""

from typing import Any

from neo4j import ManagedTransaction


def rows(transaction: ManagedTransaction, query: str, /, **parameters: Any) -> list[dict[str, Any]]:
    """The rows of a statement that answers values and maps, no nodes."""
    result = transaction.run(query, parameters)
    names = result.keys()
    return [dict(zip(names, record, strict=True)) for record in result]


def data(transaction: ManagedTransaction, query: str, /, **parameters: Any) -> list[dict[str, Any]]:
    """The rows of a statement; nodes and relationships in them as plain values."""
    return transaction.run(query, parameters).data()
