"""What a party is called in the end: its fullest name, and the others as aliases."""

from spacy.tokens import Doc

from extraction.coreference.spelling import words_of
from extraction.reading import Reading
from schema import NodeType, normalise_name


def name_seats(doc: Doc, reading: Reading) -> None:
    """ "District Court in Warsaw" is an alias of the District Court."""
    for thing in reading.parties:
        for mention in thing.mentions if thing.type is NodeType.COURT else ():
            seat = reading.party_at.get(mention.end + 1)
            if seat is not None and seat.type is NodeType.PLACE and doc[mention.end].lower_ == "in":
                thing.aliases.append(f"{doc[mention.start : mention.end].text} in {seat.name}")


def add_nicknames(reading: Reading) -> None:
    """The quoted name of "Dionisio “Boy” Salcedo" is an alias."""
    for thing in reading.parties:
        if thing.type is NodeType.PERSON and any(q in thing.name for q in '“‘"'):
            inner = thing.name.replace("“", '"').replace("”", '"').replace("‘", '"').replace("’", '"').split('"')
            if len(inner) == 3 and inner[1].strip():
                thing.aliases.append(inner[1].strip())


def settle_names(reading: Reading) -> None:
    """The fullest name becomes the name; the others are aliases."""
    for thing in reading.parties:
        names = list(dict.fromkeys([thing.name, *thing.aliases]))
        best = max(
            names, key=lambda n: (not n.isupper() or len(n.split()) > 1, len(words_of(n)), len(n), not n.isupper())
        )
        thing.name = best
        distinct = {normalise_name(n): n for n in reversed(names)}
        distinct.pop(normalise_name(best))
        thing.aliases = [n for n in names if distinct.get(normalise_name(n)) == n]
