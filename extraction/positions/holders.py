"""Whose a title is by what stands in front of it: a name, "its", "the firm's"."""

from spacy.tokens import Token

from extraction.coreference.sorts import is_description
from extraction.names.spans import APOSTROPHES
from extraction.names.words import nationalities
from extraction.positions.bodies import HOLDERS
from extraction.positions.complements import Complements
from extraction.positions.phrases import DROPPED, Held, TitlePhrase, is_misread_name
from extraction.reading import BODIES
from schema import NodeType

#: how far back "its" may look in its sentence
LONGEST_CLAUSE = 60
#: modifiers that stand for the one body of the article that is called so: "committee | chairman X"
SHORT = frozenset({"court", "tribunal", "committee", "commission", "council", "board", "party", "company", "club"})
#: first words of many names that say nothing of which
COMMON = frozenset(
    {"city", "state", "national", "federal", "public", "royal", "united", "international", "general", "human", "social"}
    | {"supreme", "high", "central", "first", "new", "free", "people", "criminal", "district", "county", "foreign"}
    | {"justice", "defense", "defence", "health", "finance", "interior", "police", "security", "chief", "deputy"}
    | {"democratic", "republican", "labour", "conservative", "liberal", "north", "south", "east", "west", "radio"}
)


class Holders(Complements):
    """Finds the holders of one article's titles."""

    def before(self, phrase: TitlePhrase) -> Held | None:
        """The party in front: "CPP | spokesman", "the party's former | spokesman", "its | director"."""
        i = self._over_dropped(phrase.start - 1)
        if self.doc[phrase.start].lower_ in SHORT and i + 1 == phrase.start and (body := self._short(phrase, i)):
            return body
        is_genitive = i > 0 and self.doc[i].text in APOSTROPHES
        i -= is_genitive
        if i > 2 and self.doc[i].text == ")" and self.doc[i - 2].text == "(":
            i -= 3  # "the Valley Party (VP) | chairman"
        if i < 0:
            return None
        if self.doc[i].lower_ == "its":
            return self._its(i)
        if not is_genitive:
            i = self._over_area(i)
        owner = self.standing(i) if is_genitive else self.reading.party_at.get(i)
        if owner is None and not is_genitive:
            return self._by_first_word(phrase)
        if owner is None or owner.type not in HOLDERS or self.doc[i].tag_ == "PRP$":
            return None
        is_cut = owner.type is NodeType.PLACE and is_misread_name(phrase)
        return None if is_cut else (i, owner)

    def _by_first_word(self, phrase: TitlePhrase) -> Held | None:
        """The "Harbour" of "the former Harbour engineer", where the text names one Harbour Metals Ltd."""
        word = self.doc[phrase.start]
        if phrase.start >= phrase.head or word.tag_ != "NNP" or word.lower_ in COMMON | nationalities():
            return None
        bodies = self.beginning_with(word.text)
        return (phrase.start, next(iter(bodies.values()))) if len(bodies) == 1 else None

    def _over_area(self, i: int) -> int:
        """Over the place in "Vale Watch's | Horn of Africa | director", where a body stands in front of it."""
        thing = self.reading.party_at.get(i)
        if thing is None or thing.type is not NodeType.PLACE:
            return i
        j = i
        while self.reading.party_at.get(j) is thing:
            j -= 1
        j -= j > 0 and self.doc[j].text in APOSTROPHES
        body = self.reading.party_at.get(j)
        return j if body is not None and body.type is NodeType.ORGANIZATION else i

    def _over_dropped(self, i: int) -> int:
        while i >= 0 and self._is_dropped(self.doc[i]):
            i -= 1
        return i

    def _is_dropped(self, token: Token) -> bool:
        if token.i in self.reading.party_at or token.lower_ in {"the", "a", "an"}:
            return False
        if token.text == "-":
            return token.i > 0 and token.nbor(-1).lower_ in {"ex", "co", "vice"}
        is_participle = token.tag_ in {"VBN", "VBD"} and token.dep_ == "amod" and token.lower_ != "based"
        return is_participle or token.lower_ in DROPPED | nationalities()

    def _short(self, phrase: TitlePhrase, i: int) -> Held | None:
        """ "Dover | court president", "the | committee chairman": the only one of that sort, and of that place."""
        word, before = self.doc[phrase.start].lower_, self.reading.party_at.get(i)
        if before is not None and before.type is not NodeType.PLACE:
            return None
        bodies = self.called(word)
        if before is not None:
            bodies = {k: t for k, t in bodies.items() if before.name in t.name}
        elif word == "committee":
            last = [t for _, t in self.named_before(i) if id(t) in bodies]
            bodies = {id(t): t for t in last[-1:]}
        return (phrase.start, next(iter(bodies.values()))) if len(bodies) == 1 else None

    def _its(self, i: int) -> Held | None:
        """Whose "its" is: the body named last in the sentence, else the one that the pronoun was resolved to."""
        first = max(0, i - LONGEST_CLAUSE)
        for j in range(i - 1, first - 1, -1):
            if self.doc[j + 1].is_sent_start:
                break
            thing = self.standing(j)
            if thing is not None and thing.type in BODIES and not self._is_modifier(j):
                is_clear = j == i - 2 or not self._is_one_of_several(j)
                return (j, thing) if is_clear else None
            if thing is None and self._is_unnamed(j):
                return None
        thing = self.reading.party_at.get(i) or self.last_subject(i)
        return (i, thing) if thing is not None and thing.type in HOLDERS else None

    def _is_one_of_several(self, i: int) -> bool:
        """ "Vela Ltd and the | Ledger said its …" may mean either."""
        other = self.reading.party_at.get(self.doc[i].head.i)
        return self.doc[i].dep_ == "conj" and other is not None and other.type in BODIES

    def _is_modifier(self, i: int) -> bool:
        """ "the Vale League | club" is not the league."""
        return is_description(self.doc[i + 1].lower_) and self.doc[i + 1].tag_ == "NN"

    def _is_unnamed(self, i: int) -> bool:
        """ "a rival | bank and its": somebody whom the text doesn't name there."""
        noun = self.doc[i]
        if noun.tag_ != "NN" or noun.dep_ == "compound" or not is_description(noun.lower_):
            return False
        return any(t.tag_ == "DT" for t in self.doc[max(0, i - 3) : i])
