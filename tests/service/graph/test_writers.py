"""Writers at once, and writers killed in the middle: the graph comes out as of one who was left in peace."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from service.graph import Store, load
from service.settings import Settings
from tests.service.conftest import empty
from tests.service.graph.picture import picture
from tests.worlds import World

SEED, ARTICLES, PER_CASE = 11, 40, 4
ROOT = Path(__file__).parents[3]


def expected_picture(store: Store) -> list[str]:
    for _ in load(store, World(SEED, ARTICLES, per_case=PER_CASE).documents()):
        pass
    found = picture(store)
    empty(store)
    return found


_LOADER = f"""
import sys
from service.graph import Store, load
from service.settings import Settings
from tests.worlds import World
documents = World({SEED}, {ARTICLES}, per_case={PER_CASE}).documents()
some = documents[int(sys.argv[1])::int(sys.argv[2])]
with Store.open(Settings()) as store:
    for loaded in load(store, some, batch=int(sys.argv[3])):
        sys.stdout.write(loaded.outcome + "\\n")
        sys.stdout.flush()
"""


def loader(settings: Settings, part: int, parts: int, batch: int) -> subprocess.Popen[str]:
    """A process that loads every `parts`-th article from `part` on, and says so after each."""
    environment = {**os.environ, "CASEGRAPH_HOME": str(settings.home), "PYTHONPATH": str(ROOT)}
    if settings.uri and settings.password:
        password = settings.password.get_secret_value()
        environment |= {"CASEGRAPH_URI": settings.uri, "CASEGRAPH_USER": settings.user, "CASEGRAPH_PASSWORD": password}
    command = [sys.executable, "-c", _LOADER, str(part), str(parts), str(batch)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def test_two_processes_at_once(store: Store, graph_settings: Settings) -> None:
    expected = expected_picture(store)
    writers = [loader(graph_settings, part, 2, batch=4) for part in range(2)]
    outcomes = [writer.communicate()[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert [len(some) for some in outcomes] == [ARTICLES / 2, ARTICLES / 2]
    assert picture(store) == expected


def test_two_processes_with_the_same_articles(store: Store, graph_settings: Settings) -> None:
    expected = expected_picture(store)
    writers = [loader(graph_settings, 0, 1, batch=batch) for batch in (5, 7)]
    outcomes = [outcome for writer in writers for outcome in writer.communicate()[0].split()]
    assert sorted(outcomes) == ["new"] * ARTICLES + ["unchanged"] * ARTICLES
    assert picture(store) == expected


def test_threads_with_a_store_each(store: Store, graph_settings: Settings) -> None:
    expected = expected_picture(store)
    documents = World(SEED, ARTICLES, per_case=PER_CASE).documents()

    def work(part: int) -> None:
        with Store.open(graph_settings) as own:
            for _ in load(own, documents[part::3], batch=4):
                pass

    threads = [threading.Thread(target=work, args=(part,)) for part in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert picture(store) == expected


@pytest.mark.parametrize("delay", [0.0, 0.05, 0.15])
def test_a_loader_killed_in_the_middle(store: Store, graph_settings: Settings, delay: float) -> None:
    expected = expected_picture(store)
    victim = loader(graph_settings, 0, 1, batch=4)
    assert victim.stdout is not None
    assert [victim.stdout.readline() for _ in range(8)] == ["new\n"] * 8
    time.sleep(delay)
    victim.send_signal(signal.SIGKILL)
    victim.communicate()
    loaded = store.read("MATCH (a:Article) RETURN count(a) AS count")[0]["count"]
    assert loaded % 4 == 0
    assert 8 <= loaded < ARTICLES
    for _ in load(store, World(SEED, ARTICLES, per_case=PER_CASE).documents()):
        pass
    assert picture(store) == expected
