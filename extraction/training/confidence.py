"""Fits the weights of `data/confidence.toml` and the scale of `data/confidence_scale.toml` to facts that were judged.

The facts are read and judged by `python -m service.commands.fitting GOLD_FOLDER…`; here is the arithmetic.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from extraction.confidence.weights import SURE

BIAS = "always"
#: the penalty on large weights; a sign that fewer facts show is left out
PENALTY, RARE = 5.0, 6
#: Newton's steps, and the step that is small enough
STEPS, SMALL = 25, 1e-6
#: weights that are smaller are not written
LEAST = 0.01
PARTS = 10
#: of the facts of confidence SURE and more so many are to be right in cross-validation: more than 95 in 100, since the
#: rules that found them were written with the same articles in view
WANTED = 0.97
WEIGHTS_HEADER = """\
# How much each sign speaks for a fact: weights of a logistic regression with an L2 penalty, fitted by
# `python -m service.commands.fitting` and rounded. A label is made in `confidence/signs.py`: of a family of predicates
# ("claim:…"), or of a single predicate.
"""
SCALE_HEADER = """\
# Where a likelihood stands on the scale of confidence, fitted by `python -m service.commands.fitting`; straight lines
# join the marks, 0 and 1.
"""


@dataclass(frozen=True)
class Example:
    """The signs of one fact of one article, and whether it is right."""

    article: int
    family: str
    signs: dict[str, float]
    right: bool


@dataclass(frozen=True)
class Weights:
    """Label -> weight; BIAS is among them."""

    of: dict[str, float]

    def likelihoods(self, examples: Sequence[Example]) -> np.ndarray:
        scores = [self.of[BIAS] + sum(v * self.of.get(k, 0.0) for k, v in e.signs.items()) for e in examples]
        return _likely(np.array(scores))


def fit(examples: Sequence[Example]) -> Weights:
    """By Newton's method from zero; the same examples give the same weights."""
    counts = Counter(label for e in examples for label in e.signs)
    labels = sorted(label for label, count in counts.items() if count >= RARE)
    rows, right = _matrix(examples, labels), np.array([float(e.right) for e in examples])
    weights, penalty = np.zeros(rows.shape[1]), np.full(rows.shape[1], PENALTY)
    penalty[-1] = LEAST
    for _ in range(STEPS):
        likely = _likely(rows @ weights)
        slope = rows.T @ (likely - right) + penalty * weights
        bend = (rows * (likely * (1 - likely))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < SMALL:
            break
    return Weights(dict(zip((*labels, BIAS), weights.tolist(), strict=True)))


def _matrix(examples: Sequence[Example], labels: Sequence[str]) -> np.ndarray:
    """One row an example, one column a label, and a last one for the bias."""
    column = {label: i for i, label in enumerate(labels)}
    rows = np.zeros((len(examples), len(labels) + 1))
    rows[:, -1] = 1.0
    for i, example in enumerate(examples):
        for label, value in example.signs.items():
            if label in column:
                rows[i, column[label]] = value
    return rows


def _likely(scores: np.ndarray) -> np.ndarray:
    likely: np.ndarray = 1 / (1 + np.exp(-scores))
    return likely


def cross_validated(examples: Sequence[Example]) -> np.ndarray:
    """The likelihood of each, by weights that were fitted without its article."""
    likely = np.zeros(len(examples))
    for part in range(PARTS):
        held = [i for i, e in enumerate(examples) if e.article % PARTS == part]
        if held:
            weights = fit([e for e in examples if e.article % PARTS != part])
            likely[held] = weights.likelihoods([examples[i] for i in held])
    return likely


def sure_from(likely: np.ndarray, right: np.ndarray) -> float:
    """The least likelihood from which on WANTED of the facts are right."""
    order = np.argsort(-likely, kind="stable")
    shares = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(shares >= WANTED)
    mark = float(likely[order][enough[-1]]) if len(enough) else 1.0
    return min(max(round(mark, 3), SURE), 0.99)


def log_loss(likely: np.ndarray, right: np.ndarray) -> float:
    likely = np.clip(likely, 1e-6, 1 - 1e-6)
    return float(-np.mean(np.where(right > 0, np.log(likely), np.log(1 - likely))))


def write_weights(path: Path, weights: Weights) -> None:
    """The lexicon of `confidence.weights`."""
    rounded = {label: round(weight, 2) for label, weight in sorted(weights.of.items())}
    kept = ((k, w) for k, w in rounded.items() if abs(w) >= LEAST or k == BIAS)
    entries = [f'[[entry]]\nlabel = "{label}"\nweight = {weight + 0.0:.2f}\n' for label, weight in kept]
    path.write_text("\n".join([WEIGHTS_HEADER, *entries]), encoding="utf-8")


def write_scale(path: Path, sure: float) -> None:
    """The marks of `confidence.weights`: what is less likely is drawn down with it."""
    entry = f"[[entry]]\nlikelihood = {sure:.3f}\nconfidence = {SURE}\n"
    path.write_text(f"{SCALE_HEADER}\n{entry}", encoding="utf-8")
