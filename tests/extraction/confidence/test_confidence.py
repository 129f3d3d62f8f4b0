"""What the confidence of links tells apart, in whole texts."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extraction.assemble import document_of
from extraction.confidence import weigh_links
from extraction.confidence.facts import facts_of
from extraction.confidence.surroundings import Surroundings
from extraction.pipeline import DEFAULT_MODEL, load_pipeline
from extraction.reading import Link, Mention, MentionKind, Reading, Thing, evidence, reading_of
from extraction.sentences import sentence_of
from schema import Article, NodeType, Predicate

BestOf = Callable[[str, Predicate], float]

QUOTED = "“The bank has paid nothing to anybody since,” Ana Roy said on Monday."
ACCORDING = "According to Ana Roy, the bank has paid nothing."
CONVICTED = (
    "Ana Roy sued Valley Bank for libel. Carl Dunn was convicted of theft and jailed for two years. "
    "The Norvessa High Court fined him 20 euros. Roy represented Dunn in the case."
)
SAID_OF = "Ana Roy said on Monday that Valley Bank had paid nothing to anybody since."


@pytest.fixture(scope="module")
def best_of() -> BestOf:
    """The confidence of the surest triple of a text with that predicate."""
    nlp = load_pipeline(DEFAULT_MODEL)

    def best(text: str, predicate: Predicate) -> float:
        triples = document_of(nlp(text), Article(id="article:1", source="-")).triples
        return max(t.confidence for t in triples if t.predicate is predicate)

    return best


@pytest.mark.model
@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        pytest.param((QUOTED, Predicate.MADE), (ACCORDING, Predicate.MADE), id="a quotation, and words according to"),
        pytest.param((CONVICTED, Predicate.DEFENDANT_IN), (CONVICTED, Predicate.COUNSEL_IN), id="sides and counsel"),
        pytest.param((CONVICTED, Predicate.HAS_EVENT), (CONVICTED, Predicate.IMPOSED_ON), id="events and bearers"),
        pytest.param((SAID_OF, Predicate.MADE), (SAID_OF, Predicate.ABOUT), id="who said it and of whom"),
    ],
)
def test_which_is_surer(best_of: BestOf, surer: tuple[str, Predicate], less_sure: tuple[str, Predicate]) -> None:
    assert best_of(*surer) > best_of(*less_sure) + 0.02


@pytest.mark.parametrize("words", [[], ["Monday", "."]])
def test_a_text_without_facts(words: list[str]) -> None:
    assert reading_of(weigh_links(Doc(Vocab(), words=words))).links == []


@pytest.fixture
def doc() -> Doc:
    words = ["Ana", "Roy", "heads", "Valley", "Bank", ".", "The", "head", "said", "it", "."]
    doc = Doc(Vocab(), words, sent_starts=[True, *5 * [False], True, *4 * [False]])
    doc._.reading = Reading()
    return doc


@pytest.fixture
def links(doc: Doc) -> list[Link]:
    """The same position twice, the surer rule second, and another title."""
    ana, bank = Thing(NodeType.PERSON, "Ana Roy"), Thing(NodeType.ORGANIZATION, "Valley Bank")
    reading_of(doc).add_mention(ana, Mention(0, 2, MentionKind.NAME))
    reading_of(doc).add_mention(ana, Mention(6, 8, MentionKind.DESCRIPTION))
    reading_of(doc).add_mention(bank, Mention(3, 5, MentionKind.NAME))
    said = evidence(doc[0:6], subject=doc[0:2], trigger=doc[2:3], object=doc[3:5])
    return [
        Link(ana, Predicate.HOLDS_POSITION, bank, confidence, rule, [said], {"title": title})
        for confidence, rule, title in ((0.5, "a", "head"), (0.8, "b", "head"), (0.7, "c", "member"))
    ]


def test_links_that_say_the_same_are_one_fact(links: list[Link]) -> None:
    assert [(len(f.links), f.lead.rule) for f in facts_of(links)] == [(2, "b"), (1, "c")]


def test_the_surest_stands_first_and_gives_its_confidence_to_the_others(doc: Doc, links: list[Link]) -> None:
    reading_of(doc).links = links
    weighed = reading_of(weigh_links(doc)).links
    assert [link.rule for link in weighed] == ["b", "a", "c"]
    assert weighed[0].confidence == weighed[1].confidence


def test_what_is_looked_up(doc: Doc, links: list[Link]) -> None:
    around = Surroundings(doc, reading_of(doc), facts_of(links))
    said = links[0].evidence[0]
    assert around.token(said.trigger) == doc[2]
    assert around.token(None) is None
    assert [sentence_of(doc[i]).start for i in (0, 5, 6, 10)] == [0, 0, 6, 6]
    assert [around.kind(doc[i]) for i in (1, 2, 7)] == [MentionKind.NAME, None, MentionKind.DESCRIPTION]


@pytest.mark.parametrize(("other", "shared"), [("Bram Roy", True), ("Roy Bram", False), ("ROY", True)])
def test_two_people_of_one_surname(doc: Doc, links: list[Link], other: str, shared: bool) -> None:
    reading_of(doc).add_mention(Thing(NodeType.PERSON, other), Mention(9, 10, MentionKind.NAME))
    around = Surroundings(doc, reading_of(doc), facts_of(links))
    assert around.has_namesake(links[0].subject) is shared
    assert not around.has_namesake(links[0].object)


@pytest.mark.model
def test_what_is_likely_wrong_is_left_out_with_a_reason() -> None:
    nlp = load_pipeline(DEFAULT_MODEL)
    with nlp.select_pipes(disable=["casegraph_confidence"]):
        doc = nlp("Carl Dunn said that Ana Roy might resign. He said she knew him, and that he knew it.")
    read, before = reading_of(doc), len(reading_of(doc).rejected)
    found = facts_of(read.links)
    weigh_links(doc)
    assert len(facts_of(read.links)) == len(found) - 1
    start, end, reason = read.rejected[before]
    assert (doc[start:end].text, reason) == (
        "she knew him, and that he knew it",
        "claim-about: more likely wrong than right",
    )
