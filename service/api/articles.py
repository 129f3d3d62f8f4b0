"""Articles, and which parties, cases and claims each mentions."""

import datetime
from typing import cast

import strawberry

from schema import NodeType, Predicate
from service.api.cases import Case
from service.api.claims import Claim
from service.api.context import Anchor, Info
from service.api.nodes import Node, make_node, represents
from service.api.paging import LIST, Connection, Page, stepped, within
from service.api.parties import Party
from service.api.reader import Row
from service.cypher import reading
from service.cypher.reading import LINKS_BY_NAME, Hop

_PLAIN = ("source", "url", "title", "publisher", "published_on", "language", "ingested_at", "extractor")


@strawberry.type(description="That an article mentions a party.")
class Mention:
    article: "Article"
    party: Party
    count: int = strawberry.field(description="How often.")


@represents(NodeType.ARTICLE)
@strawberry.type(description="An article that was ingested.")
class Article(Node):
    source: str = strawberry.field(description="The file or address that it was read from.")
    url: str | None
    title: str | None
    publisher: str | None
    authors: list[str]
    published_on: datetime.date | None
    language: str
    ingested_at: datetime.datetime
    extractor: str = strawberry.field(description="The program, with its version, that read it.")

    @classmethod
    def from_row(cls, row: Row) -> "Article":
        plain = {name: row[name] for name in _PLAIN}
        return cls(id=row["id"], name=row["name"], authors=row["authors"] or [], **plain)

    @strawberry.field(description="All of it; the offsets of evidence count its characters.")
    async def text(self, info: Info) -> str:
        [row] = await info.context.read_for(Anchor(self.id), reading.ARTICLE_TEXTS)
        return str(row["text"])

    @strawberry.field(description="The parties that it mentions.")
    async def mentions(self, info: Info, first: int = 20, after: str | None = None) -> Connection[Mention]:
        hop = Hop(NodeType.ARTICLE, (Predicate.MENTIONS,))
        page = Page.of(first, after, LINKS_BY_NAME)
        return await stepped(info, hop, self.id, page, lambda row: _mentioned(row, self))

    @strawberry.field(description="The cases that it reports.")
    async def cases(self, info: Info, first: int = 100) -> list[Case]:
        rows = await self._found(info, NodeType.CASE, first)
        return [Case.from_row(row["other"]) for row in rows]

    @strawberry.field(description="The claims that it reports.")
    async def claims(self, info: Info, first: int = 100) -> list[Claim]:
        rows = await self._found(info, NodeType.CLAIM, first)
        return [Claim.from_row(row["other"]) for row in rows]

    async def _found(self, info: Info, label: NodeType, first: int) -> list[Row]:
        query = reading.found_in_articles(label)
        return await info.context.read_for(Anchor(self.id), query, first=within(first, LIST))


async def articles_about(info: Info, label: NodeType, id_: str, first: int) -> list[Article]:
    """The first articles that mention a node, the newest first."""
    rows = await info.context.read_for(Anchor(id_), reading.articles_about(label), first=within(first, LIST))
    return [Article.from_row(row["other"]) for row in rows]


def mention(row: Row, party: Party) -> Mention:
    """Of a row that a hop from the party found."""
    return Mention(article=Article.from_row(row["other"]), party=party, count=row["link"]["count"])


def _mentioned(row: Row, article: Article) -> Mention:
    return Mention(article=article, party=cast(Party, make_node(row["other"])), count=row["link"]["count"])
