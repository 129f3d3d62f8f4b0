"""From signs to a confidence."""

import pytest

from extraction.confidence.selection import EVEN, KEPT, is_left_out
from extraction.confidence.weights import LEAST, MOST, SURE, Mark, SignWeight, confidence_of, likelihood_of
from extraction.lexicon import load_lexicon
from schema import Predicate


def test_the_weights_load() -> None:
    labels = {e.label.partition(":")[0] for e in load_lexicon("confidence", SignWeight)}
    assert {"always", "case", "claim", "about", "position"} <= labels


def test_unknown_signs_say_nothing() -> None:
    assert likelihood_of({"claim:rule=of-tomorrow": 1.0}) == likelihood_of({})


def test_confidence_grows_with_the_likelihood() -> None:
    grown = [confidence_of(n / 100) for n in range(101)]
    assert grown == sorted(grown)
    assert (grown[0], grown[-1]) == (LEAST, MOST)


def test_confidence_is_never_above_the_likelihood() -> None:
    assert [n for n in range(1, 100) if confidence_of(n / 100) > n / 100] == []


def test_the_marks_of_the_scale() -> None:
    marks = load_lexicon("confidence_scale", Mark)
    assert [mark.confidence for mark in marks] == [SURE]
    assert [confidence_of(mark.likelihood) for mark in marks] == [mark.confidence for mark in marks]


@pytest.mark.parametrize("predicate", Predicate)
def test_what_is_likely_wrong_is_left_out_where_nothing_hangs_on_it(predicate: Predicate) -> None:
    assert is_left_out(predicate, EVEN - 0.01) is (predicate not in KEPT)
    assert not is_left_out(predicate, EVEN)
