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
    kinds = {"content", "denial", "document", "judgment", "spokesperson", "hint", "bare", "taken", "intention", "staff"}
    assert set(load_nouns()) == kinds


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


BY_KIND = {entry.kind: entry for entry in NOUNS}


@pytest.mark.model
@pytest.mark.parametrize("kind", ["content", "denial"])
def test_nouns_that_introduce_a_clause(claims: Claims, kind: str) -> None:
    entry = BY_KIND[kind]
    assert [c.rule for s in entry.examples for c in claims(s)] == ["claim-noun"]
    assert not [c for s in entry.counter_examples for c in claims(s)]


@pytest.mark.model
@pytest.mark.parametrize("kind", ["document", "judgment", "spokesperson"])
def test_nouns_that_speak_for_somebody(claims: Claims, kind: str) -> None:
    def speaks(sentence: str) -> bool:
        spans = [c.made.evidence[0].subject for c in claims(sentence)]
        return any(sentence[s.start : s.end].lower() in BY_KIND[kind].lemmas for s in spans if s is not None)

    assert all(speaks(s) for s in BY_KIND[kind].examples)
    assert not any(speaks(s) for s in BY_KIND[kind].counter_examples)


@pytest.mark.model
@pytest.mark.parametrize("kind", ["bare", "taken"])
def test_nouns_that_say_nothing(claims: Claims, kind: str) -> None:
    assert not [c for s in BY_KIND[kind].examples for c in claims(s)]
    assert all(claims(s) for s in BY_KIND[kind].counter_examples)


@pytest.mark.model
def test_nouns_for_those_who_work_in_a_body(claims: Claims) -> None:
    entry = BY_KIND["staff"]
    assert [c.speaker for s in entry.examples for c in claims(s)] == ["Brightwater Union"]
    assert not [c for s in entry.counter_examples for c in claims(s)]


@pytest.mark.model
def test_nouns_for_what_is_meant(claims: Claims) -> None:
    entry = BY_KIND["intention"]
    assert [c.rule for s in entry.examples for c in claims(s)] == ["claim-intention"]
    assert not [c for s in entry.counter_examples for c in claims(s)]


@pytest.mark.model
def test_nouns_that_weaken_what_they_introduce(claims: Claims) -> None:
    entry = BY_KIND["hint"]
    assert [c.text for s in entry.examples for c in claims(s)] == ["a campaign"]
    assert [c.text for s in entry.counter_examples for c in claims(s)] == ["the campaign"]


def test_files_have_no_other_tables() -> None:
    for name in ("cue_verbs", "cue_nouns"):
        table = tomllib.loads(files("extraction").joinpath("data", f"{name}.toml").read_text("utf-8"))
        assert set(table) == {"entry"}
