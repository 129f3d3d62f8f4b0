"""Annotations as they may stand in a folder: each fault one line that names its file."""

import json
from pathlib import Path
from typing import Any

import pytest

from schema import SourceError
from service.evaluation import GoldFolder
from service.evaluation.annotations import load_gold
from service.listing import Problem
from service.sources import Found
from tests.service.evaluation.worlds import TEXT, frame, gold

GOLD = Path(__file__).parents[2] / "gold"
SAMPLES = Path(__file__).parents[3] / "service" / "samples"


def write(folder: Path, name: str, annotations: Any, text: str | None = TEXT) -> None:
    written = annotations if isinstance(annotations, str) else json.dumps(annotations)
    (folder / f"{name}.json").write_text(written, encoding="utf-8")
    if text is not None:
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def annotated(**fields: Any) -> dict[str, Any]:
    return gold(**fields).model_dump(mode="json")


def claimed(**fields: Any) -> list[dict[str, Any]]:
    return [{"speaker": "Bo Lind", "stance": "asserts", "about": [], "text": "We stand by it,", **fields}]


PENALTY = frame()["penalties"][0]
FAULTS: list[Any] = [
    pytest.param("{", "no annotations: Invalid JSON", id="no JSON"),
    pytest.param("[]", "no annotations: Input should be an object", id="no object"),
    pytest.param({"entities": []}, "no annotations: positions: Field required", id="a part is missing"),
    pytest.param({**annotated(), "clams": []}, "no annotations: clams: Extra inputs", id="an unknown part"),
    pytest.param(
        {**annotated(), "cases": [{"plaintif": []}]}, "cases.0.plaintif: Extra inputs", id="an unknown slot of a case"
    ),
    pytest.param(
        {**annotated(), "entities": [{"name": "Ost", "type": "Case"}]}, "Case is no type of an entity", id="type"
    ),
    pytest.param(
        {**annotated(), "cases": [frame(events=["sued"])]}, "cases.0.events.0: Input should be 'filed'", id="event"
    ),
    pytest.param(
        {**annotated(), "cases": [frame(penalties=[{**PENALTY, "currency": "EURO"}])]},
        "'EURO' is no ISO 4217 currency code",
        id="currency",
    ),
    pytest.param(
        {**annotated(), "cases": [frame(courts=["Dravik Ledger"])]},
        "courts 'Dravik Ledger' is no entity of type Court",
        id="a court that is none",
    ),
    pytest.param(
        {**annotated(), "cases": [frame(penalties=[{**PENALTY, "on": "Nobody"}])]},
        "penalty on 'Nobody' is no entity of type",
        id="an unknown bearer",
    ),
    pytest.param({**annotated(), "claims": claimed(speaker="Him")}, "speaker 'Him' is no entity", id="speaker"),
    pytest.param({**annotated(), "claims": claimed(stance="doubts")}, "claims.0.stance: Input should be", id="stance"),
    pytest.param(
        {**annotated(), "claims": claimed(text="We stand by this,")},
        "the claim 'We stand by this,' is not in the article as it stands there",
        id="a claim in other words",
    ),
    pytest.param(
        {**annotated(), "entities": [*annotated()["entities"], {"name": "Zed", "type": "Person"}]},
        "the name 'Zed' is not in the article",
        id="a name of another article",
    ),
]


@pytest.mark.parametrize(("annotations", "line"), FAULTS)
def test_a_fault_is_told_and_the_others_are_scored(annotations: Any, line: str, tmp_path: Path) -> None:
    write(tmp_path, "a", annotations)
    write(tmp_path, "b", annotated())
    problem, found = GoldFolder(tmp_path).items()
    assert isinstance(problem, Problem)
    assert isinstance(found, Found)
    assert str(problem).startswith(f"refused: {tmp_path}/a.json: ")
    assert line in str(problem)
    assert "\n" not in str(problem)
    assert found.article.source == f"{tmp_path}/b.txt"


def test_an_article_that_is_missing(tmp_path: Path) -> None:
    write(tmp_path, "a", annotated(), text=None)
    [problem] = GoldFolder(tmp_path).items()
    assert str(problem).startswith(f"refused: {tmp_path}/a.txt: there is no such file")


def test_a_folder_without_annotations(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no annotations in this folder"):
        GoldFolder(tmp_path).names()


def test_two_articles_of_the_same_words_are_both_read(tmp_path: Path) -> None:
    write(tmp_path, "a", annotated())
    write(tmp_path, "b", annotated())
    folder = GoldFolder(tmp_path)
    assert [type(item) for item in folder.items()] == [Found, Found]
    assert folder.take(f"{tmp_path}/a.txt").name == "a"
    assert [left.name for left in folder.left()] == ["b"]


def test_articles_elsewhere_with_front_matter() -> None:
    found = [item for item in GoldFolder(GOLD, SAMPLES).items() if isinstance(item, Found)]
    assert len(found) == 12
    assert all(item.article.published_on for item in found)


def test_unnamed_parties_and_defaults(tmp_path: Path) -> None:
    write(tmp_path, "a", annotated(cases=[{"plaintiffs": ["?prosecutors"], "defendants": ["Ann Ost"]}]))
    [case] = load_gold(tmp_path / "a.json").cases
    assert (case.plaintiffs, case.events) == (("?prosecutors",), ())
