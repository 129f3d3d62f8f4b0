"""Texts cut at their marks, and triples gathered into facts."""

import pytest

from service.explanation.facts import groups_of
from service.explanation.marked import Mark, cut, marks_of
from tests.schema.factories import node
from tests.service.evaluation.worlds import document, link

CUTS = [
    pytest.param([], ["abcdef"], id="no marks"),
    pytest.param([(0, 6, "x")], ["x:abcdef"], id="all of it"),
    pytest.param([(1, 3, "x")], ["a", "x:bc", "def"], id="one"),
    pytest.param([(0, 3, "x"), (3, 6, "y")], ["x:abc", "y:def"], id="side by side"),
    pytest.param([(0, 4, "x"), (2, 6, "y")], ["x:ab", "x+y:cd", "y:ef"], id="across each other"),
    pytest.param([(2, 4, "y"), (0, 6, "x")], ["x:ab", "x+y:cd", "x:ef"], id="the longer first"),
    pytest.param([(1, 3, "x"), (1, 3, "y")], ["a", "x+y:bc", "def"], id="on the same words"),
    pytest.param([(1, 3, "x"), (1, 3, "x")], ["a", "x:bc", "def"], id="the same twice"),
]


@pytest.mark.parametrize(("spans", "pieces"), CUTS)
def test_cut(spans: list[tuple[int, int, str]], pieces: list[str]) -> None:
    done = cut("abcdef", [Mark(*span) for span in spans])
    assert [f"{'+'.join(piece.kinds)}:{piece.text}".lstrip(":") for piece in done] == pieces


def test_cut_a_part() -> None:
    done = list(cut("abcdef", [Mark(0, 3, "x"), Mark(5, 6, "y")], 2, 5))
    assert [(piece.start, piece.text, piece.kinds) for piece in done] == [(2, "c", ["x"]), (3, "de", [])]


def test_what_is_marked() -> None:
    marks = {(mark.kind, mark.label) for mark in marks_of(document(nodes={"bo": bo_mentioned()}))}
    assert marks == {
        ("person", "Person: Bo Lind"),
        ("denial", "Bo Lind denies this"),
        ("claim", "Bo Lind asserts this"),
    }


def bo_mentioned() -> dict[str, object]:
    return node("bo", "Person", name="Bo Lind", mentions=[{"start": 92, "end": 99}])


def test_every_triple_is_a_fact_of_its_case_or_claim() -> None:
    found = document()
    groups = groups_of(found)
    assert [(group.kind, group.title, len(group.facts)) for group in groups] == [
        ("case", "Ost v. Ledger", 8),
        ("claim", "the paper had lied about Ost", 3),
        ("claim", "We stand by it,", 1),
        ("positions", "Who holds which office", 1),
    ]
    numbers = [fact.number for group in groups for fact in group.facts]
    assert numbers == list(range(len(found.triples)))


WHATS = [
    ("ann PLAINTIFF_IN case", "Ann Ost"),
    ("case CONCERNS libel", "libel"),
    ("fine IMPOSED_ON ledger", "fine → Ledger"),
    ("bo MADE denied", "Bo Lind → denies"),
    ("denied ABOUT ann", "Ann Ost"),
    ("bo HOLDS_POSITION ledger", "Bo Lind → Ledger → editor"),
    ("denied ABOUT case", "Ost v. Ledger"),
]


@pytest.mark.parametrize(("words", "what"), WHATS)
def test_what_a_fact_says(words: str, what: str) -> None:
    marked = document(less=(words,), more=(link(words, rule="this-one"),))
    assert [fact.what for group in groups_of(marked) for fact in group.facts if fact.rule == "this-one"] == [what]
