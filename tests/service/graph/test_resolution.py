"""Which mentions are the same thing: one row, one question. Pure; no graph."""

import pytest

from schema import NodeType, Predicate
from service.graph.evidence import of_document
from service.graph.resolution import Alias, Name, Names, aliases_of, context_place, is_bare, is_generic, resolve_parties
from tests.stories import Story


@pytest.mark.parametrize(
    ("type_", "name", "generic"),
    [
        (NodeType.COURT, "Supreme Court", True),
        (NodeType.COURT, "the Court of Appeal", True),
        (NodeType.ORGANIZATION, "Ministry of Interior", True),
        (NodeType.ORGANIZATION, "police", True),
        (NodeType.ORGANIZATION, "People's Party", True),
        (NodeType.COURT, "Supreme Court of Cambodia", False),
        (NodeType.COURT, "Phnom Penh Municipal Court", False),
        (NodeType.ORGANIZATION, "Cambodian People's Party", False),
        (NodeType.PERSON, "Justice High", False),
        (NodeType.PLATFORM, "People", False),
    ],
)
def test_a_generic_name_has_no_proper_part(type_: NodeType, name: str, generic: bool) -> None:
    story = Story("one")
    story.node(type_, name)
    (mention,) = of_document(story.document()).mentions.values()
    assert is_generic(Name(mention.type, mention.key)) is generic


@pytest.mark.parametrize(
    ("key", "bare"),
    [("rainsy", True), ("j smith", True), ("sam rainsy", False), ("@rainsy", False), ("kim jong un", False)],
)
def test_a_bare_name_is_one_word_and_initials(key: str, bare: bool) -> None:
    assert is_bare(Name(NodeType.PERSON, key)) is bare


CPP = Alias(NodeType.ORGANIZATION, "cpp", "cambodian people s party")
OTHER_CPP = Alias(NodeType.ORGANIZATION, "cpp", "communist party of the philippines")
LONGER = Alias(NodeType.ORGANIZATION, "cambodian people s party", "ruling cambodian people s party of phnom penh")


@pytest.mark.parametrize(
    ("aliases", "root"),
    [
        ([], "cpp"),
        ([CPP], "cambodian people s party"),
        ([CPP, OTHER_CPP], "cpp"),
        ([CPP, LONGER], "ruling cambodian people s party of phnom penh"),
        ([Alias(NodeType.PLATFORM, "cpp", "c plus plus")], "cpp"),
    ],
    ids=["no alias", "one bearer", "two bearers", "a chain", "of another type"],
)
def test_an_alias_leads_to_its_only_bearer(aliases: list[Alias], root: str) -> None:
    assert Names(aliases).root(Name(NodeType.ORGANIZATION, "cpp")).key == root


def test_an_article_teaches_aliases_of_full_names_only() -> None:
    story = Story("one")
    story.person("Sam Rainsy", ["Rainsy", "Sam Rainsy", "Samuel Rainsy of Paris"])
    story.person("Rainsy", ["R"])
    story.court("Supreme Court of Cambodia", ["Supreme Court"])
    assert {alias[1:] for alias in aliases_of(of_document(story.document()))} == {("rainsy", "sam rainsy")}


@pytest.mark.parametrize(
    ("places", "context"),
    [
        ([], None),
        (["Phnom Penh", "Kandal"], "phnom penh"),
        (["Phnom Penh", "Cambodia"], "cambodia"),
        (["Cambodia", "Thailand"], None),
        (["Cambodia", "Thailand", "Cambodia"], "cambodia"),
        (["US"], "united states"),
    ],
)
def test_the_place_an_article_is_about(places: list[str], context: str | None) -> None:
    story = Story("one")
    for place in places:
        story.place(place)
    assert context_place(of_document(story.document())) == context


def test_descriptions_and_offences() -> None:
    story = Story("one")
    senator = story.person("?a senator")
    case = story.case(defendants=[senator], offences=["Defamation"])
    evidence = of_document(story.document())
    targets = {evidence.mentions[id_].type: target for id_, target in resolve_parties(evidence, Names([])).items()}
    assert targets[NodeType.PERSON].how == "own"
    assert targets[NodeType.OFFENCE].how == "name"
    assert case
    assert Predicate.DEFENDANT_IN in {statement.predicate for statement in evidence.statements}
