"""The bodies of an article: which one a name or a description stands for."""

from bisect import bisect_left

from spacy.tokens import Doc, Token

from extraction.coreference.sorts import kind_of, kinds_of
from extraction.grammar import SUBJECTS
from extraction.reading import BODIES, MentionKind, Reading, Thing
from schema import NodeType

HOLDERS = BODIES | {NodeType.PLACE}
#: a description looks back over so many names of bodies at most, and so many words
MOST_NAMES, FARTHEST = 40, 250
#: so many words back the sentence before may have named the body that "its" stands for
NEAR = 60
#: "the body" is any of them
ANY_BODY = frozenset({"body", "organisation", "organization", "institution"})
#: "the firm" is the only body of which nothing is known
FIRMS = frozenset({"company", "firm"})
CONTRASTING = frozenset({"ruling", "rival", "other", "main", "new", "same", "second", "third", "local", "own"})
DEFINITE = frozenset({"the", "this", "that", "'s", "’s"})


class Bodies:
    """The organizations and courts that one article names."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self.doc, self.reading = doc, reading
        named = [(m.start, t) for t in reading.parties if t.type in BODIES for m in t.mentions if _is_name(m.kind)]
        self.named = sorted(named, key=lambda n: n[0])
        self._starts = [start for start, _ in self.named]
        self._by_word: dict[str, dict[int, Thing]] = {}
        self._by_first: dict[str, dict[int, Thing]] | None = None

    def standing(self, i: int) -> Thing | None:
        """The holder that token `i` stands for: a name's, or a description's as "the palace"."""
        thing = self.reading.party_at.get(i)
        if thing is not None:
            return thing if thing.type in HOLDERS else None
        return self.described(self.doc[i])

    def named_before(self, i: int) -> list[tuple[int, Thing]]:
        """Where bodies are named in front of token `i`, the last ones."""
        at = bisect_left(self._starts, i)
        return self.named[max(0, at - MOST_NAMES) : at]

    def called(self, word: str) -> dict[int, Thing]:
        """The bodies whose names end so, or that are such: parties, courts."""
        if word not in self._by_word:
            self._by_word[word] = {id(t): t for _, t in self.named if _is_called(t, word)}
        return self._by_word[word]

    def beginning_with(self, word: str) -> dict[int, Thing]:
        """The bodies whose names of several words begin with the word."""
        if self._by_first is None:
            self._by_first = {}
            for _, thing in self.named:
                first, *others = thing.name.split()
                if others:
                    self._by_first.setdefault(first, {})[id(thing)] = thing
        return self._by_first.get(word, {})

    def last_subject(self, i: int) -> Thing | None:
        """The body named before the sentence of token `i`, where it is a subject."""
        for start, thing in reversed(self.named_before(i)):
            words = (t for t in self.doc[start : start + 4] if self.reading.party_at.get(t.i) is thing)
            if i - start < NEAR and any(t.dep_ in SUBJECTS for t in words):
                return thing
        return None

    def described(self, noun: Token) -> Thing | None:
        """ "the palace" after "Vale Palace", "the body" after "Vale Commission"."""
        if noun.tag_ not in {"NN", "NNP"} or not self._is_definite(noun.i):
            return None
        word, kinds = noun.lower_, kinds_of(noun.lower_)
        named = self.named_before(noun.i)
        named_so = (t for _, t in reversed(named) if word in t.name.lower().split()[-2:] and noun.tag_ == "NN")
        if (thing := next(named_so, None)) and (not kinds or kind_of(thing) in {"", *kinds}):
            return thing
        things = [thing for start, thing in reversed(named) if noun.i - start < FARTHEST]
        if word in ANY_BODY and things:
            return things[0]
        fitting = [t for t in things if kind_of(t) in kinds]
        if fitting:
            return fitting[0]
        unknown = {id(t): t for t in (things if word in FIRMS else things[:1]) if kinds and not kind_of(t)}
        return next(iter(unknown.values())) if len(unknown) == 1 else None

    def _is_definite(self, i: int) -> bool:
        """ "the | palace", "the financial | institution"; who "the opposition party" is, coreference says or nobody."""
        j = i - 2 if i > 1 and self.doc[i - 1].tag_ == "JJ" and self.doc[i - 1].lower_ not in CONTRASTING else i - 1
        return j >= 0 and self.doc[j].lower_ in DEFINITE


def _is_called(thing: Thing, word: str) -> bool:
    """Whether a body's name ends so, or it is one of those: a party, a court."""
    return word in thing.name.lower().split()[-3:] or kind_of(thing) == word


def _is_name(kind: MentionKind) -> bool:
    return kind is MentionKind.NAME
