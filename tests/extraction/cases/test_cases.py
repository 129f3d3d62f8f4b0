"""Whole short reports, and what becomes of them."""

from collections.abc import Callable

import pytest

from schema import Document, Predicate

NOTHING = [
    pytest.param("Ana Reis threatened to sue Marco Lima for libel.", id="a threat"),
    pytest.param("Ana Reis may sue Marco Lima for libel.", id="a possibility"),
    pytest.param("If convicted of fraud, Ana Reis faces six years in prison.", id="a condition"),
    pytest.param("Ana Reis could be jailed for six years for fraud.", id="what could be"),
    pytest.param("Nobody has sued Ana Reis.", id="nobody did it"),
    pytest.param("Ana Reis was arrested on Monday.", id="a bare arrest"),
    pytest.param("The committee accused Ana Reis of fraud.", id="an accusation outside a court"),
    pytest.param("The syrup is being tested in a clinical trial led by Ana Reis.", id="another trial"),
    pytest.param("Ana Reis brought a case of wine to the party.", id="another case"),
    pytest.param("A man was sentenced to three years in prison for theft.", id="nobody named"),
    pytest.param('"They sued Marco Lima for libel last year," said Ana Reis.', id="in somebody's words"),
    pytest.param("The divorce of Ana Reis and Marco Lima was the talk of the town.", id="a divorce without a court"),
    pytest.param("Police said the jailed blogger Ana Reis was ill.", id="somebody jailed, perhaps without a trial"),
    pytest.param("Ana Reis started an online petition for a park.", id="another petition"),
    pytest.param("Did Ana Reis sue Marco Lima for libel?", id="a question"),
    pytest.param("Ana Reis smiled despite the trials that she has faced.", id="trials that are troubles"),
    pytest.param("Ana Reis could face ten years in prison.", id="what she could face"),
    pytest.param("Marco Lima was sentenced to sit on the bench by coach Luis Costa.", id="a sentence of a coach"),
    pytest.param("Marco Lima has been charged with running the Farm Bank through the crisis.", id="a task"),
    pytest.param("Marco Lima was acquitted in the Senate.", id="a parliament"),
    pytest.param(
        "The opposition accuses Marco Lima of corruption and has asked him to resign.", id="an accusation in politics"
    ),
    pytest.param("Ana Reis wore a cream trouser suit when Marco Lima followed suit.", id="suits that are none"),
    pytest.param("Marco Lima was bailed out by the Farm Bank.", id="a bank bailed out"),
    pytest.param("Marco Lima spent two years in prison as a nurse.", id="years in a prison"),
    pytest.param(
        "Police detained eight people, including Marco Lima, who tried to warn them.", id="who tries something"
    ),
    pytest.param("Ana Reis smiles; her suit is new.", id="her suit"),
    pytest.param("The Farm Bank has taken these complaints seriously.", id="complaints taken seriously"),
    pytest.param("Ana Reis defended her niece's claim, saying it was true.", id="a claim that is none of law"),
    pytest.param("Ana Reis has been ordered to pick a team of surveyors.", id="an order of no court"),
]


def links(document: Document, *predicates: Predicate) -> set[tuple[str, str, str]]:
    names = {n.id: n.name for n in document.nodes}
    return {
        (names[t.subject], str(t.predicate), names[t.object])
        for t in document.triples
        if not predicates or t.predicate in predicates
    }


@pytest.mark.model
@pytest.mark.parametrize("text", NOTHING)
def test_makes_no_case(text: str, document_of: Callable[[str], Document]) -> None:
    assert links(document_of(text), Predicate.DEFENDANT_IN, Predicate.PLAINTIFF_IN) == set()


@pytest.mark.model
def test_a_suit(document_of: Callable[[str], Document]) -> None:
    text = "Ana Reis sued Marco Lima for libel in the Lisbon District Court over a post on Facebook, demanding $5,000."
    case = "Ana Reis v. Marco Lima (libel)"
    assert links(document_of(text)) >= {
        ("Ana Reis", "PLAINTIFF_IN", case),
        ("Marco Lima", "DEFENDANT_IN", case),
        (case, "HEARD_BY", "Lisbon District Court"),
        (case, "CONCERNS", "libel"),
        (case, "ON_PLATFORM", "Facebook"),
        (case, "HAS_PENALTY", "damages of 5,000 USD (sought)"),
        ("damages of 5,000 USD (sought)", "IMPOSED_ON", "Marco Lima"),
        (case, "HAS_EVENT", "filed"),
    }


@pytest.mark.model
def test_a_prosecution_told_over_paragraphs(document_of: Callable[[str], Document]) -> None:
    text = (
        "A court in Lisbon on Tuesday sentenced a shipping clerk to two years and eight months in jail for bribery.\n\n"
        "Marco Lima, 41, was also fined 4,000 euros.\n\n"
        "Judge Ana Reis said the evidence was clear. Prosecutors had asked for four years.\n\n"
        "His lawyer, Rosa Pinto, said he would appeal."
    )
    case = "Marco Lima (bribery)"
    found = links(document_of(text))
    assert found >= {
        ("Marco Lima", "DEFENDANT_IN", case),
        ("Ana Reis", "JUDGE_IN", case),
        ("Rosa Pinto", "COUNSEL_IN", case),
        (case, "HAS_PENALTY", "prison of 32 months (imposed)"),
        (case, "HAS_PENALTY", "prison of 48 months (sought)"),
        (case, "HAS_PENALTY", "fine of 4,000 EUR (imposed)"),
        (case, "HAS_EVENT", "sentenced"),
        (case, "HAS_EVENT", "fined"),
    }
    assert (case, "HAS_EVENT", "appealed") not in found


@pytest.mark.model
def test_a_separate_suit_is_another_case(document_of: Callable[[str], Document]) -> None:
    text = (
        "Ana Reis filed a defamation complaint against Marco Lima on Monday.\n\n"
        "Rosa Pinto has also filed a separate defamation suit."
    )
    assert links(document_of(text), Predicate.PLAINTIFF_IN, Predicate.DEFENDANT_IN) == {
        ("Ana Reis", "PLAINTIFF_IN", "Ana Reis v. Marco Lima (defamation)"),
        ("Marco Lima", "DEFENDANT_IN", "Ana Reis v. Marco Lima (defamation)"),
        ("Rosa Pinto", "PLAINTIFF_IN", "Rosa Pinto v. Marco Lima (defamation)"),
        ("Marco Lima", "DEFENDANT_IN", "Rosa Pinto v. Marco Lima (defamation)"),
    }


@pytest.mark.model
def test_a_verdict_on_others_is_another_case(document_of: Callable[[str], Document]) -> None:
    text = (
        "Marco Lima was convicted of libel on Monday.\n\nThe hall was full.\n\nIt rained.\n\nPeople went home.\n\n"
        "Marco Lima and Luis Costa were convicted last year over a video."
    )
    assert links(document_of(text), Predicate.DEFENDANT_IN) == {
        ("Marco Lima", "DEFENDANT_IN", "Marco Lima (libel)"),
        ("Marco Lima", "DEFENDANT_IN", "Marco Lima and Luis Costa"),
        ("Luis Costa", "DEFENDANT_IN", "Marco Lima and Luis Costa"),
    }


@pytest.mark.model
def test_an_extradition_is_not_the_case_that_it_serves(document_of: Callable[[str], Document]) -> None:
    text = "The High Court ordered the extradition of Marco Lima, who is charged with fraud in Madrid."
    assert {c for _, _, c in links(document_of(text), Predicate.DEFENDANT_IN)} == {
        "Marco Lima (extradition)",
        "Marco Lima (fraud)",
    }


@pytest.mark.model
def test_every_link_shows_its_words(document_of: Callable[[str], Document]) -> None:
    text = "The Lisbon District Court convicted Marco Lima of bribery on Tuesday."
    document = document_of(text)
    [defendant] = [t for t in document.triples if t.predicate is Predicate.DEFENDANT_IN]
    [why] = defendant.evidence
    words = [text[s.start : s.end] for s in (why.subject, why.trigger) if s is not None]
    assert words == ["Marco Lima", "convicted"]
    assert (defendant.rule, text[why.start : why.end]) == ("verb:convict", text)


@pytest.mark.model
@pytest.mark.parametrize("text", ["", "\n\n", '"', "“ “ “", "sued", "$", "court " * 50, "He was sentenced to. ”"])
def test_odd_texts_do_no_harm(text: str, document_of: Callable[[str], Document]) -> None:
    assert links(document_of(text)) == set()


EVENTS = [
    pytest.param("He spent three nights in custody.", {"charged"}, id="nights in custody"),
    pytest.param("Prosecutors asked the court to fine Lima.", {"charged"}, id="what prosecutors ask for"),
    pytest.param("Some 2,000 people were acquitted of fraud.", {"charged"}, id="many others"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "events"), EVENTS)
def test_what_happened_in_a_case(text: str, events: set[str], document_of: Callable[[str], Document]) -> None:
    found = links(document_of("Marco Lima was charged with fraud on Monday. " + text), Predicate.HAS_EVENT)
    assert {o for _, _, o in found} == events


@pytest.mark.model
def test_an_earlier_conviction_is_of_another_case(document_of: Callable[[str], Document]) -> None:
    text = "Marco Lima was convicted of fraud on Monday. He was previously convicted of theft in 2014."
    tried = links(document_of(text), Predicate.DEFENDANT_IN)
    assert {(s, o) for s, _, o in tried} == {
        ("Marco Lima", "Marco Lima (fraud)"),
        ("Marco Lima", "Marco Lima (theft)"),
    }
