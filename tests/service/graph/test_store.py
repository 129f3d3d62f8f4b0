"""The store on both graphs: transactions, errors, schema."""

import pytest

from schema import GraphOutdated
from service.cypher import setup
from service.graph.statements import rows
from service.graph.store import Store
from service.settings import Settings


def test_a_failed_write_leaves_nothing(store: Store) -> None:
    def work(tx: object) -> None:
        rows(tx, "CREATE (:Person {id: 'person:1'})")  # type: ignore[arg-type]
        raise KeyError

    with pytest.raises(KeyError):
        store.write(work)
    assert store.read("MATCH (p:Person) RETURN p.id") == []


def test_opening_twice_sets_up_once(graph_settings: Settings) -> None:
    with Store.open(graph_settings) as first, Store.open(graph_settings) as second:
        assert second.read(setup.READ_VERSION) == first.read(setup.READ_VERSION) == [{"version": setup.VERSION}]


def test_a_graph_of_a_newer_casegraph_is_refused(store: Store, graph_settings: Settings) -> None:
    store.write(lambda tx: rows(tx, setup.WRITE_VERSION, version=setup.VERSION + 1))
    with pytest.raises(GraphOutdated, match="upgrade casegraph"):
        Store.open(graph_settings)
    store.write(lambda tx: rows(tx, setup.WRITE_VERSION, version=setup.VERSION))  # others open this graph, too
