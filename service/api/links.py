"""Links between nodes: how well supported each is, and the passages that say it."""

import datetime
from typing import TYPE_CHECKING, Annotated, Any, cast

import strawberry

from schema import Predicate
from service.api.context import Anchor, Info, LinkKey
from service.api.nodes import make_node
from service.api.paging import LIST, within
from service.api.reader import Row
from service.cypher import reading
from service.cypher.reading import Hop

if TYPE_CHECKING:
    from service.api.articles import Article


@strawberry.type(description="A run of characters of an article, and what stands there.")
class Span:
    start: int
    end: int
    text: str


@strawberry.type(description="A passage that states a link, and in it the words that carry the link.")
class Evidence:
    quote: str
    start: int = strawberry.field(description="Where the quote begins in the article's text, in characters.")
    end: int
    subject: Span | None = strawberry.field(description="The words for the one who did, said or is it.")
    trigger: Span | None = strawberry.field(description="The word that decided.")
    object: Span | None
    rule: str = strawberry.field(description="The rule that found it.")
    confidence: float
    article: Annotated["Article", strawberry.lazy("service.api.articles")]

    @classmethod
    def from_row(cls, row: Row) -> "Evidence":
        said = row["statement"]
        plain = {name: said[name] for name in ("quote", "start", "end", "rule", "confidence")}
        spans: dict[str, Any] = {part: _span(said, part) for part in ("subject", "trigger", "object")}
        return cls(**plain, **spans, article=cast("Article", make_node(row["article"])))


def _span(said: Row, part: str) -> Span | None:
    start, end = said[f"{part}_start"], said[f"{part}_end"]
    if start is None or end is None:
        return None
    return Span(start=start, end=end, text=said["quote"][start - said["start"] : end - said["start"]])


@strawberry.interface(description="A link between two things, as the articles report it.")
class Link:
    confidence: float = strawberry.field(description="Of the surest statement, above 0 and at most 1.")
    support: int = strawberry.field(description="How many articles state it.")
    first_reported: datetime.date | None
    last_reported: datetime.date | None
    predicate: strawberry.Private[Predicate]
    key: strawberry.Private[LinkKey]

    @strawberry.field(description="The passages that state it, the surest first.")
    async def evidence(self, info: Info, first: int = 3) -> list[Evidence]:
        query = reading.evidence(self.predicate)
        rows = await info.context.read_for(self.key, query, first=within(first, LIST))
        return [Evidence.from_row(row) for row in rows]


def link_fields(row: Row, hop: Hop, anchor: str) -> dict[str, Any]:
    """What every Link has, of a row that a hop from the node `anchor` found."""
    link, predicate = row["link"], Predicate(row["predicate"])
    anchored_in_few = hop.outward != reading.walked_from_object(predicate)
    few, many = (anchor, row["other"]["id"]) if anchored_in_few else (row["other"]["id"], anchor)
    return {
        "confidence": link["confidence"],
        "support": link["support"],
        "first_reported": link.get("first_reported"),
        "last_reported": link.get("last_reported"),
        "predicate": predicate,
        "key": LinkKey(few, many, link.get("title")),
    }


async def links_of(info: Info, hop: Hop, id_: str, first: int) -> list[tuple[dict[str, Any], Any]]:
    """The first links of a node, the best supported first: what every Link has, and the node at the other end."""
    rows = await link_rows(info, hop, id_, first)
    return [(link_fields(row, hop, id_), make_node(row["other"])) for row in rows]


async def link_rows(info: Info, hop: Hop, id_: str, first: int) -> list[Row]:
    return await info.context.read_for(Anchor(id_), reading.linked(hop), first=within(first, LIST))
