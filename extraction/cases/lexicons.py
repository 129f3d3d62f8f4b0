"""The word lists of the case component: what their entries may say, and how they are looked up by lemma."""

from collections import defaultdict
from collections.abc import Hashable
from enum import StrEnum
from functools import lru_cache

from pydantic import Field

from extraction.lexicon import Entry, Word, load_lexicon
from schema import EventKind, PenaltyKind


class Role(StrEnum):
    """What a party is to a proceeding; PARTY where the words leave the side open ("the company appealed")."""

    PLAINTIFF = "plaintiff"
    DEFENDANT = "defendant"
    PARTY = "party"
    COURT = "court"
    NONE = "none"


class NounClass(StrEnum):
    """Kinds of case nouns, which verbs choose as their objects."""

    SUIT = "suit"
    PROSECUTION = "prosecution"
    DECISION = "decision"
    APPEAL = "appeal"
    CASE = "case"


class Needs(StrEnum):
    """What must stand beside a word that has other uses, before it speaks of a court."""

    NOTHING = "nothing"
    MATTER = "matter"  # an offence, or what the case is about
    COMPOUND = "compound"  # an offence right before it: "libel action"
    COURT = "court"  # a court in the same sentence, or a matter
    SUPPORT = "support"  # a verb of filing, or an opponent
    CASE = "case"  # a case that is spoken of already
    MONEY = "money"  # a sum that one side is to have from the other
    RULING = "ruling"  # a court that says so in the clause above
    SENTENCED = "sentenced"  # somebody named whose it is, or a case that is spoken of already
    DEATH = "death"  # the penalty of death
    PRISON = "prison"  # as a punishment: "to prison", not "to the prison"
    TERM = "term"  # a length of time that is one of imprisonment


class CaseVerb(Entry):
    """A verb of proceedings: the event it reports, and who stands where around it."""

    verb: Word
    particle: str = ""
    complement: str = Field("", description="a word that must hang below the verb: find … guilty")
    objects: tuple[NounClass, ...] = Field((), description="the classes of case noun that it must have as object")
    event: EventKind | None = None
    subject: Role = Role.NONE
    object: Role = Role.NONE
    penalty: PenaltyKind | None = Field(None, description="what the one it is done to bears")
    needs: Needs = Needs.NOTHING

    def key(self) -> Hashable:
        return (self.verb, self.particle, self.complement, self.objects, self.needs)

    @property
    def rule(self) -> str:
        parts = (self.verb, self.particle, self.complement, *self.objects)
        return "verb:" + "-".join(p for p in parts if p)


class CaseNoun(Entry):
    """A noun of proceedings: its class, the event it implies, and what its owner ("X's", "by X", "of X") is."""

    noun: Word
    kind: NounClass
    event: EventKind | None = None
    owner: Role = Role.NONE
    of: Role = Role.NONE
    penalty: PenaltyKind | None = None
    needs: Needs = Needs.NOTHING

    def key(self) -> str:
        return self.noun

    @property
    def rule(self) -> str:
        return f"noun:{self.noun}"


class OffenceWord(Entry):
    """An offence or matter of law: its name, and the words (lemmas) that say it."""

    name: Word
    words: tuple[Word, ...] = Field(min_length=1)
    weak: bool = Field(False, description="a word of other uses: only where a verb or noun of proceedings governs it")
    speech: bool = Field(False, description="committed in words, so that a platform may be its scene")

    def key(self) -> str:
        return self.name


@lru_cache(maxsize=1)
def verbs() -> dict[str, list[CaseVerb]]:
    """Lemma -> entries, those that ask for more words first."""
    table: dict[str, list[CaseVerb]] = defaultdict(list)
    for entry in load_lexicon("case_verbs", CaseVerb):
        table[entry.verb].append(entry)
    for entries in table.values():
        entries.sort(key=lambda e: (bool(e.complement), bool(e.particle), bool(e.objects)), reverse=True)
    return dict(table)


@lru_cache(maxsize=1)
def nouns() -> dict[str, CaseNoun]:
    """Lemma -> entry."""
    return {e.noun: e for e in load_lexicon("case_nouns", CaseNoun)}


@lru_cache(maxsize=1)
def offence_words() -> dict[tuple[str, ...], OffenceWord]:
    """Words (lemmas, lower case) -> entry."""
    return {tuple(w.lower().split()): e for e in load_lexicon("offences", OffenceWord) for w in e.words}
