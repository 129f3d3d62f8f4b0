"""`casegraph extract` as a user runs it."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from schema import parse_document
from tests.service.command import CASEGRAPH, environment, run
from tests.service.test_documents import SAMPLES

pytestmark = pytest.mark.model


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environment(home=str(tmp_path / "home"))


def test_jsonl_is_a_document_a_line_and_nothing_else(tmp_path: Path, env: dict[str, str]) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    samples = sorted(SAMPLES.glob("*.txt"))
    done = run("extract", *samples, bad, env=env)
    documents = [parse_document(line) for line in done.stdout.splitlines()]
    assert [d.article.source for d in documents] == list(map(str, samples))
    assert done.returncode == 1
    first, summary = done.stderr.splitlines()
    assert first.startswith(f"refused: {bad}: empty; try: ")
    assert summary.startswith("12 articles (12 read): ")
    assert summary.endswith("; 1 refused, 0 warnings")


def test_every_process_reads_the_same(env: dict[str, str]) -> None:
    """Also where sets of words come in another order."""
    samples = sorted(SAMPLES.glob("*.txt"))
    first, second = (run("extract", *samples, env={**env, "PYTHONHASHSEED": seed}).stdout for seed in ("1", "2"))
    assert first.count("\n") == 12
    assert first == second


def test_standard_input_as_a_table(env: dict[str, str]) -> None:
    text = "Maro Test, a farmer, has sued the Dravik Ledger for libel. “It is a lie,” Maro Test said.\n"
    done = run("extract", "-", "--format", "table", env=env, stdin=text)
    assert done.returncode == 0
    assert "Maro Test" in done.stdout
    assert "MADE" in done.stdout


def test_no_article_at_all(tmp_path: Path, env: dict[str, str]) -> None:
    done = run("extract", tmp_path, env=env)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"refused: {tmp_path}: no articles in this folder; try: " in done.stderr


def test_documents_come_as_they_are_read(env: dict[str, str]) -> None:
    """The first is there before standard input has ended; a reader that goes away is no error."""
    with subprocess.Popen([CASEGRAPH, "extract", "-"], env=env, stdin=-1, stdout=-1, stderr=-1, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(40):
            process.stdin.write(f'{{"text": "Maro Test sued the Ledger {number} times."}}\n')
        process.stdin.flush()
        assert parse_document(process.stdout.readline()).article.source == "-:1"
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in said


def test_an_interrupt_ends_every_process(tmp_path: Path, env: dict[str, str]) -> None:
    """A terminal sends it to all of them; only the first may say so."""
    lines = (f'{{"text": "Maro Test sued the Ledger {number} times."}}\n' for number in range(2000))
    (tmp_path / "many.jsonl").write_text("".join(lines))
    command = [CASEGRAPH, "extract", tmp_path / "many.jsonl", "--jobs", "2"]
    with subprocess.Popen(command, env=env, stdout=-1, stderr=-1, text=True, start_new_session=True) as process:
        assert process.stdout is not None
        assert parse_document(process.stdout.readline()).article.source.endswith("many.jsonl:1")
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert is_gone(process.pid)


def is_gone(group: int) -> bool:
    """Whether no process of the group is left; Python's own caretaker needs a moment to see that it is alone."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
