"""The word lists hold what they promise: every example is read, no counter-example is."""

import tomllib
from importlib.resources import files

import pytest

from extraction.claims.cues import CueEntry, NounEntry, load_cues, load_nouns
from extraction.lexicon import load_lexicon
from tests.extraction.claims.conftest import Claims

CUES = load_lexicon("cue_verbs", CueEntry)
NOUNS = load_lexicon("cue_nouns", NounEntry)


def test_every_entry_has_examples() -> None:
    assert all(e.note and e.examples and e.counter_examples for e in (*CUES, *NOUNS))


@pytest.mark.parametrize("entry", CUES, ids=lambda e: f"{e.frame}-{e.stance}-{'-'.join(e.prepositions)}")
def test_no_lemma_stands_twice_in_an_entry(entry: CueEntry) -> None:
    assert sorted(entry.lemmas) == sorted(set(entry.lemmas))


def test_every_frame_has_its_lemmas() -> None:
    frames = {frame for frames in load_cues().values() for frame in frames}
    assert frames == {entry.frame for entry in CUES}


def test_kinds_of_nouns() -> None:
    assert set(load_nouns()) == {"content", "denial", "document", "judgment", "spokesperson", "hint", "bare", "taken"}


@pytest.mark.model
@pytest.mark.parametrize(
    ("entry", "sentence"),
    [pytest.param(e, s, id=s) for e in CUES for s in e.examples],
)
def test_examples(claims: Claims, entry: CueEntry, sentence: str) -> None:
    found = [c for c in claims(sentence) if c.rule.startswith(f"claim-{entry.frame.replace(' ', '-')}")]
    assert [c.stance for c in found] == [entry.stance]


@pytest.mark.model
@pytest.mark.parametrize(
    ("entry", "sentence"),
    [pytest.param(e, s, id=s) for e in CUES for s in e.counter_examples],
)
def test_counter_examples(claims: Claims, entry: CueEntry, sentence: str) -> None:
    assert not [c for c in claims(sentence) if c.rule.startswith(f"claim-{entry.frame.replace(' ', '-')}")]


def test_files_have_no_other_tables() -> None:
    for name in ("cue_verbs", "cue_nouns"):
        table = tomllib.loads(files("extraction").joinpath("data", f"{name}.toml").read_text("utf-8"))
        assert set(table) == {"entry"}
