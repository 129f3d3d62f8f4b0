"""Quotation marks that pair, as newspapers set them, and those that do not."""

import pytest

from service.quotation import unbalanced

PAIRED = [
    pytest.param("“We won,” he said. “They lost.”", id="curly"),
    pytest.param('"We won," he said. "They lost."', id="straight"),
    pytest.param('“We won," he said.', id="curly opened, straight closed"),
    pytest.param("“We won.\n\n“They lost.\n\n“That is all,” he said.", id="each paragraph opens, the last closes"),
    pytest.param('"We won.\n\n"They lost," he said.', id="the same with straight marks"),
    pytest.param("“We won.\n“They lost,” he said.", id="paragraphs without blank lines"),
    pytest.param("“We won.\n\nThey lost,” he said.", id="a second paragraph that does not open"),
    pytest.param('The 6\'2" man sued over a 27" screen.', id="feet and inches"),
    pytest.param("“He said ‘no’ to me,” she said.", id="a quotation inside"),
    pytest.param("The law (in German, „Verleumdung“) is old.", id="German marks"),
    pytest.param("The “vas” and „vas” are the same.", id="Hungarian marks"),
    pytest.param("Nobody's words.", id="none"),
    pytest.param("", id="nothing"),
]
UNPAIRED = [
    pytest.param("He said: “We won. And left.", "said: “We won", id="never closed"),
    pytest.param('He said: "We won. And left.', 'said: "We won', id="never closed, straight"),
    pytest.param("We won,” he said.", "We won,” he said", id="never opened"),
    pytest.param("“A good man, he said. “He helps.”", "he said. “He helps", id="opened twice"),
    pytest.param("“We won.\n\n“They lost.\n\nThe court rose.", "“We won.", id="several paragraphs, never closed"),
    pytest.param("“We won.\n\nHe said “no” twice.", "“We won.", id="the place is where it was opened"),
]


@pytest.mark.parametrize("text", PAIRED)
def test_paired(text: str) -> None:
    assert unbalanced(text) is None


@pytest.mark.parametrize(("text", "place"), UNPAIRED)
def test_unpaired(text: str, place: str) -> None:
    assert place in (unbalanced(text) or "")
