"""Fitting the weights and the scale of confidence."""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from extraction.confidence.weights import SURE
from extraction.training.confidence import (
    BIAS,
    RARE,
    Example,
    cross_validated,
    fit,
    log_loss,
    sure_from,
    write_scale,
    write_weights,
)


def example(article: int, right: bool, *signs: str) -> Example:
    return Example(article, "claim", dict.fromkeys(signs, 1.0), right)


#: of ten facts told by name nine are right, of ten told by a pronoun three
EXAMPLES = [example(n, n % 10 != 0, "claim:by-name") for n in range(100)] + [
    example(n, n % 10 < 3, "claim:by-pronoun") for n in range(100)
]
RIGHT = np.array([e.right for e in EXAMPLES])


def test_what_is_more_often_right_is_likelier() -> None:
    named, by_pronoun = fit(EXAMPLES).likelihoods([EXAMPLES[0], EXAMPLES[-1]])
    assert named == pytest.approx(0.9, abs=0.1)
    assert by_pronoun == pytest.approx(0.3, abs=0.1)


def test_the_held_out_are_likelier_told_than_by_one_figure_for_all() -> None:
    assert log_loss(cross_validated(EXAMPLES), RIGHT) < log_loss(np.full(len(RIGHT), RIGHT.mean()), RIGHT)


def test_a_sign_that_few_facts_show_has_no_weight() -> None:
    seldom = [example(0, False, "claim:by-name", "claim:rule=new") for _ in range(RARE - 1)]
    assert "claim:rule=new" not in fit([*EXAMPLES, *seldom]).of
    assert "claim:rule=new" in fit([*EXAMPLES, *seldom, *seldom]).of


@pytest.mark.parametrize(
    ("likely", "right", "mark"),
    [
        ([0.95, 0.94, 0.93, 0.92, 0.6], [1, 1, 1, 1, 0], 0.92),
        ([0.97, 0.96, 0.9, 0.85], [1, 1, 0, 1], 0.96),
        ([0.9, 0.7, 0.6], [1, 1, 1], SURE),
        ([0.9, 0.8], [0, 0], 0.99),
    ],
)
def test_where_enough_are_right(likely: list[float], right: list[int], mark: float) -> None:
    assert sure_from(np.array(likely), np.array(right)) == mark


def test_the_same_examples_give_the_same_files(tmp_path: Path) -> None:
    for name in ("first", "second"):
        write_weights(tmp_path / f"{name}.toml", fit(EXAMPLES))
        write_scale(tmp_path / f"{name}-scale.toml", 0.92)
    for name in ("{}.toml", "{}-scale.toml"):
        assert (tmp_path / name.format("first")).read_bytes() == (tmp_path / name.format("second")).read_bytes()
    entries = tomllib.loads((tmp_path / "first.toml").read_text(encoding="utf-8"))["entry"]
    assert {e["label"] for e in entries} == {"claim:by-name", "claim:by-pronoun", BIAS}
