"""Fitting the weights of the evidence for names."""

import tomllib
from pathlib import Path

import numpy as np

from extraction.names.typing import TYPES
from extraction.training.typing import Example, body_of, cross_validated, fit, matrix_of, write_weights
from schema import NodeType

LABELS = ["ages", "publishes"]
EXAMPLES = [
    Example(i, {"ages": 1.0} if i % 2 else {"publishes": 1.0}, NodeType.PERSON if i % 2 else NodeType.ORGANIZATION)
    for i in range(40)
]
ROWS = matrix_of(EXAMPLES, LABELS)
WANTED = np.array([TYPES.index(e.type) for e in EXAMPLES])


def test_evidence_that_parts_the_types_is_learnt() -> None:
    assert ((ROWS @ fit(ROWS, WANTED)).argmax(axis=1) == WANTED).all()
    assert cross_validated(EXAMPLES, ROWS, WANTED) == (1.0, 1.0)


def test_the_same_examples_give_the_same_file(tmp_path: Path) -> None:
    for name in ("first.toml", "second.toml"):
        write_weights(tmp_path / name, LABELS, fit(ROWS, WANTED))
    first, second = ((tmp_path / n).read_text(encoding="utf-8") for n in ("first.toml", "second.toml"))
    assert first == second
    assert {e["label"] for e in tomllib.loads(first)["entry"]} <= {*LABELS, "always"}


def test_front_matter_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\ntitle: X\n---\nAna Roy sued.\n", encoding="utf-8")
    assert body_of(tmp_path / "a.txt") == "Ana Roy sued.\n"
