"""Who holds which position where, construction by construction, on sentences of our own."""

import pytest
from spacy.language import Language

from extraction.pipeline import DEFAULT_MODEL, load_pipeline
from extraction.reading import reading_of
from schema import NodeType, Predicate

pytestmark = pytest.mark.model
NOT_NEEDED = ("casegraph_cases", "casegraph_claims", "casegraph_confidence")


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = load_pipeline(DEFAULT_MODEL)
    for name in NOT_NEEDED:
        nlp.disable_pipe(name)
    return nlp


def positions(nlp: Language, text: str) -> set[tuple[str, str, str]]:
    """(person, title, body) of each position in an organization or court."""
    links = [k for k in reading_of(nlp(text)).links if k.predicate is Predicate.HOLDS_POSITION]
    return {
        (k.subject.name, str(k.properties["title"]), k.object.name)
        for k in links
        if k.object.type is not NodeType.PLACE
    }


OMAR, ANA = "Omar Haddad", "Ana Roy"
LEDGER, METALS, PARTY = "Dover Ledger", "Harbour Metals Ltd", "Valley Party"

BEFORE = [
    ("party-leader", "Valley Party leader Omar Haddad denied it.", {(OMAR, "leader", PARTY)}),
    (
        "participle",
        "Dover Ledger accredited reporter Omar Haddad asked her.",
        {(OMAR, "accredited reporter", LEDGER)},
    ),
    (
        "topic-in-front",
        "Harbour Metals Ltd's head of research, Omar Haddad, denied it.",
        {(OMAR, "head of research", METALS)},
    ),
    (
        "area",
        "“It is a lie,” said Omar Haddad, the Dover Ledger's East Asia editor.",
        {(OMAR, "editor", LEDGER)},
    ),
    (
        "of-and-rank",
        "The expert of the Dover Police Department, Inspector Omar Haddad, said so.",
        {(OMAR, "expert", "Dover Police Department")},
    ),
    (
        "of-without-comma",
        "The director of the Dover Ledger Omar Haddad denied it.",
        {(OMAR, "director", LEDGER)},
    ),
    (
        "two-titles",
        "The Dover Ledger reporter and former Harbour Metals Ltd spokesman Omar Haddad denied it.",
        {(OMAR, "reporter", LEDGER), (OMAR, "spokesman", METALS)},
    ),
    (
        "founder-and-chief",
        "Harbour Metals Ltd founder and chief executive Ana Roy denied it.",
        {(ANA, "founder", METALS), (ANA, "chief executive", METALS)},
    ),
    (
        "founder-and-president-of-it",
        "Harbour Metals Ltd lost. The company's founder and president, Ana Roy, denied it.",
        {(ANA, "founder", METALS), (ANA, "president", METALS)},
    ),
    (
        "leader-and-minister",
        "Valley Party leader and Prime Minister Omar Haddad denied it.",
        {(OMAR, "leader", PARTY)},
    ),
    ("verb-in-front", "The Valley Party impeached President Omar Haddad.", set()),
    (
        "anothers",
        "Founded by Ana Roy, former head of the Dover Ledger, Omar Haddad, and others, it grew.",
        {(ANA, "head", LEDGER)},
    ),
    ("portfolio", "Health Minister Omar Haddad denied it.", set()),
    ("secretary-of-justice", "The Dover High Court sat. Secretary of Justice Omar Haddad denied it.", set()),
    ("possessed", "The Dover Ledger's Ana Roy asked him.", {(ANA, "member", LEDGER)}),
    (
        "short",
        "The Dover Oversight Committee met. The committee chairman Omar Haddad spoke.",
        {(OMAR, "committee chairman", "Dover Oversight Committee")},
    ),
    (
        "court-of-place",
        "The Osaka Municipal Court fined him. Osaka court president Omar Haddad denied it.",
        {(OMAR, "court president", "Osaka Municipal Court")},
    ),
    (
        "shared",
        "The guards of Harbour Metals Ltd, Omar Haddad and Ana Roy, denied it.",
        {(OMAR, "guard", METALS), (ANA, "guard", METALS)},
    ),
]

BEHIND = [
    (
        "hyphen",
        "Omar Haddad, under-secretary of state in the Ministry of Mines, denied it.",
        {(OMAR, "under-secretary of state", "Ministry of Mines")},
    ),
    (
        "described",
        "Chairman Omar Haddad spoke to the Dover Ledger. On Monday the Ledger's chairman denied it.",
        {(OMAR, "chairman", LEDGER)},
    ),
    (
        "noun-behind-the-name",
        "The chairman of the centrist Kadima party, Omar Haddad, denied it to the Kadima Party.",
        {(OMAR, "chairman", "Kadima Party")},
    ),
    (
        "two-of-one-body",
        "Omar Haddad, chairman and chief executive of Harbour Metals Ltd, denied it.",
        {(OMAR, "chairman", METALS), (OMAR, "chief executive", METALS)},
    ),
    (
        "two-of-two",
        "Omar Haddad, a lawyer and former editor of the Dover Ledger, denied it.",
        {(OMAR, "editor", LEDGER)},
    ),
    (
        "age",
        "Omar Haddad (54), director of Harbour Metals Ltd, denied it.",
        {(OMAR, "director", METALS)},
    ),
    (
        "palace",
        "A painting vanished from the Vale Gallery. Omar Haddad, chief executive of the gallery, denied it.",
        {(OMAR, "chief executive", "Vale Gallery")},
    ),
    (
        "body",
        "The money went to the National Fisheries Commission, said Omar Haddad, a spokesman for the body.",
        {(OMAR, "spokesman", "National Fisheries Commission")},
    ),
    (
        "chief-of-staff",
        "Omar Haddad, formerly the Dover Port Authority's chief of staff, denied it.",
        {(OMAR, "chief of staff", "Dover Port Authority")},
    ),
    (
        "based",
        "Omar Haddad, founder of the London-based firm Harbour Metals Ltd, denied it.",
        {(OMAR, "founder", METALS)},
    ),
    (
        "several",
        "Bail was posted by Omar Haddad and Ana Roy, two members of the Valley Party.",
        {(OMAR, "member", PARTY), (ANA, "member", PARTY)},
    ),
    (
        "government-of-government",
        "Ana Roy, spokeswoman for the Vela government's Department of Mines, denied it.",
        {(ANA, "spokeswoman", "Department of Mines")},
    ),
    (
        "alias-in-brackets",
        "Omar Haddad, the nation's top judge and a leading Valley Party (VP) member, denied it.",
        {(OMAR, "member", PARTY)},
    ),
    (
        "supplier",
        "Omar Haddad, a director of the supplier, Harbour Metals Ltd, denied it.",
        {(OMAR, "director", METALS)},
    ),
    (
        "body-before-place",
        "Omar Haddad, the Valley Party candidate for governor of Colorado, denied it.",
        {(OMAR, "candidate for governor", PARTY)},
    ),
    ("critic", "Omar Haddad, a critic of the Valley Party, denied it.", set()),
    ("minister-for", "Omar Haddad, the minister for Trade, denied it.", set()),
    ("client", "Omar Haddad, a lawyer for Harbour Metals Ltd, denied it.", set()),
]

PREDICATES = [
    (
        "pronoun",
        "Omar Haddad won the prize. He is a professor at Dover University.",
        {(OMAR, "professor", "Dover University")},
    ),
    (
        "two-attributes",
        "Omar Haddad was chairman and CEO of Harbour Metals Ltd until 2010.",
        {(OMAR, "chairman", METALS), (OMAR, "CEO", METALS)},
    ),
    (
        "resigned-as",
        "On Monday Omar Haddad resigned as director of Harbour Metals Ltd to write.",
        {(OMAR, "director", METALS)},
    ),
    (
        "known-as",
        "Omar Haddad was widely known as the drummer of the Harbour Street Band.",
        {(OMAR, "drummer", "Harbour Street Band")},
    ),
    (
        "appointed",
        "The board appointed Omar Haddad as director of Harbour Metals Ltd on Monday.",
        {(OMAR, "director", METALS)},
    ),
    (
        "teaches-as",
        "Ana Roy teaches as a lecturer at Dover University.",
        {(ANA, "lecturer", "Dover University")},
    ),
    (
        "also-as",
        "Omar Haddad served as minister of trade and as president of the Dover Ledger.",
        {(OMAR, "president", LEDGER)},
    ),
    ("not", "Omar Haddad is not a member of the Valley Party.", set()),
    ("wants", "Omar Haddad wants to become president of the Valley Party.", set()),
]

VERBS = [
    ("founded-by", "Harbour Metals Ltd, founded by Omar Haddad, denied it.", {(OMAR, "founder", METALS)}),
    (
        "founded-by-two",
        "Harbour Metals Ltd was founded by Omar Haddad and Ana Roy.",
        {(OMAR, "founder", METALS), (ANA, "founder", METALS)},
    ),
    ("co-founded", "Omar Haddad co-founded the Valley Party in 1963.", {(OMAR, "co-founder", PARTY)}),
    (
        "party-who",
        "Ana Roy, a deputy for the Valley Party who chairs the Oversight Committee, accused him.",
        {(ANA, "deputy", PARTY), (ANA, "chair", "Oversight Committee")},
    ),
    ("would", "Omar Haddad would head the Valley Party.", set()),
]

STANDING_FOR = [
    ("senate", "Senate minority leader Ana Roy denied it.", {(ANA, "minority leader", "Senate")}),
    (
        "white-house",
        "The Dover Ledger reporter and former White House Press Secretary Omar Haddad denied it.",
        {(OMAR, "reporter", LEDGER), (OMAR, "Press Secretary", "White House")},
    ),
    (
        "the-house",
        "The United States House of Representatives voted. House Majority Leader Ana Roy denied it.",
        {(ANA, "Majority Leader", "United States House of Representatives")},
    ),
    (
        "chamber",
        "The United States House of Representatives voted. Rep. Ana Roy had said no.",
        {(ANA, "Rep.", "United States House of Representatives")},
    ),
    ("state-chamber", "The United States House of Representatives voted. State Rep. Ana Roy said no.", set()),
    (
        "adjective",
        "Two Democratic senators, Ana Roy and Omar Haddad, left the Democratic Party.",
        {(ANA, "member", "Democratic Party"), (OMAR, "member", "Democratic Party")},
    ),
    (
        "noun",
        "The Democratic Party lost. Governor Ana Roy, a Democrat, denied it.",
        {(ANA, "Democrat", "Democratic Party")},
    ),
    (
        "first-word",
        "Harbour Metals Ltd lost. Ana Roy, the former Harbour engineer, denied it.",
        {(ANA, "Harbour engineer", METALS)},
    ),
    (
        "works-at",
        "The astronomer Ana Roy told him so. Roy, who works at Dover University, laughed.",
        {(ANA, "astronomer", "Dover University")},
    ),
    ("joined", "Omar Haddad joined the Valley Party in 1990.", {(OMAR, "member", PARTY)}),
    ("left-a-firm", "Omar Haddad left Harbour Metals Ltd in 1990.", set()),
    ("for-a-party", "It is a ward which Omar Haddad represents for the Valley Party.", {(OMAR, "member", PARTY)}),
]

IMPLIED = [
    ("some-judge", "The Dover High Court sat. They called a Malawian judge, Ana Roy.", set()),
    ("complement-unread", "The Dover Ledger lost. Omar Haddad, founder of something else, denied it.", set()),
    (
        "nearest-court",
        "The Dover High Court ruled on Monday. An appeal went to the Valley Appeal Court. Judge Ana Roy refused it.",
        {(ANA, "Judge", "Valley Appeal Court")},
    ),
    (
        "said-elsewhere",
        "The Valley Appeal Court sat. Judge Ana Roy refused it. Judge Ana Roy of the Dover High Court had not.",
        {(ANA, "Judge", "Dover High Court")},
    ),
    (
        "no-court-far-off",
        "The Dover High Court and the Valley Appeal Court met. " + "Snow fell. " * 6 + "Judge Ana Roy came.",
        set(),
    ),
    (
        "its",
        "The Dover Ledger lost. On Monday it dismissed its editor, Omar Haddad.",
        {(OMAR, "editor", LEDGER)},
    ),
    (
        "ministry-and-its-minister",
        "The Forestry Ministry denied it. Its minister, Omar Haddad, laughed.",
        {(OMAR, "minister", "Forestry Ministry")},
    ),
    ("party-and-its-minister", "The Valley Party stood by its minister, Omar Haddad.", set()),
    (
        "court-of-the-ruling",
        "The Valley Appeal Court met on Monday, reversing a ruling by the Dover High Court. Judge Ana Roy dissented.",
        {(ANA, "Judge", "Valley Appeal Court")},
    ),
    (
        "justice",
        "The Supreme Court ruled on Monday. The Dover District Court had disagreed. Justice Ana Roy wrote the opinion.",
        {(ANA, "Justice", "Supreme Court")},
    ),
    (
        "unnamed-body-between",
        "The Dover Ledger said so. The ministry rejected the report, spokeswoman Ana Roy said.",
        set(),
    ),
    (
        "no-editor-of-a-court",
        "The Dover High Court fined a newspaper and its editor-in-chief, Omar Haddad.",
        set(),
    ),
    ("closing-quotation", "The Dover Ledger lost. “So, I suspect, has Omar Haddad,” the editor said.", set()),
    ("someone-elses", "The Dover Ledger lost. Her editor, Omar Haddad, denied it.", set()),
    ("two-bodies", "The Dover Ledger sued the Harbour Gazette. Chief executive Omar Haddad denied it.", set()),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [row[1:] for row in (*BEFORE, *BEHIND, *PREDICATES, *VERBS, *STANDING_FOR, *IMPLIED)],
    ids=[row[0] for row in (*BEFORE, *BEHIND, *PREDICATES, *VERBS, *STANDING_FOR, *IMPLIED)],
)
def test_a_construction(nlp: Language, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert positions(nlp, text) == expected
