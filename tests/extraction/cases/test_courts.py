"""Before which court and judges a case goes."""

from collections.abc import Callable

import pytest

from schema import Document, Predicate
from tests.extraction.cases.test_cases import links

SUIT = "Ana Reis sued Marco Lima for libel on Monday. "
JUDGES = [
    pytest.param("Judge Rosa Pinto adjourned the trial.", {"Rosa Pinto"}, id="a judge"),
    pytest.param("The hearing is before Mr Justice Luis Costa.", {"Luis Costa"}, id="before a justice"),
    pytest.param("The judge, Rosa Pinto, adjourned the trial.", {"Rosa Pinto"}, id="the judge, she"),
    pytest.param("Vice-Chancellor Rosa Pinto adjourned the trial.", {"Rosa Pinto"}, id="a vice-chancellor"),
    pytest.param(
        "Justices Rosa Pinto and Luis Costa adjourned the trial.", {"Rosa Pinto", "Luis Costa"}, id="two justices"
    ),
    pytest.param("A panel led by Rosa Pinto adjourned the trial.", {"Rosa Pinto"}, id="at the head of a panel"),
    pytest.param("Rosa Pinto will preside over the trial.", {"Rosa Pinto"}, id="who presides"),
    pytest.param("Former judge Rosa Pinto called it a shame.", set(), id="a former judge"),
    pytest.param("The minister of justice, Rosa Pinto, called it a shame.", set(), id="a minister of justice"),
]
COURTS = [
    pytest.param("The Lisbon High Court will hear the suit in May.", {"Lisbon High Court"}, id="will hear"),
    pytest.param("The Lisbon High Court ruled for Lima.", {"Lisbon High Court"}, id="ruled"),
    pytest.param("She may appeal to the Lisbon High Court.", set(), id="where she may go"),
    pytest.param("Lima is considering an appeal to the Lisbon High Court.", set(), id="an appeal considered"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "judges"), JUDGES)
def test_the_judges_of_a_case(text: str, judges: set[str], document_of: Callable[[str], Document]) -> None:
    assert {s for s, _, _ in links(document_of(SUIT + text), Predicate.JUDGE_IN)} == judges


@pytest.mark.model
@pytest.mark.parametrize(("text", "courts"), COURTS)
def test_the_courts_of_a_case(text: str, courts: set[str], document_of: Callable[[str], Document]) -> None:
    assert {o for _, _, o in links(document_of(SUIT + text), Predicate.HEARD_BY)} == courts


@pytest.mark.model
def test_a_judge_sits_in_the_case_whose_parties_are_named(document_of: Callable[[str], Document]) -> None:
    text = (
        "Ana Reis sued Marco Lima for libel on Monday.\n\n"
        "Jorge Silva was jailed for fraud on Tuesday.\n\n"
        "Judge Rosa Pinto told Lima to come back in May. Judge Luis Costa told Silva that he had been greedy."
    )
    assert links(document_of(text), Predicate.JUDGE_IN) == {
        ("Rosa Pinto", "JUDGE_IN", "Ana Reis v. Marco Lima (libel)"),
        ("Luis Costa", "JUDGE_IN", "Jorge Silva (fraud)"),
    }


@pytest.mark.model
def test_a_complaint_told_of_behind_the_trial_is_the_one_that_led_to_it(
    document_of: Callable[[str], Document],
) -> None:
    text = (
        "The Lisbon High Court overturned the defamation conviction of Marco Lima on Monday.\n\n"
        "Ana Reis had filed a complaint last May after Lima wrote that she had lied."
    )
    assert links(document_of(text), Predicate.PLAINTIFF_IN, Predicate.DEFENDANT_IN) == {
        ("Ana Reis", "PLAINTIFF_IN", "Ana Reis v. Marco Lima (defamation)"),
        ("Marco Lima", "DEFENDANT_IN", "Ana Reis v. Marco Lima (defamation)"),
    }


@pytest.mark.model
def test_a_clause_that_describes_somebody_is_no_topic(document_of: Callable[[str], Document]) -> None:
    text = (
        "The Lisbon High Court ordered the extradition to Spain of Marco Lima, who was jailed for fraud in 2014.\n\n"
        "Judge Rosa Pinto said that the papers were in order."
    )
    document = document_of(text)
    [judge] = [t for t in document.triples if t.predicate is Predicate.JUDGE_IN]
    [heard] = [t for t in document.triples if t.predicate is Predicate.HEARD_BY]
    assert judge.object == heard.subject
