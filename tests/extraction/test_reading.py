"""What components write down, and how a Reading becomes a Document."""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extraction.assemble import document_of
from extraction.reading import Link, Mention, MentionKind, Paragraph, Reading, Thing, Zone, evidence, reading_of
from schema import Article, NodeType, Predicate

ARTICLE = Article(id="article:1", source="-")
WORDS = ["Ana", "Roy", "sued", "Valley", "Bank", ".", "She", "won", "."]


@pytest.fixture
def doc() -> Doc:
    doc = Doc(Vocab(), WORDS, sent_starts=[True, *5 * [False], True, False, False])
    doc._.reading = Reading(paragraphs=[Paragraph(0, 6, Zone.HEADLINE), Paragraph(6, 9, Zone.BODY)])
    return doc


def party(doc: Doc, type_: NodeType, *mentions: tuple[int, int, MentionKind]) -> Thing:
    start, end, _ = mentions[0]
    thing = Thing(type_, doc[start:end].text)
    for mention in mentions:
        reading_of(doc).add_mention(thing, Mention(*mention))
    return thing


def link(doc: Doc, subject: Thing, predicate: Predicate, object_: Thing, confidence: float = 0.9) -> Link:
    passage = evidence(doc[0:6], subject=doc[0:2], trigger=doc[2:3])
    return Link(subject, predicate, object_, confidence, "test", [passage], {"title": "head"})


def test_a_passage_loses_the_space_around_it_and_holds_its_words() -> None:
    doc = Doc(English().vocab, words=["\n", "She", "sued", ".", "\n"], spaces=[False, True, False, False, False])
    trimmed, widened = evidence(doc[0:5]), evidence(doc[2:4], subject=doc[1:2])
    assert doc.text[trimmed.start : trimmed.end] == doc.text[widened.start : widened.end] == "She sued."


def test_every_token_of_a_mention_leads_to_its_party(doc: Doc) -> None:
    ana = party(doc, NodeType.PERSON, (0, 2, MentionKind.NAME), (6, 7, MentionKind.PRONOUN))
    assert [reading_of(doc).party_at.get(i) for i in (0, 1, 2, 6)] == [ana, ana, None, ana]
    assert reading_of(doc).parties == [ana]


def test_zone_and_paragraph_of_a_token(doc: Doc) -> None:
    assert [reading_of(doc).zone_of(i) for i in (0, 5, 6, 8)] == [Zone.HEADLINE, Zone.HEADLINE, Zone.BODY, Zone.BODY]
    assert reading_of(doc).paragraph_of(99) is None


def test_only_names_are_mentions_of_a_node(doc: Doc) -> None:
    party(doc, NodeType.PERSON, (0, 2, MentionKind.NAME), (6, 7, MentionKind.PRONOUN))
    (node,) = document_of(doc, ARTICLE).nodes
    assert [doc.text[m.start : m.end] for m in node.mentions] == ["Ana Roy"]


def test_a_party_without_a_name_is_no_node(doc: Doc) -> None:
    party(doc, NodeType.PERSON, (6, 7, MentionKind.PRONOUN))
    assert document_of(doc, ARTICLE).nodes == ()


def test_a_link_keeps_its_words(doc: Doc) -> None:
    ana = party(doc, NodeType.PERSON, (0, 2, MentionKind.NAME))
    bank = party(doc, NodeType.ORGANIZATION, (3, 5, MentionKind.NAME))
    reading_of(doc).links.append(link(doc, ana, Predicate.HOLDS_POSITION, bank))
    (triple,) = document_of(doc, ARTICLE).triples
    said = triple.evidence[0]
    assert doc.text[said.start : said.end] == "Ana Roy sued Valley Bank ."
    assert said.trigger is not None
    assert doc.text[said.trigger.start : said.trigger.end] == "sued"
    assert said.object is None


def test_the_same_link_twice_is_one_triple_of_the_surer_rule(doc: Doc) -> None:
    ana = party(doc, NodeType.PERSON, (0, 2, MentionKind.NAME))
    bank = party(doc, NodeType.ORGANIZATION, (3, 5, MentionKind.NAME))
    twice = [link(doc, ana, Predicate.HOLDS_POSITION, bank, c) for c in (0.5, 0.8)]
    twice[1].evidence = [evidence(doc[6:9])]
    reading_of(doc).links.extend(twice)
    (triple,) = document_of(doc, ARTICLE).triples
    assert triple.confidence == 0.8
    assert len(triple.evidence) == 2


def test_a_link_outside_domain_and_range_is_rejected_with_a_reason(doc: Doc) -> None:
    ana = party(doc, NodeType.PERSON, (0, 2, MentionKind.NAME))
    bank = party(doc, NodeType.ORGANIZATION, (3, 5, MentionKind.NAME))
    reading_of(doc).links.append(link(doc, bank, Predicate.HOLDS_POSITION, ana))
    document = document_of(doc, ARTICLE)
    assert document.triples == ()
    assert [r.reason for r in document.rejected] == ["HOLDS_POSITION cannot start at Organization 'e2'"]


def test_what_a_filter_refused_is_in_the_document(doc: Doc) -> None:
    reading_of(doc).rejected.append((0, 2, "no case"))
    (refused,) = document_of(doc, ARTICLE).rejected
    assert (doc.text[refused.start : refused.end], refused.reason) == ("Ana Roy", "no case")
