"""README.md and docs/ against the code: every command runs, every setting is there, every link leads somewhere."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer.main

from service.cli import app
from service.fields import NAMES
from service.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMAND = re.compile(r"(?:^|`)casegraph ([^`#\n]+)", re.MULTILINE)
TARGET = re.compile(r"(?:^|`)make ([a-z0-9]+)", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#]+)")


def page_texts() -> str:
    return "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def command_of(words: list[str]) -> tuple[Any, list[str]]:
    """The command that the words name, and what is left of them."""
    command: Any = typer.main.get_command(app)
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]
    return command, words


@pytest.mark.parametrize("written", sorted({c.strip() for c in COMMAND.findall(page_texts())}))
def test_every_command_exists(written: str) -> None:
    command, rest = command_of(shlex.split(written.replace("…", "")))
    options = {option for parameter in command.params for option in parameter.opts} | {"--help", "-h"}
    assert not hasattr(command, "commands") or rest in (["--help"], ["--version"], [])
    assert [word for word in rest if word.startswith("-") and word != "-" and word not in options] == []


def test_readme_shows_commands() -> None:
    """Or the test above would find nothing to check."""
    shown = {written.split()[0] for written in COMMAND.findall(README)}
    assert {"ingest", "extract", "query", "serve", "retract", "doctor"} <= shown


@pytest.mark.parametrize("target", sorted(set(TARGET.findall(page_texts()))))
def test_every_target_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_the_table_of_settings() -> None:
    rows = re.findall(r"^\| `CASEGRAPH_(\w+)` \|(.*?)\| (.*?) \|$", README, re.MULTILINE)
    fields = Settings.model_fields
    assert [name.lower() for name, _, _ in rows] == list(fields)
    assert [meaning for _, _, meaning in rows] == [field.description for field in fields.values()]
    plain = {name: field.default for name, field in fields.items() if field.default_factory is None}
    written = {name.lower(): default.strip(" `") or None for name, default, _ in rows if name.lower() in plain}
    assert written == {name: None if value is None else str(value) for name, value in plain.items()}


def test_the_table_of_fields() -> None:
    page = (ROOT / "docs" / "input.md").read_text(encoding="utf-8")
    table = page.partition("| field |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `(\w+)` \|(?: `(\w+)`)? \|", table, re.MULTILINE)
    assert {frozenset(filter(None, row)) for row in rows} == {frozenset(names) for names in NAMES.values()}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = [target for target in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_changelog_has_a_place_for_changes() -> None:
    assert "\n## Unreleased\n\n- " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_readme_is_one_screen() -> None:
    assert len(README.splitlines()) <= 80
