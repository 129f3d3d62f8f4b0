"""Paragraphs and what they are for."""

import pytest
import spacy
from spacy.language import Language

from extraction.layout import form_of, paragraph_forms
from extraction.reading import Zone, reading_of

FORMS = {f.name: f for f in paragraph_forms()}
EXAMPLES = [(f.name, e) for f in FORMS.values() for e in f.examples]
COUNTER_EXAMPLES = [(f.name, e) for f in FORMS.values() for e in f.counter_examples]


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("casegraph_layout")
    return nlp


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_a_form_matches_its_examples(name: str, text: str) -> None:
    assert FORMS[name].matches(text)


@pytest.mark.parametrize(("name", "text"), COUNTER_EXAMPLES)
def test_no_form_matches_a_counter_example(name: str, text: str) -> None:
    assert form_of(text) is None


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_form_has_examples_of_both_kinds(form: object) -> None:
    assert form.examples  # type: ignore[attr-defined]
    assert form.counter_examples  # type: ignore[attr-defined]


ZONES = [
    ("headline", "Mayor sues paper\n\nThe mayor sued.", ["headline", "body"]),
    ("single-breaks", "Mayor sues paper\nThe mayor sued.\nIt was fined.", ["headline", "body", "body"]),
    ("no-headline", "The mayor sued. It was long ago.", ["body"]),
    ("byline", "Mayor sues\n\nBy Ana Cole\n\nThe mayor sued.", ["headline", "byline", "body"]),
    ("quotation", "She wrote:\n\nI was never asked.\n\nIt ended.", ["body", "quotation", "body"]),
    ("marked-quotation", "She wrote:\n\n“I was never asked.”", ["body", "body"]),
    ("handle", "Some tweeted.\n\n@ana_c: a sad day", ["body", "quotation"]),
    ("teasers", "It ended.\n\nMost read\n\nCow wins prize\n\nFox cleared", ["body"] + 3 * ["boilerplate"]),
    (
        "after-teasers",
        "It ended.\n\nMost read\n\nCow wins\n\nThe mayor left.",
        ["body", "boilerplate", "boilerplate", "body"],
    ),
    ("subhead", "The mayor sued.\n\nA long fight\n\nIt began in May.", ["body", "headline", "body"]),
    ("nothing", "\n\n  \n", []),
    ("copyright", "It ended.\n© 2020 Valley Media", ["body", "boilerplate"]),
]


@pytest.mark.parametrize(("text", "zones"), [row[1:] for row in ZONES], ids=[row[0] for row in ZONES])
def test_zones(nlp: Language, text: str, zones: list[str]) -> None:
    assert [p.zone for p in reading_of(nlp(text)).paragraphs] == zones


def test_paragraphs_exclude_the_line_breaks_and_start_sentences(nlp: Language) -> None:
    doc = nlp("\nOne two\n\nThree.")
    paragraphs = reading_of(doc).paragraphs
    assert [doc[p.start : p.end].text for p in paragraphs] == ["One two", "Three."]
    assert all(doc[p.start].is_sent_start for p in paragraphs)


def test_a_text_wrapped_by_its_writer_keeps_its_paragraphs(nlp: Language) -> None:
    line = "The mayor of the town went to court over what was written of Anna\n"
    block = line * 4 + "Vela and others.\n\n"
    assert len(reading_of(nlp(block * 3)).paragraphs) == 3


def test_zone_of_a_token(nlp: Language) -> None:
    doc = nlp("Mayor sues\n\nThe mayor sued.")
    assert reading_of(doc).zone_of(0) is Zone.HEADLINE
    assert reading_of(doc).zone_of(len(doc) - 1) is Zone.BODY
