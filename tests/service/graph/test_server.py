"""The embedded graph as a process: starting, stopping, dying, and being started by two at once."""

import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from schema import GraphRefused, GraphUnavailable, SettingsError
from service.graph import Store, connect, server
from service.graph.statements import rows
from service.settings import Settings

pytestmark = pytest.mark.graph


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Settings]:
    settings = Settings(uri=None, home=tmp_path / "home")
    yield settings
    server.stop(settings)


def test_start_status_stop(home: Settings) -> None:
    assert server.status(home) is None
    assert server.stop(home) is False
    started = server.start(home)
    assert server.status(home) == started == server.start(home)
    assert server.stop(home) is True
    assert server.status(home) is None


def test_it_keeps_to_itself(home: Settings) -> None:
    started = server.start(home)
    assert stat.S_IMODE((started.folder / "password").stat().st_mode) == 0o600
    assert stat.S_IMODE(started.folder.stat().st_mode) == 0o700
    with pytest.raises(ConnectionRefusedError), socket.socket() as elsewhere:
        elsewhere.connect(("127.0.0.2", started.bolt_port))


def test_a_killed_server_is_started_again_with_its_data(home: Settings) -> None:
    with Store.open(home) as store:
        store.write(lambda tx: rows(tx, "CREATE (:Person {id: 'person:1'})"))
    killed = server.start(home)
    os.kill(killed.pid, signal.SIGKILL)
    os.waitpid(killed.pid, 0)
    assert (killed.folder / "server.json").exists()
    assert server.status(home) is None
    with Store.open(home) as store:
        assert store.read("MATCH (p:Person) RETURN p.id AS id") == [{"id": "person:1"}]


def test_a_lost_server_is_reported(home: Settings) -> None:
    with Store.open(home) as store:
        server.stop(home)
        with pytest.raises(GraphUnavailable, match="cannot be reached"):
            store.read("RETURN 1")


def test_two_who_start_at_once_get_one_server(home: Settings) -> None:
    code = (
        "import sys; from pathlib import Path; from service.graph import server; from service.settings import Settings;"
        "sys.stdout.write(str(server.start(Settings(uri=None, home=Path(sys.argv[1]))).pid))"
    )
    command = [sys.executable, "-c", code, str(home.home)]
    starters = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    found = server.start(home)
    assert {starter.communicate()[0] for starter in starters} == {str(found.pid)}


def test_a_taken_port_is_no_obstacle(home: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The first choice of ports is taken: the child finds out, and another one chooses again."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        trap = tmp_path / "sitecustomize.py"
        trap.write_text(_TRAP.format(port=taken.getsockname()[1], marker=tmp_path / "sprung"))
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        assert server.start(home).bolt_port != taken.getsockname()[1]
        assert (tmp_path / "sprung").exists()


_TRAP = """
import pathlib, sys
if "service.graph.engine" in sys.orig_argv and not pathlib.Path("{marker}").exists():
    import socket
    pathlib.Path("{marker}").touch()
    true = socket.socket.getsockname
    socket.socket.getsockname = lambda self: ("127.0.0.1", {port})
"""


def test_a_start_that_fails_says_where_to_look(home: Settings) -> None:
    server.folder_of(home).mkdir(parents=True)
    (server.folder_of(home) / "databases").write_text("not a folder")
    with pytest.raises(GraphUnavailable, match=r"did not start: .*start\.log"):
        server.start(home)


def test_a_home_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Exception, match="cannot write the folder of the graph"):
        server.start(Settings(uri=None, home=tmp_path / "file"))


@pytest.mark.parametrize(
    ("uri", "error", "words"),
    [
        ("bolt://127.0.0.1:1", GraphUnavailable, "start Neo4j, or check CASEGRAPH_URI"),
        ("bolt://no-such-host.invalid:7687", GraphUnavailable, "CASEGRAPH_URI"),
        ("http://127.0.0.1:7474", SettingsError, "CASEGRAPH_URI: .*bolt://localhost:7687"),
        ("nonsense", SettingsError, "no Bolt address"),
    ],
)
def test_an_address_where_no_graph_is(uri: str, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        Store.open(Settings(uri=uri, password=SecretStr("x")))


def test_an_address_without_a_password() -> None:
    with pytest.raises(GraphRefused, match="CASEGRAPH_PASSWORD"):
        connect(Settings(uri="bolt://127.0.0.1:1", password=None))


@pytest.mark.parametrize("change", [{"password": SecretStr("wrong")}, {"database": "elsewhere"}, {"user": "nobody"}])
def test_what_a_graph_refuses(graph_settings: Settings, change: dict[str, object]) -> None:
    at = connect(graph_settings)
    right = {"uri": at.uri, "user": at.user, "password": SecretStr(at.password), "database": at.database}
    with pytest.raises(GraphRefused, match="CASEGRAPH_USER"):
        Store.open(Settings(**(right | change)))  # type: ignore[arg-type]
