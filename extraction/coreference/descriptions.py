"""Whom "the Cambodian prime minister", "the company" and "the lender" stand for: whom the article calls so."""

import re

from spacy.tokens import Doc, Token

from extraction.coreference.roles import descriptions, generic_descriptions, is_title_noun, same_title
from extraction.coreference.salience import Salience
from extraction.grammar import SUBJECTS
from extraction.names.words import nationalities
from extraction.reading import Reading, Thing
from schema import NodeType

#: words between article and noun that leave open which one is meant
CONTRASTING = frozenset(
    {"other", "another", "rival", "opposition", "second", "same", "new", "first", "third", "lower", "next"}
)
#: words inside a description that tell nobody apart
UNTELLING = frozenset(
    {"former", "ex", "-", "then", "outspoken", "embattled", "exiled", "accused", "jailed", "veteran", "year", "old"}
)
#: a description with no role in the text stands for a party named at most so many sentences ago
REACH = 6
AGE = re.compile(r"\bthe (\d\d)[- ]year[- ]old$", re.IGNORECASE)
#: an age stands behind one of the first mentions
MOST_MENTIONS = 5
#: what bare "police" is where it acts: no modifier of another noun
BARE_ROLES = SUBJECTS | {"pobj", "agent", "dobj"}


class DescriptionReader:
    """Finds the antecedents of one article's descriptions."""

    def __init__(self, doc: Doc, reading: Reading, roles: dict[int, set[str]]) -> None:
        self.doc, self.reading = doc, reading
        self.by_role: dict[str, list[Thing]] = {}
        for thing in reading.parties:
            for role in roles.get(id(thing), ()):
                self.by_role.setdefault(role, []).append(thing)

    def of_age(self, token: Token, salience: Salience) -> Thing | None:
        """ "the 64-year-old": whoever is of that age, else the one person whom the text is about there."""
        if token.lower_ != "old" or not AGE.search(before := self.doc[max(0, token.i - 5) : token.i + 1].text):
            return None
        people = [t for t in salience.ranked() if t.type is NodeType.PERSON and salience.age(t) <= 2]
        of_age = [t for t in people if self._age(t) == AGE.findall(before)[-1]]
        return of_age[0] if of_age else people[0] if people and self._age(people[0]) is None else None

    def _age(self, person: Thing) -> str | None:
        """The number in "Ana Roy, 64, …"."""
        for mention in person.mentions[:MOST_MENTIONS]:
            after = self.doc[mention.end : mention.end + 2]
            if len(after) == 2 and after[0].text == "," and after[1].is_digit and len(after[1]) == 2:
                return after[1].text
        return None

    def bare_police(self, token: Token, salience: Salience) -> Thing | None:
        """ "police said": the one force that the text names."""
        is_bare = not any(c.dep_ in {"compound", "amod", "nmod", "poss"} for c in token.lefts)
        bearers = self.by_role.get("police", [])
        return bearers[0] if is_bare and token.dep_ in BARE_ROLES and len(bearers) == 1 else None

    def start_of(self, noun: Token) -> int:
        """Where "the (Cambodian) (prime) minister" begins; -1 where the noun is no such phrase or has a complement."""
        doc = self.doc
        following = doc[noun.i + 1] if noun.i + 1 < len(doc) else None
        if following is not None and not noun.is_sent_end and self._goes_on(following):
            return -1
        if not (noun.lower_ in descriptions() or is_title_noun(noun.lower_)):
            return -1
        i = noun.i
        while i > 0 and noun.i - i < 5 and doc[i - 1].tag_ in {"NN", "JJ", "NNP", "CD"} and not doc[i - 1].is_sent_end:
            i -= 1
            if doc[i].lower_ in CONTRASTING or self.reading.party_at.get(i):
                return -1
        if i == 0 or doc[i - 1].lower_ not in {"the", "this"}:
            return noun.i if noun.i == i and self._is_owned(noun) else -1
        return i - 1

    def _is_owned(self, noun: Token) -> bool:
        """ "his | lawyer", "Vela's | lawyer": the words in front stand for somebody else."""
        return is_title_noun(noun.lower_) and noun.i > 0 and self.doc[noun.i - 1].tag_ in {"PRP$", "POS"}

    def _goes_on(self, following: Token) -> bool:
        """ "the president of Y", "the company car", "the minister who …" are about something else."""
        if self.reading.party_at.get(following.i) is not None or following.tag_ in {"NN", "NNS", "NNP", "NNPS"}:
            return True
        return following.lower_ in {"of", "for", "who", "which", "whose"} or following.text == "-"

    def antecedent(self, start: int, noun: Token, salience: Salience) -> Thing | None:
        """The party that the description of the tokens from `start` to the noun is of."""
        if start == noun.i:
            bearers = self.by_role.get(same_title(noun.lower_), [])
            return bearers[0] if len(bearers) == 1 else None
        inside = self.doc[start + 1 : noun.i + 1]
        words = [t.lower_ for t in inside if t.lower_ not in nationalities() | UNTELLING and t.tag_ != "CD"]
        phrase = " ".join(words)
        if bearers := self.by_role.get(same_title(phrase), []):
            return _most_salient(bearers, salience)
        if phrase in generic_descriptions():
            return _of_kind(generic_descriptions()[phrase], salience)
        return _only_one(descriptions().get(phrase, frozenset()), salience)


def _most_salient(things: list[Thing], salience: Salience) -> Thing | None:
    spoken_of = [t for t in things if id(t) in salience.weight]
    if spoken_of:
        return max(spoken_of, key=lambda t: salience.weight[id(t)])
    return things[0] if len(things) == 1 else None


def _only_one(kinds: frozenset[str], salience: Salience) -> Thing | None:
    """The one of those kinds that was named lately, if there is one only."""
    near = [t for t in salience.ranked() if t.properties.get("kind") in kinds and salience.age(t) <= REACH]
    return near[0] if len(near) == 1 else None


def _of_kind(kinds: frozenset[str], salience: Salience) -> Thing | None:
    for thing in salience.ranked():
        kind = thing.properties.get("kind") if thing.type is NodeType.ORGANIZATION else thing.type.lower()
        if kind in kinds and salience.age(thing) <= (2 if thing.type is NodeType.COURT else 1) * REACH:
            return thing
    return None
