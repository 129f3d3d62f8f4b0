"""What one verb or noun says about a proceeding, and the case that many of them tell together."""

import datetime
from collections.abc import KeysView
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
    charged: bool = False  # behind words that name nothing but offences: "convicted of …"


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
    echo: bool = False  # a word that points back to a prosecution: "the charges"
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
    kinds: set[NounClass] = field(default_factory=set)
    events: set[EventKind] = field(default_factory=set)
    rules: set[str] = field(default_factory=set)
    sentences: set[int] = field(default_factory=set)
    sentencing: set[int] = field(default_factory=set)  # the tokens that tell of a sentence
    challenges_act: bool = False  # an authority's fine or order is taken to court
    matter_names: set[str] = field(default_factory=set)
    _named: dict[Role, dict[int, Thing]] = field(default_factory=lambda: {Role.PLAINTIFF: {}, Role.DEFENDANT: {}})

    def add_frame(self, frame: Frame) -> None:
        self.frames.append(frame)
        self.kinds |= frame.kinds
        self.rules.add(frame.rule)
        self.sentences.add(frame.sentence)
        self.challenges_act |= frame.challenges_act
        self.nameless &= not frame.things(Role.DEFENDANT, Role.PLAINTIFF)
        if frame.event is not None:
            self.events.add(frame.event)
        if frame.event is EventKind.SENTENCED:
            self.sentencing.add(frame.trigger.i)

    def add_matter(self, matter: Matter, support: Support) -> None:
        self.matters.append((matter, support))
        self.matter_names.add(matter.name)

    def drop_talk(self) -> None:
        """What somebody is merely accused of, in words that no lexicon knows, gives way to charges."""
        charged = [(m, why) for m, why in self.matters if m.known or why.rule != "verb:accuse"]
        if charged:
            self.matters = charged
            self.matter_names = {m.name for m, _ in charged}

    def add_party(self, role: Role, slot: Slot) -> None:
        self.parties[role].append(slot)
        self._named[role].setdefault(id(slot.thing), slot.thing)

    def ids(self, role: Role) -> KeysView[int]:
        """Python's ids of the named parties in the role; no copy, as there may be thousands."""
        return self._named[role].keys()

    @property
    def is_named(self) -> bool:
        """True where a side of it has a name."""
        return any(self._named.values())

    def has_party(self, thing: Thing) -> bool:
        return any(id(thing) in named for named in self._named.values())

    def things(self, role: Role) -> list[Thing]:
        """The named parties in the role, each once, in the order in which they were found."""
        return list(self._named[role].values())


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
