"""Whose a title is: the party in front of it, the one behind it, or whom "its" and "the firm" stand for."""

from bisect import bisect_left

from spacy.tokens import Doc, Token

from extraction.coreference.sorts import is_description, kind_of, kinds_of
from extraction.grammar import SUBJECTS
from extraction.names.words import nationalities
from extraction.positions.phrases import APOSTROPHES, DROPPED, MODIFIER_TAGS, Held, TitlePhrase, is_misread_name
from extraction.reading import MentionKind, Reading, Thing
from schema import NodeType

PREPOSITIONS = frozenset({"of", "for", "at", "with", "in", "from", "on", "to", "de"})
HOLDERS = frozenset({NodeType.ORGANIZATION, NodeType.COURT, NodeType.PLACE})
BODIES = frozenset({NodeType.ORGANIZATION, NodeType.COURT})
#: words between the preposition and the holder: "of the privately-owned | Valley TV"
REACH = 8
#: how far back "its" may look in its sentence
LONGEST_CLAUSE = 60
#: a description looks back over so many names of bodies at most, and so many words
MOST_NAMES, FARTHEST = 40, 250
#: "the body" is any of them
ANY_BODY = frozenset({"body", "organisation", "organization", "institution"})
#: modifiers that stand for the one body of the article that is called so: "committee | chairman X"
SHORT = frozenset({"court", "tribunal", "committee", "commission", "council", "board", "party", "company", "club"})
DEFINITE = frozenset({"the", "this", "that", "'s", "’s"})


class Holders:
    """Finds the holders of one article's titles."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self.doc, self.reading = doc, reading
        named = [(m.start, t) for t in reading.parties if t.type in BODIES for m in t.mentions if _is_name(m.kind)]
        self.named = sorted(named, key=lambda n: n[0])
        self._starts = [start for start, _ in self.named]
        self._by_word: dict[str, dict[int, Thing]] = {}

    def standing(self, i: int) -> Thing | None:
        """The holder that token `i` stands for: a name's, or a description's as "the palace"."""
        thing = self.reading.party_at.get(i)
        if thing is not None:
            return thing if thing.type in HOLDERS else None
        return self._described(self.doc[i])

    def before(self, phrase: TitlePhrase) -> Held | None:
        """The party in front: "CPP | spokesman", "the party's former | spokesman", "its | director"."""
        i = self._over_dropped(phrase.start - 1)
        if self.doc[phrase.start].lower_ in SHORT and i + 1 == phrase.start and (body := self._short(phrase, i)):
            return body
        is_genitive = i > 0 and self.doc[i].text in APOSTROPHES
        i -= is_genitive
        if i < 0:
            return None
        if self.doc[i].lower_ == "its":
            return self._its(i)
        if not is_genitive:
            i = self._over_area(i)
        owner = self.standing(i) if is_genitive else self.reading.party_at.get(i)
        if owner is None or owner.type not in HOLDERS or self.doc[i].tag_ == "PRP$":
            return None
        is_cut = owner.type is NodeType.PLACE and is_misread_name(phrase)
        return None if is_cut else (i, owner)

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
        is_participle = token.tag_ in {"VBN", "VBD"} and token.lower_ != "based"
        return is_participle or token.lower_ in DROPPED | nationalities()

    def _short(self, phrase: TitlePhrase, i: int) -> Held | None:
        """ "Dover | court president", "the | committee chairman": the only one of that sort, and of that place."""
        word, before = self.doc[phrase.start].lower_, self.reading.party_at.get(i)
        if before is not None and before.type is not NodeType.PLACE:
            return None
        bodies = self._called(word)
        if before is not None:
            bodies = {k: t for k, t in bodies.items() if before.name in t.name}
        return (phrase.start, next(iter(bodies.values()))) if len(bodies) == 1 else None

    def _called(self, word: str) -> dict[int, Thing]:
        if word not in self._by_word:
            self._by_word[word] = {id(t): t for _, t in self.named if _is_called(t, word)}
        return self._by_word[word]

    def _its(self, i: int) -> Held | None:
        """Whose "its" is: the body named last in the sentence, else the one that the pronoun was resolved to."""
        first = max(0, i - LONGEST_CLAUSE)
        for j in range(i - 1, first - 1, -1):
            if self.doc[j + 1].is_sent_start:
                break
            thing = self.standing(j)
            if thing is not None and not self._is_modifier(j):
                is_clear = thing.type in BODIES and (j == i - 2 or not self._is_one_of_several(j))
                return (j, thing) if is_clear else None
            if thing is None and self._is_unnamed(j):
                return None
        thing = self.reading.party_at.get(i) or self._last_subject(i)
        return (i, thing) if thing is not None and thing.type in HOLDERS else None

    def _is_one_of_several(self, i: int) -> bool:
        """ "Vela Ltd and the | Ledger said its …" may mean either."""
        other = self.reading.party_at.get(self.doc[i].head.i)
        return self.doc[i].dep_ == "conj" and other is not None and other.type in BODIES

    def _is_modifier(self, i: int) -> bool:
        """ "the Vale League | club" is not the league."""
        return is_description(self.doc[i + 1].lower_) and self.doc[i + 1].tag_ == "NN"

    def _is_unnamed(self, i: int) -> bool:
        """ "a | bank and its": somebody whom the text doesn't name there."""
        noun = self.doc[i]
        return is_description(noun.lower_) and noun.tag_ == "NN" and not self.doc[i + 1].text.isalpha()

    def _last_subject(self, i: int) -> Thing | None:
        """The body named before the sentence of token `i`, where it is a subject."""
        at = bisect_left(self._starts, i) - 1
        while at >= 0 and i - self._starts[at] < LONGEST_CLAUSE:
            start, thing = self.named[at]
            if any(t.dep_ in SUBJECTS for t in self.doc[start : start + 4] if self.reading.party_at.get(t.i) is thing):
                return thing
            at -= 1
        return None

    def _described(self, noun: Token) -> Thing | None:
        """ "the palace" after "Vale Palace", "the body" after "Vale Commission"."""
        if noun.tag_ not in {"NN", "NNP"} or not self._is_definite(noun.i):
            return None
        word, kinds = noun.lower_, kinds_of(noun.lower_)
        at = bisect_left(self._starts, noun.i)
        named = self.named[max(0, at - MOST_NAMES) : at]
        if named_so := [t for _, t in reversed(named) if word in t.name.lower().split()[-2:] and noun.tag_ == "NN"]:
            return named_so[0]
        things = [thing for start, thing in reversed(named) if noun.i - start < FARTHEST]
        if word in ANY_BODY and things:
            return things[0]
        fitting = [t for t in things if kind_of(t) in kinds]
        if fitting:
            return fitting[0]
        unknown = [t for t in things[:1] if kinds and not kind_of(t)]
        return unknown[0] if unknown else None

    def _is_definite(self, i: int) -> bool:
        """ "the | palace", "the small | palace"."""
        j = i - 1
        while j > max(0, i - 3) and self.doc[j].tag_ in {"JJ", "NN"}:
            j -= 1
        return j >= 0 and self.doc[j].lower_ in DEFINITE

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
            if thing is not None and self.doc[i + 1].text == "-" and place is None:
                continue
            if thing is not None and thing.type is not NodeType.PLACE:
                return place
            if thing is not None:
                place = place or (i, thing)
            elif place is not None and self.doc[i].text not in APOSTROPHES | {"-"} and self.doc[i - 1].text != "-":
                return place
            elif place is None and not _may_stand_between(self.doc[i]):
                break
            last = i
        return place or self._description_at(last, preposition)

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
        described = self._described(self.doc[last]) if last > preposition + 1 else None
        return (last, described) if described is not None else None


#: tags of what may stand between "of" and the holder
BETWEEN = frozenset(
    {"``", "''", "DT", "JJ", "NN", "PRP$", "NNP", "VBN", "RB", "CD", "HYPH", "POS", "NNPS", "NNS", "VBG"}
)


def _is_called(thing: Thing, word: str) -> bool:
    """Whether a body's name ends so, or it is one of those: a party, a court."""
    return word in thing.name.lower().split()[-3:] or kind_of(thing) == word


def _is_name(kind: MentionKind) -> bool:
    return kind is MentionKind.NAME


def _may_stand_between(token: Token) -> bool:
    if token.lower_ == "and":
        return token.i > 0 and token.nbor(-1).tag_ in {"NNP", "NNPS"}
    return token.tag_ in BETWEEN
