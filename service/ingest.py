"""Sources to extraction to graph, in a stream; a report for every article and a problem for everything else."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extraction import EXTRACTOR
from schema import Document
from service.documents import Extraction, ReadChunks, Report, report_of
from service.graph.load import load
from service.graph.store import Store
from service.listing import Problem
from service.sources import Found

#: articles that go into the graph in one transaction
BATCH = 32


def ingest(items: Iterable[Found | Problem], read: ReadChunks, store: Store) -> Iterator[Report | Problem]:
    """Reports come when their articles are in the graph for good."""
    extraction = Extraction(items, read)
    reports: dict[tuple[str, str], Report] = {}

    def noted() -> Iterator[Document]:
        for document in extraction.documents():
            reports[document.article.id, document.article.source] = report_of(document)
            yield document

    for loaded in load(store, noted(), batch=BATCH, extractor=EXTRACTOR):
        yield from extraction.drain()
        yield replace(reports.pop((loaded.article_id, loaded.source)), outcome=loaded.outcome)
    yield from extraction.drain()
