"""Relay connections with keyset cursors: a page begins after the sort values of the last node seen."""

import base64
import binascii
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import strawberry

from service.api.context import Anchor, Info
from service.api.errors import BadInput
from service.api.reader import Row
from service.cypher import reading, selection
from service.cypher.reading import Hop, Order
from service.cypher.selection import Pattern

T = TypeVar("T")
PAGE = 100
LIST = 1000


@strawberry.type(description="Where a page stands in the whole list.")
class PageInfo:
    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@strawberry.type(description="One item of a page.")
class Edge(Generic[T]):
    cursor: str
    node: T


@strawberry.type(description="One page of a list.")
class Connection(Generic[T]):
    edges: list[Edge[T]]
    page_info: PageInfo
    count: strawberry.Private[Callable[[], Awaitable[int]]]

    @strawberry.field(description="The length of the whole list; counted only when asked for.")
    async def total_count(self) -> int:
        return await self.count()


@dataclass(frozen=True)
class Page:
    """What is asked for: `first` items in an order, after the one with these sort values."""

    first: int
    order: Order
    after: tuple[str, ...] | None

    @classmethod
    def of(cls, first: int, after: str | None, order: Order) -> "Page":
        """Raises BadInput for a `first` out of bounds and for a cursor that is none of this list."""
        return cls(within(first, PAGE), order, None if after is None else read_cursor(after, order))

    def parameters(self) -> dict[str, int | tuple[str, ...]]:
        """One item more than asked for tells whether there is a next page."""
        return {"first": self.first + 1, **({} if self.after is None else {"after": self.after})}


def within(first: int, most: int) -> int:
    if not 1 <= first <= most:
        raise BadInput(f"must be 1 to {most}, not {first}", where="first")
    return first


def write_cursor(values: list[str], order: Order) -> str:
    return base64.urlsafe_b64encode(json.dumps([order.name, *values]).encode()).decode()


def read_cursor(cursor: str, order: Order) -> tuple[str, ...]:
    """The sort values in a cursor; BadInput if it was not made for this order."""
    try:
        name, *values = json.loads(base64.b64decode(cursor.encode(), altchars=b"-_", validate=True))
    except (ValueError, TypeError, binascii.Error):
        name, values = None, []
    if name != order.name or len(values) != len(order.keys) or not all(isinstance(v, str) for v in values):
        raise BadInput(
            "is no cursor of this list in this order", where="after", try_="endCursor of the page before, as it is"
        )
    return tuple(values)


def connection(
    rows: list[Row], page: Page, make: Callable[[Row], T], count: Callable[[], Awaitable[int]]
) -> Connection[T]:
    """The page that `rows` hold, one more than asked for if there is a next page."""
    edges = [Edge(cursor=write_cursor(row["sort"], page.order), node=make(row)) for row in rows[: page.first]]
    info = PageInfo(
        has_next_page=len(rows) > page.first,
        has_previous_page=page.after is not None,
        start_cursor=edges[0].cursor if edges else None,
        end_cursor=edges[-1].cursor if edges else None,
    )
    return Connection(edges=edges, page_info=info, count=count)


async def selected(info: Info, pattern: Pattern, page: Page, make: Callable[[Row], T]) -> Connection[T]:
    """A page of the nodes that fit a pattern."""
    await _find_names(info, pattern)
    query = selection.page(pattern, page.order, after=page.after is not None)
    rows = await info.context.read(query, **pattern.parameters.values, **page.parameters())

    async def count() -> int:
        [row] = await info.context.read(selection.count(pattern), **pattern.parameters.values)
        return int(row["count"])

    return connection(rows, page, make, count)


async def _find_names(info: Info, pattern: Pattern) -> None:
    """Names stand for ids before anything else is asked: the graph finds those by an index."""
    names = pattern.parameters.wanted()
    if names:
        pattern.parameters.found(await info.context.read(selection.BEARERS, names=names, first=selection.MOST_BEARERS))


async def stepped(info: Info, hop: Hop, id_: str, page: Page, make: Callable[[Row], T]) -> Connection[T]:
    """A page of the links of a node."""
    query = reading.linked(hop, page.order, after=page.after is not None)
    rows = await info.context.read_for(Anchor(id_), query, **page.parameters())

    async def count() -> int:
        counted = await info.context.read_for(Anchor(id_), reading.linked_count(hop))
        return int(counted[0]["count"]) if counted else 0

    return connection(rows, page, make, count)
