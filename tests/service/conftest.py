"""Graphs to test on: the embedded one, and a real Neo4j where one can be had."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from service.cypher import setup
from service.graph import server
from service.graph.statements import rows
from service.graph.store import Store
from service.settings import Settings
from tests.neo4j.server import Missing, throwaway

GRAPHS = [
    pytest.param("embedded", marks=pytest.mark.graph),
    pytest.param("neo4j", marks=[pytest.mark.graph, pytest.mark.neo4j]),
]


@pytest.fixture(scope="session")
def embedded_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """An embedded graph of the test run's own; it starts when the first test connects."""
    settings = Settings(uri=None, home=tmp_path_factory.mktemp("home"))
    yield settings
    server.stop(settings)


@pytest.fixture(scope="session")
def neo4j_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The Neo4j of CASEGRAPH_TEST_URI, whose content the tests delete, or one that is started for this run."""
    home: Path = tmp_path_factory.mktemp("unused")
    if uri := os.environ.get("CASEGRAPH_TEST_URI"):
        user = os.environ.get("CASEGRAPH_TEST_USER", "neo4j")
        password = os.environ.get("CASEGRAPH_TEST_PASSWORD", "")
        yield Settings(uri=uri, user=user, password=SecretStr(password), home=home)
        return
    try:
        with throwaway() as running:
            yield Settings(uri=running.uri, user="neo4j", password=SecretStr(running.password), home=home)
    except Missing as error:
        if os.environ.get("CI"):
            pytest.fail(f"no Neo4j to test on: {error}")
        pytest.skip(f"no Neo4j to test on: {error}")


@pytest.fixture(params=GRAPHS)
def graph_settings(request: pytest.FixtureRequest) -> Settings:
    """Settings of a graph that is empty but for its schema."""
    settings: Settings = request.getfixturevalue(f"{request.param}_settings")
    with Store.open(settings) as store:
        empty(store)
    return settings


@pytest.fixture
def store(graph_settings: Settings) -> Iterator[Store]:
    """An open graph that is empty but for its schema."""
    with Store.open(graph_settings) as opened:
        yield opened


def empty(store: Store) -> None:
    """Delete every node but the one that says the version of the schema, which is set right."""
    store.write(lambda tx: rows(tx, "MATCH (n) WHERE NOT n:Meta DETACH DELETE n"))
    store.write(lambda tx: rows(tx, setup.WRITE_VERSION, version=setup.VERSION))
