"""Who is being spoken of, and how prominently: the memory in which a description or pronoun looks for its party."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from extraction.grammar import SUBJECTS
from extraction.reading import Thing

PROMINENCE = dict.fromkeys(SUBJECTS, 2.0) | {"dobj": 1.2, "attr": 1.2, "agent": 1.2, "poss": 0.7, "compound": 0.3}
#: what a sentence leaves of the prominence that a party had before it
FADING = 0.5
#: so many parties are kept in mind; a sentence that lists more is about none of them
MOST_IN_MIND = 60


@dataclass
class Salience:
    """The parties spoken of up to here, with their weights and the sentence that named each last."""

    weight: dict[int, float] = field(default_factory=dict)
    sentence: dict[int, int] = field(default_factory=dict)
    things: dict[int, Thing] = field(default_factory=dict)
    now: int = 0

    def next_sentence(self) -> None:
        self.now += 1
        self.weight = {k: w * FADING for k, w in self.weight.items() if w > 0.001}

    def note(self, thing: Thing, weight: float) -> None:
        """The thing has been spoken of with that prominence."""
        self.things[id(thing)] = thing
        self.sentence[id(thing)] = self.now
        self.weight[id(thing)] = self.weight.get(id(thing), 0.0) * FADING + weight
        if len(self.weight) > MOST_IN_MIND:
            keep = sorted(self.weight, key=lambda k: -self.weight[k])[: MOST_IN_MIND // 2]
            self.weight = {k: self.weight[k] for k in keep}

    def ranked(self) -> list[Thing]:
        """The most prominent first."""
        return [self.things[k] for k, _ in sorted(self.weight.items(), key=lambda kw: -kw[1])]

    def age(self, thing: Thing) -> int:
        """Sentences since it was last spoken of."""
        return self.now - self.sentence[id(thing)]

    def inside_quotation(self) -> "Salience":
        """A memory for what is said inside a quotation, which the narration around it doesn't share."""
        sentence = {key: self.sentence[key] for key in self.weight}
        return Salience(dict(self.weight), sentence, self.things, self.now)

    def heard(self, quoted: "Salience", share: float) -> None:
        """What a quotation spoke of stays in mind a little."""
        for key, weight in quoted.weight.items():
            gained = weight - self.weight.get(key, 0.0)
            if gained > 0:
                self.weight[key] = self.weight.get(key, 0.0) + share * gained
                self.sentence[key] = quoted.sentence[key]


def prominence(token: Token) -> float:
    """How much the token's role in its clause puts its party in front."""
    head = token
    while head.dep_ in {"compound", "flat", "nmod", "appos", "det", "amod"} and _is_beside(head, head.head):
        head = head.head
    return PROMINENCE.get(head.dep_, 1.0)


def _is_beside(token: Token, head: Token) -> bool:
    """Inside one name: a compound whose head is capitalised too."""
    return head.i != token.i and (token.dep_ != "compound" or head.text[0].isupper())
