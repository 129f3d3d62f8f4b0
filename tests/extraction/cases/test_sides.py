"""Who stands where, construction by construction."""

from collections.abc import Callable

import pytest

from schema import Document, Predicate
from tests.extraction.cases.test_cases import links

SIDES = {Predicate.PLAINTIFF_IN: "p", Predicate.DEFENDANT_IN: "d"}
TEXTS = [
    pytest.param(
        "Ana Reis, reporter Rosa Pinto, photographer Marco Lima and editor Luis Costa were charged with treason.",
        {"d Ana Reis", "d Rosa Pinto", "d Marco Lima", "d Luis Costa"},
        id="a list of names with what they are",
    ),
    pytest.param(
        "Marco Lima was jailed for fraud on Monday. Lead plaintiff Ana Reis wept in court.",
        {"d Marco Lima", "p Ana Reis"},
        id="who is called a plaintiff",
    ),
    pytest.param(
        "The High Court in Lisbon ordered Marco Lima to pay 5,000 euros in damages to Ana Reis.",
        {"d Marco Lima", "p Ana Reis"},
        id="who is to get the damages",
    ),
    pytest.param(
        "The High Court in Lisbon heard a libel suit in which Ana Reis accuses Marco Lima of lying.",
        {"d Marco Lima", "p Ana Reis"},
        id="the clause within the suit",
    ),
    pytest.param(
        "A libel suit for 5,000 euros in damages, filed on Monday by Ana Reis against Marco Lima, is pending.",
        {"d Marco Lima", "p Ana Reis"},
        id="filed by, behind the sum",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "sides"), TEXTS)
def test_the_sides_of_a_case(text: str, sides: set[str], document_of: Callable[[str], Document]) -> None:
    found = {f"{SIDES[Predicate(p)]} {s}" for s, p, _ in links(document_of(text), *SIDES)}
    assert found == sides


@pytest.mark.model
def test_what_prosecutors_want_is_not_imposed(document_of: Callable[[str], Document]) -> None:
    text = "Marco Lima went on trial for bribery on Monday. Prosecutors sought a fine of 90,000 euros for Marco Lima."
    assert {o for _, _, o in links(document_of(text), Predicate.HAS_PENALTY)} == {"fine of 90,000 EUR (sought)"}


@pytest.mark.model
def test_the_sum_of_the_loot_is_no_penalty(document_of: Callable[[str], Document]) -> None:
    text = "Marco Lima was convicted on Monday of the embezzlement of 90,000 euros and fined 500 euros."
    assert {o for _, _, o in links(document_of(text), Predicate.HAS_PENALTY)} == {"fine of 500 EUR (imposed)"}
