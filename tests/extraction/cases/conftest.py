"""The pipeline, and short ways to read a sentence and see what was found."""

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language

from extraction.cases.frames import Frame
from extraction.cases.scan import scan
from extraction.cases.triggers import find_frames
from extraction.extractor import Extractor
from extraction.pipeline import DEFAULT_MODEL, load_pipeline
from schema import Article, Document


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_pipeline(DEFAULT_MODEL)


@pytest.fixture(scope="session")
def frames_of(nlp: Language) -> Callable[[str], list[Frame]]:
    """The frames of a text, those that report nothing real left out."""

    def read(text: str) -> list[Frame]:
        return [f for f in find_frames(scan(nlp(text))) if f.refusal is None]

    return read


@pytest.fixture(scope="session")
def document_of() -> Callable[[str], Document]:
    """The document of a text that was published on Thursday, 14 March 2024."""
    extractor = Extractor()

    def read(text: str) -> Document:
        article = Article(id="article:test", source="-", published_on=date(2024, 3, 14))
        return next(extractor.extract([(article, text)]))

    return read
