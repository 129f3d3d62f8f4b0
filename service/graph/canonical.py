"""Rebuilding the canonical layer from the evidence layer alone."""

from collections import Counter

from neo4j import ManagedTransaction

from service.cypher import writing
from service.graph import archive
from service.graph.refresh import refresh
from service.graph.statements import rows
from service.graph.store import Store

BATCH = 100
CLEARED_AT_ONCE = 2_000


def rebuild(store: Store) -> dict[str, int]:
    """Delete the canonical layer and derive it again; answers the number of nodes by label.

    If it is cut short, the next load, retraction or rebuild does it all over.
    """
    store.write(lambda tx: rows(tx, writing.SET_REBUILDING))
    _clear(store)
    ids = [row["id"] for row in store.read(writing.ARTICLE_IDS)]
    for start in range(0, len(ids), BATCH):
        store.write(lambda tx, some=ids[start : start + BATCH]: _resolve(tx, some))  # type: ignore[misc]
    store.write(lambda tx: rows(tx, writing.END_REBUILDING))
    return counts(store)


def finish_rebuilding(store: Store) -> None:
    """Do a rebuild that was cut short."""
    if store.read(writing.READ_REBUILDING):
        rebuild(store)


def counts(store: Store) -> dict[str, int]:
    """The number of nodes of the canonical layer, by label."""
    found: Counter[str] = Counter()
    for label in writing.CANONICAL:
        found[label] += store.read(writing.count_nodes(label))[0]["count"]
    return {label: count for label, count in sorted(found.items()) if count}


def _clear(store: Store) -> None:
    for statement in (writing.CLEAR_SOME_LINKS, *map(writing.clear_some, (*writing.CANONICAL, "Alias"))):
        while store.write(lambda tx, text=statement: _cleared(tx, text)):  # type: ignore[misc]
            pass


def _cleared(transaction: ManagedTransaction, statement: str) -> int:
    count: int = rows(transaction, statement, limit=CLEARED_AT_ONCE)[0]["count"]
    return count


def _resolve(transaction: ManagedTransaction, ids: list[str]) -> None:
    """Resolve articles again; those that are in place already come out the same."""
    rows(transaction, writing.TAKE_TURN)
    found = archive.read(transaction, ids).values()
    refresh(transaction, found, [evidence for evidence in found if evidence.targets])
