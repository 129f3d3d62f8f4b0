"""Generated articles about an invented world: cases that go on for several articles, hubs, aliases, bare surnames."""

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass

from schema import Document
from tests.stories import Story

_GIVEN = ("Sok", "Chea", "Dara", "Vanna", "Rith", "Bopha", "Kunthea", "Phalla", "Sovann", "Makara", "Pisey", "Leak")
_SYLLABLES = ("ba", "cho", "da", "ke", "lo", "mu", "na", "pra", "ri", "sa", "tho", "vi")
_OFFENCES = ("defamation", "incitement", "public defamation", "insult", "tax evasion", "treason", "fraud")
_PLATFORMS = ("Facebook", "Twitter", "YouTube", "Telegram")
_PARTIES = (("People's Rescue Party", "PRP"), ("League of Free Voters", "LFV"), ("United Farmers Movement", "UFM"))
_TOWNS = ("Phnom Rung", "Battam Bay", "Siem Roath", "Kampong Sala")
_COUNTRIES = ("Cambodia", "Thailand", "Zambia")
_CIRCLE, _CURRENT = 30, 12  # people who meet in a case; cases that are in the news at one time
_EVENTS = ("filed", "charged", "on trial", "convicted", "acquitted", "appealed", "upheld")


@dataclass(frozen=True)
class Suit:
    """What is true of a case, of which every article tells a part."""

    plaintiff: str
    defendants: tuple[str, ...]
    lawyer: str
    judge: str
    offence: str
    platform: str
    court: str
    filed: datetime.date


class World:
    """Articles of a world of a seed. Cases come and go: each has about `per_case` articles, and people of its time."""

    def __init__(self, seed: int, articles: int, *, per_case: int = 4) -> None:
        self._random = random.Random(seed)
        self._size, self._per_case = articles, per_case
        cases = max(1, articles // per_case)
        self._people = [self._name() for _ in range(2 * cases + _CIRCLE)]
        self._suits = [self._suit(2 * n) for n in range(cases)]

    def documents(self) -> list[Document]:
        return list(self.stream())

    def stream(self) -> Iterator[Document]:
        """The documents one by one, so that a long load need not keep them all."""
        return (self._document(n) for n in range(self._size))

    def _pick(self, *some: str) -> str:
        return self._random.choice(some)

    def _name(self) -> str:
        middle, family = ("".join(self._random.choices(_SYLLABLES, k=2)).title() for _ in range(2))
        return f"{self._pick(*_GIVEN)} {middle} {family}"

    def _suit(self, first: int) -> Suit:
        people = self._random.sample(self._people[first : first + _CIRCLE], 5)
        court = f"{self._pick(*_TOWNS)} Municipal Court"
        filed = datetime.date(2015, 1, 1) + datetime.timedelta(days=self._random.randrange(3000))
        defendants = tuple(people[1 : self._random.choice((2, 2, 3))])
        return Suit(
            people[0], defendants, people[3], people[4], self._pick(*_OFFENCES), self._pick(*_PLATFORMS), court, filed
        )

    def _document(self, n: int) -> Document:
        newest = n // self._per_case
        suit = self._random.choice(self._suits[max(0, newest - _CURRENT) : newest + 1])
        late = self._random.randrange(400)
        story = Story(f"world-{n}", str(suit.filed + datetime.timedelta(days=late)))
        story.place(self._pick(*_COUNTRIES))
        people = self._told(story, suit, late)
        self._asides(story, people, self._people[2 * newest : 2 * newest + _CIRCLE])
        return story.document()

    def _told(self, story: Story, suit: Suit, late: int) -> list[str]:
        sued = [self._person(story, name) for name in suit.defendants]
        suing = [self._person(story, suit.plaintiff)] if self._random.random() < 0.7 else []
        court = story.court(self._pick(suit.court, suit.court, "Supreme Court", "Court of Appeal"))
        slots = {"defendants": sued, "plaintiffs": suing, "courts": [court]}
        if self._random.random() < 0.8:
            slots["offences"] = [suit.offence]
        if self._random.random() < 0.5:
            slots["platforms"] = [story.platform(suit.platform)]
        if self._random.random() < 0.4:
            slots["counsel"] = [story.person(suit.lawyer)]
            slots["judges"] = [story.person(suit.judge)]
        events = [(kind, str(suit.filed)) if kind == "filed" else kind for kind in self._random.sample(_EVENTS, 2)]
        penalties = [
            {"kind": "fine", "status": "sought", "amount": 100.0 * (late % 9 + 1), "currency": "USD", "on": sued[0]}
        ]
        story.case(**slots, events=events, penalties=penalties if late % 3 == 0 else [])
        return [*sued, *suing]

    def _person(self, story: Story, name: str) -> str:
        given, _, family = name.split()
        if self._random.random() < 0.06:
            return story.person(family)
        return story.person(name, [family] if self._random.random() < 0.5 else [f"{given} {family}"])

    def _prime_minister(self, story: Story, party: str) -> None:
        minister = self._person(story, "Chea Noro Dasa")
        story.position(minister, party, "president")
        story.claim(minister, f"the {self._pick(*_SYLLABLES)} must {self._pick(*_SYLLABLES)}")

    def _asides(self, story: Story, people: list[str], circle: list[str]) -> None:
        name, short = self._pick(*map("|".join, _PARTIES)).split("|")
        party = story.organization(name, [short], "party") if self._random.random() < 0.5 else story.organization(short)
        speaker = self._person(story, self._pick(*circle))
        story.position(speaker, party, self._pick("spokesman", "member", "lawmaker"))
        if self._random.random() < 0.3:
            self._prime_minister(story, party)
        story.organization(self._pick("Ministry of Interior", "National Assembly", "Daily Mirror Group"))
        for k in range(3):
            said = " ".join(self._random.choices(_SYLLABLES, k=12))
            story.claim(speaker if k else people[0], f"{said} {k}", [people[-1]], self._pick("asserts", "denies"))
