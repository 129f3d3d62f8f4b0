"""Who acts in a case, construction by construction."""

from collections.abc import Callable

import pytest

from schema import Document, Predicate
from tests.extraction.cases.test_cases import links

TRIAL = "The Lisbon District Court convicted Marco Lima of bribery on Tuesday. "
PINTO, COSTA = "Rosa Pinto", "Luis Costa"
TEXTS = [
    pytest.param("Lima's lawyer, Rosa Pinto, wept.", {PINTO}, id="his lawyer, she"),
    pytest.param("A lawyer for Lima, Rosa Pinto, wept.", {PINTO}, id="a lawyer for him, she"),
    pytest.param("Rosa Pinto, a lawyer for Lima, wept.", {PINTO}, id="she, a lawyer for him"),
    pytest.param("Rosa Pinto is his lawyer.", {PINTO}, id="she is his lawyer"),
    pytest.param("The lawyer, Rosa Pinto, told reporters that he would appeal.", {PINTO}, id="the lawyer"),
    pytest.param("Lima's lawyers, Rosa Pinto and Luis Costa, wept.", {PINTO, COSTA}, id="two of them"),
    pytest.param("Rosa Pinto, representing Lima, wept.", {PINTO}, id="representing"),
    pytest.param("Lima was represented by Rosa Pinto and Luis Costa.", {PINTO, COSTA}, id="represented by"),
    pytest.param("Rosa Pinto appeared for the accused.", {PINTO}, id="appeared for the accused"),
    pytest.param("Lima, for whom Rosa Pinto appeared, wept.", {PINTO}, id="for whom she appeared"),
    pytest.param("Rosa Pinto, who acted for Lima, wept.", {PINTO}, id="acted for"),
    pytest.param("Rosa Pinto, for the defence, argued that the letter was a joke.", {PINTO}, id="for the defence"),
    pytest.param("For Lima, Rosa Pinto argued that the letter was a joke.", {PINTO}, id="first for whom"),
    pytest.param("Rosa Pinto KC wept.", {PINTO}, id="letters of a silk"),
    pytest.param("His KC, Rosa Pinto, wept.", {PINTO}, id="his silk"),
    pytest.param("Defence counsel Rosa Pinto wept.", {PINTO}, id="defence counsel"),
    pytest.param("Prosecuting, Rosa Pinto told the jury that he had been greedy.", {PINTO}, id="prosecuting"),
    pytest.param("Prosecutor Rosa Pinto wept.", {PINTO}, id="a prosecutor"),
    pytest.param("Lawyer Rosa Pinto told the court that he was ill.", {PINTO}, id="a lawyer who speaks in court"),
    pytest.param("Rosa Pinto of Costa Brothers LLP, for Lima, wept.", {PINTO, "Costa Brothers LLP"}, id="of a firm"),
    pytest.param(
        "Rosa Pinto of the law firm Costa & Reis, who represents Lima, wept.",
        {PINTO, "Costa & Reis"},
        id="the lawyer of a firm who represents",
    ),
    pytest.param(
        "Lima was represented by Rosa Pinto, instructed by Costa Partners LLP.",
        {PINTO, "Costa Partners LLP"},
        id="instructed by",
    ),
    pytest.param("The general counsel of Harbour Bank, Rosa Pinto, wept.", set(), id="the counsel of a company"),
    pytest.param("His former lawyer Rosa Pinto wept.", set(), id="a former lawyer"),
    pytest.param("He met the Spanish lawyer Rosa Pinto in June.", set(), id="a lawyer of nobody in the case"),
    pytest.param("Minister Rosa Pinto defended the plans of the government.", set(), id="a minister who defends plans"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "counsel"), TEXTS)
def test_the_counsel_of_a_case(text: str, counsel: set[str], document_of: Callable[[str], Document]) -> None:
    found = {s for s, _, _ in links(document_of(TRIAL + text), Predicate.COUNSEL_IN)}
    assert found == counsel


@pytest.mark.model
def test_who_files_through_a_lawyer_is_the_client(document_of: Callable[[str], Document]) -> None:
    text = "Ana Reis sued Marco Lima for libel. His lawyer, Rosa Pinto, asked the court to dismiss the suit."
    assert links(document_of(text), Predicate.PLAINTIFF_IN, Predicate.COUNSEL_IN) == {
        ("Ana Reis", "PLAINTIFF_IN", "Ana Reis v. Marco Lima (libel)"),
        ("Rosa Pinto", "COUNSEL_IN", "Ana Reis v. Marco Lima (libel)"),
    }


@pytest.mark.model
def test_counsel_act_in_the_case_of_their_client(document_of: Callable[[str], Document]) -> None:
    text = (
        "Ana Reis sued Marco Lima for libel on Monday.\n\n"
        "In another case, Jorge Silva was jailed for fraud on Tuesday.\n\n"
        "A lawyer for Lima, Rosa Pinto, said the suit was baseless."
    )
    assert links(document_of(text), Predicate.COUNSEL_IN) == {
        ("Rosa Pinto", "COUNSEL_IN", "Ana Reis v. Marco Lima (libel)")
    }
