"""Where names begin and end, what they name, and which are one, on sentences of our own."""

import pytest
from spacy.language import Language

from extraction.names.typing import LEAST_LIKELY, likely_type
from extraction.pipeline import DEFAULT_MODEL, load_pipeline
from extraction.reading import reading_of
from schema import NodeType

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = load_pipeline(DEFAULT_MODEL)
    for name in ("casegraph_cases", "casegraph_claims"):
        nlp.disable_pipe(name)
    return nlp


def named(nlp: Language, text: str) -> set[tuple[str, str]]:
    return {(t.name, str(t.type)) for t in reading_of(nlp(text)).parties}


FOUND = [
    ("mayor-of-place", "Mayor of Osaka Omar Haddad left.", {("Osaka", "Place"), ("Omar Haddad", "Person")}),
    ("legal-form", "Tarn Ltd was fined.", {("Tarn Ltd", "Organization")}),
    ("month-as-surname", "Prime Minister Theresa May left.", {("Theresa May", "Person")}),
    ("adverb-as-given-name", "It was late. Gergely Kovar, 40, denied it.", {("Gergely Kovar", "Person")}),
    ("bracketed-nickname", "The lawyer James (Jim) Tarrow, 50, won.", {("James (Jim) Tarrow", "Person")}),
    (
        "inner-preposition",
        "It was Reporters Without Borders that said so.",
        {("Reporters Without Borders", "Organization")},
    ),
    ("well-known", "Al Jazeera reported it on Monday.", {("Al Jazeera", "Organization")}),
    (
        "adjectives",
        "She works at the Centre for Strategic and Rural Studies.",
        {("Centre for Strategic and Rural Studies", "Organization")},
    ),
    (
        "two-universities",
        "It was found by the University of Osaka and Dover University.",
        {("University of Osaka", "Organization"), ("Dover University", "Organization")},
    ),
    ("campus", "She left the University of Texas at Austin.", {("University of Texas at Austin", "Organization")}),
    (
        "circuit",
        "The United States Court of Appeals for the Ninth Circuit ruled.",
        {("United States Court of Appeals for the Ninth Circuit", "Court")},
    ),
    (
        "firm-of-the-article",
        "She sued toy manufacturer Brightline Toys. The company Brightline denied it.",
        {("Brightline Toys", "Organization")},
    ),
    (
        "ends-in-a-place",
        "In Zambia, Courtwatch Zambia denied it.",
        {("Zambia", "Place"), ("Courtwatch Zambia", "Organization")},
    ),
    (
        "of-a-firm",
        "He spoke to the lawyer Ana Roy of Kemble Roth, who won.",
        {("Ana Roy", "Person"), ("Kemble Roth", "Organization")},
    ),
    (
        "apposed-body",
        "It was too late. But Komas, a human rights group, denied it.",
        {("Komas", "Organization")},
    ),
    (
        "apposed-owner",
        "It was too late. But Marrow, the group's chairman, denied it.",
        {("Marrow", "Person")},
    ),
    (
        "two-countries",
        "They fled to Bosnia and Herzegovina.",
        {("Bosnia and Herzegovina", "Place")},
    ),
    (
        "known-behind-and",
        "The European Federation of Journalists and Reporters Without Borders denied it.",
        {("European Federation of Journalists", "Organization"), ("Reporters Without Borders", "Organization")},
    ),
    ("dockers", "The Dockers’ Union denied it.", {("Dockers’ Union", "Organization")}),
    (
        "second-in-a-list",
        "The court jailed activists Tran Van Loc and Le Thi Hue.",
        {("Tran Van Loc", "Person"), ("Le Thi Hue", "Person")},
    ),
    ("states-of", "He fled to the United States of America.", {("United States of America", "Place")}),
]


@pytest.mark.parametrize(("text", "names"), [r[1:] for r in FOUND], ids=[r[0] for r in FOUND])
def test_names(nlp: Language, text: str, names: set[tuple[str, str]]) -> None:
    assert named(nlp, text) == names


OUTSIDE = [
    ("hashtag", "They wrote #TarrowOut on Monday.", "TarrowOut"),
    ("pronoun", "He said that I was there.", "I"),
    ("interviewer", "((TQ)) Why?\n\n((Ana Roy)) I won.\n\n((TQ)) When?\n\n((Ana Roy)) On Monday.", "TQ"),
    ("disease", "He died of COVID-19 on Monday.", "COVID-19"),
]


@pytest.mark.parametrize(("text", "words"), [r[1:] for r in OUTSIDE], ids=[r[0] for r in OUTSIDE])
def test_what_is_no_name(nlp: Language, text: str, words: str) -> None:
    assert words not in {name for name, _ in named(nlp, text)}


ONE = [
    ("particle", "Anneke de Vries, 34, was sued. De Vries won.", [{"Anneke de Vries", "De Vries"}]),
    (
        "of-place",
        "The Valley Party of America lost. The Valley Party said so.",
        [{"Valley Party of America", "Valley Party"}],
    ),
    ("republic", "He fled to the Republic of Zambia. Zambia was calm.", [{"Republic of Zambia", "Zambia"}]),
    (
        "chamber-and-committee",
        "The Senate lost. The Senate Budget Committee said so.",
        [{"Senate"}, {"Senate Budget Committee"}],
    ),
    ("city-and-state", "He went from Kansas City to Kansas.", [{"Kansas City"}, {"Kansas"}]),
]


@pytest.mark.parametrize(("text", "things"), [r[1:] for r in ONE], ids=[r[0] for r in ONE])
def test_which_names_are_one(nlp: Language, text: str, things: list[set[str]]) -> None:
    parties = reading_of(nlp(text)).parties
    assert sorted(sorted({t.name, *t.aliases}) for t in parties) == sorted(map(sorted, things))


def test_a_name_of_no_likely_type_is_left_out() -> None:
    assert likely_type({}) is None
    assert likely_type({"well-known": 1.0, "words:2": 1.0, "nsubj": 1.0}) is NodeType.ORGANIZATION
    assert 0 < LEAST_LIKELY < 0.5
