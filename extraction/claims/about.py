"""Whom a claim is about: the named parties that its words mention, and the lawyer's client."""

from collections.abc import Iterator

from spacy.tokens import Token

from extraction.claims.candidate import Candidate
from extraction.claims.passages import Passages
from extraction.grammar import conjuncts
from extraction.reading import Thing
from schema import NodeType

TALKED_ABOUT = frozenset({NodeType.PERSON, NodeType.ORGANIZATION, NodeType.COURT, NodeType.PLATFORM})
#: for whom somebody speaks who says "my client", and how the reporter says it for him
OWNERS = frozenset({"my", "our", "his", "her", "their"})
CLIENT = "client"
LAWYERS = frozenset({"lawyer", "attorney", "counsel", "solicitor", "barrister", "advocate", "brief"})
FOR = frozenset({"for", "of"})
#: how far before its verb the subject of such a clause may stand
REACH = 40
#: rules that take a clause apart whose subject stands on the other side of the verb of saying
SPLIT = frozenset({"claim-parenthetical", "claim-inversion"})


def parties_in(candidate: Candidate, speaker: Thing, passages: Passages) -> dict[int, Thing]:
    """Token -> party, the first token of each, without the speaker and without places, in the order of the text."""
    found: dict[int, Thing] = {}
    seen = {id(speaker)}
    for i in (*_outside(candidate, passages), *range(candidate.start, candidate.end)):
        party = passages.reading.party_at.get(i)
        if party is None and passages.doc[i].lemma_.lower() == CLIENT and _is_own(passages.doc[i]):
            party = passages.clients.get(id(speaker))
        if party is not None and party.type in TALKED_ABOUT and id(party) not in seen:
            seen.add(id(party))
            found[i] = party
    return found


def _outside(candidate: Candidate, passages: Passages) -> Iterator[int]:
    """Whom it is about although he stands outside: accused *him* and *her* of it; *Moor*, she said, had left."""
    if candidate.target is not None:
        yield from (t.i for t in (candidate.target, *conjuncts(candidate.target)) if t.i < candidate.start)
    left = max(passages.left[candidate.cue.i], candidate.cue.i - REACH)
    if candidate.rule in SPLIT and candidate.start > candidate.cue.i and passages.doc[candidate.start].tag_ != "PRP":
        yield from (i for i in range(left, candidate.cue.i) if passages.doc[i].dep_ in {"nsubj", "nsubjpass"})


def _is_own(client: Token) -> bool:
    return any(c.dep_ == "poss" and c.lower_ in OWNERS for c in client.children)


def find_clients(passages: Passages) -> None:
    """Fills `passages.clients`: lawyer -> whose lawyer he is, as in "his lawyer, Ann Lee", "counsel for Moor"."""
    for token in passages.doc:
        if token.lemma_.lower() in LAWYERS and token.pos_ in {"NOUN", "PROPN"}:
            lawyer, client = _lawyer(token, passages), _client(token, passages)
            if lawyer is not None and client is not None and lawyer is not client:
                passages.clients.setdefault(id(lawyer), client)


def _lawyer(noun: Token, passages: Passages) -> Thing | None:
    beside = [c for c in noun.children if c.dep_ == "appos"]
    beside += [noun.head] if noun.dep_ in {"appos", "compound", "attr"} else []
    parties = (passages.reading.party_at.get(t.i) for t in (noun, *beside))
    return next((p for p in parties if p is not None and p.type is NodeType.PERSON), None)


def _client(noun: Token, passages: Passages) -> Thing | None:
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [o for c in noun.children if c.dep_ == "prep" and c.lower_ in FOR for o in c.children if o.dep_ == "pobj"]
    parties = (passages.reading.party_at.get(t.i) for t in owners)
    return next((p for p in parties if p is not None and p.type in TALKED_ABOUT), None)
