"""What marking an article leaves: counts by slot, what was missed and invented, and a verdict on each triple judged."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from schema import Document, Triple

_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9])|\n+")


@dataclass
class Tally:
    right: int = 0
    missed: int = 0
    invented: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.missed + other.missed, self.invented + other.invented)

    @property
    def precision(self) -> float:
        found = self.right + self.invented
        return self.right / found if found else 0.0

    @property
    def recall(self) -> float:
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Finding:
    """One thing missed or invented, with the sentence that says it; `rule` and `confidence` where a triple says it."""

    article: str
    slot: str
    fault: str
    what: str
    sentence: str
    rule: str | None = None
    confidence: float | None = None


@dataclass
class Marking:
    """Of one article."""

    article: str
    document: Document
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    findings: list[Finding] = field(default_factory=list)
    verdicts: dict[Triple, bool] = field(default_factory=dict)

    def count(self, slot: str, *, right: int = 0, missed: int = 0, invented: int = 0) -> None:
        self.tallies[slot] += Tally(right, missed, invented)

    def hit(self, slot: str) -> None:
        self.count(slot, right=1)

    def miss(self, slot: str, what: object, words: str = "") -> None:
        """Something annotated that was not found; `words` are some of the article's that belong to it."""
        self.count(slot, missed=1)
        self._note(slot, "missed", what, words)

    def invent(self, slot: str, what: object, triples: Iterable[Triple] = (), words: str = "") -> None:
        """Something found that is not annotated, shown by its surest triple, or by its words if no triple says it."""
        self.count(slot, invented=1)
        self._note(slot, "invented", what, words, max(triples, key=lambda triple: triple.confidence, default=None))

    def _note(self, slot: str, fault: str, what: object, words: str, triple: Triple | None = None) -> None:
        if triple is None:
            self.findings.append(Finding(self.article, slot, fault, str(what), self._sentences.that_says(words)))
            return
        passage = triple.evidence[0]
        sentence = _in_one_line(self.document.text[passage.start : passage.end])
        self.findings.append(Finding(self.article, slot, fault, str(what), sentence, triple.rule, triple.confidence))

    @cached_property
    def _sentences(self) -> "Sentences":
        return Sentences(self.document.text)

    def judge(self, triples: Iterable[Triple], *, right: bool) -> None:
        """A triple that says several things is right if one of them is."""
        for triple in triples:
            self.verdicts[triple] = self.verdicts.get(triple, False) or right


class Sentences:
    """The sentences of a text as its punctuation cuts them; near enough to show where something stands.

    >>> Sentences("He left. She said he lied. All is well.").that_says("lied")
    'She said he lied.'
    """

    def __init__(self, text: str) -> None:
        self._text, self._folded = text, text.casefold()
        self._starts = [0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]

    def that_says(self, words: str) -> str:
        """The sentence, or the run of them, in which the words stand first; nothing if they do not."""
        at = self._text.find(words)
        at = at if at >= 0 else self._folded.find(words.casefold())
        if not words or at < 0:
            return ""
        first = self._starts[bisect_right(self._starts, at) - 1]
        return _in_one_line(self._text[first : self._starts[bisect_left(self._starts, at + len(words))]])


def _in_one_line(passage: str) -> str:
    return " ".join(passage.split())
