"""Loading, replacing, retracting and rebuilding: what must hold, on both graphs."""

import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from schema import CasegraphError, Document, NodeType, node_id
from service.graph import Loaded, Store, load, rebuild, retract
from service.graph.statements import rows
from tests.service.conftest import empty
from tests.service.graph.picture import canonical, picture
from tests.stories import Story
from tests.worlds import World

RAINSY = node_id(NodeType.PERSON, "sam rainsy")


def complaint() -> Document:
    """The complaint: everything that an article can say."""
    story = Story("complaint", "2019-05-01", url="https://example.org/complaint")
    rainsy = story.person("Sam Rainsy", ["Rainsy"], ["opposition leader"])
    soeun = story.person("Sam Soeun")
    party = story.organization("Cambodian People's Party", ["CPP"], "party")
    story.case(
        plaintiffs=[soeun],
        defendants=[rainsy],
        courts=[story.court("Phnom Penh Municipal Court")],
        offences=["defamation"],
        platforms=[story.platform("Facebook")],
        events=[("filed", "2019-04-30")],
        penalties=[{"kind": "damages", "status": "sought", "amount": 5000, "currency": "USD", "on": rainsy}],
    )
    story.position(soeun, party, "spokesman")
    story.claim(soeun, "he lied about the party", [rainsy, party])
    return story.document()


def appeal() -> Document:
    """A year later another court hears the same case."""
    story = Story("appeal", "2020-06-01")
    rainsy = story.person("Sam Rainsy")
    story.case(
        defendants=[rainsy],
        courts=[story.court("Phnom Penh Court of Appeal"), story.court("Phnom Penh Municipal Court")],
        offences=["defamation"],
        platforms=[story.platform("Facebook")],
        events=["filed", "convicted", ("appealed", "2020-05-20")],
    )
    story.organization("CPP")
    return story.document()


def another() -> Document:
    """Another person sues the same man over the same offence."""
    story = Story("another", "2020-07-01")
    rainsy = story.person("Sam Rainsy")
    story.case(
        plaintiffs=[story.person("Hun Sen")],
        defendants=[rainsy],
        courts=[story.court("Phnom Penh Municipal Court")],
        offences=["defamation"],
        events=["filed"],
    )
    return story.document()


def put(store: Store, *documents: Document, batch: int = 50) -> list[Loaded]:
    return list(load(store, documents, batch=batch))


def cases(store: Store) -> list[tuple[str, str]]:
    found = store.read("MATCH (c:Case) RETURN c.name AS name, c.status AS status")
    return sorted((row["name"], row["status"]) for row in found)


def targets(store: Store, type_: NodeType, name: str) -> list[str]:
    """What the mentions of this name refer to, each once."""
    query = "MATCH (m:Mention {name: $name})-[:REFERS_TO]->(n) WHERE m.type = $type RETURN DISTINCT n.id AS id"
    return sorted(row["id"] for row in store.read(query, name=name, type=type_.value))


def test_loading_says_what_became_of_each_article(store: Store) -> None:
    first = put(store, complaint(), appeal())
    assert [(item.source, item.outcome) for item in first] == [("complaint.txt", "new"), ("appeal.txt", "new")]
    assert [item.outcome for item in put(store, complaint(), another())] == ["unchanged", "new"]
    assert (first[0].nodes, first[0].triples) == (10, 12)


def test_loading_twice_changes_nothing(store: Store) -> None:
    put(store, complaint(), appeal())
    before = picture(store)
    times = store.read("MATCH (a:Article) RETURN a.id AS id, a.ingested_at AS t ORDER BY id")
    put(store, appeal(), complaint())
    assert picture(store) == before
    assert store.read("MATCH (a:Article) RETURN a.id AS id, a.ingested_at AS t ORDER BY id") == times


def test_an_article_twice_in_one_batch_is_loaded_once(store: Store) -> None:
    assert [item.outcome for item in put(store, complaint(), complaint())] == ["new", "unchanged"]


def test_a_changed_article_replaces_the_old(store: Store) -> None:
    put(store, appeal())
    expected = picture(store)
    empty(store)
    draft = Story("appeal", "2020-06-01")
    draft.case(defendants=[draft.person("Kem Sokha", ["Sokha"])], offences=["treason"], events=["charged"])
    put(store, draft.document())
    assert [item.outcome for item in put(store, appeal())] == ["replaced"]
    assert picture(store) == expected


def test_another_extractor_replaces_too(store: Store) -> None:
    put(store, complaint())
    (loaded,) = load(store, [complaint()], extractor="casegraph 99")
    assert loaded.outcome == "replaced"
    assert store.read("MATCH (a:Article) RETURN a.extractor AS by") == [{"by": "casegraph 99"}]


def test_support_and_dates_of_a_link(store: Store) -> None:
    put(store, complaint(), appeal())
    (link,) = store.read(
        "MATCH (:Person {id: $id})-[r:DEFENDANT_IN]->(:Case)"
        " RETURN r.support AS support, toString(r.first_reported) AS first, toString(r.last_reported) AS last",
        id=RAINSY,
    )
    assert link == {"support": 2, "first": "2019-05-01", "last": "2020-06-01"}


def test_an_appeal_joins_its_case_and_a_contradiction_does_not(store: Store) -> None:
    put(store, another(), appeal())
    assert cases(store) == [("Hun Sen v. Sam Rainsy (defamation)", "under appeal")]
    put(store, complaint())
    assert cases(store) == [
        ("Hun Sen v. Sam Rainsy (defamation)", "open"),
        ("Sam Soeun v. Sam Rainsy (defamation)", "under appeal"),
    ]


def test_an_undated_event_joins_the_dated_one_of_its_case(store: Store) -> None:
    put(store, complaint(), appeal())
    filed = store.read("MATCH (e:Event {kind: 'filed'}) RETURN toString(e.date) AS date")
    assert filed == [{"date": "2019-04-30"}]


def test_an_alias_refers_to_its_only_bearer(store: Store) -> None:
    put(store, appeal())
    assert targets(store, NodeType.ORGANIZATION, "CPP") == [node_id(NodeType.ORGANIZATION, "cpp")]
    put(store, complaint())
    assert targets(store, NodeType.ORGANIZATION, "CPP") == [node_id(NodeType.ORGANIZATION, "cambodian people s party")]
    rival = Story("rival")
    rival.organization("Communist Party of the Philippines", ["CPP"])
    put(store, rival.document())
    assert targets(store, NodeType.ORGANIZATION, "CPP") == [node_id(NodeType.ORGANIZATION, "cpp")]
    retract(store, "rival.txt")
    assert targets(store, NodeType.ORGANIZATION, "CPP") == [node_id(NodeType.ORGANIZATION, "cambodian people s party")]


def meeting(name: str, *persons: tuple[str, list[str]], with_: str = "", place: str = "") -> Document:
    story = Story(name)
    for person, aliases in persons:
        story.person(person, aliases)
    if with_:
        story.organization(with_)
    if place:
        story.place(place)
    return story.document()


SAM = ("Sam Rainsy", ["Rainsy"])
TIOULONG = ("Tioulong Rainsy", ["Rainsy"])
BARE: tuple[str, list[str]] = ("Rainsy", [])
MET = meeting("a", SAM, with_="Sunrise Party")


@pytest.mark.parametrize(
    ("articles", "linked"),
    [
        ([MET, meeting("b", BARE, with_="Sunrise Party")], True),
        ([MET, meeting("b", BARE, with_="Moonlight Party")], False),
        ([meeting("a", SAM, place="Cambodia"), meeting("b", BARE, place="Cambodia")], False),
        ([meeting("a", SAM, TIOULONG, with_="Sunrise Party"), meeting("b", BARE, with_="Sunrise Party")], False),
        ([MET, meeting("b", BARE, SAM, with_="Sunrise Party")], False),
        ([MET, meeting("b", TIOULONG), meeting("c", BARE, with_="Sunrise Party")], True),
    ],
    ids=["shared party", "none shared", "only a place shared", "two bearers", "both in one article", "one of two"],
)
def test_a_bare_name_needs_context(store: Store, articles: list[Document], linked: bool) -> None:
    for some in (articles, articles[::-1]):
        empty(store)
        put(store, *some, batch=1)
        assert (targets(store, NodeType.PERSON, "Rainsy") == [RAINSY]) is linked


def two_courts() -> Iterable[Document]:
    for town in ("Lusaka", "Ndola"):
        story = Story(town)
        story.court(f"Magistrates Court in {town}")
        yield story.document()


def two_smiths() -> Iterable[Document]:
    for name in ("John Smith", "Joan Smith"):
        yield meeting(name, (name, ["Smith"]), with_="Sunrise Party")


def two_supreme_courts() -> Iterable[Document]:
    for country in ("Cambodia", "Zambia"):
        story = Story(country)
        story.court("Supreme Court")
        story.place(country)
        yield story.document()


def two_types() -> Iterable[Document]:
    story = Story("types")
    story.organization("Facebook")
    story.platform("Facebook")
    yield story.document()


@pytest.mark.parametrize("articles", [two_courts, two_smiths, two_supreme_courts, two_types])
def test_what_is_alike_is_not_merged(store: Store, articles: object) -> None:
    put(store, *articles())  # type: ignore[operator]
    found = store.read(
        "MATCH (n) WHERE (n:Court OR n:Person OR n.name = 'Facebook') AND NOT n:Mention RETURN n.id AS id"
    )
    assert len(found) == 2


def test_a_generic_name_is_the_same_in_one_country(store: Store) -> None:
    for n in range(2):
        story = Story(f"generic-{n}")
        story.court("Supreme Court")
        story.place("Cambodia")
        put(store, story.document())
    put(store, Story("nowhere").document(), *two_supreme_courts())
    assert len(targets(store, NodeType.COURT, "Supreme Court")) == 2


def test_retraction_takes_what_no_other_article_supports(store: Store) -> None:
    put(store, appeal())
    expected = picture(store)
    put(store, complaint())
    gone = retract(store, "https://example.org/complaint")
    assert (gone.name, gone.mentions, gone.statements) == ("Story complaint", 10, 12)
    assert picture(store) == expected


def test_retraction_of_the_last_article_leaves_nothing(store: Store) -> None:
    put(store, complaint())
    retract(store, complaint().article.id)
    assert picture(store) == []


def test_retraction_names_what_it_cannot_find(store: Store) -> None:
    with pytest.raises(CasegraphError, match=r"no such article .*nowhere\.txt|nowhere\.txt: no such article"):
        retract(store, "nowhere.txt")


def test_retraction_of_an_ambiguous_source_names_the_articles(store: Store) -> None:
    twins = [Story(name, source="same.txt").document() for name in ("one", "two")]
    put(store, *twins)
    with pytest.raises(CasegraphError, match=twins[0].article.id):
        retract(store, "same.txt")


@pytest.mark.parametrize("seed", [1, 2])
def test_neither_order_nor_batches_nor_rebuilding_matter(store: Store, seed: int) -> None:
    documents = World(seed, 24, per_case=3).documents()
    put(store, *documents, batch=24)
    expected = picture(store)
    assert rebuild(store)["Case"] > 3
    assert picture(store) == expected
    shuffled = random.Random(seed).sample(documents, len(documents))
    empty(store)
    put(store, *shuffled[:12], batch=5)
    half = picture(store)
    put(store, *shuffled[12:], batch=1)
    assert picture(store) == expected
    for document in shuffled[12:]:
        retract(store, document.article.id)
    assert picture(store) == half


def test_a_rebuild_that_was_cut_short_is_finished(store: Store) -> None:
    put(store, complaint(), appeal())
    expected = picture(store)
    store.write(lambda tx: rows(tx, "MERGE (m:Meta {id: 'rebuilding'})"))
    store.write(lambda tx: rows(tx, "MATCH (n:Person) DETACH DELETE n"))
    put(store, complaint())
    assert picture(store) == expected


def test_the_gold_of_a_shrunken_name_returns(store: Store) -> None:
    """A node loses the alias, the title and the better name that only one article told, and nothing else."""
    put(store, meeting("shout", ("SAM RAINSY", ["The Exile"])))
    expected = canonical(store)
    put(store, complaint())
    assert store.read("MATCH (p:Person {id: $id}) RETURN p.name AS n, p.aliases AS a", id=RAINSY) == [
        {"n": "Sam Rainsy", "a": ["Rainsy", "The Exile"]}
    ]
    retract(store, "complaint.txt")
    assert canonical(store) == expected


def test_full_text_finds_names_aliases_and_claims(store: Store) -> None:
    put(store, complaint())
    query = "CALL db.index.fulltext.queryNodes('entity_search', $text) YIELD node RETURN node.id AS id"
    assert {row["id"] for row in store.read(query, text="Rainsy")} >= {RAINSY}
    assert any(row["id"].startswith("claim:") for row in store.read(query, text="lied"))


def test_the_word_list_of_generic_names_is_in_order() -> None:
    path = Path(__file__).parents[3] / "service" / "graph" / "generic_words.txt"
    words = [line for line in path.read_text().splitlines() if not line.startswith("#")]
    assert words == sorted(set(words))
    assert all(word == word.strip().lower() and word for word in words)
