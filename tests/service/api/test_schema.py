"""The schema's text, and what the serving side may not load."""

import subprocess
import sys

import service.api
from service.api.schema import SDL, schema


def test_the_text_of_the_schema_is_committed() -> None:
    assert SDL.read_text(encoding="utf-8") == schema.as_str() + "\n"


def test_all_is_sorted_and_there() -> None:
    assert service.api.__all__ == sorted(service.api.__all__)
    assert all(hasattr(service.api, name) for name in service.api.__all__)


def test_serving_loads_neither_spacy_nor_extraction() -> None:
    code = "import sys, service.api; print([m for m in ('spacy', 'extraction', 'thinc') if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
