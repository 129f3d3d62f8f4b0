import pytest
import spacy

from extraction.cases.terms import find_terms

NLP = spacy.blank("en")

TERMS = [
    ("two years and eight months", [32]),
    ("an 18-month jail term", [18]),
    ("two and a half years", [30]),
    ("two years and six months of prison", [30]),
    ("twenty-five years", [300]),
    ("a year in jail", [12]),
    ("six weeks", [1.38]),
    ("life imprisonment", [None]),
    ("jailed for life", [None]),
    ("a 37-year-old", []),
    ("18 months old", []),
    ("in 2019", []),
]


@pytest.mark.parametrize(("text", "months"), TERMS, ids=[t for t, _ in TERMS])
def test_a_term_is_read(text: str, months: list[float | None]) -> None:
    assert [t.months for t in find_terms(NLP(text))] == months
