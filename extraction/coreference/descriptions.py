"""Whom "the Cambodian prime minister", "the company" and "the lender" stand for: whom the article calls so."""

from spacy.tokens import Doc, Token

from extraction.coreference.roles import descriptions, generic_descriptions, is_title_noun, same_title
from extraction.coreference.salience import Salience
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


class DescriptionReader:
    """Finds the antecedents of one article's descriptions."""

    def __init__(self, doc: Doc, reading: Reading, roles: dict[int, set[str]]) -> None:
        self.doc, self.reading = doc, reading
        self.by_role: dict[str, list[Thing]] = {}
        for thing in reading.parties:
            for role in roles.get(id(thing), ()):
                self.by_role.setdefault(role, []).append(thing)

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
            return -1
        return i - 1

    def _goes_on(self, following: Token) -> bool:
        """ "the president of Y", "the company car", "the minister who …" are about something else."""
        if self.reading.party_at.get(following.i) is not None or following.tag_ in {"NN", "NNS", "NNP", "NNPS"}:
            return True
        return following.lower_ in {"of", "for", "who", "which", "whose"} or following.text == "-"

    def antecedent(self, start: int, noun: Token, salience: Salience) -> Thing | None:
        """The party that the description of the tokens from `start` to the noun is of."""
        inside = self.doc[start + 1 : noun.i + 1]
        words = [t.lower_ for t in inside if t.lower_ not in nationalities() | UNTELLING and t.tag_ != "CD"]
        phrase = " ".join(words)
        if bearers := self.by_role.get(same_title(phrase), []):
            return _most_salient(bearers, salience)
        return _of_kind(generic_descriptions()[phrase], salience) if phrase in generic_descriptions() else None


def _most_salient(things: list[Thing], salience: Salience) -> Thing | None:
    spoken_of = [t for t in things if id(t) in salience.weight]
    if spoken_of:
        return max(spoken_of, key=lambda t: salience.weight[id(t)])
    return things[0] if len(things) == 1 else None


def _of_kind(kinds: frozenset[str], salience: Salience) -> Thing | None:
    for thing in salience.ranked():
        kind = thing.properties.get("kind") if thing.type is NodeType.ORGANIZATION else thing.type.lower()
        if kind in kinds and salience.age(thing) <= (2 if thing.type is NodeType.COURT else 1) * REACH:
            return thing
    return None
