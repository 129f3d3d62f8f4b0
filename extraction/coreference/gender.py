"""Whether a person is "he" or "she", as far as the article or the given name tells."""

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Doc, Span

from extraction.names.words import given_names, titles
from extraction.reading import Reading, Thing
from schema import NodeType

Gender = Literal["male", "female"]
MALE, FEMALE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
#: evidence is positive for "she" and negative for "he"
SIGN: dict[Gender, float] = {"male": -1.0, "female": 1.0}
#: what a title, a listed given name, a pronoun that can only be the person's, and a resolved one are worth
BY_NAME, BY_PRONOUN, BY_GUESS = 3.0, 1.0, 0.5
#: roles of nouns that bring up somebody else, as appositions and predicates don't
BY_THEMSELVES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "agent", "poss"})
#: as much evidence rules the other gender out
SURE = 1.5
#: a person's title and apposition stand at one of the first mentions, the apposition in so many tokens
MOST_MENTIONS, APPOSED = 10, 6


def gender_of(doc: Doc, person: Thing) -> Gender | None:
    """By a title before the name ("Ms", "Queen"), a noun in apposition ("his sister, X"), else by the given name."""
    words = [w for mention in person.mentions[:MOST_MENTIONS] for w in _words_beside(doc, mention.start, mention.end)]
    told = next((gender for w in words if (gender := gender_of_word(w))), None)
    listed = given_names().get(person.name.split()[0].lower())
    if told is None and listed is not None:
        return "male" if listed == "male" else "female"
    return told or next((gender for w in words if (gender := _gender_of_title(w))), None)


def _words_beside(doc: Doc, start: int, end: int) -> Iterator[str]:
    """Those before the name, and what it is said to be in "X, his sister" and "X, 34, a waitress in Y"."""
    for i in range(start - 1, max(-1, start - 4), -1):
        if doc[i].is_space or (doc[i].is_punct and doc[i].text != ","):
            break
        yield doc[i].lower_
        if doc[i].is_sent_start:
            break
    if end >= len(doc) or doc[end].text != ",":
        return
    end += 2 * (end + 2 < len(doc) and doc[end + 1].is_digit and doc[end + 2].text == ",")
    for i in range(end + 1, min(end + APPOSED, len(doc))):
        if doc[i].tag_ not in {"DT", "PRP$", "JJ", "NN", "HYPH"}:
            break
        yield doc[i].lower_


def _gender_of_title(word: str) -> Gender | None:
    """ "Spokeswoman" and "actress" tell it, "chairman" does where nothing else does."""
    if word not in titles():
        return None
    return "female" if word.endswith(("woman", "ress", "tess")) else "male" if word.endswith("man") else None


def gender_of_word(word: str) -> Gender | None:
    """ "Ms", "queen", "widow"."""
    entry = titles().get(word)
    return entry.gender if entry and len(word) > 1 else None


def gender_of_pronoun(word: str) -> Gender | None:
    return "male" if word in MALE else "female" if word in FEMALE else None


class Genders:
    """Collects the evidence for each person of an article."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self.doc = doc
        self.evidence: dict[int, float] = {}
        for person in reading.parties:
            if person.type is NodeType.PERSON and (gender := gender_of(doc, person)):
                self.evidence[id(person)] = BY_NAME * SIGN[gender]
        for person, gender in _lone_people(doc, reading):
            self._add(person, gender, BY_PRONOUN)

    def _add(self, person: Thing, gender: Gender, weight: float) -> None:
        self.evidence[id(person)] = self.evidence.get(id(person), 0.0) + SIGN[gender] * weight

    def note(self, person: Thing, gender: Gender) -> None:
        """A pronoun has been taken to stand for the person."""
        self._add(person, gender, BY_GUESS)

    def set(self, person: Thing, gender: Gender | None) -> None:
        """For somebody without a name, whom the noun tells: "the widow"."""
        if gender is not None:
            self.evidence[id(person)] = BY_NAME * SIGN[gender]

    def settle(self, person: Thing) -> None:
        """Writes down what is sure of the person."""
        evidence = self.evidence.get(id(person), 0.0)
        person.gender = "female" if evidence >= SURE else "male" if evidence <= -SURE else None

    def fit(self, person: Thing, gender: Gender) -> float:
        """How well the pronoun suits the person: below 1 where it hardly does, 0 where it can't."""
        evidence = self.evidence.get(id(person), 0.0) * SIGN[gender]
        return 1.7 if evidence >= SURE else 0.0 if evidence <= -SURE else 0.5 if evidence < 0 else 1.0


def _lone_people(doc: Doc, reading: Reading) -> Iterator[tuple[Thing, Gender]]:
    """Who is alone in a sentence with pronouns of one gender behind: "Vela said he lost", "Vela rose. He left."."""
    before: list[Thing | None] = []
    for sentence in doc.sents:
        people, pronouns = _people_in(sentence, reading), _pronouns_in(sentence)
        subject = people[0] if people else before[0] if len(before) == 1 else None
        last = next((t.i for t in sentence if reading.party_at.get(t.i) is subject), sentence.start - 1)
        genders = {gender for _, gender in pronouns}
        if subject is not None and len(people) <= 1 and len(genders) == 1 and pronouns[-1][0] > last:
            yield subject, genders.pop()
        before = people


def _people_in(sentence: Span, reading: Reading) -> list[Thing | None]:
    """The named people, and None for each who is only described."""
    found: dict[int, Thing | None] = {}
    for token in sentence:
        thing = reading.party_at.get(token.i)
        if thing is not None and thing.type is NodeType.PERSON:
            found.setdefault(id(thing), thing)
        elif thing is None and token.tag_ == "NN" and token.lower_ in titles() and token.dep_ in BY_THEMSELVES:
            found[-token.i - 1] = None
    return list(found.values())


def _pronouns_in(sentence: Span) -> list[tuple[int, Gender]]:
    return [(t.i, g) for t in sentence if t.tag_ in {"PRP", "PRP$"} and (g := gender_of_pronoun(t.lower_))]
