"""Fitting the confidence to annotated articles, as the command does it."""

import sys
from pathlib import Path

import pytest

from extraction.training.confidence import Example
from service.commands.fitting import examples_of, load_rules, main
from tests.service.evaluation.test_folder import GOLD, SAMPLES

pytestmark = pytest.mark.model
FILES = ("confidence.toml", "confidence_scale.toml")


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return list(examples_of(load_rules(), [GOLD], SAMPLES))


def test_the_facts_of_the_samples(examples: list[Example]) -> None:
    assert {e.family for e in examples} == {"case", "claim", "about", "position"}
    assert {e.article for e in examples} == set(range(12))
    assert 0.6 < sum(e.right for e in examples) / len(examples) < 1


def test_the_samples_give_the_same_files_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = []
    for name in ("first", "second"):
        into = tmp_path / name
        into.mkdir()
        monkeypatch.setattr(sys, "argv", ["fitting", str(GOLD), "--articles", str(SAMPLES), "--into", str(into)])
        main()
        written.append([(into / file).read_bytes() for file in FILES])
    assert written[0] == written[1]
    assert capsys.readouterr().out.startswith("all ")
