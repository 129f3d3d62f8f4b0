"""Texts are read by the model and the layout; who is who is told by the test, so that these tests test claims alone."""

import functools
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extraction.claims import read_claims
from extraction.pipeline import DEFAULT_MODEL, load_pipeline
from extraction.reading import Link, Mention, MentionKind, Thing, reading_of
from schema import NodeType, Predicate

#: the words for parties in the sentences of these tests, and what they stand for
PARTIES = {
    "Ann Lee": ("Ann Lee", NodeType.PERSON),
    "Lee": ("Ann Lee", NodeType.PERSON),
    "Ben Moor": ("Ben Moor", NodeType.PERSON),
    "Moor": ("Ben Moor", NodeType.PERSON),
    "Cora Quist": ("Cora Quist", NodeType.PERSON),
    "Brightwater Union": ("Brightwater Union", NodeType.ORGANIZATION),
    "Harbour Report": ("Harbour Report", NodeType.ORGANIZATION),
    "Harbour Times": ("Harbour Times", NodeType.ORGANIZATION),
    "Brightwater District Court": ("Brightwater District Court", NodeType.COURT),
    "Facebook": ("Facebook", NodeType.PLATFORM),
    "Norland": ("Norland", NodeType.PLACE),
    "she": ("Ann Lee", NodeType.PERSON),
    "her": ("Ann Lee", NodeType.PERSON),
    "he": ("Ben Moor", NodeType.PERSON),
    "his": ("Ben Moor", NodeType.PERSON),
    "him": ("Ben Moor", NodeType.PERSON),
    "it": ("Brightwater Union", NodeType.ORGANIZATION),
    "its": ("Brightwater Union", NodeType.ORGANIZATION),
    "mayor": ("Ann Lee", NodeType.PERSON),
    "clerk": ("Ben Moor", NodeType.PERSON),
    "guard": ("Ben Moor", NodeType.PERSON),
    "union": ("Brightwater Union", NodeType.ORGANIZATION),
    "company": ("Brightwater Union", NodeType.ORGANIZATION),
    "ministry": ("Roads Ministry", NodeType.ORGANIZATION),
    "court": ("Brightwater District Court", NodeType.COURT),
}


@dataclass(frozen=True)
class Claim:
    """What a test looks at."""

    speaker: str
    text: str
    stance: str
    cue: str
    rule: str
    about: tuple[str, ...]
    made: Link


@dataclass(frozen=True)
class Reader:
    """Reads claims from a text whose parties are those of PARTIES."""

    nlp: Language

    def doc(self, text: str) -> Doc:
        doc = self.nlp(text)
        _find_parties(doc)
        read_claims(doc)
        return doc

    def claims(self, text: str) -> list[Claim]:
        links = reading_of(self.doc(text)).links
        about = {id(link.subject): link for link in links if link.predicate is Predicate.ABOUT}
        assert all(link.predicate in {Predicate.MADE, Predicate.ABOUT} for link in links), about
        return [_claim(link, links) for link in links if link.predicate is Predicate.MADE]


def _claim(made: Link, links: list[Link]) -> Claim:
    return Claim(
        speaker=made.subject.name,
        text=made.object.properties["text"],
        stance=str(made.properties["stance"]),
        cue=made.properties["cue"],
        rule=made.rule,
        about=tuple(x.object.name for x in links if x.predicate is Predicate.ABOUT and x.subject is made.object),
        made=made,
    )


def _find_parties(doc: Doc) -> None:
    reading = reading_of(doc)
    things: dict[str, Thing] = {}
    for words, (name, type_) in PARTIES.items():
        for start in range(len(doc)):
            end = start + len(words.split())
            if doc[start:end].text.lower() == words.lower() and start not in reading.party_at:
                thing = things.setdefault(name, Thing(type_, name))
                reading.add_mention(thing, Mention(start, end, MentionKind.NAME))


@functools.cache
def _pipeline() -> Language:
    nlp = load_pipeline(DEFAULT_MODEL)
    for name in nlp.pipe_names:
        if name.startswith("casegraph") and name != "casegraph_layout":
            nlp.remove_pipe(name)
    return nlp


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(_pipeline())


Claims = Callable[[str], list[Claim]]


@pytest.fixture(scope="session")
def claims(reader: Reader) -> Claims:
    return reader.claims
