"""What a run tells of each article, of itself, and by its exit status."""

from collections import Counter

import pytest

from schema import SourceError
from service.documents import Report
from service.listing import Problem, Severity
from service.report import Tally, line_of

LINES = [
    pytest.param(
        Report("a.txt", 1, 0, Counter(), "new"), "a.txt: new, 1 node, 0 of 0 triples accepted", id="nothing to accept"
    ),
    pytest.param(
        Report("a.txt", 1200, 1, Counter(), "unchanged"),
        "a.txt: unchanged, 1,200 nodes, 1 of 1 triple accepted",
        id="one",
    ),
    pytest.param(
        Report("a.txt", 2, 2, Counter({"no speaker": 2, "no date": 1}), "new"),
        "a.txt: new, 2 nodes, 2 of 5 triples accepted; rejected: no speaker (2), no date",
        id="rejected",
    ),
]


@pytest.mark.parametrize(("report", "line"), LINES)
def test_the_line_of_an_article(report: Report, line: str) -> None:
    assert line_of(report) == line


EXIT = [
    pytest.param([], 0, id="nothing"),
    pytest.param([Severity.NOTE], 0, id="a note"),
    pytest.param([Severity.WARNING], 1, id="something removed or in doubt"),
    pytest.param([Severity.REFUSED], 1, id="an article refused"),
]


@pytest.mark.parametrize(("severities", "status"), EXIT)
def test_exit_status(severities: list[Severity], status: int) -> None:
    tally = Tally()
    for severity in severities:
        tally.add(Problem(SourceError("it is"), severity))
    assert tally.exit_status == status


def test_summary() -> None:
    tally = Tally()
    tally.add(Report("a.txt", 3, 2, Counter({"no date": 1}), "new"))
    tally.add(Report("b.txt", 4, 1, Counter(), "unchanged"))
    tally.add(Problem(SourceError("empty")))
    tally.add(Problem(SourceError("marks"), Severity.WARNING))
    expected = "2 articles (1 new, 1 unchanged): 7 nodes, 3 triples, 1 rejected; 1 refused, 1 warning"
    assert tally.summary() == expected
