"""The platforms on which the disputed words stood."""

from collections.abc import Callable

import pytest

from schema import Document, Predicate

SUED = "Ana Reis sued Marco Lima for libel in the Lisbon District Court. "

SCENES = [
    ("Ana Reis sued Marco Lima for libel over a Facebook post.", {"Facebook"}),
    (SUED + "Lima had written on Instagram that “she sells empty boxes to widows”.", {"Instagram"}),
    (SUED + "The ruling is on YouTube, too.", set()),
    (SUED + "Reis wrote on Instagram that “the truth will have its day in court”.", set()),
    ("Ana Reis sued Marco Lima for theft in the Lisbon District Court. Lima is on Facebook.", set()),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "platforms"), SCENES, ids=lambda v: v if isinstance(v, str) else "")
def test_platforms_of_the_disputed_words(
    text: str, platforms: set[str], document_of: Callable[[str], Document]
) -> None:
    document = document_of(text)
    nodes = {n.id: n.name for n in document.nodes}
    assert {nodes[t.object] for t in document.triples if t.predicate is Predicate.ON_PLATFORM} == platforms
