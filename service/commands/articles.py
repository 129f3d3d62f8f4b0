"""`casegraph ingest` and `casegraph extract`."""

import sys

from rich.console import Console

from schema import Document
from service.listing import list_files
from service.report import Teller, table_of
from service.settings import Settings
from service.sources import Reader


def ingest_articles(paths: list[str], encoding: str | None, settings: Settings, jobs: int = 1) -> int:
    """The exit status: 1 if anything was lost or refused."""
    from service.documents import reading
    from service.graph.store import Store
    from service.ingest import ingest

    listing = list_files(paths)
    with (
        reading(settings.model, jobs) as read,
        Store.open(settings) as store,
        Teller(listing.expected()).telling() as teller,
    ):
        for problem in listing.problems:
            teller.tell(problem)
        for item in ingest(Reader(encoding).read(listing.files), read, store):
            teller.tell(item)
    return teller.tally.exit_status


def extract_articles(
    paths: list[str], encoding: str | None, settings: Settings, jobs: int = 1, *, as_table: bool
) -> int:
    """The exit status: 1 if anything was lost or refused. Each document is printed as soon as it is there."""
    from service.documents import Extraction, reading, report_of

    listing = list_files(paths)
    show = _show_table if as_table else _show_line
    with reading(settings.model, jobs) as read, Teller(listing.expected(), lines=False).telling() as teller:
        extraction = Extraction(Reader(encoding).read(listing.files), read)
        for problem in listing.problems:
            teller.tell(problem)
        for document in extraction.documents():
            for problem in extraction.drain():
                teller.tell(problem)
            show(document)
            teller.tell(report_of(document))
        for problem in extraction.drain():
            teller.tell(problem)
    return teller.tally.exit_status


def _show_line(document: Document) -> None:
    sys.stdout.write(document.model_dump_json() + "\n")


def _show_table(document: Document) -> None:
    Console().print(table_of(document))
