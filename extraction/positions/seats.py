"""Seats of power that stand in front of a title, where they look like words of it: "Senate | minority leader X"."""

from spacy.tokens import Doc

from extraction.names.words import titles
from extraction.positions.phrases import MODIFIER_TAGS
from extraction.reading import Mention, MentionKind, Reading, Thing
from schema import NodeType, OrganizationKind

#: first word -> the words behind it that complete the name
SEATS = {"Senate": (), "White": ("House",), "House": (), "Pentagon": (), "Kremlin": (), "Congress": ()}
#: a seat of which there are many is one only where the article names which
AMBIGUOUS = frozenset({"House"})
#: the title ends at most so many words behind the seat
REACH = 4


def name_seats(doc: Doc, reading: Reading) -> None:
    """Adds the mentions of seats in front of titles to the reading, with a new organization where none is so called."""
    known: dict[str, Thing] | None = None
    for token in doc:
        if token.text not in SEATS or token.i in reading.party_at:
            continue
        end = token.i + 1 + len(SEATS[token.text])
        name = " ".join((token.text, *SEATS[token.text]))
        if doc[token.i : end].text != name or not _is_before_title(doc, reading, end):
            continue
        known = _by_name(reading) if known is None else known
        thing = known.get(name)
        if thing is None and name not in AMBIGUOUS:
            thing = known[name] = Thing(NodeType.ORGANIZATION, name, properties={"kind": OrganizationKind.GOVERNMENT})
        if thing is not None:
            reading.add_mention(thing, Mention(token.i, end, MentionKind.NAME))


def _is_before_title(doc: Doc, reading: Reading, start: int) -> bool:
    """Whether nothing but the words of a title follow, up to one."""
    for token in doc[start : start + REACH]:
        if token.i in reading.party_at or token.tag_ not in MODIFIER_TAGS:
            return False
        entry = titles().get(token.lower_)
        if entry is not None and entry.kind in {"office", "work"}:
            return True
    return False


def _by_name(reading: Reading) -> dict[str, Thing]:
    """The organizations of the article by their names, and the one House of Representatives as "House"."""
    organizations = [t for t in reading.parties if t.type is NodeType.ORGANIZATION]
    known = {name: t for t in organizations for name in (t.name, *t.aliases)}
    houses = [t for t in organizations if t.name.endswith("House of Representatives")]
    if len(houses) == 1:
        known.setdefault("House", houses[0])
    return known
