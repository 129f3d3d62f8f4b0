"""Quotation marks of all sorts become quotations; nothing is lost where they don't match."""

import pytest
import spacy

from extraction.claims.quotations import find_quotations
from extraction.reading import Paragraph, Reading, Zone

NLP = spacy.blank("en")


def read(text: str) -> tuple[list[str], list[str], list[bool]]:
    """The quotations' words, the rejected marks, and which quotations continue."""
    doc = NLP(text)
    reading = Reading()
    start = 0
    for token in [*doc, None]:
        end = token.i if token is not None else len(doc)
        if token is None or "\n" in token.text:
            if start < end:
                reading.paragraphs.append(Paragraph(start, end, Zone.BODY))
            start = end + 1
    found = find_quotations(doc, reading)
    rejected = [doc[s:e].text for s, e, _ in reading.rejected]
    return [doc[q.start : q.end].text for q in found], rejected, [q.continues for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We won,” he said.", ["We won,"], id="curly"),
        pytest.param('"We won," he said. "Again."', ["We won,", "Again."], id="straight"),
        pytest.param("« We won », he said.", ["We won"], id="guillemets"),
        pytest.param("„We won“, he said.", ["We won"], id="low"),
        pytest.param("‘We won,’ he said.", ["We won,"], id="single curly"),
        pytest.param("'We won,' he said.", ["We won,"], id="single straight"),
        pytest.param("“He called it ‘a farce’ twice,” she said.", ["He called it ‘a farce’ twice,"], id="nested"),
        pytest.param("‘The voters’ will is clear,’ he said.", ["The voters’ will is clear,"], id="apostrophe inside"),
        pytest.param("The voters’ will didn’t count, nor Lee’s.", [], id="apostrophes alone"),
        pytest.param("the 'fake' page and the members' page", ["fake"], id="a word and a possessive"),
        pytest.param("“We won," + '" he said.', ["We won,"], id="mixed marks"),
        pytest.param("He is 6'2\" tall.", [], id="inches"),
        pytest.param('"We won", said Lee, "at last".', ["We won", "at last"], id="commas outside"),
        pytest.param('He said: "Where are we?\' "', ["Where are we?'"], id="space before the closing mark"),
        pytest.param("“”", [], id="nothing inside"),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert read(text)[0] == expected


def test_a_quotation_over_paragraphs_is_one_a_paragraph() -> None:
    quotations, rejected, continues = read("“We won.\n“We will win.\n“We always do,” he said.")
    assert quotations == ["We won.", "We will win.", "We always do,"]
    assert rejected == []
    assert continues == [False, True, True]


def test_a_quotation_that_closes_in_the_next_paragraph_without_opening_there() -> None:
    quotations, rejected, continues = read("“We won.\n“We will win.\nWe always do,” he said.")
    assert quotations == ["We won.", "We will win.", "We always do,"]
    assert rejected == []
    assert continues == [False, True, True]


@pytest.mark.parametrize(
    ("text", "quotations", "rejected"),
    [
        pytest.param("“We won, he said.\nThen he left.", [], ["“"], id="never closed"),
        pytest.param("We won,” he said.", [], ["”"], id="never opened"),
        pytest.param("“We won, he said. “We will win,” he added.", ["We will win,"], ["“"], id="one of two closed"),
        pytest.param('We "won.', [], ['"'], id="one straight mark"),
    ],
)
def test_half_pairs_are_rejected_with_a_word(text: str, quotations: list[str], rejected: list[str]) -> None:
    assert read(text)[:2] == (quotations, rejected)
