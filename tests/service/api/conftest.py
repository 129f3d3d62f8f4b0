"""A graph whose every fact is known, loaded once for a module."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from service.graph.load import load

from schema import Document
from service.api import execute_query
from service.graph.store import Store
from service.settings import Settings
from tests.service.api.drafts import complaint, other_suits, verdict
from tests.service.conftest import GRAPHS, empty

Ask = Callable[..., dict[str, Any]]


def fill(settings: Settings, documents: Iterable[Document]) -> None:
    with Store.open(settings) as store:
        empty(store)
        for _ in load(store, documents):
            pass


@pytest.fixture(scope="module", params=GRAPHS)
def filled(request: pytest.FixtureRequest) -> Settings:
    """Settings of a graph of two articles about one suit and five about others."""
    settings: Settings = request.getfixturevalue(f"{request.param}_settings")
    fill(settings, [complaint(), verdict(), *other_suits(5)])
    return settings


@pytest.fixture(scope="module")
def ask(filled: Settings) -> Ask:
    """Runs a query; its data, or an assertion that names the errors."""

    def run(text: str, **variables: Any) -> dict[str, Any]:
        response = execute_query(filled, text, variables)
        assert "errors" not in response, response["errors"]
        data: dict[str, Any] = response["data"]
        return data

    return run
