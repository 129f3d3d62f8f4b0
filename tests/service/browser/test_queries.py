"""Each saved query, on a real graph that holds the annotated samples."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from schema import type_of
from service.graph.load import load
from service.graph.store import Store
from tests.service.browser.annotated import documents
from tests.service.browser.grass import queries
from tests.service.conftest import GRAPHS, empty


@pytest.fixture(scope="module", params=GRAPHS)
def samples(request: pytest.FixtureRequest) -> Iterator[Store]:
    with Store.open(request.getfixturevalue(f"{request.param}_settings")) as store:
        empty(store)
        list(load(store, documents()))
        yield store


def nodes(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The nodes on all the paths of an answer."""
    return [step for row in rows for path in row.values() if path for step in path if isinstance(step, dict)]


def names(rows: list[dict[str, Any]]) -> set[str]:
    return {node["name"] for node in nodes(rows) if "name" in node}


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("case", {"Orlan Vedric", "Mirela Tosk", "Dravik District Court", "Dravik Court of Appeal", "Telegram"}),
        ("who-sued-whom", {"Norvessa Dredging", "Dravik Ledger", "Lucan Ferro", "Orlan Vedric", "Mirela Tosk"}),
        ("person", {"Mirela Tosk", "Orlan Vedric", "defamation"}),
        ("denials", {"Orlan Vedric", "Janek Orrel", "Lucan Ferro"}),
        ("platform", {"Facebook", "Mirela Tosk", "Orlan Vedric", "defamation"}),
        ("positions", {"Mirela Tosk", "Free Valleys Union", "Isolde Marr", "Norvessa Dredging"}),
        ("evidence", {"Mirela Tosk", "Minister files defamation complaint over yacht posts"}),
        ("penalties", {"Janek Orrel", "Mirela Tosk"}),
    ],
)
def test_query_draws(samples: Store, name: str, drawn: set[str]) -> None:
    query = queries()[name]
    rows = samples.read(query)
    assert drawn <= names(rows)
    assert len(rows) <= int(re.findall(r"LIMIT (\d+)$", query)[0])
    if name != "evidence":
        assert {node["id"] for node in nodes(rows) if type_of(node["id"]) in {None, "Article"}} == set()


def test_case_does_not_draw_another(samples: Store) -> None:
    cases = {node["id"] for node in nodes(samples.read(queries()["case"])) if type_of(node["id"]) == "Case"}
    assert len(cases) == 1


def test_evidence_is_the_words_of_articles(samples: Store) -> None:
    quotes = {node["quote"] for node in nodes(samples.read(queries()["evidence"])) if "quote" in node}
    texts = [document.text for document in documents()]
    assert quotes
    assert all(any(quote in text for text in texts) for quote in quotes)


def test_penalties_come_by_size(samples: Store) -> None:
    amounts = [row["fined"][-1]["amount"] for row in samples.read(queries()["penalties"])]
    assert amounts == sorted(amounts, reverse=True)
    assert amounts[0] == 60000
