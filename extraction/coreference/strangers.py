"""Those whom an article speaks of without a name: behind "a hospital in the north", "the hospital" is no named one."""

from spacy.tokens import Token

from extraction.coreference.roles import is_title_noun, same_title
from extraction.coreference.salience import Salience
from extraction.coreference.sorts import is_description, sorts_of
from extraction.reading import Reading, Thing
from schema import NodeType

INDEFINITE = frozenset({"a", "an", "another", "one", "some", "any", "every", "each", "no"})
#: roles of a noun that says what somebody else is: "X is a bank", "X, a bank"
SAYING_WHAT = frozenset({"attr", "appos", "oprd", "compound", "nmod", "amod"})
#: how many words may stand between the article and the noun
LONGEST = 4
CALLED = frozenset({"called", "named", "known", "as"})


class Strangers:
    """Remembers in which sentence each noun last stood for somebody unnamed."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.last: dict[str, int] = {}

    def introduce(self, noun: Token, salience: Salience) -> None:
        """Notes "a bank" that is no named one."""
        word = noun.lower_
        if not (is_description(word) or is_title_noun(word)) or noun.dep_ in SAYING_WHAT or noun.i == 0:
            return
        if self._is_indefinite(noun) and not self._is_named(noun):
            self.note(word, salience)

    def _is_indefinite(self, noun: Token) -> bool:
        """ "a | private | bank": the article stands a few words in front."""
        for i in range(noun.i - 1, max(-1, noun.i - 1 - LONGEST), -1):
            word = noun.doc[i]
            if word.tag_ in {"DT", "CD"}:
                return word.lower_ in INDEFINITE
            if word.tag_ not in {"JJ", "NN", "NNP", "HYPH", "VBN", "CD"}:
                break
        return False

    def note(self, word: str, salience: Salience) -> None:
        """The noun has stood for somebody unnamed."""
        for key in {*sorts_of(word), same_title(word)}:
            self.last[key] = salience.now

    def came_after(self, word: str, thing: Thing, salience: Salience) -> bool:
        """Whether the noun has stood for somebody unnamed since the thing was spoken of."""
        keys = {same_title(word)} if thing.type is NodeType.PERSON else sorts_of(word)
        last = max((self.last.get(key, -1) for key in keys), default=-1)
        return last >= 0 and last >= salience.sentence.get(id(thing), -1)

    def _is_named(self, noun: Token) -> bool:
        """ "a bank called X", "a lawyer, Ana Roy": the name follows the noun."""
        for i in range(noun.i + 1, min(noun.i + 4, len(noun.doc))):
            thing = self.reading.party_at.get(i)
            if thing is not None:
                return thing.type is not NodeType.PLACE
            if noun.doc[i].text != "," and noun.doc[i].lower_ not in CALLED:
                break
        return False
