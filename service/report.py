"""What `ingest` and `extract` tell: a line for every article and problem, a progress bar, a summary."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from service.listing import Problem, Severity

if TYPE_CHECKING:  # service.documents loads spaCy
    from schema import Document
    from service.documents import Report


def counted(number: int, noun: str) -> str:
    """
    >>> counted(1, "node"), counted(1200, "node")
    ('1 node', '1,200 nodes')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def line_of(report: "Report") -> str:
    """What was found in an article, how much of it was accepted, and why the rest was not."""
    facts = f"{report.source}: {report.outcome}, {counted(report.nodes, 'node')}"
    accepted = f"{report.accepted:,} of {counted(report.found, 'triple')} accepted"
    return "; ".join([f"{facts}, {accepted}", *_reasons(report.rejected)])


def _reasons(rejected: Counter[str]) -> Iterator[str]:
    if rejected:
        yield "rejected: " + ", ".join(
            reason if count == 1 else f"{reason} ({count})" for reason, count in rejected.most_common()
        )


@dataclass
class Tally:
    """What a run has come to so far."""

    outcomes: Counter[str] = field(default_factory=Counter)
    problems: Counter[Severity] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)
    nodes: int = 0
    accepted: int = 0

    @property
    def exit_status(self) -> int:
        """1 if anything was lost, refused or removed."""
        return int(bool(self.problems[Severity.REFUSED] or self.problems[Severity.WARNING]))

    def add(self, item: "Report | Problem") -> None:
        if isinstance(item, Problem):
            self.problems[item.severity] += 1
            return
        self.outcomes[item.outcome] += 1
        self.rejected += item.rejected
        self.nodes += item.nodes
        self.accepted += item.accepted

    def summary(self) -> str:
        outcomes = ", ".join(f"{count:,} {outcome}" for outcome, count in sorted(self.outcomes.items()))
        articles = counted(self.outcomes.total(), "article") + (f" ({outcomes})" if outcomes else "")
        facts = f"{counted(self.nodes, 'node')}, {counted(self.accepted, 'triple')}, {self.rejected.total():,} rejected"
        refused, warned = self.problems[Severity.REFUSED], self.problems[Severity.WARNING]
        return f"{articles}: {facts}; {refused:,} refused, {counted(warned, 'warning')}"


class Teller:
    """Lines of articles go to standard output, everything else to standard error."""

    def __init__(self, expected: int | None, *, lines: bool = True) -> None:
        self.tally = Tally()
        self._lines = lines
        self._errors = Console(stderr=True, highlight=False, soft_wrap=True)
        # On a terminal the bar has to know of the lines, or they would cut through it.
        self._progress = Progress(
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=self._errors,
            redirect_stdout=sys.stdout.isatty(),
            disable=not self._errors.is_terminal,
            transient=True,
        )
        self._task = self._progress.add_task("", total=expected)

    @contextmanager
    def telling(self) -> Iterator["Teller"]:
        """Shows the bar; ends with the summary, also where the run breaks off."""
        try:
            with self._progress:
                yield self
        finally:
            self._errors.print(self.tally.summary(), markup=False)

    def tell(self, item: "Report | Problem") -> None:
        self.tally.add(item)
        if isinstance(item, Problem):
            self._errors.print(str(item), markup=False, style=_STYLES[item.severity])
        elif self._lines:
            sys.stdout.write(line_of(item) + "\n")
        if not isinstance(item, Problem) or item.severity is Severity.REFUSED:
            self._progress.advance(self._task)


_STYLES = {Severity.REFUSED: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


def table_of(document: "Document") -> Table:
    """The triples of a document, each with the sentence that says it."""
    names = {node.id: node.name for node in document.nodes}
    table = Table(title=document.article.title or document.article.source, title_justify="left", expand=True)
    for column in ("subject", "predicate", "object", "sure", "evidence"):
        table.add_column(column, overflow="fold")
    for triple in document.triples:
        first = triple.evidence[0]
        quote = " ".join(document.text[first.start : first.end].split())
        subject, object_ = names[triple.subject], names[triple.object]
        table.add_row(subject, triple.predicate, object_, f"{triple.confidence:.2f}", quote)
    return table


def print_table(rows: Iterable[tuple[str, ...]], *columns: str) -> None:
    """A table on standard output, as wide as its content where that is no terminal."""
    table = Table(*columns)
    for row in rows:
        table.add_row(*row)
    console = Console(highlight=False, markup=False)
    console.print(table) if console.is_terminal else Console(width=200, highlight=False, markup=False).print(table)
