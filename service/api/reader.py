"""The reading side of the graph: one asynchronous driver, read transactions only, plain Python values."""

import asyncio
import contextlib
from typing import Any, Self

from neo4j import READ_ACCESS, AsyncDriver, AsyncGraphDatabase, AsyncManagedTransaction
from neo4j.time import Date, DateTime

from schema import GraphError, GraphUnavailable
from service.graph.connection import Connection, connect
from service.graph.faults import translated
from service.graph.store import Store
from service.settings import Settings

Row = dict[str, Any]
Opened = tuple[AsyncDriver, Connection]

#: Seconds. A reader who waits wants to hear that the graph is down; the driver's own retries go on for half a minute.
_PATIENCE = 5.0


class Reader:
    """Reads the graph that the settings name. Whoever makes it closes it, best by `async with`.

    It connects when first asked, and anew after the graph was lost: the embedded graph comes back on another port.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._opening: asyncio.Task[Opened] | None = None

    async def read(self, query: str, **parameters: Any) -> list[Row]:
        """The rows of a statement, in one read transaction; GraphError says why there are none."""
        driver, connection = await self._opened()
        try:
            with translated(connection):
                async with driver.session(database=connection.database, default_access_mode=READ_ACCESS) as session:
                    found = await session.execute_read(_rows, query, parameters)
        except GraphUnavailable:
            await self._lose(driver)
            raise
        return [{name: _plain(value) for name, value in row.items()} for row in found]

    async def _opened(self) -> Opened:
        """All who ask at once wait for one attempt and hear of its failure together; who asks later makes another."""
        opening = self._opening = self._opening or asyncio.create_task(self._connect())
        try:
            return await asyncio.shield(opening)
        finally:
            if opening.done() and (opening.cancelled() or opening.exception()) and self._opening is opening:
                self._opening = None

    async def _connect(self) -> Opened:
        connection = await asyncio.to_thread(connect, self._settings)
        with translated(connection):
            driver = AsyncGraphDatabase.driver(
                connection.uri,
                auth=(connection.user, connection.password),
                notifications_min_severity="OFF",
                connection_timeout=_PATIENCE,
                max_transaction_retry_time=_PATIENCE,
            )
        try:
            with translated(connection):
                await driver.verify_connectivity()
            await asyncio.to_thread(_set_up, self._settings)
        except BaseException:
            await driver.close()
            raise
        return driver, connection

    async def _lose(self, driver: AsyncDriver) -> None:
        """Forget a connection; not the one that another reader may have opened since."""
        opening = self._opening
        if opening and opening.done() and opening.result()[0] is driver:
            self._opening = None
        await driver.close()

    async def close(self) -> None:
        """Close the connections; the next read opens new ones."""
        opening, self._opening = self._opening, None
        if opening is None:
            return
        opening.cancel()
        with contextlib.suppress(GraphError, asyncio.CancelledError):
            driver, _ = await opening
            await driver.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


def _set_up(settings: Settings) -> None:
    """A graph that nothing was loaded into has no index to search in; a newer casegraph's is refused."""
    Store.open(settings).close()


async def _rows(transaction: AsyncManagedTransaction, query: str, parameters: Row) -> list[Row]:
    result = await transaction.run(query, parameters)
    return await result.data()


def _plain(value: Any) -> Any:
    """The driver's dates as Python's."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.to_native() if isinstance(value, Date | DateTime) else value
