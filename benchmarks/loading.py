"""How fast documents go into the graph: `python -m benchmarks.loading [--store neo4j] [--articles N]`.

Two figures, both ratios, so that they say the same on every machine: our rows a second as a share of what a
hand-written UNWIND of the very same rows reaches through the bare driver (aim: 0.6 or more), and the time of an article
at the end of a long load as a multiple of that at its beginning (aim: about 1). On a busy machine processor time is the
better witness; it is known for the embedded graph on Linux.
"""

import argparse
import contextlib
import itertools
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from neo4j import Driver, GraphDatabase, ManagedTransaction
from pydantic import SecretStr

from schema import Document, NodeType
from service.graph import Store, load, server
from service.settings import Settings
from tests.neo4j.server import throwaway
from tests.worlds import World

WARM_UP, ROUNDS, BATCH, ROWS_AT_ONCE = 6, 16, 50, 5_000
LABELS = (*NodeType, "Mention", "Statement", "Alias")

Rows = dict[str, dict[str, Any]]


@contextlib.contextmanager
def embedded() -> Iterator[Settings]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        settings = Settings(uri=None, home=Path(home))
        try:
            yield settings
        finally:
            server.stop(settings)


@contextlib.contextmanager
def neo4j() -> Iterator[Settings]:
    with throwaway() as running:
        yield Settings(uri=running.uri, user="neo4j", password=SecretStr(running.password))


STORES = {"embedded": embedded, "neo4j": neo4j}


def timed_load(store: Store, documents: list[Document]) -> float:
    start = time.perf_counter()
    for _ in load(store, documents, batch=BATCH):
        pass
    return time.perf_counter() - start


def nodes_of(store: Store) -> Rows:
    """The statement that writes it, and the row, of every node."""
    return {
        row["p"]["id"]: {"text": f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row", "row": row["p"]}
        for label in LABELS
        for row in store.read(f"MATCH (n:{label}) RETURN properties(n) AS p")
    }


def links_of(store: Store) -> Rows:
    """The statement that writes it, and the row, of every relationship. The node with few is on the left."""
    query = "MATCH (a)-[r]->(b) RETURN a.id AS a, b.id AS b, properties(r) AS p, type(r) AS t"
    found = {}
    for row in store.read(query):
        arrow = (
            f"(b)<-[r:{row['t']}]-(a)"
            if row["t"] in ("HAS_MENTION", "STATES", "DEFENDANT_IN")
            else f"(a)-[r:{row['t']}]->(b)"
        )
        ends = f"MATCH (a:{label_of(row['a'])} {{id: row.a}}) MATCH (b:{label_of(row['b'])} {{id: row.b}})"
        found[str(sorted(row.items(), key=str))] = {
            "text": f"UNWIND $rows AS row {ends} MERGE {arrow} SET r = row.p",
            "row": {name: row[name] for name in ("a", "b", "p")},
        }
    return found


def label_of(id_: str) -> str:
    head = id_.partition(":")[0]
    return next(str(label) for label in LABELS if label.lower() == head)


def write_by_hand(driver: Driver, database: str, *some: Rows) -> None:
    """Write rows as one would by hand: grouped by statement, some thousands at once, in one transaction."""
    groups: dict[str, list[Any]] = {}
    for item in itertools.chain(*(rows.values() for rows in some)):
        groups.setdefault(item["text"], []).append(item["row"])
    with driver.session(database=database) as session:
        session.execute_write(_write_groups, groups)


def _write_groups(transaction: ManagedTransaction, groups: dict[str, list[Any]]) -> None:
    for text, group in groups.items():
        for first in range(0, len(group), ROWS_AT_ONCE):
            transaction.run(text, rows=group[first : first + ROWS_AT_ONCE]).consume()


def new(after: Rows, before: Rows) -> Rows:
    return {key: item for key, item in after.items() if key not in before}


def share(ours: Settings, by_hand: Settings) -> None:
    """Load and write by hand in turns, the same rows, into two graphs of the same schema."""
    documents = World(1, ROUNDS * BATCH).stream()
    with Store.open(ours) as store, Store.open(by_hand) as other:
        at = other.connection
        with GraphDatabase.driver(at.uri, auth=(at.user, at.password)) as driver:
            before: tuple[Rows, Rows] = {}, {}
            loads, hands = Clock(ours), Clock(by_hand)
            for n in range(ROUNDS):
                some = list(itertools.islice(documents, BATCH))
                with loads.running(counted=n >= WARM_UP):
                    timed_load(store, some)
                after = nodes_of(store), links_of(store)
                with hands.running(counted=n >= WARM_UP):
                    write_by_hand(driver, at.database, new(after[0], before[0]), new(after[1], before[1]))
                before = after
    ratios = [hand / load for hand, load in zip(hands.times, loads.times, strict=True)]
    say(f"share of a hand-written UNWIND, by the clock: {statistics.median(ratios):.2f} ({ROUNDS - WARM_UP} rounds)")
    if loads.processor:
        say(f"share of a hand-written UNWIND, by processor time: {hands.processor / loads.processor:.2f}")


class Clock:
    """Time and processor time (of this process and of the store, where the system tells it) of some work in rounds."""

    def __init__(self, settings: Settings) -> None:
        found = server.status(settings)
        self._stat = Path(f"/proc/{found.pid}/stat") if found else Path("/nowhere")
        self.times: list[float] = []
        self.processor = 0.0

    @contextlib.contextmanager
    def running(self, *, counted: bool) -> Iterator[None]:
        start, used = time.perf_counter(), self._used()
        yield
        if counted:
            self.times.append(time.perf_counter() - start)
            self.processor += self._used() - used

    def _used(self) -> float:
        if not self._stat.exists():
            return 0.0
        user, system = self._stat.read_text().rpartition(")")[2].split()[11:13]
        return time.process_time() + (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def flatness(settings: Settings, articles: int) -> None:
    """The time of an article, over a load of many."""
    times = []
    with Store.open(settings) as store:
        documents = World(2, articles).stream()
        for first in range(0, articles, 100):
            times.append(timed_load(store, list(itertools.islice(documents, 100))) / 100)
            say(f"articles {first + 1}–{first + 100}: {times[-1] * 1000:.1f} ms each")
    start, end = statistics.median(times[1:5]), statistics.median(times[-4:])
    say(f"time of an article, last 400 over 101–500: {end / start:.2f}")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", choices=STORES, default="embedded")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--only", choices=("share", "flatness"))
    asked = parser.parse_args()
    graph = STORES[asked.store]
    if asked.only != "flatness":
        with graph() as ours, graph() as by_hand:
            share(ours, by_hand)
    if asked.only != "share":
        with graph() as settings:
            flatness(settings, asked.articles)


if __name__ == "__main__":
    main()
