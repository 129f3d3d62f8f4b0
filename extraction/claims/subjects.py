"""Which words stand for the one who says it, and which party they stand for."""

from collections.abc import Iterator

from spacy.tokens import Token

from extraction.claims.passages import Passages
from extraction.grammar import agent_of, antecedent_of, is_passive, own_subject_of
from extraction.reading import Thing
from schema import NodeType

SPEAKERS = frozenset({NodeType.PERSON, NodeType.ORGANIZATION, NodeType.COURT, NodeType.PLATFORM})
CLIMBS = frozenset({"conj", "xcomp", "advcl", "prep", "pcomp", "parataxis", "ccomp", "dep", "pobj", "acomp"})
MAX_CLIMB = 6
#: verbs whose object says it: the paper quoted *her* as saying …
CITING = frozenset({"cite", "quote"})


def subject_of_cue(verb: Token) -> Token | None:
    """The head of the words for who says it; None where the sentence leaves him out."""
    if is_passive(verb) and not _is_quoted_as(verb):
        return agent_of(verb)
    for _ in range(MAX_CLIMB):
        if subject := own_subject_of(verb):
            return antecedent_of(subject) or subject
        if (asked := _asked_to(verb)) is not None:
            return asked
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head
        if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in CITING:
            return next((c for c in verb.head.head.children if c.dep_ == "dobj"), None)
        if verb.dep_ not in CLIMBS or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _is_quoted_as(verb: Token) -> bool:
    return verb.lemma_ == "quote"


def _asked_to(infinitive: Token) -> Token | None:
    """Who is to do it where a verb has an object and an infinitive: it prompted *her* to accuse him."""
    if infinitive.dep_ != "xcomp" or not any(c.tag_ == "TO" for c in infinitive.children):
        return None
    return next((c for c in infinitive.head.children if c.dep_ == "dobj" and c.i < infinitive.i), None)


def party_of(token: Token, passages: Passages) -> Thing | None:
    return passages.reading.party_at.get(token.i)


def speaking_party(token: Token, passages: Passages) -> Thing | None:
    party = party_of(token, passages)
    return party if party is not None and party.type in SPEAKERS else None


def parties_below(preposition: Token, passages: Passages) -> Iterator[Thing]:
    for noun in preposition.children:
        if (party := speaking_party(noun, passages)) is not None:
            yield party
