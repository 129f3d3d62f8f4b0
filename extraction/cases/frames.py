"""What one verb or noun says about a proceeding, and the case that many of them tell together."""

import datetime
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from extraction.cases.lexicons import Needs, NounClass, Role
from extraction.reading import Thing
from schema import EventKind, NodeType, PenaltyKind


@dataclass(frozen=True)
class Filler:
    """A party in a slot: who (None where the text names nobody), and the very words."""

    thing: Thing | None
    words: Span
    indefinite: bool = False
    plural: bool = False

    @property
    def is_court(self) -> bool:
        return self.thing is not None and self.thing.type is NodeType.COURT


@dataclass(frozen=True)
class Matter:
    """An offence or what else a case is about, as a name, and the words that say so."""

    name: str
    words: Span
    speech: bool = False
    known: bool = True  # it stands in the lexicon
    weak: bool = False  # as a word that has other uses, too


@dataclass
class Frame:
    """One mention of a proceeding."""

    trigger: Token
    words: Span
    rule: str
    event: EventKind | None
    needs: Needs
    sentence: int
    roles: dict[Role, list[Filler]] = field(default_factory=lambda: {r: [] for r in Role})
    matters: list[Matter] = field(default_factory=list)
    kinds: set[NounClass] = field(default_factory=set)
    definite: bool = False
    novel: bool = False
    penalty: PenaltyKind | None = None
    refusal: str | None = None
    challenges_act: bool = False
    date: datetime.date | None = None

    def things(self, *roles: Role) -> set[int]:
        """Python's ids of the named parties in the roles."""
        return {id(f.thing) for r in roles for f in self.roles[r] if f.thing is not None}

    def unnamed(self, role: Role) -> bool:
        """True where only somebody without a name, not spoken of before, stands in the role."""
        return bool(self.roles[role]) and all(f.thing is None and f.indefinite for f in self.roles[role])


@dataclass(frozen=True)
class Support:
    """Why something is said of a case: the words of the one end, the words that decided, the rule, how sure it is."""

    words: Span
    trigger: Span
    rule: str
    confidence: float


@dataclass(frozen=True)
class Slot:
    """A named thing in a slot of a case."""

    thing: Thing
    support: Support


@dataclass
class Case:
    """Frames that tell of one proceeding, and what was found for its slots."""

    frames: list[Frame] = field(default_factory=list)
    parties: dict[Role, list[Slot]] = field(default_factory=lambda: {Role.PLAINTIFF: [], Role.DEFENDANT: []})
    courts: list[Slot] = field(default_factory=list)
    judges: list[Slot] = field(default_factory=list)
    counsel: list[Slot] = field(default_factory=list)
    platforms: list[Slot] = field(default_factory=list)
    matters: list[tuple[Matter, Support]] = field(default_factory=list)
    penalties: list["Penalty"] = field(default_factory=list)
    nameless: bool = False  # its defendant is somebody without a name

    @property
    def kinds(self) -> set[NounClass]:
        return {k for f in self.frames for k in f.kinds}

    def ids(self, *roles: Role) -> set[int]:
        return {id(s.thing) for r in roles for s in self.parties[r]}

    def has_party(self, thing: Thing) -> bool:
        return id(thing) in self.ids(Role.PLAINTIFF, Role.DEFENDANT)

    def things(self, role: Role) -> list[Thing]:
        """The named parties in the role, each once, in the order in which they were found."""
        return list({id(s.thing): s.thing for s in self.parties[role]}.values())

    @property
    def challenges_act(self) -> bool:
        """True where an authority's fine or order is taken to court."""
        return any(f.challenges_act for f in self.frames)

    @property
    def events(self) -> set[EventKind]:
        return {f.event for f in self.frames if f.event is not None}


@dataclass(frozen=True)
class Penalty:
    """A penalty, in the fields of PenaltyProperties, and who bears it."""

    kind: str
    status: str
    amount: float | None
    currency: str | None
    months: float | None
    bearers: tuple[Thing, ...]
    support: Support
