"""A claim before it is settled: whose words decide, what words they report, and how sure the rule is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from schema import Stance

#: of how many tokens the words are counted
ENOUGH = 200
TRIMMED = frozenset(",.;:—–-")
OPENING = frozenset("“«„‘\"'([")
CLOSING = {"”": "“", "»": "«", "’": "‘", '"': '"', "'": "'", ")": "(", "]": "[", "“": "„"}


@dataclass(frozen=True)
class Candidate:
    """Tokens `start` up to `end` are the content; `speaker` is the head of the words for who said it."""

    start: int
    end: int
    cue: Token
    speaker: Token | None
    stance: Stance
    rule: str
    confidence: float
    lemma: str
    target: Token | None = None  # whom the content is about although he stands outside it: accused *him* of

    def within(self, start: int, end: int) -> bool:
        """True if the content lies between the two tokens."""
        return start <= self.start and self.end <= end

    def overlaps(self, start: int, end: int) -> bool:
        """True if a token of the content lies between the two."""
        return self.start < end and start < self.end

    def trimmed(self, doc: Doc) -> "Candidate":
        """Without "that", commas and half pairs of marks at either end; empty if nothing else is left."""
        start, end = self.start, self.end
        while start < end and _idle_start(doc, start, end):
            start += 1
        while end > start and _idle_end(doc, start, end):
            end -= 1
        return replace(self, start=start, end=end)

    def trimmed_ends(self, doc: Doc) -> "Candidate":
        """Without white space and quotation marks that embrace the whole."""
        start, end = self.start, self.end
        while start < end and doc[start].is_space:
            start += 1
        while end > start and doc[end - 1].is_space:
            end -= 1
        if end - start > 2 and CLOSING.get(doc[end - 1].text) == doc[start].text:
            start, end = start + 1, end - 1
        return replace(self, start=start, end=end)


def _idle_start(doc: Doc, start: int, end: int) -> bool:
    token = doc[start]
    if token.text in OPENING:
        return not any(CLOSING.get(t.text) == token.text for t in doc[start + 1 : end])
    is_that = token.lower_ == "that" and (token.tag_ in {"IN", "WDT"} or token.dep_ == "mark")
    return token.is_space or token.text in TRIMMED or token.text in {")", "]"} or is_that


def _idle_end(doc: Doc, start: int, end: int) -> bool:
    token = doc[end - 1]
    if token.text in CLOSING:
        opening = CLOSING[token.text]
        return not any(t.text == opening for t in doc[start : end - 1])
    return token.is_space or token.text in TRIMMED or token.text in OPENING or token.text in {"and", "but"}


def longest(doc: Doc, runs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """The run of tokens with the most words; the first of several."""

    def words(run: tuple[int, int]) -> int:
        return sum(not t.is_punct and not t.is_space for t in doc[run[0] : min(run[1], run[0] + ENOUGH)])

    return max(runs, key=words)


def joint_of(cue: Token, left: int) -> int | None:
    """The "and" or "but" before the verb that joins it to another one, not before the token `left`."""
    i = cue.i - 1
    while i > left and cue.doc[i].pos_ in {"ADV", "AUX"}:
        i -= 1
    return i if cue.doc[i].tag_ == "CC" else _joint_before_phrase(cue, left)


def _joint_before_phrase(cue: Token, left: int) -> int | None:
    """The "and" of "and in a post last summer called", "and, on Monday, denied"."""
    joints = [c.i for c in cue.head.children if c.dep_ == "cc" and left < c.i < cue.i] if cue.dep_ == "conj" else []
    if not joints or cue.doc[joints[-1] + 1].pos_ not in {"ADP", "PUNCT", "ADV"}:
        return None
    between = cue.doc[joints[-1] + 1 : cue.i]
    return None if any(t.pos_ in {"VERB", "AUX"} or t.dep_ == "nsubj" for t in between) else joints[-1]
