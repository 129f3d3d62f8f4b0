"""Where what was said begins and ends, one row a construction. Lee is "she", Moor is "he"."""

import pytest

from tests.extraction.claims.conftest import Claims

pytestmark = pytest.mark.model

LEE, MOOR, UNION, COURT = "Ann Lee", "Ben Moor", "Brightwater Union", "Brightwater District Court"
TIMES = "Harbour Times"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Lee swore her old road had been closed.",
            [(LEE, "her old road had been closed")],
            id="bare clause",
        ),
        pytest.param(
            "Lee said on the stairs the old road was closed.",
            [(LEE, "the old road was closed")],
            id="behind an adjunct",
        ),
        pytest.param(
            "Lee told drivers in a written opinion that the road was closed.",
            [(LEE, "the road was closed")],
            id="that behind a noun of the verb's own phrase",
        ),
        pytest.param(
            "Moor threatened to sue the union if the road was not opened.",
            [(MOOR, "to sue the union if the road was not opened")],
            id="condition",
        ),
        pytest.param(
            "Lee said the old road was closed, while Moor told the court that the bridge was open.",
            [(LEE, "the old road was closed"), (MOOR, "the bridge was open")],
            id="while somebody else",
        ),
        pytest.param(
            "Lee said the old road had been closed, and at the meeting she denied that Moor had signed.",
            [(LEE, "the old road had been closed"), (LEE, "Moor had signed")],
            id="goes on about the speaker",
        ),
        pytest.param("The road was closed, Lee said from the bench.", [(LEE, "The road was closed")], id="trails off"),
        pytest.param(
            "The road was closed, Lee told the court, but it is open now.",
            [(LEE, "The road was closed")],
            id="trails off before but",
        ),
        pytest.param("When the road closed, Lee wrote to the court.", [], id="no attribution"),
        pytest.param(
            "The road was closed, according to a letter by Lee, but nobody saw it.",
            [(LEE, "The road was closed")],
            id="the side with the clause",
        ),
        pytest.param(
            "According to the Brightwater Union (BU), the road was closed.",
            [(UNION, "the road was closed")],
            id="brackets behind the source",
        ),
        pytest.param("Per Lee, the road was closed.", [(LEE, "the road was closed")], id="per"),
        pytest.param("The toll is ten crowns per car, said a driver.", [], id="per car"),
        pytest.param("Lee put the loss at 20 million.", [(LEE, "the loss at 20 million")], id="figure"),
        pytest.param("Lee put the road at risk.", [], id="no figure"),
        pytest.param("Lee left what she called a farce.", [], id="the reporter's way to name it"),
        pytest.param("Lee left what she called “a farce”.", [(LEE, "a farce")], id="her own word for it"),
        pytest.param("Lee was quick to say the road was closed.", [(LEE, "the road was closed")], id="quick to say"),
        pytest.param(
            "Moor denied that Lee had ever called him a liar.", [(MOOR, "Lee had ever called him a liar")], id="denied"
        ),
        pytest.param(
            "Lee described the old harbour streets as slums.",
            [(LEE, "the old harbour streets as slums")],
            id="more words for the thing than for what it is called",
        ),
        pytest.param(
            "Lee announced her plans to close the road.", [(LEE, "her plans to close the road")], id="announced plans"
        ),
        pytest.param("Asked whether the road was closed, Lee laughed.", [], id="asked"),
        pytest.param(
            "Lee also dismissed as baseless the rumour that the union gave money.",
            [(LEE, "the union gave money")],
            id="rumour far behind",
        ),
    ],
)
def test_indirect(claims: Claims, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.speaker, c.text) for c in claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Lee gave her verdict on the plan: “Nobody will ever drive here.” She left.",
            [(LEE, "Nobody will ever drive here.")],
            id="colon without a verb of saying",
        ),
        pytest.param("Lee announced the name: “Road 9” is to replace “Road 8”.", [], id="mere word"),
        pytest.param("Commenting on a story titled “The road is closed”, Lee smiled.", [], id="title"),
        pytest.param(
            "“However,” she said, “the road is closed.” Lee left.", [(LEE, "the road is closed.")], id="opener"
        ),
        pytest.param(
            "Her letter read “The road is closed for good.” Lee left.",
            [(LEE, "The road is closed for good.")],
            id="read",
        ),
        pytest.param(
            "“The road is closed,” Lee said, as rain began to fall.",
            [(LEE, "The road is closed,")],
            id="nothing behind",
        ),
        pytest.param(
            "Lee commented on it — which the Harbour Times called odd — “The road is closed for good.” She left.",
            [(LEE, "The road is closed for good.")],
            id="aside in dashes",
        ),
        pytest.param(
            "Lee writes:\n\nThe road is closed and will stay so.\n\n[...]\n\nI saw it and we all did.\n\nShe left.",
            [(LEE, "The road is closed and will stay so."), (LEE, "I saw it and we all did.")],
            id="first person goes on",
        ),
        pytest.param(
            "@AnnLee9 [es]: The road is closed.\n\nMoor left the town.",
            [("@AnnLee9", "The road is closed.")],
            id="handle",
        ),
    ],
)
def test_direct(claims: Claims, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.speaker, c.text) for c in claims(text) if c.speaker != TIMES] == expected


@pytest.mark.parametrize(
    ("text", "about"),
    [
        pytest.param("Moor’s lawyer, Ann Lee, said her client was late.", (MOOR,), id="client"),
        pytest.param(
            "Lee accused Moor and the ministry of hiding the maps.", (MOOR, "Roads Ministry"), id="both accused"
        ),
        pytest.param("Moor, she said, only took the pictures.", (MOOR,), id="subject on the other side"),
    ],
)
def test_about(claims: Claims, text: str, about: tuple[str, ...]) -> None:
    assert [c.about for c in claims(text)] == [about]
