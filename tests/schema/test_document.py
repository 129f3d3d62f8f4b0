"""What a document refuses, and what it carries."""

import json
from typing import Any

import pytest

from schema import ClaimProperties, Document, DocumentError, NodeType, parse_document
from tests.schema.factories import TEXT, case_document, document, node, triple

FINE = {"kind": "fine", "status": "imposed"}
OUTSIDE = len(TEXT) + 1


def claim(**fields: Any) -> dict[str, Any]:
    properties = {"text": "He denied it.", "start": 54, "end": 67, **fields}
    return node("k1", NodeType.CLAIM, properties=properties)


REFUSED = [
    pytest.param(case_document(object="c2"), "there is no node 'c2'", id="a triple to nowhere"),
    pytest.param(case_document(predicate="SUED"), "triples.0.predicate", id="a predicate that is none"),
    pytest.param(case_document(predicate="MENTIONS"), "not for documents", id="MENTIONS is no triple"),
    pytest.param(case_document(subject="c1", object="c1"), "cannot start at Case", id="wrong domain"),
    pytest.param(
        case_document(predicate="MADE", properties={"stance": "denies"}), "cannot end at Case", id="wrong range"
    ),
    pytest.param(case_document(confidence=0), "confidence", id="no confidence at all"),
    pytest.param(case_document(confidence=1.1), "confidence", id="too much confidence"),
    pytest.param(case_document(rule=""), "rule", id="no rule"),
    pytest.param(case_document(evidence=[]), "evidence", id="no evidence"),
    pytest.param(case_document(evidence=[{"start": 4, "end": 4}]), "is empty or backward", id="an empty passage"),
    pytest.param(case_document(evidence=[{"start": 0, "end": OUTSIDE}]), "outside the text", id="a passage outside"),
    pytest.param(
        case_document(evidence=[{"start": 0, "end": 9, "trigger": {"start": 5, "end": 10}}]),
        "outside the passage",
        id="a trigger outside its passage",
    ),
    pytest.param(
        case_document(evidence=[{"start": 0, "end": 9, "verb": None}]), "verb", id="a field unknown to evidence"
    ),
    pytest.param(case_document(properties={"stance": "denies"}), "stance", id="a property of another predicate"),
    pytest.param(case_document(weight=1), "weight", id="a field unknown to triples"),
    pytest.param(document(titel="T"), "titel", id="a field unknown to documents"),
    pytest.param(document(nodes=[node("a1", "Article")]), "not for documents", id="an article is no node"),
    pytest.param(document(nodes=[node("e1", "Person", age=4)]), "age", id="a field unknown to nodes"),
    pytest.param(document(nodes=[node("e1", "Person", name="")]), "name", id="a node without a name"),
    pytest.param(document(nodes=[node("e1", "Court", properties={"kind": "ngo"})]), "kind", id="a court has no kind"),
    pytest.param(document(nodes=[node("e1", "Person"), node("e1", "Place")]), "the same id", id="an id twice"),
    pytest.param(
        document(nodes=[node("e1", "Person", mentions=[{"start": 0, "end": OUTSIDE}])]),
        "outside the text",
        id="a mention outside",
    ),
    pytest.param(
        document(nodes=[node("p1", "Penalty", properties={**FINE, "amount": 5, "currency": "EURO"})]),
        "no ISO 4217 currency code",
        id="a currency that is none",
    ),
    pytest.param(
        document(nodes=[node("p1", "Penalty", properties={**FINE, "amount": 5})]),
        "needs its currency",
        id="bare amount",
    ),
    pytest.param(document(nodes=[node("p1", "Penalty")]), "kind", id="a penalty of no kind"),
    pytest.param(
        document(nodes=[claim(text="He denied it!")]), "its text is not what stands at", id="a claim misquoted"
    ),
    pytest.param(document(rejected=[{"start": 0, "end": 3, "reason": ""}]), "reason", id="rejected for no reason"),
]


@pytest.mark.parametrize(("fields", "fault"), REFUSED)
def test_refused(fields: dict[str, Any], fault: str) -> None:
    with pytest.raises(DocumentError) as caught:
        parse_document(json.dumps(fields))
    assert fault in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_factories_make_a_document_that_is_accepted() -> None:
    """Or every row above would be refused for another reason than its own."""
    made = parse_document(json.dumps(case_document()))
    assert [t.predicate for t in made.triples] == ["PLAINTIFF_IN"]
    assert Document.model_validate(document(nodes=[claim()])).nodes[0].properties == ClaimProperties(
        text="He denied it.", start=54, end=67
    )


def test_a_document_survives_being_printed() -> None:
    nodes = [claim(), node("e1", "Person", properties={"titles": ["judge"]}), node("c1", "Case")]
    nodes += [node("p1", "Penalty", properties={**FINE, "amount": 2.5, "currency": "KHR"})]
    nodes += [node("v1", "Event", properties={"kind": "on trial", "date": "2023-03-14"})]
    triples = [
        triple("e1", "MADE", "k1", properties={"stance": "denies", "cue": "denied"}),
        triple("c1", "HAS_EVENT", "v1"),
    ]
    made = Document.model_validate(document(nodes=nodes, triples=triples))
    assert parse_document(made.model_dump_json()) == made


def test_a_fact_cannot_be_changed() -> None:
    made = Document.model_validate(document())
    with pytest.raises(ValueError, match="frozen"):
        made.text = "another"  # type: ignore[misc]
