"""From signs to a confidence: a logistic regression whose weights are in `data/confidence.toml`."""

import math
from collections.abc import Mapping
from functools import cache
from typing import Annotated

from pydantic import Field

from extraction.lexicon import Entry, Word, load_lexicon

#: the confidence from which on a triple is meant to be relied on
SURE = 0.8
LEAST, MOST = 0.01, 0.99


class SignWeight(Entry):
    """How much a sign speaks for a fact; against it where negative."""

    label: Word
    weight: float

    def key(self) -> str:
        return self.label


class Mark(Entry):
    """A point of the scale: what is that likely gets that confidence."""

    likelihood: Annotated[float, Field(gt=0, lt=1)]
    confidence: Annotated[float, Field(gt=0, lt=1)]

    def key(self) -> float:
        return self.likelihood


@cache
def _weights() -> dict[str, float]:
    return {e.label: e.weight for e in load_lexicon("confidence", SignWeight)}


@cache
def _scale() -> tuple[tuple[float, float], ...]:
    marks = [(e.likelihood, e.confidence) for e in load_lexicon("confidence_scale", Mark)]
    return ((0.0, 0.0), *sorted(marks), (1.0, 1.0))


def likelihood_of(signs: Mapping[str, float]) -> float:
    """How likely a fact with these signs is right; a sign that no weight is known for says nothing."""
    weights = _weights()
    score = weights["always"] + sum(value * weights.get(label, 0.0) for label, value in signs.items())
    return 1 / (1 + math.exp(-score))


def confidence_of(likelihood: float) -> float:
    """The likelihood on the scale of confidence, on which SURE stands where 95 in 100 and more are right."""
    marks = _scale()
    above = next(n for n, (mark, _) in enumerate(marks) if likelihood <= mark)
    (low, start), (high, end) = marks[max(above - 1, 0)], marks[max(above, 1)]
    confidence = start + (likelihood - low) / (high - low) * (end - start)
    return round(min(max(confidence, LEAST), MOST), 3)
