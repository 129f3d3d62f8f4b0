"""`casegraph evaluate`."""

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console

from service.evaluation import (
    Evaluation,
    GoldFolder,
    as_json,
    calibration_table,
    finding_lines,
    mark,
    rule_table,
    score_table,
)
from service.report import Teller
from service.settings import Settings

if TYPE_CHECKING:  # it loads spaCy
    from service.documents import ReadChunks


def evaluate_folder(folder: GoldFolder, settings: Settings, jobs: int = 1, *, show: bool, json_: bool) -> int:
    """The exit status: 1 if an article could not be scored."""
    from service.documents import reading

    expected = len(folder.names())
    with reading(settings.model, jobs) as read, Teller(expected, lines=False).telling() as teller:
        evaluation = _evaluate(folder, read, teller)
    if json_:
        found = as_json(evaluation, findings=show)
        sys.stdout.write(json.dumps(found, indent=2, ensure_ascii=False) + "\n")
    elif evaluation.articles:
        sys.stdout.writelines(f"{line}\n" for line in _lines(evaluation, show=show))
    return teller.tally.exit_status


def _evaluate(folder: GoldFolder, read: "ReadChunks", teller: Teller) -> Evaluation:
    from service.documents import Extraction, report_of

    extraction, evaluation = Extraction(folder.items(), read), Evaluation()
    for document in extraction.documents():
        annotated = folder.take(document.article.source)
        evaluation.add(mark(annotated.name, document, annotated.gold))
        teller.tell(report_of(document))
    for problem in extraction.drain():
        teller.tell(problem)
    # An article that extraction fails on counts as one in which nothing was found.
    for annotated in folder.left():
        evaluation.add(mark(annotated.name, annotated.nothing_found(), annotated.gold))
    return evaluation


def _lines(evaluation: Evaluation, *, show: bool) -> Iterator[str]:
    if show:
        yield from finding_lines(evaluation.findings)
    console = Console(highlight=False, markup=False, width=100)
    tables = [score_table(evaluation), calibration_table(evaluation), *([rule_table(evaluation)] if show else [])]
    for table in tables:
        with console.capture() as printed:
            console.print(table)
        yield printed.get().rstrip("\n")
