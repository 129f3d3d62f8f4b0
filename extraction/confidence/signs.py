"""What speaks for and against a fact: short labels ("about:object-by-pronoun") that `weights` weighs.

Few, and only such as help also where the weights were fitted to another kind of articles; docs/extraction.md tells
which did not.
"""

import math
from collections.abc import Iterator
from typing import Any

from spacy.tokens import Token

from extraction.confidence.facts import Fact
from extraction.confidence.surroundings import Surroundings
from extraction.reading import Thing
from extraction.sentences import sentence_of
from schema import PARTY, NodeType, Predicate, Span

#: predicates that are much alike lend each other what is learnt of them
FAMILIES = {Predicate.MADE: "claim", Predicate.ABOUT: "about", Predicate.HOLDS_POSITION: "position"}
OPENING = frozenset({"“", '"', "«", "‘"})
#: how many words on either side of a trigger are looked at
NEAR = 8
#: how many words of a content are searched for a verb
OPENING_WORDS = 40
#: how much of a rule's own precision is believed beside its predicate's
OF_RULE = 0.5


def family_of(predicate: Predicate) -> str:
    return FAMILIES.get(predicate, "case")


def signs_of(fact: Fact, around: Surroundings) -> dict[str, float]:
    """Label -> how much of it."""
    family = family_of(fact.predicate)
    signs = {str(fact.predicate): 1.0}
    signs |= {f"{family}:{label}": 1.0 for label in (*_parties(fact, family, around), *_own(fact, family, around))}
    if family == "case":
        signs[f"{fact.predicate}:cases-{_size(around.cases, 1, 2, 4)}"] = 1.0
    else:
        signs[f"{family}:sure"] = _odds(fact.lead.confidence)
    if family in {"case", "position"}:
        signs[f"{family}:rule={fact.lead.rule}"] = OF_RULE
    return signs


def _odds(rough: float) -> float:
    """The logarithm of the odds that the rule gives, against those of 0.8."""
    rough = min(max(rough, 0.05), 0.95)
    return math.log(rough / (1 - rough)) - math.log(4)


def _own(fact: Fact, family: str, around: Surroundings) -> Iterator[str]:
    """What is looked at in one family alone."""
    if family == "case":
        yield from _of_case(fact, around)
    elif family == "about":
        yield from _of_content(fact, around)
    elif family == "position" and (trigger := around.token(fact.lead.evidence[0].trigger)) is not None:
        yield f"zone-{around.reading.zone_of(trigger.i)}"


def _parties(fact: Fact, family: str, around: Surroundings) -> Iterator[str]:
    link, said = fact.lead, fact.lead.evidence[0]
    for end, thing, words in (("subject", link.subject, said.subject), ("object", link.object, said.object)):
        if thing.type in PARTY:
            yield from (f"{end}-{label}" for label in _party(family, thing, words, around))


def _party(family: str, thing: Thing, words: Span | None, around: Surroundings) -> Iterator[str]:
    """What it is, how often the text names it, and how it names it here."""
    token = around.token(words)
    if family in {"claim", "about"}:
        yield thing.type.value
    if family in {"about", "position"}:
        yield f"named-{_size(len(thing.mentions), 1, 2, 5)}"
    if family == "claim" and around.has_namesake(thing):
        yield "namesake"
    if family in {"case", "about"} and token is not None:
        yield f"by-{around.kind(token) or 'word'}"
    if family == "position" and token is not None:
        yield f"dep-{token.dep_}"


def _of_case(fact: Fact, around: Surroundings) -> Iterator[str]:
    if len({one.rule for one in fact.links}) > 1:
        yield "several-rules"
    trigger = around.token(fact.lead.evidence[0].trigger)
    if trigger is not None:
        yield f"trigger-{trigger.pos_}"
        if _has_modal_near(trigger):
            yield "modal-near"
    if fact.lead.object.type in {NodeType.EVENT, NodeType.PENALTY}:
        properties: dict[str, Any] = fact.lead.object.properties
        yield f"kind-{properties['kind']}"


def _has_modal_near(trigger: Token) -> bool:
    sentence = sentence_of(trigger)
    near = trigger.doc[max(trigger.i - NEAR, sentence.start) : min(trigger.i + NEAR, sentence.end)]
    return any(t.tag_ == "MD" for t in near)


def _of_content(fact: Fact, around: Surroundings) -> Iterator[str]:
    mention = fact.lead.subject.mentions[0]
    content = around.doc[mention.start : mention.end]
    yield f"content-{_size(len(content), 3, 6, 12, 30)}"
    if not any(t.pos_ in {"VERB", "AUX"} for t in content[:OPENING_WORDS]):
        yield "content-without-verb"
    if mention.start and around.doc[mention.start - 1].text in OPENING:
        yield "content-quoted"


def _size(number: int, *steps: int) -> str:
    """
    >>> _size(3, 1, 2, 5), _size(9, 1, 2, 5)
    ('5', 'more')
    """
    return next((str(step) for step in steps if number <= step), "more")
