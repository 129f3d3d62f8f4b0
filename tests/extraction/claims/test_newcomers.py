"""Speakers that the names left out, and those who stand beside the verb in roundabout ways. Lee is "she", Moor "he"."""

import pytest

from tests.extraction.claims.conftest import Claims

pytestmark = pytest.mark.model

LEE, MOOR, UNION = "Ann Lee", "Ben Moor", "Brightwater Union"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param("According to QPR, the road was closed.", ["QPR"], id="acronym"),
        pytest.param("QPR reported the road was closed.", ["QPR"], id="acronym reports"),
        pytest.param("On Monday, The Clarion claimed that the road was closed.", ["Clarion"], id="paper with article"),
        pytest.param("The Norland Clarion reported the road was closed.", ["Norland Clarion"], id="paper of a place"),
        pytest.param(
            "Broadcaster Tessa Orwick said the road was closed.", ["Tessa Orwick"], id="person behind a title"
        ),
        pytest.param("dorvello said the road was closed.", ["dorvello"], id="lower-case handle"),
        pytest.param("dorv_ello9 said the road was closed.", ["dorv_ello9"], id="handle with a digit"),
        pytest.param("According to Norland Senator Ann Lee, the road was closed.", [LEE], id="person behind a place"),
        pytest.param("Everyone said the road was closed.", [], id="nobody"),
        pytest.param("Norlanders said the road was closed.", [], id="a people"),
        pytest.param("The President said the road was closed.", [], id="title"),
        pytest.param("Police said the road was closed.", [], id="common word"),
    ],
)
def test_newcomers(claims: Claims, text: str, speakers: list[str]) -> None:
    assert [c.speaker for c in claims(text)] == speakers


def test_a_newcomer_is_one_party(claims: Claims) -> None:
    found = claims("QPR reported the road was closed. According to QPR, the bridge would follow.")
    assert len({id(c.made.subject) for c in found}) == 1
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Lee and Ben Moor were late. Both denied having slept.", [(LEE, "having slept")], id="both"),
        pytest.param(
            "Lee, head of the board of the Norland bank, said the road was closed.",
            [(LEE, "the road was closed")],
            id="long apposition",
        ),
        pytest.param(
            "A neighbour named Ann Lee said the road was closed.", [(LEE, "the road was closed")], id="so named"
        ),
        pytest.param(
            "Ann Lee and her deputy, Ben Moor, said the road was closed.",
            [(LEE, "the road was closed")],
            id="first of two",
        ),
        pytest.param(
            "A statement was released by the Brightwater Union. The statement said the road was closed.",
            [(UNION, "the road was closed")],
            id="paper spoken of before",
        ),
        pytest.param("The driver met Moor, stating that the road was closed.", [], id="somebody else's words"),
        pytest.param(
            "In a report the Brightwater Union estimates that it rains. The report said the road was closed.",
            [(UNION, "it rains"), (UNION, "the road was closed")],
            id="in a report",
        ),
        pytest.param(
            "Lee asked readers on her page:\n\nDorvello: The road is closed.\n\nShe left.",
            [("Dorvello", "The road is closed.")],
            id="label in a row of quotations",
        ),
        pytest.param("Moor posted a clip. Reports said the road was closed.", [], id="reports are nobody's"),
        pytest.param("Moor posted a clip. A complaint said the road was closed.", [], id="some complaint"),
        pytest.param(
            "Lee writes:\n\nThe road is closed and will stay so.\n\nThe blog adds:\n\nThe bridge will follow soon.",
            [(LEE, "The road is closed and will stay so."), (LEE, "The bridge will follow soon.")],
            id="the blog goes on",
        ),
    ],
)
def test_speakers(claims: Claims, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.speaker, c.text) for c in claims(text)] == expected
