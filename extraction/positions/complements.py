"""What follows a title: what it is about, and whose it is."""

from spacy.tokens import Token

from extraction.coreference.sorts import is_description
from extraction.names.spans import APOSTROPHES
from extraction.positions.bodies import Bodies
from extraction.positions.phrases import MODIFIER_TAGS, Held
from extraction.reading import BODIES
from schema import NodeType

PREPOSITIONS = frozenset({"of", "for", "at", "with", "in", "from", "on", "to", "de"})
#: words between the preposition and the holder: "of the privately-owned | Valley TV"
REACH = 8
#: tags of what may stand between "of" and the holder
BETWEEN = frozenset({"``", "''", "DT", "JJ", "NN", "PRP$", "NNP", "VBN", "RB", "CD", "HYPH", "POS", "NNPS", "NNS"})


class Complements(Bodies):
    """Reads what follows the titles of one article."""

    def after(self, phrase_end: int, limit: int) -> tuple[int, Held | None]:
        """Where the title ends with what it is about ("director of legal affairs"), and the holder behind, if any."""
        end = i = phrase_end
        while i < limit and self.doc[i].lower_ in PREPOSITIONS:
            if held := self.party_after(i, limit):
                return end, held
            i = self._over_topic(i + 1, limit)
            if i == 0:
                break
            end = i
        return end, None

    def _over_topic(self, i: int, limit: int) -> int:
        """Behind the nouns of "of | legal affairs"; 0 where there are none."""
        start = i
        while i < limit and i - start < 5 and self._is_topic(self.doc[i]):
            i += 1
        return i if i > start and self.doc[i - 1].tag_ in {"NN", "NNS"} else 0

    def _is_topic(self, token: Token) -> bool:
        return token.tag_ in MODIFIER_TAGS and token.i not in self.reading.party_at

    def party_after(self, preposition: int, limit: int) -> Held | None:
        """The holder behind a preposition: "at London's | Veterinary College", "of Dover-based | Valley Corp"."""
        place: Held | None = None
        last = preposition
        for i in range(preposition + 1, min(preposition + REACH, limit)):
            thing = self.reading.party_at.get(i)
            if thing is not None and thing.type in BODIES:
                if self._owns_another(i, limit):
                    continue
                return i, thing
            if thing is not None and i + 1 < limit and self.doc[i + 1].text == "-" and place is None:
                continue
            if thing is not None and thing.type is not NodeType.PLACE:
                return place
            if thing is not None and place is None and self._ends_a_name(i):
                return None
            if thing is not None:
                place = place or (i, thing)
            elif place is not None and self.doc[i].text not in APOSTROPHES | {"-"} and self.doc[i - 1].text != "-":
                return place
            elif place is None and not (_may_stand_between(self.doc[i]) or self._is_apposed(i)):
                break
            last = i
        return place or self._description_at(last, preposition)

    def _is_apposed(self, i: int) -> bool:
        """ "of the supplier | , Vela Ltd"."""
        noun, after = self.doc[i - 1], self.reading.party_at.get(i + 1)
        return self.doc[i].text == "," and is_description(noun.lower_) and after is not None and after.type in BODIES

    def _ends_a_name(self, place: int) -> bool:
        """ "of Clean Rivers | Vela": the last word of a name that nobody knows."""
        before = self.doc[place - 1]
        return before.tag_ in {"NNP", "NNPS"} and before.i not in self.reading.party_at

    def _owns_another(self, i: int, limit: int) -> bool:
        """ "of the Vale government's | Ministry of Mines"."""
        owner = self.reading.party_at[i]
        while self.reading.party_at.get(i + 1) is owner:
            i += 1
        owned = self.reading.party_at.get(i + 2)
        is_genitive = i + 2 < limit and self.doc[i + 1].text in APOSTROPHES
        return is_genitive and owned is not None and owned.type in BODIES

    def _description_at(self, last: int, preposition: int) -> Held | None:
        """ "of the | palace": the noun that ends the phrase."""
        described = self.described(self.doc[last]) if last > preposition + 1 else None
        return (last, described) if described is not None else None


def _may_stand_between(token: Token) -> bool:
    if token.lower_ == "and":
        return token.i > 0 and token.nbor(-1).tag_ in {"NNP", "NNPS"}
    return token.tag_ in BETWEEN or (token.tag_ == "VBG" and token.dep_ in {"amod", "compound"})
