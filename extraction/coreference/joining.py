"""Two things made one."""

from extraction.coreference.spelling import words_of
from extraction.reading import Reading, Thing
from schema import NodeType


def absorb(reading: Reading, into: Thing, other: Thing) -> None:
    """Make one thing of two; the longer name becomes the name, the other an alias."""
    if into is other:
        return
    names = [into.name, *into.aliases, other.name, *other.aliases]
    if into.name[0] == "@" or (into.type is NodeType.PERSON and len(other.name.split()) > len(into.name.split())):
        into.name = other.name
    into.aliases = [n for n in dict.fromkeys(names) if n != into.name]
    for mention in other.mentions:
        into.mentions.append(mention)
        for i in range(mention.start, mention.end):
            reading.party_at[i] = into
    other.mentions = []


def full_people(reading: Reading) -> list[Thing]:
    return [t for t in reading.parties if t.type is NodeType.PERSON and len(words_of(t.name)) > 1]


def forget(reading: Reading, thing: Thing) -> None:
    for mention in thing.mentions:
        for i in range(mention.start, mention.end):
            reading.party_at.pop(i, None)
    thing.mentions = []
