"""Data files that break their rules fail at load, and say where."""

from pathlib import Path

import pytest

from extraction import lexicon
from extraction.lexicon import Entry, Word, load_lexicon
from schema import LexiconError


class Fruit(Entry):
    word: Word

    def key(self) -> str:
        return self.word


FAULTS = [
    ("syntax", "[[entry]]\nword = ", "Invalid value"),
    ("unknown-key", '[[entry]]\nword = "pear"\ncolour = "green"', "colour: Extra inputs"),
    ("missing-key", '[[entry]]\nnote = "pear"', "word: Field required"),
    ("duplicate", '[[entry]]\nword = "pear"\n[[entry]]\nword = "pear"', "stands in entry 1 already"),
    ("stray-space", '[[entry]]\nword = "pear "', "stray space"),
    ("empty-word", '[[entry]]\nword = ""', "at least 1 character"),
    ("other-table", '[[entry]]\nword = "pear"\n[[fruit]]\nword = "fig"', "only [[entry]]"),
]


def write(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "fruit.toml").write_text(text, "utf-8")
    monkeypatch.setattr(lexicon, "files", lambda _: folder)


@pytest.mark.parametrize(("text", "reason"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_fault_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, reason: str) -> None:
    write(tmp_path, text, monkeypatch)
    with pytest.raises(LexiconError, match=r"extraction/data/fruit\.toml") as raised:
        load_lexicon("fruit", Fruit)
    assert reason in str(raised.value)


def test_what_is_right_loads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, '[[entry]]\nword = "pear"\nexamples = ["a pear"]', monkeypatch)
    assert load_lexicon("fruit", Fruit) == (Fruit(word="pear", examples=("a pear",)),)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(LexiconError, match=r"extraction/data/no_such_list\.toml"):
        load_lexicon("no_such_list", Fruit)
