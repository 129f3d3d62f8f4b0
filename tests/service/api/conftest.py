"""A graph whose every fact is known, loaded once for a module."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from schema import Document
from service.api.context import Context
from service.api.reader import Reader
from service.api.schema import schema
from service.graph.load import load
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
def ask(filled: Settings) -> Iterator[Ask]:
    """Runs a query; its data, or an assertion that names the errors."""
    with asyncio.Runner() as runner:
        reader = Reader(filled)

        def run(text: str, /, **variables: Any) -> dict[str, Any]:
            result = runner.run(schema.execute(text, variables, context_value=Context(reader)))
            assert not result.errors, result.errors
            assert result.data is not None
            return result.data

        yield run
        runner.run(reader.close())
