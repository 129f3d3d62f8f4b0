"""Title phrases in a text: "deputy prime minister", "Asia Pacific policy analyst"."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from extraction.names.spans import APOSTROPHES
from extraction.names.words import TitleWords, is_calendar, nationalities, titles
from extraction.reading import Reading, Thing
from schema import NodeType

LONGEST_TITLE = 5
#: before a title, but no part of it
DROPPED = frozenset(
    {"former", "formerly", "ex", "then", "late", "longtime", "long-time", "current", "new", "the", "a", "an"}
    | {"incoming", "senior", "top", "rival", "fellow", "outgoing", "own", "newly", "elected", "both", "two", "three"}
    | {"newly-elected", "newly-appointed", "ousted", "onetime", "one-time", "founding", "sitting", "jailed"}
)
#: "until this | spring director of Y"
TIMES = frozenset(
    {"spring", "summer", "autumn", "winter", "fall", "year", "month", "week", "weekend", "today", "yesterday", "last"}
)
MODIFIER_TAGS = frozenset({"NN", "NNP", "JJ", "NNPS", "NNS", "VBG"})
#: the last nouns of names that may be cut wrongly: "National Rescue Party | president"
INSTITUTIONS = frozenset({"party", "court", "council", "committee", "commission", "university", "union", "bank"})
MOST_MODIFIERS = 5
Held = tuple[int, Thing]
"""A token that stands for the holder, and the holder."""


@dataclass(frozen=True)
class TitlePhrase:
    """Tokens of a title, without article and "former"; `head` is where the listed words in it begin."""

    doc: Doc
    start: int
    head: int
    end: int
    entry: TitleWords

    @property
    def is_plural(self) -> bool:
        return self.doc[self.end - 1].tag_ in {"NNS", "NNPS"}


def title_ending_at(doc: Doc, reading: Reading, end: int) -> TitlePhrase | None:
    """The title whose last word is the token before `end`, with its modifiers to the left."""
    start, entry = _longest_match(doc, reading, end)
    if entry is None or entry.kind in {"honorific", "kin"}:
        return None
    return TitlePhrase(doc, _with_modifiers(doc, reading, start), start, end, entry)


def _longest_match(doc: Doc, reading: Reading, end: int) -> tuple[int, TitleWords | None]:
    last = doc[end - 1]
    if last.is_punct or last.is_space:
        return end, None
    start, found = end, None
    for i in range(end - 1, max(end - LONGEST_TITLE, 0) - 1, -1):
        if i < end - 1 and _is_named_institution(reading, i):
            break
        words = doc[i:end]
        entry = titles().get(words.text.lower()) or titles().get(singular(words).lower())
        if entry is not None:
            start, found = i, entry
    return start, found


def _is_named_institution(reading: Reading, i: int) -> bool:
    """ "Vale Party | leader" is a leader, no party leader."""
    thing = reading.party_at.get(i)
    return thing is not None and thing.type in {NodeType.ORGANIZATION, NodeType.COURT}


def singular(words: Span) -> str:
    """ "lawyers" -> "lawyer": the last word as its lemma."""
    last = words[-1]
    if last.tag_ not in {"NNS", "NNPS"} or last.lower_.endswith("ss"):
        return words.text
    one = last.text.removesuffix("s")
    return words[:-1].text_with_ws + (one.removesuffix("me") + "man" if one.endswith("men") else one)


def _with_modifiers(doc: Doc, reading: Reading, start: int) -> int:
    """Over adjectives and nouns in front: "Asia Pacific policy", "opposition party"."""
    i = start
    while i > 0 and start - i < MOST_MODIFIERS:
        token = doc[i - 1]
        if token.text == "-" and i > 1 and not token.whitespace_:
            i -= 1
            continue
        if doc[i].is_sent_start or i - 1 in reading.party_at or not _is_modifier(token):
            break
        i -= 1
    while i < start and (doc[i].text == "-" or doc[i].lower_ in nationalities() or doc[i].lower_ in DROPPED):
        i += 1
    return i


def _is_modifier(token: Token) -> bool:
    if token.lower_ in DROPPED | TIMES or is_calendar(token.text) or token.text in APOSTROPHES:
        return False
    return token.tag_ in MODIFIER_TAGS


def is_misread_name(phrase: TitlePhrase) -> bool:
    """Whether capitalised words of a title end like a body's name: "National Rescue Party | president"."""
    inside = phrase.doc[phrase.start : phrase.head]
    return any(t.tag_ in {"NNP", "NNPS"} and t.lower_ in INSTITUTIONS for t in inside)


def with_of(phrase: TitlePhrase) -> TitlePhrase:
    """The title with what goes on behind it in the list: "chief | of staff"."""
    doc = phrase.doc
    if phrase.end >= len(doc) or doc[phrase.end].lower_ not in {"of", "in", "-"}:
        return phrase
    for end in range(min(phrase.end + 3, len(doc)), phrase.end + 1, -1):
        entry = titles().get(doc[phrase.head : end].text.lower())
        if entry is not None:
            return replace(phrase, end=end, entry=entry)
    return phrase
