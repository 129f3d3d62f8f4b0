"""Odd texts are read in silence and in linear time."""

import time

import pytest
from spacy.tokens import Doc

from extraction.claims import read_claims
from extraction.claims.passages import lay_out
from extraction.reading import Paragraph, Reading, Zone, reading_of
from tests.extraction.claims.conftest import Reader

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "“",
        "”",
        '"',
        "said",
        "“, said.",
        '“” said ‘’ "" \'',
        "he said he said he said",
        "according to",
        "according to, and according",
        "“A\n“B\n“C",
        ": said Lee :",
        "((",
        "@",
        "@x: ",
        "1.\n2.\n3.",
        "Lee said that.",
        "Lee denied.",
        "Lee accused of of of",
    ],
)
def test_nothing_is_raised(reader: Reader, text: str) -> None:
    reader.doc(text)


def test_a_text_that_nobody_laid_out_has_no_claims(reader: Reader) -> None:
    doc = reader.nlp.make_doc("“We won,” he said.")
    assert reading_of(read_claims(doc)).links == []


@pytest.mark.parametrize("mark", ["“", '"', "'", "‘", "” "], ids=["open", "straight", "single", "curly", "close"])
def test_time_grows_with_the_marks_not_with_their_square(reader: Reader, mark: str) -> None:
    def seconds(count: int) -> float:
        doc = reader.nlp.make_doc(f"{mark}word " * count)
        return min(_seconds_of_layout(doc) for _ in range(3))

    assert seconds(20_000) < 40 * max(seconds(2_000), 0.01)


def _seconds_of_layout(doc: Doc) -> float:
    reading = Reading(paragraphs=[Paragraph(0, len(doc), Zone.BODY)])
    start = time.perf_counter()
    lay_out(doc, reading)
    return time.perf_counter() - start
