"""Long and awkward texts: read to their end, with work that grows as they do."""

import cProfile

import pytest

from benchmarks.shapes import SHAPES
from extraction import Extractor
from extraction.pipeline import COMPONENTS
from extraction.reading import Reading
from schema import Article, Document

pytestmark = pytest.mark.model

LONGEST = 1_000_000
AT_END = "\n\nNessa Quorn sued the Vellum Gazette for libel."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def read(extractor: Extractor, text: str) -> Document:
    (document,) = extractor.extract([(Article(id="article:long", source="long.txt"), text)])
    return document


@pytest.mark.parametrize("shape", ["paragraph", "sentence", "quotations"])
def test_a_megabyte_is_read_to_its_end(extractor: Extractor, shape: str) -> None:
    text = SHAPES[shape](LONGEST - len(AT_END)) + AT_END
    document = read(extractor, text)
    assert len(text) > 0.99 * LONGEST
    names = {node.id: node.name for node in document.nodes}
    last = {(names[t.subject], t.predicate) for t in document.triples if t.evidence[0].end > len(text) - len(AT_END)}
    assert ("Nessa Quorn", "PLAINTIFF_IN") in last


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_as_the_text_does(extractor: Extractor, shape: str) -> None:
    """Calls of functions, which are the same in every run, as seconds are not."""
    short, long = (calls(extractor, SHAPES[shape](size)) for size in (15_000, 60_000))
    assert long < 4.8 * short


def calls(extractor: Extractor, text: str) -> int:
    """What our components call to read the text."""
    doc = extractor.nlp.make_doc(text)
    doc._.reading = Reading()
    with cProfile.Profile() as profile:
        for name, component in extractor.nlp.pipeline:
            if name in COMPONENTS:
                doc = component(doc)
            else:
                profile.disable()
                doc = component(doc)
                profile.enable()
    return sum(entry.callcount for entry in profile.getstats())
