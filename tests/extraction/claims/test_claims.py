"""What becomes a claim, whose it is and with what stance: one row a construction. Lee is "she", Moor is "he"."""

import pytest

from tests.extraction.claims.conftest import Claims

pytestmark = pytest.mark.model

LEE, MOOR, UNION, COURT = "Ann Lee", "Ben Moor", "Brightwater Union", "Brightwater District Court"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“The road is closed,” Ann Lee said.", [(LEE, "The road is closed,")], id="after"),
        pytest.param("“The road is closed,” said Ann Lee.", [(LEE, "The road is closed,")], id="inverted"),
        pytest.param(
            "“The road is closed,” said the union's lawyer, Ann Lee.", [(LEE, "The road is closed,")], id="apposition"
        ),
        pytest.param(
            "Ann Lee said on Monday: “The road is closed.” She left.", [(LEE, "The road is closed.")], id="colon"
        ),
        pytest.param('Ann Lee said "The road is closed." She left.', [(LEE, "The road is closed.")], id="no comma"),
        pytest.param(
            "“The road,” said Ann Lee, “is closed.” She left.", [(LEE, "The road,"), (LEE, "is closed.")], id="split"
        ),
        pytest.param(
            "“The road is closed,” said Lee. “Nobody told us.” She left.",
            [(LEE, "The road is closed,"), (LEE, "Nobody told us.")],
            id="goes on in the paragraph",
        ),
        pytest.param(
            "“The road is closed,” said Lee.\n\n“Nobody told us. We saw it in the papers.”\n\nShe left.",
            [(LEE, "The road is closed,"), (LEE, "Nobody told us. We saw it in the papers.")],
            id="goes on in the next paragraph",
        ),
        pytest.param(
            "“The road is closed,” Lee told reporters.\n\n“Nobody told us.\n\n“We saw it,” she said.",
            [(LEE, "The road is closed,"), (LEE, "Nobody told us."), (LEE, "We saw it,")],
            id="over paragraphs",
        ),
        pytest.param(
            "Ann Lee laughed. “The road was never really open to us.” Then she left.",
            [(LEE, "The road was never really open to us.")],
            id="subject of the sentence before",
        ),
        pytest.param("The so-called “tidy town” was quiet when Ann Lee arrived.", [], id="scare quotes"),
        pytest.param("“The Closed Road” by Ann Lee sold well.", [], id="title"),
        pytest.param(
            "“Ann Lee said the road was closed,” Moor said.",
            [(MOOR, "Ann Lee said the road was closed,")],
            id="speech inside a quotation",
        ),
        pytest.param("“The road is closed,” a driver said.", [], id="nobody named"),
    ],
)
def test_direct(claims: Claims, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.speaker, c.text) for c in claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ann Lee said that the road was closed.", [(LEE, "the road was closed")], id="that"),
        pytest.param("Ann Lee said the road was closed.", [(LEE, "the road was closed")], id="no that"),
        pytest.param(
            "Ann Lee said the road was closed and that the bridge would follow.",
            [(LEE, "the road was closed and that the bridge would follow")],
            id="joined pieces are one",
        ),
        pytest.param("The road was closed, Ann Lee said.", [(LEE, "The road was closed")], id="behind"),
        pytest.param(
            "The road, she said, had been closed for years.", [(LEE, "had been closed for years")], id="in the middle"
        ),
        pytest.param(
            "The road was closed, argued the lawyer, Ann Lee.", [(LEE, "The road was closed")], id="inverted behind"
        ),
        pytest.param("According to Ann Lee, the road was closed.", [(LEE, "the road was closed")], id="according"),
        pytest.param(
            "The road was closed, according to Ann Lee.", [(LEE, "The road was closed")], id="according behind"
        ),
        pytest.param(
            "Ann Lee said the road was closed, adding that the bridge would follow.",
            [(LEE, "the road was closed"), (LEE, "the bridge would follow")],
            id="carried over",
        ),
        pytest.param(
            "Moor went to court, arguing that the road was public.", [(MOOR, "the road was public")], id="participle"
        ),
        pytest.param("Lee accused Moor of hiding the maps.", [(LEE, "hiding the maps")], id="accused"),
        pytest.param(
            "Moor, accused by Ann Lee of hiding the maps, left.",
            [(LEE, "hiding the maps")],
            id="accused in the passive",
        ),
        pytest.param("Lee urged the court to hear the case.", [(LEE, "the court to hear the case")], id="request"),
        pytest.param("Lee called on Moor to resign.", [(LEE, "Moor to resign")], id="called on"),
        pytest.param("Moor threatened to sue the paper.", [(MOOR, "to sue the paper")], id="threat"),
        pytest.param("Lee called the ruling a farce.", [(LEE, "the ruling a farce")], id="naming"),
        pytest.param("Lee dismissed the ruling as “a farce”.", [(LEE, "a farce")], id="naming as"),
        pytest.param(
            "Moor was surprised by her claim that the road was closed.", [(LEE, "the road was closed")], id="noun"
        ),
        pytest.param("Her post alleges that the road was closed.", [(LEE, "the road was closed")], id="document"),
        pytest.param(
            "A letter from the union said the road was closed.", [(UNION, "the road was closed")], id="letter from"
        ),
        pytest.param(
            "A spokesman for the Brightwater Union said the road was closed.",
            [(UNION, "the road was closed")],
            id="unnamed spokesman",
        ),
        pytest.param(
            "The union's spokeswoman, Cora Quist, said the road was closed.",
            [("Cora Quist", "the road was closed")],
            id="named spokeswoman",
        ),
        pytest.param("The court ruled that the road was public.", [(COURT, "the road was public")], id="court"),
        pytest.param(
            "The Harbour Times reported that Ann Lee said the road was closed.",
            [(LEE, "the road was closed")],
            id="innermost source",
        ),
        pytest.param("Moor did not say that the road was closed.", [], id="negated"),
        pytest.param("Moor may say that the road was closed.", [], id="modal"),
        pytest.param("If Moor says that the road is closed, she will leave.", [], id="condition"),
        pytest.param("Moor neither confirmed nor denied that the road was closed.", [], id="neither nor"),
        pytest.param("Moor closed the road before the bridge was built.", [], id="narration"),
        pytest.param("A driver said the road was closed.", [], id="nobody named"),
        pytest.param("Moor asked whether the road was closed.", [], id="question"),
        pytest.param("Moor was told that the road was closed.", [], id="hearer"),
    ],
)
def test_indirect(claims: Claims, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.speaker, c.text) for c in claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "Moor lodged a complaint in May. “The road is public,” the complaint, seen by the Harbour Times, reads.",
            MOOR,
            id="whoever lodged the complaint",
        ),
        pytest.param(
            "Ann Lee posted a picture in May. The post said the road was closed.", LEE, id="whoever posted the post"
        ),
        pytest.param("A story in the Harbour Times said the road was closed.", "Harbour Times", id="the paper's story"),
        pytest.param(
            "Ann Lee, head of the roads office, who said the road was closed, has left.", LEE, id="who behind a phrase"
        ),
        pytest.param("Ann Lee and Ben Moor left early. Both said the road was closed.", LEE, id="the first of both"),
        pytest.param(
            "Ben Moor spoke in May. His sister, Ann Lee, has had enough. “The road is closed,” she said.",
            LEE,
            id="whom the sentence before is about",
        ),
        pytest.param("The report prompted Lee to accuse Moor of hiding the maps.", LEE, id="prompted to accuse"),
        pytest.param(
            "The road was closed by the Brightwater Union in May. A spokesman said: “We had to.” She left.",
            UNION,
            id="the body that a spokesman speaks for",
        ),
        pytest.param("The union's lawyer, Ann Lee KC, said the road was closed.", LEE, id="letters behind the name"),
        pytest.param(
            "Ann Lee praised a story in the Harbour Report, which said the road was closed.",
            "Harbour Report",
            id="a paper named Report",
        ),
        pytest.param("According to a Facebook post by Ben Moor, the road was closed.", MOOR, id="no platform's post"),
        pytest.param(
            "The union (BWU) [en] claims the road was closed.", UNION, id="brackets between the name and the verb"
        ),
        pytest.param(
            "Moor published a letter, purportedly from Ann Lee, urging people to close the road.", LEE, id="letter from"
        ),
        pytest.param(
            "Both the Brightwater Union and Harbour Times deny the road was closed.", UNION, id="first of two"
        ),
        pytest.param("The Harbour Times cited Ann Lee as saying the road was closed.", LEE, id="cited as saying"),
        pytest.param(
            "His lawyer, Cora Quist, told the court the road was closed.", "Cora Quist", id="his lawyer, named"
        ),
    ],
)
def test_speakers(claims: Claims, text: str, speaker: str) -> None:
    assert [c.speaker for c in claims(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Moor denied that he had lied.", ["he had lied"], id="that"),
        pytest.param("Moor denied having lied to the court.", ["having lied to the court"], id="gerund"),
        pytest.param("Moor denied any knowledge of the letter.", ["any knowledge of the letter"], id="noun phrase"),
        pytest.param("Moor rejected the claim that he had lied.", ["he had lied"], id="claim that"),
        pytest.param("Moor disputed the finding that he had lied.", ["he had lied"], id="finding that"),
        pytest.param("Moor scoffed at reports that he had lied.", ["he had lied"], id="reports"),
        pytest.param("Moor insisted it was untrue that he had lied.", ["he had lied"], id="untrue"),
        pytest.param("The mayor heard his denial that he had lied.", ["he had lied"], id="denial"),
        pytest.param("Moor denied the allegations.", [], id="bare"),
    ],
)
def test_denials(claims: Claims, text: str, expected: list[str]) -> None:
    found = claims(text)
    assert [c.text for c in found] == expected
    assert all(c.stance == "denies" and c.speaker == MOOR for c in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Moor denied the union had closed the road and again rejected the claim the court had paid.",
            [(MOOR, "the union had closed the road", "denies"), (MOOR, "the court had paid", "denies")],
            id="joined to what was denied",
        ),
        pytest.param(
            "Moor said in May that it would appeal, and denied that the road was closed.",
            [(MOOR, "it would appeal", "asserts"), (MOOR, "the road was closed", "denies")],
            id="joined behind a comma",
        ),
        pytest.param(
            "Moor denied that the union kept any maps, saying it had burnt them.",
            [(MOOR, "the union kept any maps", "denies"), (MOOR, "it had burnt them", "asserts")],
            id="participle behind what was denied",
        ),
        pytest.param(
            "Moor denies taking the maps from her, arguing that the road was public.",
            [(MOOR, "taking the maps from her", "denies"), (MOOR, "the road was public", "asserts")],
            id="the that of the participle",
        ),
        pytest.param(
            "Moor rejected Lee's claim that the road was closed.",
            [(MOOR, "the road was closed", "denies")],
            id="whose claim was rejected",
        ),
    ],
)
def test_further_verbs_are_the_same_speakers(claims: Claims, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(c.speaker, c.text, c.stance) for c in claims(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Moor was sued for publishing instructions, allegedly from a union official, asking people to close it.",
            id="a paper by nobody named",
        ),
        pytest.param("A source close to Moor says the road was closed.", id="somebody close to him"),
        pytest.param(
            "“The road is closed,” said Ann Lee, author of “The Closed Road of the North.” Moor left.",
            id="title of a book",
        ),
    ],
)
def test_not_the_claim_of_whoever_is_named(claims: Claims, text: str) -> None:
    assert not [c for c in claims(text) if c.text != "The road is closed,"]


def test_a_denial_joined_to_a_statement_is_a_claim_of_its_own(claims: Claims) -> None:
    found = claims("Moor said he had not heard of the case and denied that he had lied.")
    assert [(c.text, c.stance) for c in found] == [
        ("he had not heard of the case", "asserts"),
        ("he had lied", "denies"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Lee said Moor had lied to Facebook.", (MOOR, "Facebook"), id="named"),
        pytest.param("Lee said she had left Norland.", (), id="neither the speaker nor places"),
        pytest.param("“I never met Moor,” said Lee.", (MOOR,), id="I"),
        pytest.param("Lee accused Moor of lying.", (MOOR,), id="the accused"),
    ],
)
def test_about(claims: Claims, text: str, expected: tuple[str, ...]) -> None:
    (claim,) = claims(text)
    assert claim.about == expected


def test_pronouns_go_on_speaking_for_the_last_speaker(claims: Claims) -> None:
    text = "Ben Moor said the maps were lost.\n\n“It is a pity, and Ann Lee's bridge is gone too,” he said."
    assert [c.speaker for c in claims(text)] == [MOOR, MOOR]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "It was May.\n\nAnn Lee wrote on her blog:\n\nNobody told us. The bridge is next.\n\nShe left.",
            [(LEE, "Nobody told us. The bridge is next.")],
            id="after a colon",
        ),
        pytest.param(
            "It was May.\n\nAnn Lee gave these reasons:\n\n1. The road was old.\n\n2. The bridge was new.",
            [(LEE, "The road was old."), (LEE, "The bridge was new.")],
            id="list",
        ),
        pytest.param(
            "The road was closed in May.\n\n((Ann Lee)) The bridge is next, I said that Moor lied.\n\n((Moor)) Is it?",
            [(LEE, "The bridge is next, I said that Moor lied.")],
            id="interview",
        ),
    ],
)
def test_set_off(claims: Claims, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.speaker, c.text) for c in claims(text)] == expected


def test_evidence_has_the_very_words(claims: Claims) -> None:
    text = "Yesterday Ann Lee denied that the road was closed."
    (claim,) = claims(text)
    (evidence,) = claim.made.evidence
    words = [text[s.start : s.end] for s in (evidence.subject, evidence.trigger, evidence.object) if s is not None]
    assert words == ["Ann Lee", "denied", "the road was closed"]
    assert text[evidence.start : evidence.end] == "Ann Lee denied that the road was closed"
    assert (claim.cue, claim.stance) == ("deny", "denies")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ann Lee closed the road, citing the heavy rain.", ["the heavy rain"], id="grounds"),
        pytest.param("Ann Lee cited a book.", [], id="a book is cited"),
        pytest.param(
            "The union said it was “sorry” and would open the road.",
            ["it was “sorry” and would open the road"],
            id="what will be done is said too",
        ),
    ],
)
def test_how_far_what_was_said_goes(claims: Claims, text: str, expected: list[str]) -> None:
    assert [c.text for c in claims(text)] == expected


def test_names_are_surer_than_pronouns(claims: Claims) -> None:
    by_name, by_description, by_pronoun = (
        claims(f"{words} said that the road was closed.")[0].made.confidence for words in ("Moor", "The clerk", "He")
    )
    assert by_name > by_description > by_pronoun
