"""The vocabulary, linted: every type and predicate has its row, and every row makes sense."""

import pytest

from schema import (
    DOMAIN_AND_RANGE,
    NODE_PROPERTIES,
    PARTY,
    TRIPLE_PROPERTIES,
    CaseStatus,
    EventKind,
    NodeType,
    Predicate,
)
from service.commands.describing import predicates


@pytest.mark.parametrize("predicate", Predicate)
def test_every_predicate_has_domain_and_range(predicate: Predicate) -> None:
    domain, range_ = DOMAIN_AND_RANGE[predicate]
    assert domain
    assert range_
    assert domain | range_ <= set(NodeType)


def test_the_table_has_no_other_rows() -> None:
    assert list(DOMAIN_AND_RANGE) == list(Predicate)


def test_what_a_document_may_hold() -> None:
    """Articles and MENTIONS are the document itself and its nodes' mentions."""
    assert set(NODE_PROPERTIES) == set(NodeType) - {NodeType.ARTICLE}
    assert set(TRIPLE_PROPERTIES) == set(Predicate) - {Predicate.MENTIONS}


@pytest.mark.parametrize("type_", NodeType)
def test_every_type_can_be_linked(type_: NodeType) -> None:
    assert any(type_ in domain | range_ for domain, range_ in DOMAIN_AND_RANGE.values())


def test_labels_and_relationship_types_are_told_apart() -> None:
    """They share one namespace in the embedded graph."""
    assert all(p.isupper() for p in Predicate)
    assert all(t.istitle() for t in NodeType)
    assert {p.casefold() for p in Predicate}.isdisjoint(t.casefold() for t in NodeType)


@pytest.mark.parametrize("enum", [NodeType, Predicate, EventKind, CaseStatus])
def test_values_are_distinct_and_clean(enum: type[NodeType]) -> None:
    assert len({v.casefold() for v in enum}) == len(enum)
    assert all(v == " ".join(v.split()) for v in enum)


def test_parties_are_what_can_sue() -> None:
    assert DOMAIN_AND_RANGE[Predicate.PLAINTIFF_IN][0] == PARTY == DOMAIN_AND_RANGE[Predicate.DEFENDANT_IN][0]


def test_the_printed_table_is_the_vocabulary() -> None:
    rows = {row[0]: row[1:] for row in predicates()}
    assert list(rows) == list(Predicate)
    assert rows["ABOUT"] == ("Claim", "Party, Case", "")
    assert rows["MADE"] == ("Party", "Claim", "stance, cue")
    assert rows["MENTIONS"] == ("Article", "Party", "count")
