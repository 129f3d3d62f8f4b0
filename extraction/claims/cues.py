"""The words that report speech: which verb introduces what kind of content, read from `data/cue_verbs.toml`."""

from collections.abc import Hashable, Mapping
from enum import StrEnum
from functools import cache
from typing import Annotated

from pydantic import Field

from extraction.lexicon import Entry, Word, load_lexicon
from schema import LexiconError, Stance


class Frame(StrEnum):
    """The constructions in which a cue reports what somebody said."""

    QUOTATION = "quotation"  # "…," she said
    CLAUSE = "clause"  # she said (that) …
    INFINITIVE = "infinitive"  # she vowed to …
    REQUEST = "request"  # she urged them to …
    GERUND = "gerund"  # she denied having …
    REPROACH = "reproach"  # she accused him of …
    VERDICT = "verdict"  # she blamed it on him, she put it at ten
    NAMING = "naming"  # she called it a …
    NAMING_AS = "naming as"  # she described it as …
    NOMINAL = "nominal"  # she disputed the finding that …, she denied wrongdoing
    INVERSION = "inversion"  # S, argued the mayor
    OBJECT = "object"  # she alleged fraud
    INTENTION = "intention"  # she announced plans to …


class CueEntry(Entry):
    """One construction, its stance, and the lemmas that take it."""

    frame: Frame
    stance: Stance = Stance.ASSERTS
    confidence: Annotated[float, Field(gt=0, le=1)] = 0.8
    lemmas: Annotated[tuple[Word, ...], Field(min_length=1)]
    prepositions: tuple[Word, ...] = ()

    def key(self) -> Hashable:
        return self.frame, self.stance, self.prepositions


class Cue(Entry):
    """What a lemma means in one construction."""

    frame: Frame
    stance: Stance
    confidence: float
    prepositions: frozenset[str]


Cues = Mapping[str, Mapping[Frame, Cue]]


@cache
def load_cues() -> Cues:
    """Lemma -> frame -> what it means there; raises LexiconError where a lemma has two stances in one frame."""
    cues: dict[str, dict[Frame, Cue]] = {}
    for entry in load_lexicon("cue_verbs", CueEntry):
        for lemma in entry.lemmas:
            frames = cues.setdefault(lemma, {})
            if entry.frame in frames:
                raise LexiconError(
                    f"{lemma!r} stands twice under {entry.frame}", where="extraction/data/cue_verbs.toml"
                )
            frames[entry.frame] = Cue(
                frame=entry.frame,
                stance=entry.stance,
                confidence=entry.confidence,
                prepositions=frozenset(entry.prepositions),
            )
    return cues


class NounEntry(Entry):
    """Nouns of one kind."""

    kind: str
    lemmas: Annotated[tuple[Word, ...], Field(min_length=1)]

    def key(self) -> str:
        return self.kind


@cache
def load_nouns() -> dict[str, frozenset[str]]:
    """Kind -> lemmas."""
    return {entry.kind: frozenset(entry.lemmas) for entry in load_lexicon("cue_nouns", NounEntry)}
