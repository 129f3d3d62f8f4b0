"""`casegraph explain`."""

import sys
from pathlib import Path

from rich.console import Console

from schema import Document, SourceError
from service.explanation import page_of, print_explanation
from service.report import Teller, counted
from service.settings import Settings
from service.sources import Reader


def explain_article(file: str, html: Path | None, encoding: str | None, settings: Settings) -> int:
    """The exit status: 1 if the article was refused, or something in it is in doubt."""
    from service.documents import report_of

    with Teller(1, lines=False).telling() as teller:
        document = _document(file, encoding, settings, teller)
        if document is not None:
            teller.tell(report_of(document))
    if document is None:
        return teller.tally.exit_status
    if html is None:
        print_explanation(document, Console(highlight=False))
    else:
        _write(page_of(document), html)
        sys.stdout.write(f"{html}: {counted(len(document.triples), 'fact')}\n")
    return teller.tally.exit_status


def _document(file: str, encoding: str | None, settings: Settings, teller: Teller) -> Document | None:
    """The document of the only article in the file; raises SourceError if there are several."""
    from extraction import Extractor
    from service.documents import Extraction, by

    extraction = Extraction(Reader(encoding).read([file]), by(Extractor(settings.model)))
    documents = list(extraction.documents())
    for problem in extraction.drain():
        teller.tell(problem)
    if len(documents) > 1:
        remedy = "a file with one of them"
        raise SourceError(f"{len(documents)} articles, one can be explained", where=file, try_=remedy)
    return documents[0] if documents else None


def _write(page: str, file: Path) -> None:
    try:
        file.write_text(page, encoding="utf-8")
    except OSError as error:
        raise SourceError(f"it cannot be written ({error.strerror})", where=str(file), try_="another name") from error
