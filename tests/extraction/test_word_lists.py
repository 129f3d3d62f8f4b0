"""Every word list loads strictly, finds its examples and leaves its counter-examples alone."""

from itertools import chain

import pytest

from extraction.coreference.deeds import Deeds
from extraction.coreference.sorts import Descriptions
from extraction.lexicon import Entry, load_lexicon
from extraction.names import words
from extraction.names.typing import TYPES, EvidenceWeight, likely_types
from schema import NodeType

LISTS: dict[str, type[words.WordList]] = {
    "court_heads": words.WordList,
    "deeds": Deeds,
    "descriptions": Descriptions,
    "given_names": words.GivenNames,
    "lower_heads": words.LowerHeads,
    "name_links": words.NameLinks,
    "nationalities": words.WordList,
    "no_names": words.NoNames,
    "organization_heads": words.OrganizationHeads,
    "place_words": words.WordList,
    "places": words.PlaceNames,
    "platforms": words.PlatformNames,
    "same_places": words.WordList,
    "same_titles": words.WordList,
    "titles": words.TitleWords,
    "well_known": words.WordList,
}
ENTRIES = [(name, entry) for name, model in LISTS.items() for entry in load_lexicon(name, model)]
IDS = [f"{name}-{entry.name}" for name, entry in ENTRIES]


def bears(entry: words.WordList, text: str) -> bool:
    """Whether a run of the text's words is in the list; a possessive mark and a comma are no part of a word."""
    tokens = [t.strip(",“”") for t in text.replace("’s", " ").replace("'s", " ").split()]
    runs = {" ".join(tokens[i:j]) for i in range(len(tokens)) for j in range(i + 1, len(tokens) + 1)}
    listed = set(entry.words)
    return bool(listed & set(chain(runs, (r.lower() for r in runs))))


@pytest.mark.parametrize("entry", [e for _, e in ENTRIES], ids=IDS)
def test_a_list_finds_its_examples_and_not_its_counter_examples(entry: words.WordList) -> None:
    assert entry.examples
    assert entry.counter_examples
    assert [e for e in entry.examples if not bears(entry, e)] == []
    assert [e for e in entry.counter_examples if bears(entry, e)] == []


def test_no_title_stands_in_two_lists() -> None:
    assert words.titles()["prime minister"].kind == "office"


def test_the_weights_are_of_evidence_for_every_type() -> None:
    entries: tuple[Entry, ...] = load_lexicon("name_evidence", EvidenceWeight)
    assert len(entries) > 100
    assert set(likely_types({})) == set(TYPES)


@pytest.mark.parametrize(
    ("evidence", "type_"),
    [
        ({"title:honorific": 1.0, "ner:PERSON": 1.0, "words:2": 1.0, "mid-sentence": 1.0}, NodeType.PERSON),
        ({"country": 1.0, "prep:in": 1.0, "ner:GPE": 1.0, "words:1": 1.0, "mid-sentence": 1.0}, NodeType.PLACE),
        ({"court-word": 1.0, "words:3": 1.0, "det:the": 1.0, "mid-sentence": 1.0}, NodeType.COURT),
        ({"platform": 1.0, "words:1": 1.0, "prep:on": 1.0, "mid-sentence": 1.0}, NodeType.PLATFORM),
        ({"head:party": 1.0, "words:3": 1.0, "det:the": 1.0, "mid-sentence": 1.0}, NodeType.ORGANIZATION),
    ],
)
def test_plain_evidence_decides(evidence: dict[str, float], type_: NodeType) -> None:
    likely = likely_types(evidence)
    assert max(likely, key=lambda t: likely[t]) is type_
