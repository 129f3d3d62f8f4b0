"""What is added up for a name, to the last digit, in processes in which sets of words come in another order."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.model

LIKELY = """
from extraction.names.grouping import evidence_in, groups_of
from extraction.names.typing import likely_types
from extraction.pipeline import DEFAULT_MODEL, load_pipeline
from extraction.reading import reading_of

doc = load_pipeline(DEFAULT_MODEL)("The Dravik Ledger in Osaka sued Maro Test, 41, a lawyer who lives near Tarn Hill. "
                      "Maro Test, of the Tarn Hill Farmers Union, told the Ledger on Monday that he would appeal.")
for name, evidence in evidence_in(doc, groups_of(doc, reading_of(doc))).items():
    print(name, list(evidence), likely_types(evidence))
"""


def test_evidence_is_added_up_in_one_order() -> None:
    first, second = (likely(seed) for seed in ("1", "2"))
    assert "maro test" in first
    assert first == second


def likely(seed: str) -> str:
    env = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run([sys.executable, "-c", LIKELY], env=env, capture_output=True, text=True, check=True).stdout
