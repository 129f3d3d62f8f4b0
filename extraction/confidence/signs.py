"""What speaks for and against a fact: short labels ("claim:subject-named-1") that `weights` weighs."""

import math
from collections.abc import Callable, Iterator
from typing import Any

from spacy.tokens import Token

from extraction.confidence.facts import Fact
from extraction.confidence.surroundings import Surroundings
from extraction.reading import Thing
from schema import PARTY, NodeType, Predicate, Span

#: predicates that are much alike lend each other what is learnt of them
FAMILIES = {Predicate.MADE: "claim", Predicate.ABOUT: "about", Predicate.HOLDS_POSITION: "position"}
DOUBT = frozenset({"if", "unless", "whether", "no", "without", "neither", "nor", "alleged", "allegedly", "former"})
OPENING = frozenset({"“", '"', "«", "‘"})
SIDES = frozenset({Predicate.PLAINTIFF_IN, Predicate.DEFENDANT_IN})
#: how many words on either side of a trigger are looked at
NEAR = 8
#: how many words of a content are searched for a verb
OPENING_WORDS = 40


def family_of(predicate: Predicate) -> str:
    return FAMILIES.get(predicate, "case")


def signs_of(fact: Fact, around: Surroundings) -> dict[str, float]:
    """Label -> how much of it."""
    predicate, family = fact.predicate, family_of(fact.predicate)
    signs = {f"{family}:{label}": 1.0 for label in (*_general(fact, around), *_OF_FAMILY[family](fact, around))}
    if family == "case":
        signs[f"{predicate}"] = 1.0
        signs |= {f"{predicate}:{label}": 1.0 for label in _of_predicate(fact, around)}
    signs[f"{family}:sure"] = _odds(fact.lead.confidence)
    return signs


def _odds(rough: float) -> float:
    """The logarithm of the odds that the rule gives, against those of 0.8."""
    rough = min(max(rough, 0.05), 0.95)
    return math.log(rough / (1 - rough)) - math.log(4)


def _general(fact: Fact, around: Surroundings) -> Iterator[str]:
    link, said = fact.lead, fact.lead.evidence[0]
    yield f"rule={link.rule}"
    if len({e for one in fact.links for e in one.evidence}) > 1:
        yield "said-again"
    if len({one.rule for one in fact.links}) > 1:
        yield "several-rules"
    for end, thing, words in (("subject", link.subject, said.subject), ("object", link.object, said.object)):
        if thing.type in PARTY:
            yield from (f"{end}-{label}" for label in _party(fact, thing, words, around))
    trigger = around.token(said.trigger)
    if trigger is not None:
        yield f"trigger-{trigger.pos_}"
        yield f"zone-{around.reading.zone_of(trigger.i)}"
        yield from _mood(trigger, around)


def _party(fact: Fact, thing: Thing, words: Span | None, around: Surroundings) -> Iterator[str]:
    """How well the text knows the party, and how it names it here."""
    yield thing.type.value
    yield f"named-{_size(len(thing.mentions), 1, 2, 5)}"
    yield f"words-{_size(len(thing.name.split()), 1, 2, 3)}"
    if around.has_namesake(thing):
        yield "namesake"
    token = around.token(words)
    if token is None or fact.predicate is Predicate.MADE:
        return  # how a speaker is named is in the rough confidence of its rule
    yield f"by-{around.kind(token) or 'word'}"
    if fact.predicate is not Predicate.ABOUT:
        yield f"dep-{token.dep_}"


def _mood(trigger: Token, around: Surroundings) -> Iterator[str]:
    doc, here = trigger.doc, around.sentence(trigger)
    for token in doc[max(trigger.i - NEAR, 0) : trigger.i + NEAR]:
        if around.sentence(token) != here:
            continue
        if token.tag_ == "MD":
            yield "modal-near"
        elif token.dep_ == "neg":
            yield "negation-near"
        elif token.lower_ in DOUBT:
            yield f"near-{token.lower_}"


def _of_predicate(fact: Fact, around: Surroundings) -> Iterator[str]:
    """What may mean something else for the sides of a case than for its court."""
    said = fact.lead.evidence[0]
    yield f"cases-{_size(around.cases, 1, 2, 4)}"
    trigger, words = around.token(said.trigger), around.token(said.subject or said.object)
    if trigger is not None and words is not None:
        yield f"far-{_size(abs(words.i - trigger.i), 3, 8, 16, 40)}"


def _of_case(fact: Fact, around: Surroundings) -> Iterator[str]:
    counts = around.counts[id(around.whole(fact.lead))]
    yield f"cases-{_size(around.cases, 1, 2, 4)}"
    yield f"parties-{_size(len(around.reading.parties), 8, 15, 25, 40)}"
    yield f"rivals-{_size(counts[fact.predicate], 1, 2, 4)}"
    for predicate in (Predicate.PLAINTIFF_IN, Predicate.DEFENDANT_IN, Predicate.HEARD_BY, Predicate.CONCERNS):
        if predicate not in counts:
            yield f"without-{predicate}"
    trigger = around.token(fact.lead.evidence[0].trigger)
    if trigger is not None:
        yield f"sentence-{_size(around.sentence(trigger), 0, 3, 10, 25)}"
        if around.is_claimed(trigger):
            yield "claimed"
    properties: dict[str, Any] = fact.lead.object.properties
    if fact.lead.object.type in {NodeType.EVENT, NodeType.PENALTY}:
        yield f"kind-{properties['kind']}"
    if fact.lead.object.type is NodeType.PENALTY:
        yield f"status-{properties['status']}"


def _of_claim(fact: Fact, around: Surroundings) -> Iterator[str]:
    yield f"density-{_size(around.density, 10, 20, 35, 55)}"
    trigger = around.token(fact.lead.evidence[0].trigger)
    if fact.predicate is Predicate.MADE:
        yield f"stance-{fact.lead.properties['stance']}"
        if trigger is not None:
            yield from (f"trigger-dep-{trigger.dep_}", f"trigger-tag-{trigger.tag_}")
    mention = around.whole(fact.lead).mentions[0]
    content = around.doc[mention.start : mention.end]
    yield f"content-{_size(len(content), 3, 6, 12, 30)}"
    if not any(t.pos_ in {"VERB", "AUX"} for t in content[:OPENING_WORDS]):
        yield "content-without-verb"
    if mention.start and around.doc[mention.start - 1].text in OPENING:
        yield "content-quoted"


def _of_about(fact: Fact, around: Surroundings) -> Iterator[str]:
    yield from _of_claim(fact, around)
    claim = fact.lead.subject
    made = next((f.lead for f in around.told[id(claim)] if f.predicate is Predicate.MADE), None)
    if made is not None:
        yield f"made-by-{made.rule}"
    token = around.token(fact.lead.evidence[0].object)
    if token is not None:
        yield f"head-{token.head.pos_}-{token.dep_}"
        yield f"into-{_size(max(token.i - claim.mentions[0].start, 0), 2, 6, 15)}"


def _of_position(fact: Fact, around: Surroundings) -> Iterator[str]:
    yield f"title-{_size(len(str(fact.lead.properties['title']).split()), 1, 2, 4)}"
    said = fact.lead.evidence[0]
    trigger, holder = around.token(said.trigger), around.token(said.object)
    if trigger is not None and holder is not None:
        yield f"holder-far-{_size(abs(trigger.i - holder.i), 2, 5, 12, 40)}"


_OF_FAMILY: dict[str, Callable[[Fact, Surroundings], Iterator[str]]] = {
    "case": _of_case,
    "claim": _of_claim,
    "about": _of_about,
    "position": _of_position,
}


def _size(number: int, *steps: int) -> str:
    """
    >>> _size(3, 1, 2, 5), _size(9, 1, 2, 5)
    ('5', 'more')
    """
    return next((str(step) for step in steps if number <= step), "more")
