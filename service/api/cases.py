"""Legal proceedings, and what belongs to them: offences, penalties, events."""

import datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from schema import CaseStatus, EventKind, NodeType, PenaltyKind, PenaltyStatus, Predicate
from service.api.context import Info
from service.api.links import Link, link_fields, links_of
from service.api.nodes import Node, represents
from service.api.parties import CaseRole, Court, Party, Platform
from service.api.reader import Row
from service.cypher.reading import Hop

if TYPE_CHECKING:
    from service.api.articles import Article
    from service.api.claims import ClaimAbout

for _kind in (CaseStatus, EventKind, PenaltyKind, PenaltyStatus):
    strawberry.enum(_kind)


@represents(NodeType.OFFENCE)
@strawberry.type(description="What a case is about, as a short phrase: defamation, tax evasion.")
class Offence(Node):
    @classmethod
    def from_row(cls, row: Row) -> "Offence":
        return cls(id=row["id"], name=row["name"])


@strawberry.type(description="On whom a penalty is or would be imposed.")
class PenaltyParty(Link):
    penalty: "Penalty"
    party: Party


@represents(NodeType.PENALTY)
@strawberry.type(description="A penalty, sought or imposed.")
class Penalty(Node):
    kind: PenaltyKind
    status: PenaltyStatus
    amount: float | None
    currency: str | None = strawberry.field(description="ISO 4217.")
    months: float | None = strawberry.field(description="Of prison; null for life.")

    @classmethod
    def from_row(cls, row: Row) -> "Penalty":
        return cls(
            id=row["id"],
            name=row["name"],
            kind=PenaltyKind(row["kind"]),
            status=PenaltyStatus(row["status"]),
            **{name: row[name] for name in ("amount", "currency", "months")},
        )

    @strawberry.field(description="Who bears it.")
    async def imposed_on(self, info: Info, first: int = 100) -> list[PenaltyParty]:
        hop = Hop(NodeType.PENALTY, (Predicate.IMPOSED_ON,))
        bearers = await links_of(info, hop, self.id, first)
        return [PenaltyParty(**link, penalty=self, party=party) for link, party in bearers]


@represents(NodeType.EVENT)
@strawberry.type(description="A step of a case.")
class Event(Node):
    kind: EventKind
    date: datetime.date | None

    @classmethod
    def from_row(cls, row: Row) -> "Event":
        return cls(id=row["id"], name=row["name"], kind=EventKind(row["kind"]), date=row["date"])


@strawberry.type(description="A party's part in a case.")
class CaseParty(Link):
    role: CaseRole
    case: "Case"
    party: Party


@strawberry.type(description="A court that hears or decided a case.")
class CaseCourt(Link):
    case: "Case"
    court: Court


@strawberry.type(description="What a case is about.")
class CaseOffence(Link):
    case: "Case"
    offence: Offence


@strawberry.type(description="A platform on which the disputed words or acts took place.")
class CasePlatform(Link):
    case: "Case"
    platform: Platform


@strawberry.type(description="A penalty sought or imposed in a case.")
class CasePenalty(Link):
    case: "Case"
    penalty: Penalty


@strawberry.type(description="A step of a case.")
class CaseEvent(Link):
    case: "Case"
    event: Event


@represents(NodeType.CASE)
@strawberry.type(description="A legal proceeding, from the complaint to the last appeal.")
class Case(Node):
    status: CaseStatus = strawberry.field(description="Where it stands by the events that were reported.")
    filed_on: datetime.date | None
    decided_on: datetime.date | None

    @classmethod
    def from_row(cls, row: Row) -> "Case":
        status = CaseStatus(row["status"] or CaseStatus.UNKNOWN)
        return cls(
            id=row["id"], name=row["name"], status=status, filed_on=row["filed_on"], decided_on=row["decided_on"]
        )

    @strawberry.field(description="Who sued, complained or petitioned.")
    async def plaintiffs(self, info: Info, first: int = 100) -> list[CaseParty]:
        return await self._parties(info, CaseRole.PLAINTIFF, first)

    @strawberry.field(description="Who is sued, accused, charged or tried.")
    async def defendants(self, info: Info, first: int = 100) -> list[CaseParty]:
        return await self._parties(info, CaseRole.DEFENDANT, first)

    @strawberry.field(description="The lawyers, firms and prosecutors who act in it.")
    async def counsel(self, info: Info, first: int = 100) -> list[CaseParty]:
        return await self._parties(info, CaseRole.COUNSEL, first)

    @strawberry.field
    async def judges(self, info: Info, first: int = 100) -> list[CaseParty]:
        return await self._parties(info, CaseRole.JUDGE, first)

    @strawberry.field
    async def courts(self, info: Info, first: int = 100) -> list[CaseCourt]:
        found = await self._links(info, Predicate.HEARD_BY, first)
        return [CaseCourt(**link, case=self, court=court) for link, court in found]

    @strawberry.field
    async def offences(self, info: Info, first: int = 100) -> list[CaseOffence]:
        found = await self._links(info, Predicate.CONCERNS, first)
        return [CaseOffence(**link, case=self, offence=offence) for link, offence in found]

    @strawberry.field(description="Where the disputed words or acts took place.")
    async def platforms(self, info: Info, first: int = 100) -> list[CasePlatform]:
        found = await self._links(info, Predicate.ON_PLATFORM, first)
        return [CasePlatform(**link, case=self, platform=platform) for link, platform in found]

    @strawberry.field
    async def penalties(self, info: Info, first: int = 100) -> list[CasePenalty]:
        found = await self._links(info, Predicate.HAS_PENALTY, first)
        return [CasePenalty(**link, case=self, penalty=penalty) for link, penalty in found]

    @strawberry.field
    async def events(self, info: Info, first: int = 100) -> list[CaseEvent]:
        found = await self._links(info, Predicate.HAS_EVENT, first)
        return [CaseEvent(**link, case=self, event=event) for link, event in found]

    @strawberry.field(description="What was said about it.")
    async def claims(
        self, info: Info, first: int = 100
    ) -> list[Annotated["ClaimAbout", strawberry.lazy("service.api.claims")]]:
        from service.api.claims import ClaimAbout

        found = await self._links(info, Predicate.ABOUT, first)
        return [ClaimAbout(**link, claim=claim, about=self) for link, claim in found]

    @strawberry.field(description="The articles that report it, the newest first.")
    async def articles(
        self, info: Info, first: int = 100
    ) -> list[Annotated["Article", strawberry.lazy("service.api.articles")]]:
        from service.api.articles import articles_about

        return await articles_about(info, NodeType.CASE, self.id, first)

    async def _parties(self, info: Info, role: CaseRole, first: int) -> list[CaseParty]:
        found = await self._links(info, role.value, first)
        return [CaseParty(**link, role=role, case=self, party=party) for link, party in found]

    async def _links(self, info: Info, predicate: Predicate, first: int) -> list[tuple[dict[str, Any], Any]]:
        return await links_of(info, Hop(NodeType.CASE, (predicate,)), self.id, first)


def case_party(row: Row, hop: Hop, party: Party) -> CaseParty:
    """Of a row that a hop from the party found."""
    link = link_fields(row, hop, party.id)
    return CaseParty(**link, role=CaseRole(link["predicate"]), case=Case.from_row(row["other"]), party=party)
