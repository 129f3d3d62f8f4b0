"""What can be asked."""

from typing import Protocol, TypeVar, cast

import strawberry

from schema import NodeType, type_of
from service.api.articles import Article
from service.api.cases import Case
from service.api.claims import Claim
from service.api.context import Anchor, Info
from service.api.errors import BadInput
from service.api.filters import (
    ArticleFilter,
    CaseFilter,
    CaseOrder,
    ClaimFilter,
    Direction,
    OrganizationFilter,
    PartyFilter,
)
from service.api.nodes import Node, make_node
from service.api.paging import PAGE, Connection, Page, selected, within
from service.api.parties import Court, Organization, Person, Platform
from service.cypher import reading
from service.cypher.reading import BY_NAME, NEWEST, Order, by_properties
from service.cypher.selection import Pattern, selection

N = TypeVar("N", bound=Node)
strawberry.enum(NodeType)


class Filter(Protocol):
    """Adds its conditions to a pattern."""

    def narrow(self, pattern: Pattern) -> None: ...


@strawberry.type(description="A node found by its words.")
class SearchHit:
    score: float = strawberry.field(description="How well it fits; comparable within one search only.")
    node: Node


@strawberry.type
class Query:
    @strawberry.field(description="The node with this id; null if there is none.")
    async def node(self, info: Info, id: strawberry.ID) -> Node | None:
        type_ = type_of(id)
        if type_ is None:
            return None
        rows = await info.context.read_for(Anchor(id), reading.nodes(type_))
        return make_node(rows[0]["other"]) if rows else None

    @strawberry.field(description="By name, if no other order is asked for.")
    async def cases(
        self,
        info: Info,
        filter: CaseFilter | None = None,
        order_by: list[CaseOrder] | None = None,
        first: int = 20,
        after: str | None = None,
    ) -> Connection[Case]:
        return await _list(info, Case, filter, Page.of(first, after, _case_order(order_by)))

    @strawberry.field
    async def people(
        self, info: Info, filter: PartyFilter | None = None, first: int = 20, after: str | None = None
    ) -> Connection[Person]:
        return await _list(info, Person, filter, Page.of(first, after, BY_NAME))

    @strawberry.field
    async def organizations(
        self, info: Info, filter: OrganizationFilter | None = None, first: int = 20, after: str | None = None
    ) -> Connection[Organization]:
        return await _list(info, Organization, filter, Page.of(first, after, BY_NAME))

    @strawberry.field
    async def courts(
        self, info: Info, filter: PartyFilter | None = None, first: int = 20, after: str | None = None
    ) -> Connection[Court]:
        return await _list(info, Court, filter, Page.of(first, after, BY_NAME))

    @strawberry.field
    async def platforms(
        self, info: Info, filter: PartyFilter | None = None, first: int = 20, after: str | None = None
    ) -> Connection[Platform]:
        return await _list(info, Platform, filter, Page.of(first, after, BY_NAME))

    @strawberry.field
    async def claims(
        self, info: Info, filter: ClaimFilter | None = None, first: int = 20, after: str | None = None
    ) -> Connection[Claim]:
        return await _list(info, Claim, filter, Page.of(first, after, BY_NAME))

    @strawberry.field(description="The newest first.")
    async def articles(
        self, info: Info, filter: ArticleFilter | None = None, first: int = 20, after: str | None = None
    ) -> Connection[Article]:
        return await _list(info, Article, filter, Page.of(first, after, NEWEST))

    @strawberry.field(description="By the words of names, aliases and claims, the best fit first.")
    async def search(
        self, info: Info, text: str, types: list[NodeType] | None = None, first: int = 20
    ) -> list[SearchHit]:
        labels = _searched(types)
        rows = await info.context.read(reading.SEARCH, text=_phrases(text), labels=labels, first=within(first, PAGE))
        return [SearchHit(score=row["score"], node=make_node(row["node"])) for row in rows]


async def _list(info: Info, class_: type[N], filter_: Filter | None, page: Page) -> Connection[N]:
    pattern = selection(NodeType(class_.__name__))
    if filter_ is not None:
        filter_.narrow(pattern)
    return await selected(info, pattern, page, lambda row: cast(N, class_.from_row(row["other"])))


def _case_order(orders: list[CaseOrder] | None) -> Order:
    if not orders:
        return BY_NAME
    return by_properties([(order.field.value, order.direction is Direction.DESC) for order in orders])


def _phrases(text: str) -> str:
    """The words as Lucene phrases: inside quotation marks only these and the backslash have a meaning of their own."""
    words = text.replace("\\", " ").replace('"', " ").split()
    if not any(c.isalnum() for c in text):
        raise BadInput("has no words", where="text")
    return " ".join(f'"{word}"' for word in words)


def _searched(types: list[NodeType] | None) -> list[str]:
    if types and NodeType.ARTICLE in types:
        raise BadInput("articles are not searched", where="types", try_="articles(filter: {name: {contains: …}})")
    return [type_.value for type_ in types or NodeType]
