"""Pairing, wording and calibration, each by itself."""

import itertools
import random

import pytest

from schema import Triple
from service.evaluation.alignment import best_pairs, greedy_pairs
from service.evaluation.calibration import Judged, by_rule, by_tenth, from_confidence
from service.evaluation.wording import bare, likeness, same_offence, words
from tests.schema.factories import triple

BEST = [
    pytest.param([], {}, id="no rows"),
    pytest.param([[], []], {}, id="no columns"),
    pytest.param([[0]], {}, id="no weight"),
    pytest.param([[1]], {0: 0}, id="one"),
    pytest.param([[5, 4], [4, 0]], {0: 1, 1: 0}, id="the greatest is not in the best answer"),
    pytest.param([[3], [4]], {1: 0}, id="fewer columns"),
    pytest.param([[2, 2]], {0: 0}, id="equals"),
    pytest.param([[2], [2]], {1: 0}, id="equal rows"),
]


@pytest.mark.parametrize(("weights", "pairs"), BEST)
def test_best_pairs(weights: list[list[int]], pairs: dict[int, int]) -> None:
    assert best_pairs(weights) == pairs


def test_best_pairs_are_the_best_of_all() -> None:
    rng = random.Random(0)
    for _ in range(200):
        rows, columns = rng.randint(1, 4), rng.randint(1, 4)
        weights = [[rng.choice([0, 0, 1, 2, 5]) for _ in range(columns)] for _ in range(rows)]
        pairs = best_pairs(weights)
        assert len(set(pairs.values())) == len(pairs)
        assert sum(weights[r][c] for r, c in pairs.items()) == best_total(weights)


def best_total(weights: list[list[int]]) -> int:
    """By trying every order of the columns."""
    padded = [row + [0] * len(weights) for row in weights]
    orders = itertools.permutations(range(len(padded[0])), len(padded))
    return max(sum(row[column] for row, column in zip(padded, order, strict=True)) for order in orders)


def test_greedy_pairs() -> None:
    assert greedy_pairs([[0.9, 0.8], [0.95, 0.0], [0.0, 0.0]]) == {1: 0, 0: 1}


NAMES = [
    ("The Daily’s", "daily"),
    ("Mr. Sam  Rainsy", "sam rainsy"),
    ("O'Hara", "o'hara"),
    ("A-B (C)", "a b c"),
    ("Theo", "theo"),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_bare_names(name: str, expected: str) -> None:
    assert bare(name) == expected


OFFENCES = [
    ("libel", "criminal defamation", True),
    ("tax evasion", "evasion", True),
    ("tax evasion", "tax fraud", False),
    ("incitement to riot", "incitement to hatred", True),
    ("theft", "fraud", False),
]


@pytest.mark.parametrize(("one", "other", "same"), OFFENCES)
def test_offences(one: str, other: str, same: bool) -> None:
    assert same_offence(one, other) == same_offence(other, one) == same


ALIKE = [("", "", 0.0), ("He lied", "he lied.", 1.0), ("he lied", "she lied", 0.5), ("no no", "no", 2 / 3)]


@pytest.mark.parametrize(("one", "other", "expected"), ALIKE)
def test_likeness(one: str, other: str, expected: float) -> None:
    assert likeness(words(one), words(other)) == pytest.approx(expected)


def verdict(confidence: float, right: bool, rule: str = "a-rule") -> tuple[Triple, bool]:
    made = triple("a", "PLAINTIFF_IN", "b", confidence=confidence, rule=rule)
    return Triple.model_validate(made), right


TENTHS = [(0.05, 0), (0.1, 1), (0.3, 3), (0.59, 5), (0.7, 7), (0.8, 8), (0.9, 9), (1.0, 9)]


@pytest.mark.parametrize(("confidence", "tenth"), TENTHS)
def test_tenths(confidence: float, tenth: int) -> None:
    counted = by_tenth([verdict(confidence, True), verdict(confidence, False)])
    assert counted == [Judged(2, 1) if number == tenth else Judged(0, 0) for number in range(10)]


def test_sure_triples() -> None:
    verdicts = [verdict(0.79, False), verdict(0.8, True), verdict(0.95, False)]
    assert from_confidence(verdicts, 0.8) == Judged(2, 1)
    assert (Judged(2, 1).precision, Judged(0, 0).precision) == (0.5, None)


def test_rules_with_most_faults_first() -> None:
    verdicts = [verdict(0.9, True, "good"), verdict(0.9, False, "bad"), verdict(0.8, True, "bad")]
    assert list(by_rule(verdicts).items()) == [("bad", Judged(2, 1)), ("good", Judged(1, 1))]
