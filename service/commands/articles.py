"""`casegraph ingest` and `casegraph extract`."""

import sys

from rich.console import Console

from service.listing import list_files
from service.report import Teller, table_of
from service.settings import Settings
from service.sources import Reader


def ingest_articles(paths: list[str], encoding: str | None, settings: Settings) -> int:
    """The exit status: 1 if anything was lost or refused."""
    from extraction import Extractor
    from service.graph.store import Store
    from service.ingest import ingest

    listing = list_files(paths)
    extractor = Extractor(settings.model)
    with Store.open(settings) as store, Teller(listing.expected()).telling() as teller:
        for problem in listing.problems:
            teller.tell(problem)
        for item in ingest(Reader(encoding).read(listing.files), extractor, store):
            teller.tell(item)
    return teller.tally.exit_status


def extract_articles(paths: list[str], encoding: str | None, settings: Settings, *, as_table: bool) -> int:
    """The exit status: 1 if anything was lost or refused. Each document is printed as soon as it is there."""
    from extraction import Extractor
    from service.documents import Extraction, report_of

    listing = list_files(paths)
    extraction = Extraction(Reader(encoding).read(listing.files), Extractor(settings.model))
    console = Console()
    with Teller(listing.expected(), lines=False).telling() as teller:
        for problem in listing.problems:
            teller.tell(problem)
        for document in extraction.documents():
            for problem in extraction.drain():
                teller.tell(problem)
            if as_table:
                console.print(table_of(document))
            else:
                sys.stdout.write(document.model_dump_json() + "\n")
            teller.tell(report_of(document))
        for problem in extraction.drain():
            teller.tell(problem)
    return teller.tally.exit_status
