"""Parties and chambers that a word at a title stands for: "Labour leader X", "Democratic senators X, Y", "Rep. X"."""

from collections.abc import Iterator

from extraction.names.words import nationalities
from extraction.positions.finding import Finding
from extraction.positions.phrases import Held
from extraction.reading import Reading, Thing
from schema import NodeType, OrganizationKind

#: titles of those who sit in a House of Representatives
OF_THE_HOUSE = frozenset({"representative", "rep.", "reps.", "congressman", "congresswoman", "congressperson"})
HOUSE = "house of representatives"
#: words beside "Representative" or a party's name that leave open which one is meant
OF_THE_NATION = frozenset({"", "us", "u.s.", "united", "states"})
#: what a party itself has; whoever else it names so is a member
OF_A_PARTY = frozenset(
    {"leader", "chairman", "chairwoman", "chair", "candidate", "nominee", "spokesman", "spokeswoman"}
)
#: nouns for members -> the adjective in the party's name
MEMBERS = {"democrat": "democratic", "republican": "republican", "libertarian": "libertarian", "tory": "conservative"}
BESIDE_A_NAME = frozenset({"title-before", "title-shared", "title-joined"})


class Memberships:
    """Finds the parties and chambers of one article's title-holders."""

    def __init__(self, reading: Reading) -> None:
        organizations = [t for t in reading.parties if t.type is NodeType.ORGANIZATION]
        houses = [t for t in organizations if any(n.lower().endswith(HOUSE) for n in (t.name, *t.aliases))]
        self.house = houses[0] if len(houses) == 1 else None
        self.by_adjective: dict[str, list[Thing]] = {}
        for party in organizations:
            *nation, adjective, last = ("", *party.name.lower().split())[-3:] if " " in party.name else ("", "", "")
            is_party = party.properties.get("kind") is OrganizationKind.PARTY and last == "party"
            if is_party and set(nation) <= OF_THE_NATION | nationalities():
                self.by_adjective.setdefault(adjective, []).append(party)

    def of(self, found: Finding) -> Iterator[Finding]:
        """The finding with its chamber or party, and the membership besides."""
        words = found.words.lower().split()
        party = self._party(MEMBERS[words[-1]]) if words[-1] in MEMBERS else self._by_adjective(found, words[0])
        held: Held | None = None
        if found.holder is None and party is not None and words[-1] in OF_A_PARTY | MEMBERS.keys():
            held = (found.title.start, party)
        elif party is not None and words[-1] not in OF_A_PARTY:
            yield Finding(found.person, found.mention, found.title, "member", (found.title.start, party), "partisan")
        is_of_the_house = words[-1] in OF_THE_HOUSE and set(words[:-1]) <= OF_THE_NATION | MEMBERS.keys() | {
            "democratic"
        }
        if found.holder is None and self.house is not None and is_of_the_house:
            held = (found.title.start, self.house)
        yield found.held_by(held, "partisan" if held[1] is party else "chamber") if held is not None else found

    def _by_adjective(self, found: Finding, first: str) -> Thing | None:
        """The party of "Labour | leader X", "Liberal National | MP X"."""
        if found.rule not in BESIDE_A_NAME:
            return None
        before = found.title.doc[found.title.start - 1].lower_ if found.title.start else ""
        return self._party(first) or self._party(before)

    def _party(self, adjective: str) -> Thing | None:
        parties = self.by_adjective.get(adjective, [])
        return parties[0] if len(parties) == 1 else None
