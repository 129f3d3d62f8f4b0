"""The graph store: one driver, managed transactions only, errors in casegraph's own words."""

import contextlib
import fcntl
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from neo4j import Driver, GraphDatabase, ManagedTransaction
from neo4j.exceptions import ConstraintError

from service.graph import server
from service.graph.connection import Connection, connect
from service.graph.faults import translated
from service.graph.setup import ensure
from service.graph.statements import data
from service.settings import Settings

T = TypeVar("T")
CONFLICTS = 8
EMBEDDED_PATIENCE, NEO4J_PATIENCE = 3.0, 30.0  # seconds; only a cluster comes back by itself


class Store:
    """An open graph. Made by `Store.open`; whoever opens it closes it, best by `with`."""

    def __init__(self, driver: Driver, connection: Connection, turnstile: Path | None) -> None:
        self._driver, self.connection, self._turnstile = driver, connection, turnstile

    @classmethod
    def open(cls, settings: Settings) -> "Store":
        """Connect, and set up the schema of the graph if it is empty or older.

        Raises GraphUnavailable, GraphRefused, or GraphOutdated if a newer casegraph wrote the graph.
        """
        connection = connect(settings)
        turnstile = server.folder_of(settings) / "writing" if connection.embedded else None
        with translated(connection):
            driver = GraphDatabase.driver(
                connection.uri,
                auth=(connection.user, connection.password),
                notifications_min_severity="OFF",
                max_transaction_retry_time=EMBEDDED_PATIENCE if connection.embedded else NEO4J_PATIENCE,
            )
        store = cls(driver, connection, turnstile)
        try:
            with translated(connection):
                driver.verify_connectivity()  # at once; a transaction would try again for long
            ensure(store)
        except BaseException:
            store.close()
            raise
        return store

    def read(self, query: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a reading statement."""
        with translated(self.connection), self._driver.session(database=self.connection.database) as session:
            return session.execute_read(data, query, **parameters)

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Run `work` in one transaction; it may be run again, so it must not touch anything but the transaction.

        Writers of an embedded graph take turns: it has no locks, and who loses a race there does all its work again.
        """
        with self._turn(), translated(self.connection):
            for attempt in range(CONFLICTS):
                try:
                    return self._write_once(work)
                except ConstraintError:  # two MERGE of one id at once: the driver takes it for a fault and gives up
                    time.sleep(random.uniform(0, 0.05 * 2**attempt))
            return self._write_once(work)

    def _write_once(self, work: Callable[[ManagedTransaction], T]) -> T:
        with self._driver.session(database=self.connection.database) as session:
            return session.execute_write(work)

    @contextlib.contextmanager
    def _turn(self) -> Iterator[None]:
        if self._turnstile is None:
            yield
            return
        with self._turnstile.open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def close(self) -> None:
        """Close the connections. An embedded graph keeps running; `server.stop` ends it."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
