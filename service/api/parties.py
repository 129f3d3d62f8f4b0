"""Those who act: people, organizations, courts, platforms and places, and the positions that people hold."""

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry

from schema import DOMAIN_AND_RANGE, NodeType, OrganizationKind, Predicate, Stance
from service.api.context import Info
from service.api.links import Link, links_of
from service.api.nodes import Node, represents
from service.api.paging import Connection, Page, stepped
from service.api.reader import Row
from service.cypher.reading import LINKS_BY_NAME, LINKS_NEWEST, Hop

if TYPE_CHECKING:
    from service.api.articles import Mention
    from service.api.cases import CaseParty
    from service.api.claims import ClaimAbout, ClaimSpeaker

strawberry.enum(OrganizationKind)
strawberry.enum(Stance)


@strawberry.enum(description="What a party is in a case.")
class CaseRole(Enum):
    PLAINTIFF = Predicate.PLAINTIFF_IN
    DEFENDANT = Predicate.DEFENDANT_IN
    COUNSEL = Predicate.COUNSEL_IN
    JUDGE = Predicate.JUDGE_IN


ROLES = tuple(role.value for role in CaseRole)


@strawberry.type(description="An office, membership or job that a person holds or held.")
class Position(Link):
    title: str
    person: "Person"
    organization: "Party" = strawberry.field(description="The organization, court or place of the office.")


@strawberry.interface(description="Who or what can act, sue and be sued.")
class Party(Node):
    aliases: list[str]

    @strawberry.field(description="The positions that this person holds; none for other parties.")
    async def positions(self, info: Info, first: int = 100) -> list[Position]:
        if not isinstance(self, Person):
            return []
        hop = Hop(NodeType.PERSON, (Predicate.HOLDS_POSITION,))
        held = await links_of(info, hop, self.id, first)
        return [Position(**link, title=link["key"].title, person=self, organization=other) for link, other in held]

    @strawberry.field(description="The cases it is a party, counsel or judge in, each with its role.")
    async def cases(
        self, info: Info, role: CaseRole | None = None, first: int = 20, after: str | None = None
    ) -> Connection[Annotated["CaseParty", strawberry.lazy("service.api.cases")]]:
        from service.api.cases import case_party

        hop = Hop(_label(self), (role.value,) if role else roles_of(_label(self)))
        page = Page.of(first, after, LINKS_BY_NAME)
        return await stepped(info, hop, self.id, page, lambda row: case_party(row, hop, self))

    @strawberry.field(description="What it said.")
    async def claims(
        self, info: Info, first: int = 20, after: str | None = None
    ) -> Connection[Annotated["ClaimSpeaker", strawberry.lazy("service.api.claims")]]:
        from service.api.claims import claim_speaker

        hop = Hop(_label(self), (Predicate.MADE,))
        page = Page.of(first, after, LINKS_BY_NAME)
        return await stepped(info, hop, self.id, page, lambda row: claim_speaker(row, hop, self))

    @strawberry.field(description="What was said about it.")
    async def claims_about(
        self, info: Info, first: int = 20, after: str | None = None
    ) -> Connection[Annotated["ClaimAbout", strawberry.lazy("service.api.claims")]]:
        from service.api.claims import claim_about

        hop = Hop(_label(self), (Predicate.ABOUT,))
        page = Page.of(first, after, LINKS_BY_NAME)
        return await stepped(info, hop, self.id, page, lambda row: claim_about(row, hop, self))

    @strawberry.field(description="The articles that mention it, the newest first.")
    async def mentions(
        self, info: Info, first: int = 20, after: str | None = None
    ) -> Connection[Annotated["Mention", strawberry.lazy("service.api.articles")]]:
        from service.api.articles import mention

        hop = Hop(_label(self), (Predicate.MENTIONS,))
        page = Page.of(first, after, LINKS_NEWEST)
        return await stepped(info, hop, self.id, page, lambda row: mention(row, self))


@represents(NodeType.PERSON)
@strawberry.type(description="A person, or a social-media handle that speaks or is sued.")
class Person(Party):
    titles: list[str]

    @classmethod
    def from_row(cls, row: Row) -> "Person":
        return cls(id=row["id"], name=row["name"], aliases=row["aliases"] or [], titles=row["titles"] or [])


@strawberry.interface(description="A party in which people hold positions.")
class Institution(Party):
    @strawberry.field(description="The positions that people hold here.")
    async def officers(self, info: Info, first: int = 100) -> list[Position]:
        hop = Hop(_label(self), (Predicate.HOLDS_POSITION,))
        held = await links_of(info, hop, self.id, first)
        return [Position(**link, title=link["key"].title, person=other, organization=self) for link, other in held]


@represents(NodeType.ORGANIZATION)
@strawberry.type(description="A company, party, ministry, newspaper or other body.")
class Organization(Institution):
    kind: OrganizationKind | None

    @classmethod
    def from_row(cls, row: Row) -> "Organization":
        kind = OrganizationKind(row["kind"]) if row["kind"] else None
        return cls(id=row["id"], name=row["name"], aliases=row["aliases"] or [], kind=kind)


@represents(NodeType.COURT)
@strawberry.type(description="A court of law.")
class Court(Institution):
    @classmethod
    def from_row(cls, row: Row) -> "Court":
        return cls(id=row["id"], name=row["name"], aliases=row["aliases"] or [])


@represents(NodeType.PLATFORM)
@strawberry.type(description="A social network, messenger, web host or video site.")
class Platform(Party):
    @classmethod
    def from_row(cls, row: Row) -> "Platform":
        return cls(id=row["id"], name=row["name"], aliases=row["aliases"] or [])


@represents(NodeType.PLACE)
@strawberry.type(description="A country, region, city, town or village; countries sue and are sued.")
class Place(Institution):
    @classmethod
    def from_row(cls, row: Row) -> "Place":
        return cls(id=row["id"], name=row["name"], aliases=row["aliases"] or [])


def _label(party: Party) -> NodeType:
    return NodeType(type(party).__name__)


def roles_of(label: NodeType) -> tuple[Predicate, ...]:
    """What a party of this type can be in a case."""
    return tuple(role for role in ROLES if label in DOMAIN_AND_RANGE[role][0])
