"""`casegraph evaluate` as a user runs it, and how well the samples must be read."""

import json
from pathlib import Path

import pytest

from tests.service.command import environment, run
from tests.service.evaluation.test_folder import GOLD, SAMPLES, annotated, write

pytestmark = pytest.mark.model

#: F1 over the twelve samples, a little under what was measured
BARS = {"entity": 0.88, "position": 0.73, "case slots": 0.74, "claim": 0.91, "mean": 0.82}


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environment(home=str(tmp_path / "home"))


def test_the_samples_are_read_well_enough(env: dict[str, str]) -> None:
    done = run("evaluate", GOLD, "--articles", SAMPLES, "--json", env=env)
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
    scores = json.loads(done.stdout)
    assert scores["articles"] == 12
    measured = {slot: score["f1"] for slot, score in scores["slots"].items()} | {"mean": scores["mean"]}
    assert {slot: measured[slot] for slot, bar in BARS.items() if measured[slot] < bar} == {}
    assert sum(tenth["triples"] for tenth in scores["calibration"]) > 200
    assert "findings" not in scores


def test_what_is_printed(tmp_path: Path, env: dict[str, str]) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    write(gold, "a", annotated(claims=[]))
    write(gold, "b", "[]")
    done = run("evaluate", gold, "--show", env=env)
    assert done.returncode == 1
    assert done.stderr.startswith(f"refused: {gold}/b.json: no annotations: ")
    assert [line.split()[0] for line in done.stdout.splitlines() if line.startswith("  case.")][:2] == [
        "case.plaintiffs",
        "case.defendants",
    ]
    for words in ("F1", "mean", "0.8 and more", "a\n  invented  claim content: "):
        assert words in done.stdout


def test_nothing_to_score(tmp_path: Path, env: dict[str, str]) -> None:
    done = run("evaluate", tmp_path, env=env)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"casegraph: {tmp_path}: no annotations in this folder; try: ")
