"""Whom a claim is about: the named parties that its words mention."""

from extraction.claims.candidate import Candidate
from extraction.claims.passages import Passages
from extraction.reading import Thing
from schema import NodeType

TALKED_ABOUT = frozenset({NodeType.PERSON, NodeType.ORGANIZATION, NodeType.COURT, NodeType.PLATFORM})


def parties_in(candidate: Candidate, speaker: Thing, passages: Passages) -> dict[int, Thing]:
    """Token -> party, the first token of each, without the speaker and without places, in the order of the text."""
    tokens = list(range(candidate.start, candidate.end))
    if candidate.target is not None:
        tokens.insert(0, candidate.target.i)
    found: dict[int, Thing] = {}
    seen = {id(speaker)}
    for i in tokens:
        party = passages.reading.party_at.get(i)
        if party is not None and party.type in TALKED_ABOUT and id(party) not in seen:
            seen.add(id(party))
            found[i] = party
    return found
