"""Sources to documents: one article that cannot be read takes no other along."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from extraction import Extractor, Source
from schema import Document, SourceError
from service.documents import CHUNK, Extraction, by, report_of
from service.listing import Problem, list_files
from service.sources import Found, Reader

SAMPLES = Path(__file__).parents[2] / "service" / "samples"
CURSED = "A cursed text."


class Fragile(Extractor):
    """Falls over one text, as no text that we know of makes the real one do; reads the others as empty documents."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def extract(self, sources: Iterable[Source]) -> Iterator[Document]:
        for article, text in sources:
            self.read.append(text)
            if text == CURSED:
                raise IndexError("list index out of range")
            yield Document(article=article, text=text)


def found(tmp_path: Path, *texts: str) -> list[Found | Problem]:
    for number, text in enumerate(texts):
        (tmp_path / f"{number:03}.txt").write_text(text)
    return list(Reader().read(list_files([str(tmp_path)]).files))


def test_a_fault_is_told_and_loses_one_article(tmp_path: Path) -> None:
    texts = [f"Text {n}." for n in range(CHUNK + 3)]
    texts[5] = CURSED
    extraction = Extraction(found(tmp_path, *texts), by(Fragile()))
    assert [d.text for d in extraction.documents()] == [t for t in texts if t != CURSED]
    [problem] = map(str, extraction.drain())
    assert problem == (
        f"refused: {tmp_path}/005.txt: extraction failed on it (IndexError: list index out of range); "
        "try: report it as a bug"
    )


def test_articles_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    """A stream of any length is held in memory a chunk at a time."""
    extractor = Fragile()
    documents = Extraction(found(tmp_path, *(f"Text {n}." for n in range(3 * CHUNK))), by(extractor)).documents()
    next(documents)
    assert len(extractor.read) == CHUNK


def test_problems_pass_through_in_order(tmp_path: Path) -> None:
    items = [Problem(SourceError("one")), *found(tmp_path, "Text."), Problem(SourceError("two"))]
    extraction = Extraction(items, by(Fragile()))
    assert len(list(extraction.documents())) == 1
    assert [str(p) for p in extraction.drain()] == ["refused: one", "refused: two"]
    assert list(extraction.drain()) == []


@pytest.mark.model
def test_the_samples_become_documents_with_reports() -> None:
    listing = list_files([str(SAMPLES)])
    extraction = Extraction(Reader().read(listing.files), by(Extractor()))
    documents = list(extraction.documents())
    assert [d.article.source for d in documents] == list(listing.files)
    assert list(extraction.drain()) == []
    reports = [report_of(d) for d in documents]
    assert sum(r.accepted for r in reports) == sum(len(d.triples) for d in documents) > 0
    assert all(r.found == r.accepted + r.rejected.total() for r in reports)
