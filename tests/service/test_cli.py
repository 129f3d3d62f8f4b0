"""The command line where neither a model nor a graph is needed: help, usage, errors in one line."""

import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from schema import Document, Predicate
from tests.service.command import CASEGRAPH, environment, run
from tests.test_imports import HEAVY, ROOT

COMMANDS = [
    "ingest",
    "extract",
    "evaluate",
    "explain",
    "retract",
    "resolve",
    "query",
    "serve",
    "schema",
    "doctor",
    "demo",
    "graph",
]


@pytest.fixture
def env(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Nothing here starts a graph; one that a fault starts must not stay."""
    env = environment(home=str(tmp_path / "home"))
    yield env
    if (tmp_path / "home").exists():
        run("graph", "stop", env=env)


def modules_after(*words: str) -> set[str]:
    """The top-level modules that a command has loaded when it ends."""
    lines = [
        f"import sys, atexit; sys.argv = ['casegraph', *{words!r}]; from service.cli import main",
        "atexit.register(lambda: print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr))",
        "main()",
    ]
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stderr.split())


HELP = [
    pytest.param(["--help"], set(), id="help"),
    pytest.param(["--version"], set(), id="version"),
    pytest.param(["ingest", "--help"], {"pydantic"}, id="help of a command, where typer itself takes pydantic"),
]


@pytest.mark.parametrize(("words", "typers_own"), HELP)
def test_help_loads_nothing_heavy(words: list[str], typers_own: set[str]) -> None:
    """That is why it answers at once; a time would tell of the machine."""
    loaded = modules_after(*words)
    assert "typer" in loaded
    assert loaded & (HEAVY - typers_own | {"schema", "extraction"}) == set()


def test_help_lists_every_command(env: dict[str, str]) -> None:
    done = run("--help", env=env)
    assert done.returncode == 0
    assert [c for c in COMMANDS if not re.search(rf"^│ {c} ", done.stdout, re.MULTILINE)] == []


def test_version(env: dict[str, str]) -> None:
    assert run("--version", env=env).stdout == f"casegraph {version('casegraph')}\n"


USAGE = [
    pytest.param(["bogus"], "No such command 'bogus'", id="no such command"),
    pytest.param(["ingest"], "Missing argument", id="no files"),
    pytest.param(["ingest", "a.txt", "--encoding", "klingon"], "there is no encoding 'klingon'", id="encoding"),
    pytest.param(["extract", "a.txt", "--encoding", "base64"], "there is no encoding 'base64'", id="no text encoding"),
    pytest.param(["extract", "a.txt", "--format", "xml"], "'xml' is not one of", id="format"),
    pytest.param(["extract", "a.txt", "--jobs", "0"], "Invalid value for '--jobs'", id="jobs"),
    pytest.param(["serve", "--port", "99999"], "Invalid value for '--port'", id="port"),
]


@pytest.mark.parametrize(("words", "line"), USAGE)
def test_wrong_use(words: list[str], line: str, env: dict[str, str]) -> None:
    done = run(*words, env=env)
    assert done.returncode == 2
    assert line in done.stderr
    assert done.stdout == ""


ONE_LINE: list[Any] = [
    pytest.param(
        ["graph", "status"], {"port": "http"}, r"CASEGRAPH_PORT: .*; try: see the settings table", id="bad setting"
    ),
    pytest.param(
        ["resolve"], {"uri": "bolt://127.0.0.1:1", "password": "x"}, r"127\.0\.0\.1:1.*; try: ", id="graph is down"
    ),
    pytest.param(
        ["resolve"], {"uri": "bolt://127.0.0.1:1"}, r"no password given; try: set CASEGRAPH_PASSWORD", id="no password"
    ),
    pytest.param(["query", "none.graphql"], {}, r"none\.graphql: it cannot be read \(No such file", id="no query"),
    pytest.param(["query", "-", "--variables", "[1]"], {}, r"--variables: no JSON object; try: ", id="variables"),
    pytest.param(["extract", "a.txt"], {"model": "en_none"}, r"en_none: .*not installed; try: ", id="no model"),
    pytest.param(
        ["extract", "a.txt", "--jobs", "2"], {"model": "en_none"}, r"en_none: .*not installed", id="no model for two"
    ),
    pytest.param(["query", "/dev/null"], {}, "/dev/null: there is no query in it; try: ", id="an empty query"),
]


@pytest.mark.parametrize(("words", "settings", "line"), ONE_LINE)
def test_an_error_is_one_line(words: list[str], settings: dict[str, str], line: str, tmp_path: Path) -> None:
    done = run(*words, env=environment(home=str(tmp_path), **settings), stdin="{ __typename }")
    assert done.returncode == 1
    assert re.fullmatch(rf"casegraph: .*{line}.*\n", done.stderr), done.stderr
    assert done.stdout == ""


def test_schema_as_json_is_that_of_a_document(env: dict[str, str]) -> None:
    done = run("schema", "--format", "json", env=env)
    assert json.loads(done.stdout) == Document.model_json_schema()


def test_schema_as_a_table_has_every_predicate(env: dict[str, str]) -> None:
    printed = run("schema", env=env).stdout
    assert [p for p in Predicate if f" {p} " not in printed] == []


def test_the_embedded_graph_does_not_run_by_itself(env: dict[str, str]) -> None:
    done = run("graph", "status", env=env)
    assert (done.returncode, done.stderr) == (1, "")
    assert "is not running" in done.stdout


def test_a_reader_that_goes_away_is_no_error(env: dict[str, str]) -> None:
    """As `casegraph schema --format json | head -1` does."""
    with subprocess.Popen(
        [CASEGRAPH, "schema", "--format", "json"], env=env, stdout=-1, stderr=-1, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode in (1, -signal.SIGPIPE)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def test_serve_on_a_port_that_is_taken(env: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", "--port", str(port), env=env)
    assert done.returncode == 1
    assert done.stderr.startswith(f"casegraph: 127.0.0.1:{port}: cannot listen there (Address already in use)")


def test_ctrl_c_ends_it_without_a_traceback(env: dict[str, str]) -> None:
    """Interrupted while it waits for its query."""
    with subprocess.Popen([CASEGRAPH, "query", "-"], env=env, stdin=-1, stdout=-1, stderr=-1, text=True) as process:
        wait_until_it_reads(process.pid)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert (process.returncode, said.strip()) == (130, "")


def wait_until_it_reads(pid: int) -> None:
    """Until the process sleeps in a read of a pipe."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if "pipe" in Path(f"/proc/{pid}/wchan").read_text():
            return
        time.sleep(0.05)


@pytest.mark.model
def test_doctor_names_every_fault(tmp_path: Path) -> None:
    settings = {"home": str(tmp_path), "uri": "bolt://127.0.0.1:1", "passwort": "x", "model": "en_none"}
    done = run("doctor", env=environment(**settings))
    faults = [line.split(maxsplit=2) for line in done.stdout.splitlines() if line.startswith("FAULT")]
    assert done.returncode == 1
    assert [name for _, name, _ in faults] == ["settings", "model", "graph"]
    assert "CASEGRAPH_PASSWORT: there is no such setting; try: CASEGRAPH_PASSWORD" in faults[0][2]
    assert all("; try: " in what for _, _, what in faults)
