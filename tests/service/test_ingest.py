"""Articles into a real graph, as a user does it: ingest, query, retract, resolve, demo, doctor."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.graph.store import Store
from service.settings import Settings
from tests.service import command
from tests.service.conftest import empty
from tests.service.test_documents import SAMPLES

pytestmark = [pytest.mark.model, pytest.mark.graph]

STORY = "Maro Test, a farmer, has sued the Dravik Ledger for libel. “It is a lie,” Maro Test said.\n"
COUNTS = "{ people(first: 100) { totalCount } cases(first: 100) { totalCount } articles { totalCount } }"
BAD = {
    "binary.txt": bytes(range(256)) * 40,
    "empty.txt": b"",
    "german.txt": b"Das Gericht hat die Klage des Ministers gegen die Zeitung abgewiesen. " * 9,
    "huge.txt": b"word " * 1_000_000,
    "latin1.txt": "The café sued. ".encode("latin-1"),
    "utf16.txt": STORY.encode("utf-16"),
}


@pytest.fixture
def env(embedded_settings: Settings) -> dict[str, str]:
    """The embedded graph of the test run, empty."""
    with Store.open(embedded_settings) as store:
        empty(store)
    return command.of(embedded_settings)


def counts(env: dict[str, str]) -> dict[str, int]:
    answer = json.loads(command.run("query", "-", env=env, stdin=COUNTS).stdout)
    return {name: connection["totalCount"] for name, connection in answer.items()}


def test_bad_files_are_told_and_the_others_are_in_the_graph(tmp_path: Path, env: dict[str, str]) -> None:
    for name, content in {**BAD, "good.txt": STORY.encode(), "odd.txt": f"{STORY}\x07 “It".encode()}.items():
        (tmp_path / name).write_bytes(content)
    done = command.run("ingest", tmp_path, tmp_path / "none.txt", env=env)
    refused = [line for line in done.stderr.splitlines() if line.startswith("refused: ")]
    assert [Path(line.split(": ")[1]).name for line in refused] == [*sorted(BAD), "none.txt"]
    assert all("; try: " in line for line in refused)
    assert re.findall(r"^warning: .*odd\.txt: (\d control|quotation)", done.stderr, re.MULTILINE) == [
        "1 control",
        "quotation",
    ]
    assert [line.split(": ")[0] for line in done.stdout.splitlines()] == [f"{tmp_path}/good.txt", f"{tmp_path}/odd.txt"]
    assert done.returncode == 1
    assert counts(env)["articles"] == 2


def test_ingesting_again_changes_nothing_and_retracting_leaves_nothing(tmp_path: Path, env: dict[str, str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text(STORY)
    first = command.run("ingest", article, env=env)
    assert (first.returncode, first.stdout.split(",")[0]) == (0, f"{article}: new")
    before = counts(env)
    assert before["articles"] == 1
    assert command.run("ingest", article, env=env).stdout.startswith(f"{article}: unchanged, ")
    assert command.run("resolve", env=env).stdout.startswith("the graph was built anew")
    assert counts(env) == before
    retracted = command.run("retract", article, env=env)
    assert retracted.returncode == 0
    assert "is out of the graph" in retracted.stdout
    assert counts(env) == dict.fromkeys(before, 0)


def test_retracting_what_is_not_there(env: dict[str, str]) -> None:
    done = command.run("retract", "none.txt", env=env)
    assert done.returncode == 1
    assert re.fullmatch(r"casegraph: none\.txt: no such article in the graph; try: .*\n", done.stderr)


QUERIES = [
    pytest.param("{ bogus }", r"casegraph: line 1: Cannot query field 'bogus'.*\n", id="unknown field"),
    pytest.param("{ articles ", r"casegraph: line 1: Syntax Error.*\n", id="no GraphQL"),
]


@pytest.mark.parametrize(("query", "line"), QUERIES)
def test_a_wrong_query_is_one_line(query: str, line: str, env: dict[str, str]) -> None:
    done = command.run("query", "-", env=env, stdin=query)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(line, done.stderr)


def test_a_query_with_variables(env: dict[str, str]) -> None:
    query = "query One($id: ID!) { node(id: $id) { id } }"
    done = command.run("query", "-", "--variables", '{"id": "person:none"}', env=env, stdin=query)
    assert (done.returncode, json.loads(done.stdout)) == (0, {"node": None})


@pytest.fixture
def home(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A new user's home, whose embedded graph is stopped in the end."""
    env = command.environment(home=str(tmp_path / "home"), uri="bolt://127.0.0.1:1")
    yield env
    command.run("graph", "stop", env=env)


def test_demo_needs_no_settings_and_answers_its_questions(home: dict[str, str]) -> None:
    """It takes the embedded graph, whatever CASEGRAPH_URI says."""
    done = command.run("demo", env=home)
    questions = [path.read_text().partition("\n")[0].lstrip("# ") for path in sorted(SAMPLES.glob("*.graphql"))]
    assert done.returncode == 0, done.stderr
    assert len(questions) == 3
    assert [q for q in questions if q not in done.stdout] == []
    assert "12 articles (12 new)" in done.stderr
    assert "Orlan Vedric v. Mirela Tosk (defamation)" in done.stdout
    assert "casegraph ingest" in done.stdout


def test_doctor_finds_nothing_wrong(env: dict[str, str]) -> None:
    done = command.run("doctor", env=env)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["ok"] * 4
