"""The properties that each type of node and each predicate may carry."""

import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, NonNegativeInt, model_validator

from schema.currency import CURRENCIES
from schema.vocabulary import EventKind, NodeType, OrganizationKind, PenaltyKind, PenaltyStatus, Predicate, Stance


class Fact(BaseModel):
    """Base of every model of the schema: frozen, and a field it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)


def _known_currency(code: str) -> str:
    if code not in CURRENCIES:
        raise ValueError(f"{code!r} is no ISO 4217 currency code")
    return code


Currency = Annotated[str, AfterValidator(_known_currency)]


class NoProperties(Fact):
    """For types and predicates that carry none."""


class PersonProperties(Fact):
    titles: tuple[str, ...] = ()


class OrganizationProperties(Fact):
    kind: OrganizationKind | None = None


class PenaltyProperties(Fact):
    """A penalty. Money has `amount` and `currency` together; a prison term has `months`, which is None for life."""

    kind: PenaltyKind
    status: PenaltyStatus
    amount: Annotated[float, Field(gt=0)] | None = None
    currency: Currency | None = None
    months: Annotated[float, Field(gt=0)] | None = None

    @model_validator(mode="after")
    def _money_is_whole(self) -> "PenaltyProperties":
        if (self.amount is None) != (self.currency is None):
            raise ValueError("an amount needs its currency, and a currency its amount")
        return self


class EventProperties(Fact):
    kind: EventKind
    date: datetime.date | None = None


class ClaimProperties(Fact):
    """The claim's words: `text` is `article.text[start:end]`."""

    text: str
    start: NonNegativeInt
    end: NonNegativeInt


class MadeProperties(Fact):
    stance: Stance
    cue: str = ""


class PositionProperties(Fact):
    title: Annotated[str, Field(min_length=1)]


AnyNodeProperties = (
    PersonProperties | OrganizationProperties | PenaltyProperties | EventProperties | ClaimProperties | NoProperties
)
AnyTripleProperties = MadeProperties | PositionProperties | NoProperties

NODE_PROPERTIES: dict[NodeType, type[Fact]] = {
    NodeType.PERSON: PersonProperties,
    NodeType.ORGANIZATION: OrganizationProperties,
    NodeType.COURT: NoProperties,
    NodeType.PLATFORM: NoProperties,
    NodeType.PLACE: NoProperties,
    NodeType.CASE: NoProperties,
    NodeType.OFFENCE: NoProperties,
    NodeType.PENALTY: PenaltyProperties,
    NodeType.EVENT: EventProperties,
    NodeType.CLAIM: ClaimProperties,
}

TRIPLE_PROPERTIES: dict[Predicate, type[Fact]] = {
    **{p: NoProperties for p in Predicate if p is not Predicate.MENTIONS},
    Predicate.MADE: MadeProperties,
    Predicate.HOLDS_POSITION: PositionProperties,
}
