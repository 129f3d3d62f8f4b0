"""Whom "he", "she", "they" and "it" stand for: the one last spoken of who fits, subjects before others."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from extraction.coreference.gender import Gender, gender_of
from extraction.grammar import SUBJECTS
from extraction.reading import Mention, MentionKind, Paragraph, Reading, Thing, Zone
from schema import NodeType

MALE, FEMALE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "their", "them", "themselves", "theirs"})
#: no more paragraphs back than these, and no more sentences for "it"
REACH, REACH_OF_THINGS = 4, 2


@dataclass
class Salience:
    """Who was spoken of, and how prominently, up to here."""

    weight: dict[int, float] = field(default_factory=dict)
    things: dict[int, Thing] = field(default_factory=dict)

    def fade(self, by: float) -> None:
        self.weight = {k: w * by for k, w in self.weight.items() if w * by > 0.05}

    def note(self, thing: Thing, weight: float) -> None:
        self.things[id(thing)] = thing
        self.weight[id(thing)] = max(self.weight.get(id(thing), 0.0), 0.0) * 0.5 + weight

    def ranked(self) -> list[Thing]:
        return [self.things[k] for k, _ in sorted(self.weight.items(), key=lambda kw: -kw[1])]


class Pronouns:
    """Resolves the pronouns of one article, from its beginning to its end."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self.doc, self.reading = doc, reading
        self.salience = Salience()
        self.genders: dict[int, Gender | None] = {}
        self.named_in_sentence: set[int] = set()

    def read(self) -> None:
        for paragraph in self.reading.paragraphs:
            if paragraph.zone in {Zone.BODY, Zone.QUOTATION}:
                self._read_paragraph(paragraph)
                self.salience.fade(0.6)

    def _read_paragraph(self, paragraph: Paragraph) -> None:
        for token in self.doc[paragraph.start : paragraph.end]:
            if token.is_sent_start:
                self.salience.fade(0.5)
            thing = self.reading.party_at.get(token.i)
            if thing is not None:
                if self.reading.party_at.get(token.i - 1) is not thing:
                    self.salience.note(thing, _prominence(token))
            elif token.pos_ == "PRON" and (found := self._antecedent(token)):
                self.reading.add_mention(found, Mention(token.i, token.i + 1, MentionKind.PRONOUN))
                self._learn_gender(token, found)
                self.salience.note(found, _prominence(token))

    def _antecedent(self, token: Token) -> Thing | None:
        word = token.lower_
        if word in MALE:
            return self._person("male", token)
        if word in FEMALE:
            return self._person("female", token)
        return None

    def _person(self, gender: Gender, token: Token) -> Thing | None:
        for thing in self.salience.ranked():
            if thing.type is NodeType.PERSON and self._gender(thing) in {gender, None} and not _clashes(token, thing):
                return thing
        return None

    def _gender(self, thing: Thing) -> Gender | None:
        if id(thing) not in self.genders:
            self.genders[id(thing)] = gender_of(self.doc, thing)
        return self.genders[id(thing)]

    def _learn_gender(self, token: Token, thing: Thing) -> None:
        if self._gender(thing) is None:
            self.genders[id(thing)] = "male" if token.lower_ in MALE else "female"


def _prominence(token: Token) -> float:
    head = token
    while head.dep_ in {"compound", "flat", "nmod", "appos"} and head.head.i != head.i:
        head = head.head
    return 2.0 if head.dep_ in SUBJECTS else 1.2 if head.dep_ in {"dobj", "attr", "agent"} else 1.0


def _clashes(token: Token, thing: Thing) -> bool:
    """ "Vela sued him": the object of a verb isn't its subject."""
    if token.dep_ not in {"dobj", "dative"} or token.lower_.endswith("self"):
        return False
    return any(m.start <= c.i < m.end for c in token.head.children if c.dep_ in SUBJECTS for m in thing.mentions)
