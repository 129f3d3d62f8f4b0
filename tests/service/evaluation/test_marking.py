"""What is right, invented and missed in each slot: one row, one difference between a document and the annotations."""

from typing import Any

import pytest

from schema import Document
from service.evaluation import SCORED, Evaluation, mark
from service.evaluation.annotations import Gold
from tests.schema.factories import node
from tests.service.evaluation.worlds import NODES, document, frame, gold, link

#: slot -> right, invented, missed, where everything is found
ALL_RIGHT = {
    "entity": (4, 0, 0),
    "position": (1, 0, 0),
    "case": (1, 0, 0),
    "case.plaintiffs": (1, 0, 0),
    "case.defendants": (1, 0, 0),
    "case.courts": (1, 0, 0),
    "case.offences": (1, 0, 0),
    "case.platforms": (0, 0, 0),
    "case.judges": (0, 0, 0),
    "case.counsel": (0, 0, 0),
    "case.penalties": (1, 0, 0),
    "case.events": (2, 0, 0),
    "case slots": (7, 0, 0),
    "claim content": (2, 0, 0),
    "claim": (2, 0, 0),
    "claim about": (2, 0, 0),
}
OTHER_FINE = {"kind": "fine", "status": "imposed", "amount": 500, "currency": "USD"}
PROSECUTION = frame(plaintiffs=["?prosecutors"])
CASE_2 = {"case2": node("case2", "Case")}
EMPTY = Document.model_validate({"article": {"id": "article:1", "source": "a.txt"}, "text": "Nothing."})


def changed(id_: str, **fields: Any) -> dict[str, dict[str, Any]]:
    return {id_: {**NODES[id_], **fields}}


def evaluated(found: Document, annotated: Gold) -> Evaluation:
    evaluation = Evaluation()
    evaluation.add(mark("a", found, annotated))
    return evaluation


ROWS = [
    pytest.param(document(), gold(), {}, id="all is found"),
    pytest.param(
        document(nodes=changed("bo", type="Organization"), less=("bo HOLDS_POSITION ledger",)),
        gold(),
        {"entity": (3, 1, 1), "position": (0, 0, 1)},
        id="an entity of the wrong type",
    ),
    pytest.param(
        document(nodes={"again": node("again", "Person", name="Ost")}),
        gold(),
        {"entity": (4, 1, 0)},
        id="one person in two nodes",
    ),
    pytest.param(
        document(nodes=changed("bo", name="the Bo Lind’s")), gold(), {}, id="an article and a possessive don't count"
    ),
    pytest.param(
        document(
            less=("bo HOLDS_POSITION ledger",),
            more=(link("bo HOLDS_POSITION ledger", properties={"title": "reporter"}),),
        ),
        gold(),
        {"position": (0, 1, 1)},
        id="a title that shares no word",
    ),
    pytest.param(
        document(
            nodes={"place": node("place", "Place", name="Bo Lind")},
            more=(link("ann HOLDS_POSITION place", properties={"title": "mayor"}),),
        ),
        gold(),
        {"entity": (4, 1, 0)},
        id="the office of a place is not compared",
    ),
    pytest.param(
        document(less=("case CONCERNS libel",)),
        gold(),
        {"case.offences": (0, 0, 1), "case slots": (6, 0, 1)},
        id="an offence is missed",
    ),
    pytest.param(
        document(nodes=changed("libel", name="criminal defamation")), gold(), {}, id="another word for the offence"
    ),
    pytest.param(
        document(nodes=changed("libel", name="tax fraud")),
        gold(),
        {"case.offences": (0, 1, 1), "case slots": (6, 1, 1)},
        id="another offence",
    ),
    pytest.param(
        document(nodes=changed("fine", properties=OTHER_FINE)),
        gold(),
        {"case.penalties": (0, 1, 1), "case slots": (6, 1, 1)},
        id="another currency",
    ),
    pytest.param(
        document(less=("fine IMPOSED_ON ledger",)),
        gold(),
        {"case.penalties": (0, 1, 1), "case slots": (6, 1, 1)},
        id="nobody bears the fine",
    ),
    pytest.param(
        document(more=(link("fine IMPOSED_ON ann"),)),
        gold(),
        {"case.penalties": (1, 1, 0), "case slots": (7, 1, 0)},
        id="one too many bears the fine",
    ),
    pytest.param(
        document(
            nodes={"filed2": node("filed2", "Event", properties={"kind": "filed"})},
            more=(link("case HAS_EVENT filed2"),),
        ),
        gold(),
        {},
        id="an event told twice counts once",
    ),
    pytest.param(
        document(nodes=CASE_2, more=(link("ann DEFENDANT_IN case2"),)),
        gold(),
        {"case": (1, 1, 0), "case.defendants": (1, 1, 0), "case slots": (7, 1, 0)},
        id="a case too many",
    ),
    pytest.param(
        document(),
        gold(cases=[PROSECUTION]),
        {"case.plaintiffs": (0, 0, 0), "case slots": (6, 0, 0)},
        id="whoever stands for an unnamed party is excused",
    ),
    pytest.param(
        document(less=("ann PLAINTIFF_IN case",)),
        gold(cases=[PROSECUTION]),
        {"case.plaintiffs": (0, 0, 0), "case slots": (6, 0, 0)},
        id="nobody need stand for an unnamed party",
    ),
    pytest.param(
        document(less=("bo MADE denied",), more=(link("bo MADE denied", properties={"stance": "asserts"}),)),
        gold(),
        {"claim": (1, 1, 1)},
        id="the wrong stance",
    ),
    pytest.param(
        document(less=("bo MADE stood",), more=(link("ann MADE stood", properties={"stance": "asserts"}),)),
        gold(),
        {"claim": (1, 1, 1)},
        id="the wrong speaker",
    ),
    pytest.param(
        document(more=(link("ann MADE stood", properties={"stance": "asserts"}),)), gold(), {}, id="a second speaker"
    ),
    pytest.param(
        document(),
        gold(claims=[]),
        {"claim content": (0, 2, 0), "claim": (0, 2, 0), "claim about": (0, 0, 0)},
        id="no claims at all",
    ),
    pytest.param(
        document(less=("denied ABOUT ann",), more=(link("denied ABOUT bo"),)),
        gold(),
        {"claim about": (1, 1, 1)},
        id="about another",
    ),
    pytest.param(
        EMPTY,
        gold(),
        {slot: (0, 0, sum(counts)) for slot, counts in ALL_RIGHT.items() if slot != "claim about"}
        | {"claim about": (0, 0, 0)},
        id="nothing is found",
    ),
]


@pytest.mark.parametrize(("found", "annotated", "differences"), ROWS)
def test_counts(found: Document, annotated: Gold, differences: dict[str, tuple[int, int, int]]) -> None:
    tallies = {slot: evaluated(found, annotated).tally(slot) for slot in SCORED}
    counts = {slot: (tally.right, tally.invented, tally.missed) for slot, tally in tallies.items()}
    assert counts == ALL_RIGHT | differences


#: triples -> whether they are right; None for those that the annotations cannot judge
JUDGED: list[Any] = [
    pytest.param(document(), gold(), {}, id="all is right"),
    pytest.param(
        document(more=(link("fine IMPOSED_ON ann"),)),
        gold(),
        {"fine IMPOSED_ON ann": False},
        id="a penalty is right for one and wrong for another",
    ),
    pytest.param(
        document(),
        gold(cases=[frame(penalties=[{**frame()["penalties"][0], "on": "?the paper"}])]),
        {"fine IMPOSED_ON ledger": None},
        id="a penalty on somebody unnamed",
    ),
    pytest.param(
        document(), gold(cases=[PROSECUTION]), {"ann PLAINTIFF_IN case": None}, id="instead of somebody unnamed"
    ),
    pytest.param(
        document(
            nodes={"place": node("place", "Place")},
            more=(link("bo HOLDS_POSITION place", properties={"title": "mayor"}),),
        ),
        gold(),
        {"bo HOLDS_POSITION place": None},
        id="the office of a place",
    ),
    pytest.param(
        document(more=(link("ann MADE stood", properties={"stance": "asserts"}),)),
        gold(),
        {"ann MADE stood": None},
        id="a second speaker",
    ),
    pytest.param(
        document(),
        gold(claims=[]),
        dict.fromkeys(("bo MADE denied", "bo MADE stood", "denied ABOUT ledger", "denied ABOUT ann"), False),
        id="an invented claim is about nobody",
    ),
]


@pytest.mark.parametrize(("found", "annotated", "differences"), JUDGED)
def test_verdicts(found: Document, annotated: Gold, differences: dict[str, bool | None]) -> None:
    verdicts = {f"{t.subject} {t.predicate} {t.object}": v for t, v in evaluated(found, annotated).verdicts}
    every = {f"{t.subject} {t.predicate} {t.object}": True for t in found.triples} | differences
    assert verdicts == {words: verdict for words, verdict in every.items() if verdict is not None}


def test_what_is_shown() -> None:
    found = document(less=("case CONCERNS libel",), more=(link("denied ABOUT bo", rule="a-guess", confidence=0.6),))
    shown = [(f.fault, f.slot, f.what, f.rule, f.confidence) for f in evaluated(found, gold()).findings]
    caption = "Ann Ost v. Dravik Ledger (libel)"
    assert shown == [
        ("missed", "case.offences", f"libel in {caption}", None, None),
        ("invented", "claim about", "Bo Lind in: the paper had lied about Ost", "a-guess", 0.6),
    ]


def test_the_sentence_of_what_was_missed() -> None:
    [finding] = evaluated(document(less=("case CONCERNS libel",)), gold()).findings
    assert finding.sentence == "Ann Ost sued the Dravik Ledger for libel in the High Court."
