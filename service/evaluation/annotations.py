"""What a careful reader put down about an article: the gold annotations, one JSON file an article."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from schema import CURRENCIES, PARTY, EventKind, NodeType, PenaltyKind, PenaltyStatus, SourceError, Stance

UNNAMED = "?"  # begins the description of a party that the article does not name

Words = Annotated[str, Field(min_length=1)]


def _party(type_: NodeType) -> NodeType:
    if type_ not in PARTY:
        raise ValueError(f"{type_} is no type of an entity; these are {', '.join(sorted(PARTY))}")
    return type_


def _currency(code: str) -> str:
    if code not in CURRENCIES:
        raise ValueError(f"{code!r} is no ISO 4217 currency code")
    return code


class _Annotation(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Entity(_Annotation):
    name: Words
    type: Annotated[NodeType, AfterValidator(_party)]
    aliases: tuple[Words, ...] = ()


class Position(_Annotation):
    person: Words
    organization: Words | None = None
    title: Words


class Penalty(_Annotation):
    """`on` is who bears it; None where the article does not say."""

    kind: PenaltyKind
    status: PenaltyStatus
    amount: float | None = None
    currency: Annotated[str, AfterValidator(_currency)] | None = None
    months: float | None = None
    on: Words | None = None

    def __str__(self) -> str:
        money = f"{self.amount:,.15g} {self.currency}" if self.amount is not None else None
        months = f"{self.months:,.15g} months" if self.months is not None else None
        words = [self.kind, money, months, self.status, f"on {self.on}" if self.on else None]
        return " ".join(filter(None, words))


class Frame(_Annotation):
    """A legal proceeding."""

    plaintiffs: tuple[Words, ...] = ()
    defendants: tuple[Words, ...] = ()
    courts: tuple[Words, ...] = ()
    offences: tuple[Words, ...] = ()
    platforms: tuple[Words, ...] = ()
    judges: tuple[Words, ...] = ()
    counsel: tuple[Words, ...] = ()
    penalties: tuple[Penalty, ...] = ()
    events: tuple[EventKind, ...] = ()

    def __str__(self) -> str:
        return caption(self.plaintiffs, self.defendants, self.offences)


def caption(plaintiffs: Sequence[str], defendants: Sequence[str], offences: Sequence[str]) -> str:
    """
    >>> caption(["Ann"], [], ["libel"])
    'Ann v. ? (libel)'
    """
    sides = " v. ".join(", ".join(side) or UNNAMED for side in (plaintiffs, defendants))
    return f"{sides} ({', '.join(offences)})" if offences else sides


class Claim(_Annotation):
    speaker: Words
    stance: Stance
    about: tuple[Words, ...] = ()
    text: Words


class Gold(_Annotation):
    """All that is annotated of one article."""

    entities: tuple[Entity, ...]
    positions: tuple[Position, ...]
    cases: tuple[Frame, ...]
    claims: tuple[Claim, ...]

    def faults(self, text: str) -> Iterator[str]:
        """Where the annotations contradict the article's text or each other."""
        types = {entity.name: entity.type for entity in self.entities}
        if len(types) < len(self.entities):
            yield "an entity is listed twice"
        folded = text.casefold()
        for name in (name for entity in self.entities for name in (entity.name, *entity.aliases)):
            if name.casefold() not in folded:
                yield f"the name {name!r} is not in the article"
        for claim in self.claims:
            if claim.text not in text:
                yield f"the claim {claim.text[:60]!r} is not in the article as it stands there"
        for role, name, allowed in self._named():
            if not name.startswith(UNNAMED) and types.get(name) not in allowed:
                yield f"{role} {name!r} is no entity of type {' or '.join(sorted(allowed))}"

    def _named(self) -> Iterator[tuple[str, str, frozenset[NodeType]]]:
        """The name that stands in each role, and the types that it may have."""
        for position in self.positions:
            yield "person", position.person, frozenset({NodeType.PERSON})
            if position.organization:
                yield "organization", position.organization, PARTY
        for frame in self.cases:
            for role, names in _names_in(frame):
                yield from ((role, name, _TYPES.get(role, PARTY)) for name in names)
        for claim in self.claims:
            yield "speaker", claim.speaker, PARTY
            yield from (("about", name, PARTY) for name in claim.about)


_TYPES = {"courts": frozenset({NodeType.COURT}), "platforms": frozenset({NodeType.PLATFORM})}


def _names_in(frame: Frame) -> Iterator[tuple[str, tuple[str, ...]]]:
    for role in ("plaintiffs", "defendants", "courts", "platforms", "judges", "counsel"):
        yield role, getattr(frame, role)
    yield "penalty on", tuple(penalty.on for penalty in frame.penalties if penalty.on)


def load_gold(path: Path) -> Gold:
    """The annotations of a file; raises SourceError that names the file and its first fault."""
    remedy = "see docs/evaluate.md for the format"
    try:
        return Gold.model_validate_json(path.read_text(encoding="utf-8"))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        said = first["msg"].removeprefix("Value error, ")
        fault = " ".join((f"{place}: {said}" if place else said).split())
        raise SourceError(f"no annotations: {fault}", where=str(path), try_=remedy) from error
    except UnicodeDecodeError as error:
        raise SourceError("no UTF-8 text", where=str(path), try_="save it as UTF-8") from error
    except OSError as error:
        raise SourceError(f"it cannot be read ({error.strerror})", where=str(path), try_=remedy) from error


def check_gold(gold: Gold, text: str, path: Path) -> None:
    """Raise SourceError for the first fault of the annotations beside their article."""
    if fault := next(gold.faults(text), None):
        raise SourceError(
            fault, where=str(path), try_="correct the annotation; names and claims stand there as printed"
        )
