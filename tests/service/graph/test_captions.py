"""What nodes are called, and where cases stand."""

import datetime

import pytest

from schema import NodeType
from service.graph.captions import case_dates, case_name, case_status, described, shortened
from service.graph.contributions import Share

DAY = datetime.date(2019, 3, 1)


@pytest.mark.parametrize(
    ("plaintiffs", "defendants", "offences", "name"),
    [
        (["Sam Soeun"], ["Sam Rainsy"], ["defamation"], "Sam Soeun v. Sam Rainsy (defamation)"),
        (["A", "B"], ["C", "D", "E"], [], "A and B v. C, D and E"),
        ([], ["A", "B", "C", "D"], ["fraud", "theft"], "Case against A, B and 2 others (fraud and theft)"),
        (["A"], [], [], "Case of A"),
        ([], [], ["fraud"], "Case (fraud)"),
        ([], [], [], "Case"),
    ],
)
def test_case_name(plaintiffs: list[str], defendants: list[str], offences: list[str], name: str) -> None:
    assert case_name(plaintiffs, defendants, offences) == name


@pytest.mark.parametrize(
    ("events", "status"),
    [
        ([], "unknown"),
        (["filed"], "open"),
        (["filed", "on trial"], "open"),
        (["filed", "convicted", "sentenced"], "convicted"),
        (["acquitted", "charged"], "acquitted"),
        (["convicted", "appealed"], "under appeal"),
        (["convicted", "appealed", "upheld"], "convicted"),
        (["acquitted", "upheld"], "acquitted"),
        (["upheld"], "decided"),
        (["convicted", "overturned"], "overturned"),
        (["filed", "withdrawn"], "withdrawn"),
        (["filed", "settled", "ruled"], "settled"),
        (["ruled"], "decided"),
        (["dismissed"], "dismissed"),
    ],
)
def test_case_status(events: list[str], status: str) -> None:
    assert case_status((kind, None) for kind in events) == status


def test_of_two_verdicts_the_later_counts() -> None:
    assert case_status([("convicted", DAY), ("acquitted", DAY + datetime.timedelta(days=9))]) == "acquitted"


def test_dates_of_a_case() -> None:
    later = DAY + datetime.timedelta(days=9)
    events = [("filed", later), ("filed", DAY), ("convicted", None), ("convicted", later)]
    assert case_dates(events) == {"filed_on": DAY, "decided_on": later}


@pytest.mark.parametrize(
    ("names", "best"),
    [
        (["SAM RAINSY", "Sam Rainsy"], "Sam Rainsy"),
        (["bbc", "BBC"], "BBC"),
        (["the Guardian", "The Guardian"], "The Guardian"),
    ],
)
def test_a_node_is_called_by_the_plainest_form(names: list[str], best: str) -> None:
    shares = {Share(name, names=True) for name in names}
    assert described(NodeType.ORGANIZATION, shares) == {"name": best, "aliases": [], "search": best}


def test_description_is_the_same_bit_by_bit_and_at_once() -> None:
    shares = [
        Share("Sam Rainsy", names=True, aliases=("Rainsy",), titles=("leader",)),
        Share("SAM RAINSY", names=True, aliases=("Rainsy Sam",), titles=("exile",)),
        Share("Rainsy", names=False),
    ]
    bit_by_bit = None
    for share in shares:
        bit_by_bit = described(NodeType.PERSON, {share}, bit_by_bit)
    assert bit_by_bit == described(NodeType.PERSON, shares)


def test_captions_are_short() -> None:
    assert shortened("word " * 30).endswith("word…")
    assert len(shortened("word " * 30)) <= 60
