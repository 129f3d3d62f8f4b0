"""Putting documents into the graph, each batch in one transaction: after a kill the graph has whole batches only."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from neo4j import ManagedTransaction

from schema import Document
from service.cypher import writing
from service.graph import archive
from service.graph.canonical import finish_rebuilding
from service.graph.evidence import of_document
from service.graph.refresh import refresh
from service.graph.rows import article_row, fingerprint
from service.graph.statements import rows
from service.graph.store import Store

Outcome = Literal["new", "replaced", "unchanged"]

LARGEST_BATCH = 20_000_000  # characters of text; a transaction has to fit into the memory of the store


@dataclass(frozen=True)
class Loaded:
    """What became of a document: `nodes` and `triples` are those of the document."""

    article_id: str
    source: str
    outcome: Outcome
    nodes: int
    triples: int


def load(
    store: Store, documents: Iterable[Document], *, batch: int = 50, extractor: str = "unknown"
) -> Iterator[Loaded]:
    """Load documents as they come. A result comes when its document is in the graph for good.

    An article that is in the graph already is replaced if it, or what `extractor` (name and version) reads from it,
    has changed. Safe for several writers at once, and in whatever order the documents come.
    """
    finish_rebuilding(store)
    for some in _batches(documents, batch):
        outcomes = store.write(lambda tx, some=some: _load(tx, some, extractor))  # type: ignore[misc]
        for document in some:
            yield _loaded(document, outcomes[document.article.id])


def _batches(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    """Batches of different articles; an article that comes twice goes into two."""
    batch: dict[str, Document] = {}
    for document in documents:
        full = len(batch) >= size or sum(len(d.text) for d in batch.values()) > LARGEST_BATCH
        if full or document.article.id in batch:
            yield list(batch.values())
            batch = {}
        batch[document.article.id] = document
    if batch:
        yield list(batch.values())


def _load(transaction: ManagedTransaction, documents: list[Document], extractor: str) -> dict[str, Outcome]:
    rows(transaction, writing.TAKE_TURN)
    ids = [document.article.id for document in documents]
    stored = {row["id"]: row["fingerprint"] for row in rows(transaction, writing.FINGERPRINTS, ids=ids)}
    changed = [d for d in documents if stored.get(d.article.id) != fingerprint(d, extractor)]
    if changed:
        gone = archive.read(transaction, [d.article.id for d in changed if d.article.id in stored])
        if gone:
            archive.delete(transaction, sorted(gone))
        archive.write(transaction, [article_row(d, extractor) for d in changed])
        refresh(transaction, map(of_document, changed), gone.values())
    outcomes: dict[str, Outcome] = dict.fromkeys(ids, "unchanged")
    return outcomes | {d.article.id: "replaced" if d.article.id in stored else "new" for d in changed}


def _loaded(document: Document, outcome: Outcome) -> Loaded:
    article = document.article
    return Loaded(article.id, article.source, outcome, len(document.nodes), len(document.triples))
