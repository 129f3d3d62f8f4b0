"""Setting up a graph on first use, by version, on both kinds of store."""

from typing import TYPE_CHECKING

import httpx
from neo4j import ManagedTransaction

from schema import GraphError, GraphOutdated
from service.cypher import setup as cypher
from service.graph.connection import Connection
from service.graph.statements import rows

if TYPE_CHECKING:
    from service.graph.store import Store


def ensure(store: "Store") -> None:
    """Create constraints and indexes unless the graph has them; raises GraphOutdated if a newer casegraph wrote it."""
    version = _version(store)
    if version > cypher.VERSION:
        raise GraphOutdated(
            f"the graph has version {version}, this casegraph knows {cypher.VERSION}",
            where=store.connection.uri,
            try_="upgrade casegraph",
        )
    if version < cypher.VERSION:
        _set_up(store)


def _version(store: "Store") -> int:
    return max((row["version"] for row in store.read(cypher.READ_VERSION)), default=0)


def _set_up(store: "Store") -> None:
    statements = [*cypher.constraints(), *([] if store.connection.embedded else cypher.full_text())]
    if store.connection.embedded:
        run_sql(store.connection, cypher.embedded_types())
    for statement in statements:
        store.write(lambda tx, text=statement: _run(tx, text))  # type: ignore[misc]
    if not store.connection.embedded:
        store.read("CALL db.awaitIndexes()")
    store.write(lambda tx: _run(tx, cypher.WRITE_VERSION, version=cypher.VERSION))


def _run(transaction: ManagedTransaction, statement: str, **parameters: object) -> None:
    rows(transaction, statement, **parameters)


def run_sql(connection: Connection, statements: list[str]) -> None:
    """Run SQL on the embedded graph, over HTTP: what its Bolt has no words for."""
    with httpx.Client(auth=(connection.user, connection.password), trust_env=False, timeout=60) as client:
        for statement in statements:
            answer = client.post(
                f"{connection.http}/api/v1/command/{connection.database}",
                json={"language": "sql", "command": statement},
            )
            if answer.is_error:
                raise GraphError(answer.text[:300], where=f"{connection.http}: {statement}")
