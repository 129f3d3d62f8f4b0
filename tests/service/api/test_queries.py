"""Questions to a graph whose every fact is known, on the embedded graph and on Neo4j."""

from typing import Any

import pytest

from tests.service.api.conftest import Ask

SUIT = """
query ($filter: CaseFilter) {
  cases(filter: $filter) {
    edges { node {
      id name status filedOn decidedOn
      plaintiffs { role party { __typename name } }
      defendants {
        party { name aliases } confidence support firstReported lastReported
        evidence {
          quote start end rule confidence trigger { start end text } subject { text } article { title publishedOn }
        }
      }
      counsel { party { name } }
      judges { party { name } }
      courts { court { name } support evidence(first: 1) { quote } }
      offences { offence { name } }
      platforms { platform { name } }
      penalties { penalty { kind status amount currency months imposedOn { party { name } evidence { quote } } } }
      events { event { kind date } }
      claims { claim { text } evidence { quote } }
      articles { title }
    } }
  }
}
"""
RAINSY = {"defendants": {"some": {"name": {"eq": "Sam Rainsy"}}}}


def names(connection: dict[str, Any]) -> list[str]:
    return [edge["node"]["name"] for edge in connection["edges"]]


@pytest.fixture(scope="module")
def suit(ask: Ask) -> dict[str, Any]:
    [edge] = ask(SUIT, filter=RAINSY)["cases"]["edges"]
    node: dict[str, Any] = edge["node"]
    return node


def test_a_case_and_its_parties(suit: dict[str, Any]) -> None:
    assert suit["id"].startswith("case:")
    assert "Sam Rainsy" in suit["name"]
    assert suit["status"] == "CONVICTED"
    assert (suit["filedOn"], suit["decidedOn"]) == ("2020-01-09", "2020-03-04")
    assert suit["plaintiffs"] == [{"role": "PLAINTIFF", "party": {"__typename": "Person", "name": "Sam Soeun"}}]
    assert [link["party"] for link in suit["defendants"]] == [{"name": "Sam Rainsy", "aliases": ["Rainsy"]}]
    assert [link["party"]["name"] for link in suit["counsel"]] == ["Ly Sophanna"]
    assert suit["judges"] == []


def test_what_belongs_to_a_case(suit: dict[str, Any]) -> None:
    assert [link["court"]["name"] for link in suit["courts"]] == ["Phnom Penh Municipal Court"]
    assert [link["offence"]["name"] for link in suit["offences"]] == ["defamation"]
    assert [link["platform"]["name"] for link in suit["platforms"]] == ["Facebook"]
    events = sorted((link["event"]["kind"], link["event"]["date"]) for link in suit["events"])
    assert events == [("CONVICTED", "2020-03-04"), ("FILED", "2020-01-09")]
    assert [article["title"] for article in suit["articles"]] == ["Rainsy convicted", "Senator sues rainsy"]
    assert [link["claim"]["text"] for link in suit["claims"]] == ["Rainsy lied"]


def test_penalties_say_who_bears_them(suit: dict[str, Any]) -> None:
    penalties = sorted((link["penalty"] for link in suit["penalties"]), key=lambda penalty: str(penalty["status"]))
    assert [penalty["status"] for penalty in penalties] == ["IMPOSED", "SOUGHT"]
    for penalty in penalties:
        assert (penalty["kind"], penalty["amount"], penalty["currency"], penalty["months"]) == (
            "DAMAGES",
            5000,
            "USD",
            None,
        )
        [bearer] = penalty["imposedOn"]
        assert bearer["party"]["name"] == "Sam Rainsy"
        assert "$5,000" in bearer["evidence"][0]["quote"]


def test_a_link_says_how_well_it_is_supported(suit: dict[str, Any]) -> None:
    [link] = suit["defendants"]
    assert (link["support"], link["confidence"]) == (2, 0.9)
    assert (link["firstReported"], link["lastReported"]) == ("2020-01-10", "2020-03-05")


def test_evidence_is_cut_from_the_article_the_surest_first(suit: dict[str, Any]) -> None:
    [link] = suit["defendants"]
    surest, weaker = link["evidence"]
    assert (surest["confidence"], weaker["confidence"]) == (0.9, 0.7)
    assert surest["quote"].startswith("😀 Sam Soeun sued Sam Rainsy")
    assert surest["trigger"] == {"start": 12, "end": 16, "text": "sued"}
    assert surest["subject"] is None
    assert surest["rule"] == "by-hand"
    assert surest["article"] == {"title": "Senator sues rainsy", "publishedOn": "2020-01-10"}
    assert len(suit["courts"][0]["evidence"]) == 1


@pytest.mark.parametrize(
    ("filter_", "found"),
    [
        pytest.param({"defendants": {"some": {"name": {"eq": "sam rainsy"}}}}, 1, id="any capitals"),
        pytest.param({"defendants": {"some": {"name": {"eq": "Rainsy"}}}}, 1, id="an alias"),
        pytest.param({"defendants": {"some": {"name": {"eq": "Sam"}}}}, 0, id="a part is not the name"),
        pytest.param({"defendants": {"some": {"name": {"eq": "Sam Soeun"}}}}, 0, id="not that role"),
        pytest.param({"plaintiffs": {"some": {"name": {"contains": "soe"}}}}, 1, id="a part of a name"),
        pytest.param({"plaintiffs": {"some": {"name": {"in": ["Sam Soeun", "plaintiff 001"]}}}}, 2, id="one of two"),
        pytest.param({"plaintiffs": {"some": {"name": {"in": []}}}}, 0, id="one of none"),
        pytest.param({"courts": {"some": {"name": {"eq": "the Phnom Penh Municipal Court"}}}}, 1, id="a court"),
        pytest.param({"offences": {"some": {"name": {"eq": "Libel"}}}}, 5, id="an offence"),
        pytest.param({"platforms": {"some": {"name": {"eq": "Facebook"}}}}, 1, id="a platform"),
        pytest.param({"counsel": {"some": {"name": {"eq": "Ly Sophanna"}}}}, 1, id="counsel"),
        pytest.param({"judges": {"some": {}}}, 0, id="some judge"),
        pytest.param({"courts": {"some": {}}}, 6, id="some court"),
        pytest.param({**RAINSY, "offences": {"some": {"name": {"eq": "defamation"}}}}, 1, id="two links"),
        pytest.param({**RAINSY, "offences": {"some": {"name": {"eq": "libel"}}}}, 0, id="two links, one wrong"),
        pytest.param({**RAINSY, "status": ["CONVICTED", "OPEN"]}, 1, id="a link and a status"),
        pytest.param({**RAINSY, "status": ["ACQUITTED"]}, 0, id="a link and the wrong status"),
        pytest.param({"name": {"contains": "rainsy"}}, 1, id="its own name"),
        pytest.param({"filedOn": {"from": "2020-01-09", "to": "2020-01-09"}}, 1, id="the day it was filed"),
        pytest.param({"filedOn": {"to": "2020-01-08"}}, 0, id="filed before"),
        pytest.param({"decidedOn": {"from": "2020-03-05"}}, 0, id="decided after"),
        pytest.param({"name": {"eq": "x' OR true OR '"}}, 0, id="a value is no Cypher"),
        pytest.param({}, 6, id="no condition"),
    ],
)
def test_cases_are_filtered(ask: Ask, filter_: dict[str, Any], found: int) -> None:
    data = ask(
        "query ($filter: CaseFilter) { cases(filter: $filter) { totalCount edges { node { id } } } }", filter=filter_
    )
    assert (data["cases"]["totalCount"], len(data["cases"]["edges"])) == (found, found)


@pytest.mark.parametrize(
    ("filter_", "found"),
    [
        pytest.param({"name": {"contains": "rain"}, "role": "DEFENDANT"}, ["Sam Rainsy"], id="name and role"),
        pytest.param({"name": {"contains": "rain"}, "role": "PLAINTIFF"}, [], id="not that role"),
        pytest.param({"role": "COUNSEL"}, ["Ly Sophanna"], id="role"),
        pytest.param(
            {"cases": {"some": {"courts": {"some": {"name": {"contains": "phnom penh"}}}}}},
            ["Ly Sophanna", "Sam Rainsy", "Sam Soeun"],
            id="before a court",
        ),
        pytest.param(
            {"role": "PLAINTIFF", "cases": {"some": {"defendants": {"some": {"name": {"eq": "Rainsy"}}}}}},
            ["Sam Soeun"],
            id="who sued him",
        ),
    ],
)
def test_people_are_filtered(ask: Ask, filter_: dict[str, Any], found: list[str]) -> None:
    data = ask("query ($filter: PartyFilter) { people(filter: $filter) { edges { node { name } } } }", filter=filter_)
    assert names(data["people"]) == found


@pytest.mark.parametrize(
    ("list_", "filter_", "found"),
    [
        pytest.param("organizations", '{name: {eq: "the Cambodian People\'s Party"}}', 1, id="either apostrophe"),
        pytest.param("organizations", '{name: {eq: "cpp"}, kind: [PARTY]}', 1, id="kind"),
        pytest.param("organizations", "{kind: [COMPANY, MEDIA]}", 0, id="not that kind"),
        pytest.param("courts", '{name: {contains: "court 00"}}', 5, id="courts"),
        pytest.param("platforms", '{name: {in: ["chirper", "facebook"]}}', 2, id="platforms"),
        pytest.param("claims", "{stance: DENIES}", 1, id="stance"),
        pytest.param(
            "claims", '{speaker: {name: {eq: "Sok Eysan"}}, stance: DENIES, about: {name: {eq: "CPP"}}}', 1, id="all"
        ),
        pytest.param("claims", '{speaker: {name: {eq: "Sok Eysan"}}, stance: ASSERTS}', 0, id="not that stance"),
        pytest.param("claims", '{about: {name: {contains: "rainsy"}}}', 1, id="about a person and a case, once"),
        pytest.param("claims", '{text: {contains: "HAD ORDERED"}}', 1, id="text"),
        pytest.param("articles", '{publisher: {contains: "example"}}', 2, id="publisher"),
        pytest.param("articles", '{name: {contains: "convicted"}}', 1, id="title"),
        pytest.param("articles", '{publishedOn: {from: "2020-02-01"}}', 1, id="date"),
        pytest.param("articles", '{mentions: {some: {name: {eq: "Chirper"}}}}', 5, id="mentions"),
    ],
)
def test_the_other_lists_are_filtered(ask: Ask, list_: str, filter_: str, found: int) -> None:
    data = ask(f"{{ {list_}(filter: {filter_}) {{ totalCount edges {{ node {{ name }} }} }} }}")
    assert (data[list_]["totalCount"], len(data[list_]["edges"])) == (found, found), data


PERSON = """
query ($name: String!) { people(filter: {name: {eq: $name}}) { edges { node {
  name titles
  cases { totalCount edges { node { role case { name } party { name } evidence { quote } } } }
  defended: cases(role: DEFENDANT) { totalCount edges { node { role } } }
  claims { totalCount edges { node { stance cue claim { text } evidence { quote } } } }
  claimsAbout { totalCount edges { node { claim { text speakers { speaker { name } stance } } about { __typename } } } }
  positions { title organization { __typename name } evidence { quote } }
  mentions { totalCount edges { node { count article { title } } } }
} } } }
"""


def person(ask: Ask, name: str) -> dict[str, Any]:
    [edge] = ask(PERSON, name=name)["people"]["edges"]
    node: dict[str, Any] = edge["node"]
    return node


def test_a_person_and_what_it_is_linked_to(ask: Ask) -> None:
    rainsy = person(ask, "Sam Rainsy")
    assert rainsy["cases"]["totalCount"] == rainsy["defended"]["totalCount"] == 1
    [edge] = rainsy["cases"]["edges"]
    assert (edge["node"]["role"], edge["node"]["party"]["name"]) == ("DEFENDANT", "Sam Rainsy")
    assert len(edge["node"]["evidence"]) == 2
    [about] = rainsy["claimsAbout"]["edges"]
    assert about["node"]["about"] == {"__typename": "Person"}
    assert about["node"]["claim"] == {
        "text": "Rainsy lied",
        "speakers": [{"speaker": {"name": "Ly Sophanna"}, "stance": "ASSERTS"}],
    }
    titles = [edge["node"]["article"]["title"] for edge in rainsy["mentions"]["edges"]]
    assert titles == ["Rainsy convicted", "Senator sues rainsy"]


def test_a_speaker_and_its_position(ask: Ask) -> None:
    eysan = person(ask, "Sok Eysan")
    [said] = eysan["claims"]["edges"]
    assert (said["node"]["stance"], said["node"]["cue"]) == ("DENIES", "denied")
    assert "denied" in said["node"]["evidence"][0]["quote"]
    [position] = eysan["positions"]
    assert position["title"] == "spokesman"
    assert position["organization"] == {"__typename": "Organization", "name": "Cambodian People’s Party"}
    assert "spokesman" in position["evidence"][0]["quote"]


def test_an_organization_names_its_officers(ask: Ask) -> None:
    data = ask('{ organizations(filter: {name: {eq: "CPP"}}) { edges { node { positions { title } officers {'
               " title person { name } organization { name } evidence { quote } } } } } }")  # fmt: skip
    [edge] = data["organizations"]["edges"]
    assert edge["node"]["positions"] == []
    [officer] = edge["node"]["officers"]
    assert (officer["title"], officer["person"]["name"]) == ("spokesman", "Sok Eysan")
    assert len(officer["evidence"]) == 1


def test_a_claim_is_about_parties_and_cases(ask: Ask) -> None:
    data = ask('{ claims(filter: {text: {contains: "lied"}}) { edges { node {'
               " about { about { __typename } evidence { quote } } articles { title } } } } }")  # fmt: skip
    [edge] = data["claims"]["edges"]
    assert sorted(link["about"]["__typename"] for link in edge["node"]["about"]) == ["Case", "Person"]
    assert all(link["evidence"] for link in edge["node"]["about"])
    assert edge["node"]["articles"] == [{"title": "Senator sues rainsy"}]


def test_an_article_and_what_it_reports(ask: Ask) -> None:
    data = ask("{ articles(first: 1) { edges { node { title source url publisher authors language extractor text"
               " mentions { edges { node { count party { name } } } } cases { name } claims { text }"
               " } } } }")  # fmt: skip
    [edge] = data["articles"]["edges"]
    article = edge["node"]
    assert (article["title"], article["publisher"], article["authors"]) == ("Rainsy convicted", "The Example Post", [])
    assert article["text"].endswith("$5,000 in damages.")
    mentioned = [edge["node"]["party"]["name"] for edge in article["mentions"]["edges"]]
    assert mentioned == ["Phnom Penh Municipal Court", "Sam Rainsy", "Sam Soeun"]
    assert len(article["cases"]) == 1
    assert article["claims"] == []


def test_a_node_by_its_id(ask: Ask) -> None:
    data = ask('{ search(text: "rainsy defamation", first: 100) { node { id __typename name } } }')
    for hit in data["search"]:
        assert (
            ask("query ($id: ID!) { node(id: $id) { id __typename name } }", id=hit["node"]["id"])["node"]
            == hit["node"]
        )


@pytest.mark.parametrize("id_", ["person:0000000000000000", "nothing", "", "mention:1:n0", "person:' OR true"])
def test_an_unknown_id_is_null(ask: Ask, id_: str) -> None:
    assert ask("query ($id: ID!) { node(id: $id) { id } }", id=id_) == {"node": None}


@pytest.mark.parametrize(
    ("text", "types", "best"),
    [
        pytest.param("rainsy", ["PERSON"], "Sam Rainsy", id="a name"),
        pytest.param("Sam Rainsy", ["PERSON"], "Sam Rainsy", id="the better of two"),
        pytest.param("CPP", None, "Cambodian People’s Party", id="an alias"),
        pytest.param("ordered the suit", ["CLAIM"], "the party had ordered the suit", id="a claim"),
        pytest.param('sam" rainsy AND (NOT *:* ~2 \\', ["PERSON"], "Sam Rainsy", id="Lucene's signs"),
        pytest.param("name:rainsy^9 +facebook", ["PLATFORM"], "Facebook", id="Lucene's operators"),
    ],
)
def test_search(ask: Ask, text: str, types: list[str] | None, best: str) -> None:
    data = ask("query ($text: String!, $types: [NodeType!]) { search(text: $text, types: $types) {"
               " score node { name } } }", text=text, types=types)  # fmt: skip
    hits = data["search"]
    assert hits[0]["node"]["name"] == best
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)


def test_search_finds_nothing(ask: Ask) -> None:
    assert ask('{ search(text: "zebra") { score } }') == {"search": []}
