"""`casegraph explain` as a user runs it, and what it prints."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from service.explanation import print_explanation
from tests.schema.factories import node
from tests.service.command import environment, run
from tests.service.evaluation.worlds import DENIED, TEXT, document, link

SAMPLE = Path(__file__).parents[3] / "service" / "samples" / "06-four-years-for-harbour-director.txt"


def printed(*, coloured: bool) -> str:
    paper = StringIO()
    words = {"start": 0, "end": 24, "subject": {"start": 0, "end": 7}, "trigger": {"start": 8, "end": 12}}
    found = document(
        less=("ann PLAINTIFF_IN case",),
        more=(link("ann PLAINTIFF_IN case", rule="sue-active", confidence=0.85, evidence=[words]),),
        nodes={"ann": node("ann", "Person", name="Ann Ost", mentions=[{"start": 0, "end": 7}])},
    )
    system = {"force_terminal": True, "color_system": "standard"} if coloured else {"color_system": None}
    print_explanation(found, Console(file=paper, width=100, **system))  # type: ignore[arg-type]
    return paper.getvalue()


def test_in_a_file_the_words_are_named() -> None:
    said = printed(coloured=False)
    assert TEXT.splitlines()[0] in said
    assert "PLAINTIFF_IN   Ann Ost  0.85 sue-active" in said
    assert "[subject: Ann Ost] [trigger: sued] the Dravik" in said
    assert f"“{DENIED}”  claim" in said


def test_on_a_terminal_they_are_coloured() -> None:
    said = printed(coloured=True)
    assert "\x1b[1;34mAnn Ost\x1b[0m \x1b[3msued" in said
    assert f"\x1b[4;31m{DENIED}\x1b[0m" in said
    assert "\x1b[1;36mAnn Ost\x1b[0m" in said
    assert "[subject: " not in said


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environment(home=str(tmp_path / "home"))


@pytest.mark.model
def test_an_article_is_explained(env: dict[str, str]) -> None:
    done = run("explain", SAMPLE, env=env)
    assert done.returncode == 0
    assert "Four years for the man who ran the docks" in done.stdout
    assert "DEFENDANT_IN   Janek Orrel" in done.stdout


@pytest.mark.model
def test_an_article_becomes_a_page(tmp_path: Path, env: dict[str, str]) -> None:
    page = tmp_path / "page.html"
    done = run("explain", SAMPLE, "--html", page, env=env)
    assert (done.returncode, done.stdout.split(": ")[0]) == (0, str(page))
    assert page.read_text(encoding="utf-8").count("<li ") > 10


REFUSED = [
    pytest.param(["none.txt"], "", "refused: none.txt: there is no such file", id="no file"),
    pytest.param(["-"], '{"text": "One."}\n{"text": "Two."}\n', "-: 2 articles, one can be explained", id="two"),
    pytest.param(["-", "--html", "no/such/folder"], "One.", "no/such/folder: it cannot be written", id="page"),
]


@pytest.mark.model
@pytest.mark.parametrize(("words", "stdin", "line"), REFUSED)
def test_refused(words: list[str], stdin: str, line: str, env: dict[str, str]) -> None:
    done = run("explain", *words, env=env, stdin=stdin)
    assert (done.returncode, done.stdout) == (1, "")
    assert line in done.stderr
