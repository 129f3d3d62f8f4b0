"""Names, what else stands for them, and positions, on sentences of our own."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extraction.pipeline import DEFAULT_MODEL, load_pipeline
from extraction.reading import Reading, Thing, reading_of
from schema import Predicate

pytestmark = pytest.mark.model
MINE = ("casegraph_cases", "casegraph_claims")


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = load_pipeline(DEFAULT_MODEL)
    for name in MINE:
        nlp.disable_pipe(name)
    return nlp


def party(reading: Reading, name: str) -> Thing:
    return next(t for t in reading.parties if name in (t.name, *t.aliases))


def standing_for(doc: Doc, words: str, nth: int = 0) -> str | None:
    """The name of the party that the words' first token stands for."""
    first = words.split()[0]
    tokens = [t for t in doc if t.text == first and doc.text[t.idx :].startswith(words)]
    thing = reading_of(doc).party_at.get(tokens[nth].i)
    return thing.name if thing else None


NAMES = [
    ("title", "On Monday Prime Minister Arun Vela sued the weekly.", {("Arun Vela", "Person")}),
    ("age", "The lawyer Ana Roy, 37, was arrested on Monday.", {("Ana Roy", "Person")}),
    ("asian-order", "The activist Bae Jong-tak was fined on Monday.", {("Bae Jong-tak", "Person")}),
    ("day-inside", "The spokeswoman Pham Thu Lan was heard on Thu 3 May.", {("Pham Thu Lan", "Person")}),
    ("particle", "The judge heard Maria do Carmo Lopes, a nurse.", {("Maria do Carmo Lopes", "Person")}),
    ("nickname", "He sued the singer Dolores “Dee” Cole, 40.", {("Dolores “Dee” Cole", "Person")}),
    ("nationality", "The Greek and Turkish press wrote about it.", set()),
    ("nation-police", "Greek police said two men were held.", {("Greek police", "Organization")}),
    ("municipal-court", "He was tried by the Dover Municipal Court.", {("Dover Municipal Court", "Court")}),
    ("court-of", "It went to the European Court of Human Rights.", {("European Court of Human Rights", "Court")}),
    ("ordinal-court", "The 11th Circuit upheld the ruling.", {("11th Circuit", "Court")}),
    ("lower-court", "The Grenoble criminal court fined him.", {("Grenoble criminal court", "Court")}),
    (
        "genitive-country",
        "It was Cambodia's Supreme Court that ruled.",
        {("Cambodia", "Place"), ("Supreme Court", "Court")},
    ),
    ("genitive-party", "The Valley People's Party has won.", {("Valley People's Party", "Organization")}),
    (
        "ministry-of-two",
        "He works at the Ministry of Inland Fisheries and Forestry.",
        {("Ministry of Inland Fisheries and Forestry", "Organization")},
    ),
    ("portfolio-first", "The Justice Ministry denied it.", {("Justice Ministry", "Organization")}),
    ("platforms", "She wrote it on Facebook and on TikTok.", {("Facebook", "Platform"), ("TikTok", "Platform")}),
    ("place", "They were held in Uganda and in Osaka.", {("Uganda", "Place"), ("Osaka", "Place")}),
    ("us-before-noun", "The case of a US senator was closed.", {("US", "Place")}),
    ("no-law", "He broke the Computer Crimes Act.", set()),
    ("no-day", "On Tuesday it was closed.", set()),
    ("byline", "Mayor sues\n\nBy Ana Cole\n\nThe mayor sued.", {("Ana Cole", "Person")}),
    ("boilerplate", "The mayor sued.\n\nREAD MORE: Omar Haddad cleared in Paris", set()),
    (
        "body-and-person",
        "House of Commons Speaker Omar Haddad rose.",
        {("House of Commons", "Organization"), ("Omar Haddad", "Person")},
    ),
    ("possessive", "The page is Ana Roy’s.", {("Ana Roy", "Person")}),
]


@pytest.mark.parametrize(("text", "names"), [r[1:] for r in NAMES], ids=[r[0] for r in NAMES])
def test_names(nlp: Language, text: str, names: set[tuple[str, str]]) -> None:
    assert {(t.name, str(t.type)) for t in reading_of(nlp(text)).parties} == names


ALIASES = [
    ("surname", "Omar Haddad sued. Haddad lost. The judge fined Haddad.", "Omar Haddad", {"Haddad"}),
    ("acronym", "The Valley Democratic Party (VDP) lost. The VDP said so.", "Valley Democratic Party", {"VDP"}),
    ("accents", "José Vélez sued. Jose Velez won the case.", "José Vélez", {"Jose Velez"}),
    ("united-states", "The United States sued. A U.S. court ruled.", "United States", {"U.S."}),
    (
        "court-of-its-city",
        "The Dover Municipal Court fined him. The Dover court was full.",
        "Dover Municipal Court",
        {"Dover court"},
    ),
    ("company", "Harbour Metals Ltd sued. Harbour Metals won.", "Harbour Metals Ltd", {"Harbour Metals"}),
]


@pytest.mark.parametrize(("text", "name", "aliases"), [r[1:] for r in ALIASES], ids=[r[0] for r in ALIASES])
def test_aliases(nlp: Language, text: str, name: str, aliases: set[str]) -> None:
    assert set(party(reading_of(nlp(text)), name).aliases) == aliases


def test_two_people_with_one_surname_stay_apart(nlp: Language) -> None:
    doc = nlp("Ana Roy sued Omar Haddad on Monday. Leila Haddad, his sister, was a witness. Omar Haddad won.")
    assert party(reading_of(doc), "Omar Haddad") is not party(reading_of(doc), "Leila Haddad")


STANDS = [
    ("premier", "Prime Minister Arun Vela spoke. Later the premier left.", "the premier", "Arun Vela"),
    ("company", "Harbour Metals Ltd was fined. In May the company appealed.", "the company", "Harbour Metals Ltd"),
    (
        "court",
        "He was tried by the Dover Municipal Court. In May the court fined him.",
        "the court",
        "Dover Municipal Court",
    ),
    ("platform", "She wrote it on Facebook. In May the platform deleted it.", "the platform", "Facebook"),
    ("he", "The lawyer Omar Haddad was fined. In May he appealed.", "he appealed", "Omar Haddad"),
    ("she-by-title", "Omar Haddad met Ms Ana Roy. Then she left.", "she left", "Ana Roy"),
    ("reporter", "Omar Haddad was away, and the spokesman Paul Cole said he knew nothing.", "he knew", "Paul Cole"),
    ("object", "Omar Haddad was there. Judge Paul Cole fined him.", "him", "Omar Haddad"),
    ("quoted-he", "Omar Haddad lost. “What he did was wrong,” said Paul Cole.", "he did", "Omar Haddad"),
    ("its", "Harbour Metals Ltd was fined. It said its lawyers would appeal.", "its lawyers", "Harbour Metals Ltd"),
    ("expletive", "Harbour Metals Ltd was fined. It is clear that nobody knew.", "It is", None),
    (
        "unnamed-minister",
        "The judge heard the lawyer Omar Haddad. The minister was away. Later he denied it.",
        "he denied",
        None,
    ),
    (
        "owned-role",
        "His lawyer, Omar Haddad, was late. Ana Roy and her client left. His lawyer said so.",
        "lawyer said",
        "Omar Haddad",
    ),
    ("police", "Dover police raided the shop on Monday. On Tuesday police said so.", "police said", "Dover police"),
    ("retailer", "Vela Stores, a retailer, and Harbour Bank lost. The bank said so.", "The bank", "Harbour Bank"),
    ("synonym", "Vela Stores and Harbour Bank lost. In May the lender appealed.", "the lender", "Harbour Bank"),
    ("said-to-be", "The Ledger is a newspaper. Omar Haddad said the paper knew.", "the paper", "Ledger"),
    ("head-noun", "Omar Haddad left the DRQ union. A man from the union said so.", "the union said", "DRQ"),
    ("rank", "The Dover Criminal Court fined him. In May the appeals court rose.", "the appeals", None),
    ("state", "Secretary of State Omar Haddad left. Later the state paid.", "the state", None),
    ("my-chair", "The chair, Omar Haddad, left. “She took my chair on Monday,” said Ana Roy.", "chair on", None),
    ("surname", "Elias Haddad, a senator, came with Robert Haddad. Haddad spoke.", "Haddad spoke", "Elias Haddad"),
    ("surname-and-title", "Omar Haddad met Leila Haddad. Ms Haddad left.", "Haddad left", "Leila Haddad"),
    (
        "surname-of-the-paragraph",
        "Omar Haddad was away.\n\nLeila Haddad stayed. On Monday Haddad spoke.",
        "Haddad spoke",
        "Leila Haddad",
    ),
    (
        "stranger",
        "Harbour Hospital was named in May. A hospital in the north was sued. On Monday the hospital denied it.",
        "the hospital",
        None,
    ),
    ("restricted", "Harbour Metals Ltd lost. It was the company behind it that won.", "the company", None),
    ("predicate", "Harbour Metals Ltd spoke of it. Vela Inc was the company.", "the company", None),
    (
        "no-court",
        "Omar Haddad told the court Harbour Metals Ltd had gone. Later the court rose.",
        "the court rose",
        None,
    ),
    (
        "vice-president",
        "President Ana Roy met Vice President Omar Haddad. Later the president left.",
        "the president",
        "Ana Roy",
    ),
    (
        "former-president",
        "President Ana Roy met former president Omar Haddad. Then the former president left.",
        "the former",
        "Omar Haddad",
    ),
    (
        "suspect",
        "Omar Haddad was arrested by Paul Cole. He said the suspect ran.",
        "the suspect",
        "Omar Haddad",
    ),
    ("plaintiff", "Ana Roy sued Omar Haddad. The judge heard the plaintiff on Monday.", "the plaintiff", "Ana Roy"),
    ("client", "Ana Roy’s lawyer, Omar Haddad, was late. He said his client would come.", "client", "Ana Roy"),
    ("my-client", "“My client knew nothing,” said Omar Haddad, who represents Ana Roy.", "client", "Ana Roy"),
    ("wife", "Omar Haddad met his wife, Ana Roy. Later he called his wife on Monday.", "wife on", "Ana Roy"),
    ("age", "Omar Haddad, 47, met Paul Cole, 52. Later the 52-year-old left.", "old left", "Paul Cole"),
    ("age-of-another", "Omar Haddad, 47, left. The 52-year-old singer stayed.", "old singer", None),
    ("country", "Harbour Metals Ltd left. Uganda denied it. It closed the road.", "It closed", None),
    ("thing", "Harbour Metals Ltd left. The storm was strong. It closed the road.", "It closed", None),
    ("thing-speaks-not", "Harbour Metals Ltd left when the storm came. It said so.", "It said", "Harbour Metals Ltd"),
    ("itself", "Harbour Metals Ltd saw the filing itself.", "itself", None),
    ("same-he", "Omar Haddad lost. Through his lawyer, Paul Cole, he denied it.", "he denied", "Omar Haddad"),
    ("forward", "Paul Cole was away. When he came back, Omar Haddad sued.", "he came", "Omar Haddad"),
    ("by-apposition", "Nao Vela, a waitress, met Omar Haddad. She left.", "She left", "Nao Vela"),
    (
        "undergone",
        "The Valley Party quashed the Harbour Party by arresting its leader and having the party dissolved.",
        "the party dissolved",
        "Harbour Party",
    ),
    ("other", "Harbour Metals Ltd was fined. Another company appealed.", "company appealed", None),
]


@pytest.mark.parametrize(("text", "words", "name"), [r[1:] for r in STANDS], ids=[r[0] for r in STANDS])
def test_what_words_stand_for(nlp: Language, text: str, words: str, name: str | None) -> None:
    assert standing_for(nlp(text), words) == name


POSITIONS = [
    ("before", "Valley Party spokesman Omar Haddad denied it.", {("Omar Haddad", "spokesman", "Valley Party")}),
    (
        "apposition",
        "Omar Haddad, spokesman of the Valley Party, denied it.",
        {("Omar Haddad", "spokesman", "Valley Party")},
    ),
    (
        "genitive",
        "The Valley Party's spokesman, Omar Haddad, denied it.",
        {("Omar Haddad", "spokesman", "Valley Party")},
    ),
    ("copula", "Omar Haddad is president of the Valley Party.", {("Omar Haddad", "president", "Valley Party")}),
    ("member", "Omar Haddad, a member of the Valley Party, denied it.", {("Omar Haddad", "member", "Valley Party")}),
    ("of", "Omar Haddad of Harbour Legal LLP denied it.", {("Omar Haddad", "member", "Harbour Legal LLP")}),
    ("judge", "Judge Ana Roy of the Dover High Court fined him.", {("Ana Roy", "Judge", "Dover High Court")}),
    ("former", "Former Valley Party president Omar Haddad left.", {("Omar Haddad", "president", "Valley Party")}),
    (
        "topic",
        "Ana Roy, a professor of criminal law at Dover University, spoke.",
        {("Ana Roy", "professor of criminal law", "Dover University")},
    ),
    ("chairs", "Omar Haddad, who chairs the Valley Party, denied it.", {("Omar Haddad", "chair", "Valley Party")}),
    (
        "time",
        "Omar Haddad, until this spring director of the Valley Party, denied it.",
        {("Omar Haddad", "director", "Valley Party")},
    ),
    (
        "coordinated",
        "She sued the Dover Ledger and its editor, Omar Haddad.",
        {("Omar Haddad", "editor", "Dover Ledger")},
    ),
    (
        "ambiguous-its",
        "On Monday a film about Harbour Metals Ltd and the Dover Ledger said that its editor, Omar Haddad, knew.",
        set(),
    ),
    ("implied", "The Dover Ledger lost. Editor Omar Haddad denied it.", {("Omar Haddad", "Editor", "Dover Ledger")}),
    ("client", "The Valley Party's lawyer, Omar Haddad, denied it.", set()),
]


@pytest.mark.parametrize(("text", "positions"), [r[1:] for r in POSITIONS], ids=[r[0] for r in POSITIONS])
def test_positions(nlp: Language, text: str, positions: set[tuple[str, str, str]]) -> None:
    links = [k for k in reading_of(nlp(text)).links if k.predicate is Predicate.HOLDS_POSITION]
    assert {(k.subject.name, k.properties["title"], k.object.name) for k in links} == positions


TITLES = [
    ("premier", "Prime Minister Arun Vela spoke.", "Arun Vela", ["Prime Minister"]),
    ("mayor", "Omar Haddad, mayor of London, spoke.", "Omar Haddad", ["mayor of London"]),
]


@pytest.mark.parametrize(("text", "name", "titles"), [r[1:] for r in TITLES], ids=[r[0] for r in TITLES])
def test_an_office_of_a_country_or_city_is_a_title(nlp: Language, text: str, name: str, titles: list[str]) -> None:
    assert party(reading_of(nlp(text)), name).properties["titles"] == titles


ODD = ["", "\n\n", "“", "”””", "@", "- - -", "A", "Judge", "of the Court", "(X)", "‘'’\n\n“The", "X. X. X."]


@pytest.mark.parametrize("text", ODD)
def test_odd_input_is_read(nlp: Language, text: str) -> None:
    assert reading_of(nlp(text)) is not None
