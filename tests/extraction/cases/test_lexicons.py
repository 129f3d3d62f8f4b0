"""Each entry of the case component's word lists finds its examples, and none of its counter-examples."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from extraction.cases.frames import Frame
from extraction.cases.lexicons import CaseNoun, CaseVerb, OffenceWord, nouns, offence_words, verbs
from extraction.cases.offences import find_matters
from extraction.cases.offices import CourtPerson, offices
from extraction.cases.penalty_words import PenaltyWord
from extraction.cases.words import WordList
from extraction.lexicon import load_lexicon

VERBS = load_lexicon("case_verbs", CaseVerb)
NOUNS = load_lexicon("case_nouns", CaseNoun)


def test_the_lists_load() -> None:
    assert all([verbs(), nouns(), offence_words(), offices()])
    assert all(e.note for e in load_lexicon("case_words", WordList))


def test_an_offence_word_means_one_offence() -> None:
    words = [w for e in load_lexicon("offences", OffenceWord) for w in e.words]
    assert sorted(words) == sorted(set(words))


@pytest.mark.model
@pytest.mark.parametrize("entry", [*VERBS, *NOUNS], ids=lambda e: e.rule)
def test_an_entry_finds_its_examples(entry: CaseVerb | CaseNoun, frames_of: Callable[[str], list[Frame]]) -> None:
    assert entry.examples
    for example in entry.examples:
        assert _is_found(entry, frames_of(example)), example


@pytest.mark.model
@pytest.mark.parametrize("entry", [*VERBS, *NOUNS], ids=lambda e: e.rule)
def test_an_entry_leaves_its_counter_examples(
    entry: CaseVerb | CaseNoun, frames_of: Callable[[str], list[Frame]]
) -> None:
    for example in entry.counter_examples:
        makes = [f for f in frames_of(example) if f.needs not in {"case", "money"}]
        assert not _is_found(entry, makes), example


@pytest.mark.model
@pytest.mark.parametrize("entry", load_lexicon("offences", OffenceWord), ids=lambda e: e.name)
def test_an_offence_is_found_in_its_examples(entry: OffenceWord, nlp: Language) -> None:
    assert entry.examples
    for example in entry.examples:
        assert entry.name in {m.name for m in find_matters(nlp(example))}


@pytest.mark.model
@pytest.mark.parametrize("entry", load_lexicon("penalty_words", PenaltyWord), ids=lambda e: f"{e.word}-{e.says}")
def test_a_word_of_penalties_stands_in_its_examples(entry: PenaltyWord, nlp: Language) -> None:
    assert entry.examples
    for example in entry.examples:
        assert entry.word in {w for t in nlp(example) for w in (t.lemma_.lower(), t.lower_)}


@pytest.mark.parametrize("entry", load_lexicon("court_people", CourtPerson), ids=lambda e: e.word)
def test_a_word_for_people_of_the_law_stands_in_its_examples(entry: CourtPerson) -> None:
    assert entry.examples
    assert all(entry.word in example.lower() for example in entry.examples)


def _is_found(entry: CaseVerb | CaseNoun, frames: list[Frame]) -> bool:
    """By its own rule; a noun also where the verb above it took it in."""
    return any(f.rule == entry.rule or (isinstance(entry, CaseNoun) and entry.kind in f.kinds) for f in frames)
