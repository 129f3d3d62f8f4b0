"""Answers of the API as trees that can be read."""

from typing import Any

import pytest
from rich.console import Console

from service.answers import tree_of

TREES: list[Any] = [
    pytest.param({"cases": {"edges": []}}, ["Q"], id="nothing found"),
    pytest.param({"node": None}, ["Q"], id="nothing there"),
    pytest.param(
        {"cases": {"edges": [{"node": {"name": "A v. B", "status": "OPEN", "filedOn": None}}]}},
        ["Q", "└── A v. B · open"],
        id="a connection",
    ),
    pytest.param(
        {"node": {"name": "A v. B", "courts": [{"court": {"name": "X"}}, {"court": {"name": "Y"}}], "platforms": []}},
        ["Q", "└── A v. B", "    └── courts: X; Y"],
        id="short things on one line",
    ),
    pytest.param(
        {"node": {"name": "A v. B", "speakers": [{"speaker": {"name": "A", "positions": [{"title": "judge"}]}}]}},
        ["Q", "└── A v. B", "    └── speakers", "        └── A", "            └── positions: judge"],
        id="a thing in a wrapping",
    ),
    pytest.param(
        {"node": {"name": "A", "positionsHeld": [{"title": "judge", "evidence": [{"quote": "Judge A said."}]}]}},
        [
            "Q",
            "└── A",
            "    └── positions held",
            "        └── judge",
            "            └── evidence",
            "                └── “Judge A said.”",
        ],
        id="evidence below",
    ),
    pytest.param(
        {"a": {"quote": "“So it is,” he said."}}, ["Q", "└── “So it is,” he said."], id="marks are not doubled"
    ),
    pytest.param({"a": {"status": "UNDER_APPEAL"}}, ["Q", "└── under appeal"], id="a kind in words"),
    pytest.param({"a": {"name": "[bold]\nA"}}, ["Q", "└── [bold] A"], id="no markup"),
]


@pytest.mark.parametrize(("data", "lines"), TREES)
def test_tree(data: dict[str, Any], lines: list[str]) -> None:
    console = Console(width=100)
    with console.capture() as captured:
        console.print(tree_of("Q", data))
    assert [line.rstrip() for line in captured.get().splitlines()] == lines
