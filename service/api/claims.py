"""What was said: claims, who made them and whom they are about."""

from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from schema import NodeType, Predicate, Stance
from service.api.context import Info
from service.api.links import Link, link_fields, link_rows, links_of
from service.api.nodes import Node, make_node, represents
from service.api.parties import Party
from service.api.reader import Row
from service.cypher.reading import Hop

if TYPE_CHECKING:
    from service.api.articles import Article


@strawberry.type(description="Who made a claim, and how.")
class ClaimSpeaker(Link):
    claim: "Claim"
    speaker: Party
    stance: Stance
    cue: str = strawberry.field(description="The verb of saying.")


@strawberry.type(description="Whom or what a claim is about.")
class ClaimAbout(Link):
    claim: "Claim"
    about: Node = strawberry.field(description="A party or a case.")


@represents(NodeType.CLAIM)
@strawberry.type(description="A piece of reported speech or writing, as it stands in the article.")
class Claim(Node):
    text: str

    @classmethod
    def from_row(cls, row: Row) -> "Claim":
        return cls(id=row["id"], name=row["name"], text=row["text"])

    @strawberry.field(description="Who said it.")
    async def speakers(self, info: Info, first: int = 100) -> list[ClaimSpeaker]:
        hop = Hop(NodeType.CLAIM, (Predicate.MADE,))
        rows = await link_rows(info, hop, self.id, first)
        return [_made(row, hop, self.id, self, cast(Party, make_node(row["other"]))) for row in rows]

    @strawberry.field(description="Whom or what it is about.")
    async def about(self, info: Info, first: int = 100) -> list[ClaimAbout]:
        hop = Hop(NodeType.CLAIM, (Predicate.ABOUT,))
        found = await links_of(info, hop, self.id, first)
        return [ClaimAbout(**link, claim=self, about=about) for link, about in found]

    @strawberry.field(description="The articles that report it, the newest first.")
    async def articles(
        self, info: Info, first: int = 100
    ) -> list[Annotated["Article", strawberry.lazy("service.api.articles")]]:
        from service.api.articles import articles_about

        return await articles_about(info, NodeType.CLAIM, self.id, first)


def claim_about(row: Row, hop: Hop, about: Party) -> ClaimAbout:
    """Of a row that a hop from the party spoken of found."""
    return ClaimAbout(**link_fields(row, hop, about.id), claim=Claim.from_row(row["other"]), about=about)


def claim_speaker(row: Row, hop: Hop, speaker: Party) -> ClaimSpeaker:
    """Of a row that a hop from the speaker found."""
    return _made(row, hop, speaker.id, Claim.from_row(row["other"]), speaker)


def _made(row: Row, hop: Hop, anchor: str, claim: Claim, speaker: Party) -> ClaimSpeaker:
    said = row["link"]
    fields = link_fields(row, hop, anchor)
    return ClaimSpeaker(
        **fields, claim=claim, speaker=speaker, stance=Stance(said["stance"]), cue=said.get("cue") or ""
    )
