"""What a list may be narrowed by. Each filter adds its conditions to the pattern of the nodes it is about."""

import datetime
from enum import Enum

import strawberry

from schema import CaseStatus, NodeType, OrganizationKind, Predicate, Stance, normalise_name
from service.api.errors import BadInput
from service.api.parties import CaseRole, roles_of
from service.cypher.reading import Hop
from service.cypher.selection import Pattern

NAMES = 100


@strawberry.input(
    description="By name or alias. To `eq` and `in`, capitals, punctuation, “the” and a possessive make no difference."
)
class NameFilter:
    eq: str | None = None
    in_: list[str] | None = strawberry.field(name="in", default=None)
    contains: str | None = None

    def narrow(self, pattern: Pattern) -> None:
        if self.eq is not None:
            pattern.named([_filled(self.eq, "name.eq")])
        if self.in_ is not None:
            pattern.named(_few(self.in_, "name.in"))
        if self.contains is not None:
            pattern.name_contains(_filled(self.contains, "name.contains"))


@strawberry.input(description="By a part of the text; capitals make no difference.")
class TextFilter:
    contains: str

    def narrow(self, pattern: Pattern, property_: str) -> None:
        pattern.text_contains(property_, _filled(self.contains, f"{property_}.contains"))


@strawberry.input(description="By a day; both ends belong to it. What has no date does not fit.")
class DateFilter:
    from_: datetime.date | None = strawberry.field(name="from", default=None)
    to: datetime.date | None = None

    def narrow(self, pattern: Pattern, property_: str) -> None:
        if self.from_ is not None:
            pattern.at_least(property_, self.from_)
        if self.to is not None:
            pattern.at_most(property_, self.to)


@strawberry.input(description="A node, by its id or its name.")
class NamedFilter:
    id: strawberry.ID | None = None
    name: NameFilter | None = None

    def narrow(self, pattern: Pattern) -> None:
        if self.id is not None:
            pattern.identified(str(self.id))
        if self.name is not None:
            self.name.narrow(pattern)


@strawberry.input(description="Fits if at least one of the linked nodes fits.")
class NamedListFilter:
    some: NamedFilter

    def narrow(self, pattern: Pattern, *predicates: Predicate) -> None:
        self.some.narrow(pattern.linked(Hop(pattern.labels[0], predicates)))


@strawberry.input
class CaseFilter:
    name: NameFilter | None = None
    status: list[CaseStatus] | None = None
    filed_on: DateFilter | None = None
    decided_on: DateFilter | None = None
    plaintiffs: NamedListFilter | None = None
    defendants: NamedListFilter | None = None
    counsel: NamedListFilter | None = None
    judges: NamedListFilter | None = None
    courts: NamedListFilter | None = None
    offences: NamedListFilter | None = None
    platforms: NamedListFilter | None = None

    def narrow(self, pattern: Pattern) -> None:
        if self.name is not None:
            self.name.narrow(pattern)
        if self.status is not None:
            pattern.one_of("status", self.status)
        for property_ in ("filed_on", "decided_on"):
            dates: DateFilter | None = getattr(self, property_)
            if dates is not None:
                dates.narrow(pattern, property_)
        for field, predicate in _CASE_LINKS.items():
            linked: NamedListFilter | None = getattr(self, field)
            if linked is not None:
                linked.narrow(pattern, predicate)


_CASE_LINKS = {
    "plaintiffs": Predicate.PLAINTIFF_IN,
    "defendants": Predicate.DEFENDANT_IN,
    "counsel": Predicate.COUNSEL_IN,
    "judges": Predicate.JUDGE_IN,
    "courts": Predicate.HEARD_BY,
    "offences": Predicate.CONCERNS,
    "platforms": Predicate.ON_PLATFORM,
}


@strawberry.input(description="Fits if at least one of the cases fits.")
class CaseListFilter:
    some: CaseFilter


@strawberry.input
class PartyFilter:
    name: NameFilter | None = None
    role: CaseRole | None = strawberry.field(
        default=None, description="Has this role in a case; with `cases`, in one of those cases."
    )
    cases: CaseListFilter | None = strawberry.field(default=None, description="Has a role in such a case.")

    def narrow(self, pattern: Pattern) -> None:
        if self.name is not None:
            self.name.narrow(pattern)
        if self.role is not None or self.cases is not None:
            roles = (self.role.value,) if self.role else roles_of(pattern.labels[0])
            case = pattern.linked(Hop(pattern.labels[0], roles))
            if self.cases is not None:
                self.cases.some.narrow(case)


@strawberry.input
class OrganizationFilter(PartyFilter):
    kind: list[OrganizationKind] | None = None

    def narrow(self, pattern: Pattern) -> None:
        super().narrow(pattern)
        if self.kind is not None:
            pattern.one_of("kind", self.kind)


@strawberry.input
class ClaimFilter:
    text: TextFilter | None = None
    speaker: NamedFilter | None = None
    stance: Stance | None = strawberry.field(default=None, description="Made so; with `speaker`, by that speaker.")
    about: NamedFilter | None = None

    def narrow(self, pattern: Pattern) -> None:
        if self.text is not None:
            self.text.narrow(pattern, "text")
        if self.speaker is not None or self.stance is not None:
            speaker = pattern.linked(Hop(NodeType.CLAIM, (Predicate.MADE,)))
            if self.speaker is not None:
                self.speaker.narrow(speaker)
            if self.stance is not None:
                speaker.link_equals("stance", self.stance)
        if self.about is not None:
            self.about.narrow(pattern.linked(Hop(NodeType.CLAIM, (Predicate.ABOUT,))))


@strawberry.input
class ArticleFilter:
    name: TextFilter | None = strawberry.field(default=None, description="By its title.")
    publisher: TextFilter | None = None
    published_on: DateFilter | None = None
    mentions: NamedListFilter | None = None

    def narrow(self, pattern: Pattern) -> None:
        if self.name is not None:
            self.name.narrow(pattern, "name")
        if self.publisher is not None:
            self.publisher.narrow(pattern, "publisher")
        if self.published_on is not None:
            self.published_on.narrow(pattern, "published_on")
        if self.mentions is not None:
            self.mentions.narrow(pattern, Predicate.MENTIONS)


@strawberry.enum
class CaseOrderField(Enum):
    NAME = "name"
    FILED_ON = "filed_on"
    DECIDED_ON = "decided_on"


@strawberry.enum
class Direction(Enum):
    ASC = "asc"
    DESC = "desc"


@strawberry.input(description="Cases without the date come last; cases alike in it are ordered by name.")
class CaseOrder:
    field: CaseOrderField
    direction: Direction = Direction.ASC


def _filled(text: str, where: str) -> str:
    if not normalise_name(text):
        raise BadInput("has no letters", where=where)
    return text


def _few(names: list[str], where: str) -> list[str]:
    if len(names) > NAMES:
        raise BadInput(f"holds {len(names)} names", where=where, try_=f"{NAMES} at most")
    return names
