"""Real files in, articles or one clear line out."""

import datetime
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from schema import Article, article_id
from service.listing import Problem, Severity, list_files
from service.sources import Found, Reader

STORY = "The Regional Court fined the editor Zoë Marr over a post that named the minister.\n"
HEAD = "---\ntitle: The title\noutlet: The Daily\ndate: 2023-03-14\nauthor: Ann Lee\nurl: http://a.example/1\n---\n"
DESCRIBED = {
    "url": "http://a.example/1",
    "title": "The title",
    "publisher": "The Daily",
    "authors": ("Ann Lee",),
    "published_on": datetime.date(2023, 3, 14),
}


def read(*paths: Path | str, encoding: str | None = None) -> tuple[list[Found], list[str]]:
    """The articles, and the lines of the problems."""
    listing = list_files(map(str, paths))
    items = [*listing.problems, *Reader(encoding).read(listing.files)]
    return [i for i in items if isinstance(i, Found)], [str(i) for i in items if isinstance(i, Problem)]


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_plain_text_is_the_files_content(tmp_path: Path) -> None:
    content = "\ufeff\r\nA  headline\t\r\n\r\nThe “text”, with e\u0301 and\u00a0all.\r\r"
    path = write(tmp_path / "a.txt", content)
    [found], problems = read(path)
    assert found.text == "\nA  headline\t\n\nThe “text”, with e\u0301 and\u00a0all.\n\n"
    assert found.article == Article(id=article_id(None, found.text), source=str(path))
    assert problems == []


def test_a_text_that_begins_with_a_rule_has_no_front_matter(tmp_path: Path) -> None:
    content = f"---\n{STORY}\n---\n{STORY}"
    [found], problems = read(write(tmp_path / "a.txt", content))
    assert (found.text, problems) == (content, [])


def test_front_matter(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", HEAD + STORY)
    [found], problems = read(path)
    assert found.text == STORY
    assert found.article == Article(id=article_id("http://a.example/1", STORY), source=str(path), **DESCRIBED)
    assert problems == []


DATES = [
    pytest.param("2023-03-14", id="as it should be"),
    pytest.param("2023-03-14T10:00:00+07:00", id="with time and zone"),
    pytest.param("14 March 2023", id="day first"),
    pytest.param("March 14, 2023", id="month first"),
    pytest.param("Tuesday, March 14, 2023", id="with weekday"),
    pytest.param("Tue, 14 Mar 2023 10:00:00 GMT", id="as feeds write it"),
]


@pytest.mark.parametrize("date", DATES)
def test_dates(date: str, tmp_path: Path) -> None:
    head, line = f"---\ndate: {date}\n---\n", json.dumps({"text": STORY * 2, "date": date})
    found, problems = read(write(tmp_path / "a.txt", head + STORY), write(tmp_path / "b.jsonl", line))
    assert [f.article.published_on for f in found] == [datetime.date(2023, 3, 14)] * 2
    assert problems == []


FIELDS: list[Any] = [
    pytest.param({"date": "2023-03-14", "outlet": "The Daily", "author": "Ann Lee"}, id="as in front matter"),
    pytest.param({"published_on": "2023-03-14", "publisher": "The Daily", "authors": ["Ann Lee"]}, id="as in the API"),
    pytest.param(
        {"published_on": None, "date": "2023-03-14", "outlet": "The Daily", "author": ["Ann Lee"]}, id="mixed"
    ),
]


@pytest.mark.parametrize("fields", FIELDS)
def test_lines_of_json(fields: dict[str, Any], tmp_path: Path) -> None:
    whole = {"text": STORY, "title": "The title", "url": "http://a.example/1", **fields}
    path = write(tmp_path / "a.jsonl", json.dumps(whole) + "\n\n" + json.dumps({"text": STORY + "More."}) + "\n")
    (first, second), problems = read(path)
    assert first.article.model_dump(include=set(DESCRIBED)) == DESCRIBED
    assert [first.article.source, second.article.source] == [f"{path}:1", f"{path}:3"]
    assert (first.text, second.text, problems) == (STORY, STORY + "More.", [])


BAD_FILES = [
    pytest.param("a.txt", b"", "refused: {}: empty; try: ", id="empty"),
    pytest.param("a.jsonl", b"", "refused: {}: empty; try: ", id="no line"),
    pytest.param("a.jsonl", b"\n \n", "refused: {}: empty; try: ", id="blank lines"),
    pytest.param("a.txt", HEAD.encode(), "refused: {}: empty; try: ", id="nothing below the front matter"),
    pytest.param("a.txt", bytes(range(256)) * 40, "refused: {}: a binary file, no text; try: ", id="binary"),
    pytest.param(
        "a.txt", STORY.encode("latin-1"), "refused: {}: no UTF-8 text, it seems to be cp1252; try: --encoding", id="1"
    ),
    pytest.param(
        "a.txt", STORY.encode("utf-16"), "refused: {}: no UTF-8 text, it seems to be utf-16; try: --enc", id="16"
    ),
    pytest.param(
        "a.txt", b"word " * 1_000_000, "refused: {}: over 4 MB, more than the 1,000,000 characters", id="5 MB"
    ),
    pytest.param(
        "a.txt", b"word " * 300_000, "refused: {}: 1,500,000 characters, more than the 1,000,000", id="1.5 MB"
    ),
    pytest.param(
        "a.txt", b"Das Gericht hat die Klage abgewiesen. " * 10, "refused: {}: it seems to be in another", id="de"
    ),
    pytest.param(
        "a.txt", b"---\ntitle: A: B\n---\nText", "refused: {}: its front matter is no YAML in line 2; try", id="yaml"
    ),
    pytest.param("a.txt", b"---\ntitle: [A]\n---\nText", "refused: {}: its title is no text; try: ", id="title"),
    pytest.param("a.json", b'{"text": "A"}', "refused: {}: a JSON file; try: ", id="JSON"),
    pytest.param("a.jsonl", b'{\n"text": "A"\n}', "refused: {}:1: no JSON; try: ", id="JSON over many lines"),
    pytest.param(
        "a.jsonl", '{"text": "A"}\n'.encode("utf-16"), "refused: {}:1: no UTF-8 text, it seems to be", id="JSON 16"
    ),
    pytest.param("a.jsonl", b"[1]", "refused: {}:1: no JSON object; try: ", id="an array"),
    pytest.param("a.jsonl", b'{"title": "A"}', "refused: {}:1: no field text", id="no text"),
    pytest.param("a.jsonl", b'{"text": 5}', "refused: {}:1: no field text", id="text is a number"),
    pytest.param("a.jsonl", b'{"text": "\\ud83d"}', "refused: {}:1: half a character", id="half a character"),
    pytest.param(
        "a.jsonl", b'{"text": "A", "author": {"name": "A"}}', "refused: {}:1: its author is no text", id="author"
    ),
    pytest.param("a.jsonl", b"[" * 100_000, "refused: {}:1: no JSON; try: ", id="nested too deep"),
]


@pytest.mark.parametrize(("name", "content", "line"), BAD_FILES)
def test_a_bad_file_gives_one_line_and_loses_no_other(name: str, content: bytes, line: str, tmp_path: Path) -> None:
    bad, good = write(tmp_path / name, content), write(tmp_path / "good.txt", STORY)
    found, problems = read(bad, good)
    assert [f.article.source for f in found] == [str(good)]
    assert len(problems) == 1
    assert problems[0].startswith(line.format(bad))
    assert "\n" not in problems[0]


DOUBTFUL = [
    pytest.param(
        "One\x07 bell.", "warning: {}: 1 control character removed; try: ", "One bell.", id="control character"
    ),
    pytest.param(
        "“One mark.", "warning: {}: quotation marks that do not pair, at '“One mark.'; try: ", None, id="marks"
    ),
    pytest.param("---\ndate: soon\n---\nOne.", "warning: {}: its date 'soon' is not understood", "One.", id="date"),
    pytest.param(
        "---\nsection: A\n---\nOne.", "note: {}: fields that are not read: section", "One.", id="unknown field"
    ),
]


@pytest.mark.parametrize(("content", "line", "text"), DOUBTFUL)
def test_a_doubtful_file_gives_one_line_and_its_article(
    content: str, line: str, text: str | None, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.txt", content)
    [found], problems = read(path)
    assert found.text == (content if text is None else text)
    assert len(problems) == 1
    assert problems[0].startswith(line.format(path))


def test_a_bad_line_loses_no_other(tmp_path: Path) -> None:
    lines = [json.dumps({"text": STORY}), "{", json.dumps({"text": ""}), json.dumps({"text": STORY * 2}), "null"]
    path = write(tmp_path / "a.jsonl", "\n".join(lines))
    found, problems = read(path)
    assert [f.article.source for f in found] == [f"{path}:1", f"{path}:4"]
    assert [p.split(": ")[1] for p in problems] == [f"{path}:2", f"{path}:3", f"{path}:5"]


def test_unknown_fields_are_told_once_a_file(tmp_path: Path) -> None:
    lines = [json.dumps({"text": STORY * n, "section": "A"}) for n in (1, 2, 3)]
    found, problems = read(write(tmp_path / "a.jsonl", "\n".join(lines)))
    assert (len(found), len(problems)) == (3, 1)


def test_an_encoding_that_is_given(tmp_path: Path) -> None:
    line = json.dumps({"text": STORY}, ensure_ascii=False)
    paths = [
        write(tmp_path / "a.txt", (STORY * 2).encode("utf-16")),
        write(tmp_path / "a.jsonl", line.encode("utf-16")),
    ]
    found, problems = read(*paths, encoding="utf-16")
    assert ([f.text for f in found], problems) == ([STORY * 2, STORY], [])


def test_folders_are_walked_to_the_bottom(tmp_path: Path) -> None:
    names = ["b.txt", "a/z.MD", "a/b/c.jsonl", "a.txt", ".hidden.txt", ".git/x.txt", "a/page.html", "a/n"]
    for number, name in enumerate(names, 1):
        write(tmp_path / name, json.dumps({"text": STORY * number}) if name.endswith("jsonl") else STORY * number)
    found, problems = read(tmp_path)
    below = [os.path.relpath(f.article.source, tmp_path) for f in found]
    assert below == ["a.txt", "b.txt", "a/z.MD", "a/b/c.jsonl:1"]
    passed_over = "files that are no articles were passed over (1 .html, 1 no suffix)"
    assert problems == [f"note: {tmp_path}: {passed_over}; try: give them .txt, .md, .jsonl names if they are"]


def test_a_folder_without_articles(tmp_path: Path) -> None:
    write(tmp_path / "page.html", STORY)
    found, problems = read(tmp_path)
    assert found == []
    assert problems == [f"refused: {tmp_path}: no articles in this folder; try: a folder with .txt, .md, .jsonl files"]


def test_linked_folders_are_walked_once(tmp_path: Path) -> None:
    """The link below leads to the folder that holds it."""
    elsewhere = write(tmp_path / "elsewhere" / "b.txt", STORY).parent
    folder = write(tmp_path / "folder" / "a.txt", STORY * 2).parent
    (folder / "linked").symlink_to(elsewhere)
    (folder / "round").symlink_to(folder)
    found, problems = read(folder)
    assert [f.article.source for f in found] == [f"{folder}/a.txt", f"{folder}/linked/b.txt"]
    assert problems == []


def test_a_folder_that_cannot_be_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root, who runs the tests in CI, may enter every folder, so its listing has to fail by other means."""
    write(tmp_path / "a.txt", STORY)
    closed = write(tmp_path / "closed" / "b.txt", STORY).parent
    scandir = os.scandir

    def refuse(path: str) -> Any:
        if path == str(closed):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found, problems = read(tmp_path)
    assert len(found) == 1
    line = f"refused: {closed}: this folder cannot be entered (Permission denied); try: check who may read it"
    assert problems == [line]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    _, problems = read(tmp_path / "none.txt")
    assert problems == [
        f"refused: {tmp_path}/none.txt: there is no such file (any more); try: check the name, run it again"
    ]


def test_a_file_that_vanishes_after_listing(tmp_path: Path) -> None:
    gone, good = write(tmp_path / "a.txt", STORY), write(tmp_path / "b.txt", STORY)
    listing = list_files([str(tmp_path)])
    gone.unlink()
    problem, found = Reader().read(listing.files)
    assert str(problem).startswith(f"refused: {gone}: there is no such file (any more)")
    assert isinstance(found, Found)
    assert found.article.source == str(good)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", STORY).chmod(0)
    _, problems = read(tmp_path)
    assert "Permission denied" in problems[0]


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    Path(os.fsdecode(path)).write_text(STORY)
    found, problems = read(tmp_path)
    assert found == []
    assert "its name is no UTF-8; try: rename it" in problems[0]


AGAIN = [
    pytest.param(STORY, STORY, 1, "the same article as {}, left out", id="the same text"),
    pytest.param(HEAD + STORY, HEAD + STORY, 1, "the same article as {}, left out", id="the same in all"),
    pytest.param(HEAD + STORY, HEAD + STORY * 2, 2, "the same address as {}, which it replaces", id="the same address"),
]


@pytest.mark.parametrize(("first", "second", "kept", "line"), AGAIN)
def test_the_same_article_again(first: str, second: str, kept: int, line: str, tmp_path: Path) -> None:
    one, two = write(tmp_path / "1.txt", first), write(tmp_path / "2.txt", second)
    found, problems = read(one, two)
    assert len(found) == kept
    assert problems == [f"note: {two}: {line.format(one)}"]


def test_how_many_articles_to_expect(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", STORY)
    write(tmp_path / "b.jsonl", "{}\n\n{}\n")
    assert list_files([str(tmp_path)]).expected() == 3
    assert list_files([str(tmp_path), "-"]).expected() is None


STANDARD_INPUT: list[Any] = [
    pytest.param(HEAD + STORY, [("-", STORY)], id="text with front matter"),
    pytest.param(
        json.dumps({"text": STORY}) + "\n" + json.dumps({"text": "B."}), [("-:1", STORY), ("-:2", "B.")], id="JSONL"
    ),
]


@pytest.mark.parametrize(("content", "articles"), STANDARD_INPUT)
def test_standard_input(content: str, articles: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    found, problems = read("-")
    assert ([(f.article.source, f.text) for f in found], problems) == (articles, [])


def test_a_pipe_is_read_as_a_file() -> None:
    """As a shell gives it: casegraph extract <(pdftotext a.pdf -)."""
    code = "import sys; from tests.service.test_sources import read; print(read(sys.argv[1])[0][0].text)"
    command = f"{sys.executable} -c '{code}' <(echo The story.)"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "The story."


@pytest.mark.parametrize(
    "samples", [list_files([str(Path(__file__).parents[2] / "service" / "samples")])], ids=["shipped"]
)
def test_the_samples_read_without_a_word(samples: Any) -> None:
    items = list(Reader().read(samples.files))
    assert [str(i) for i in items if isinstance(i, Problem)] == []
    assert len(items) == 12


def test_severities_that_count() -> None:
    assert list(Severity) == ["refused", "warning", "note"]
