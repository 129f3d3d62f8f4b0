"""Title phrases in a text: "deputy prime minister", "Asia Pacific policy analyst", with what they are of."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extraction.grammar import SUBJECTS
from extraction.names.words import TitleWords, is_calendar, nationalities, titles
from extraction.reading import Reading, Thing
from schema import NodeType

LONGEST_TITLE = 5
APOSTROPHES = frozenset({"'s", "’s", "'", "’"})
#: before a title, but no part of it
DROPPED = frozenset(
    {
        "former",
        "formerly",
        "ex",
        "then",
        "late",
        "longtime",
        "long-time",
        "current",
        "new",
        "the",
        "a",
        "an",
        "incoming",
    }
    | {"senior", "top", "rival", "fellow", "outgoing", "own", "newly", "elected", "both"}
)
#: "until this | spring director of Y"
TIMES = frozenset(
    {"spring", "summer", "autumn", "winter", "fall", "year", "month", "week", "weekend", "today", "yesterday", "last"}
)
MODIFIER_TAGS = frozenset({"NN", "NNP", "JJ", "NNPS", "NNS", "VBG"})
PREPOSITIONS = frozenset({"of", "for", "at", "with", "in", "from", "on", "to"})
HOLDERS = frozenset({NodeType.ORGANIZATION, NodeType.COURT, NodeType.PLACE})
BODIES = frozenset({NodeType.ORGANIZATION, NodeType.COURT, NodeType.PLATFORM})
#: words between the preposition and the holder: "of the privately-owned | Valley TV"
REACH = 8
#: how far back from an "its" others may be named whose it is
LONGEST_CLAUSE = 60
Held = tuple[int, Thing]
"""A token that stands for the holder, and the holder."""


@dataclass(frozen=True)
class TitlePhrase:
    """Tokens of a title (without article and "former"), and whose it is by what stands in front: "CPP spokesman"."""

    start: int
    end: int
    entry: TitleWords
    owner: Held | None = None


def title_ending_at(doc: Doc, reading: Reading, end: int) -> TitlePhrase | None:
    """The title whose last word is the token before `end`, with its modifiers to the left."""
    start, entry = _longest_match(doc, end)
    if entry is None or entry.kind in {"honorific", "kin"}:
        return None
    start = _with_modifiers(doc, reading, start)
    return TitlePhrase(start, end, entry, _owner_before(doc, reading, start))


def _longest_match(doc: Doc, end: int) -> tuple[int, TitleWords | None]:
    last = doc[end - 1]
    if last.is_punct or last.is_space:
        return end, None
    for length in range(min(LONGEST_TITLE, end), 0, -1):
        words = doc[end - length : end]
        entry = titles().get(words.text.lower()) or titles().get(singular(words).lower())
        if entry is not None:
            return end - length, entry
    return end, None


def singular(words: Span) -> str:
    """ "lawyers" -> "lawyer": the last word as its lemma."""
    last = words[-1]
    if last.tag_ not in {"NNS", "NNPS"} or last.lower_.endswith("ss"):
        return words.text
    return words[:-1].text_with_ws + last.text.removesuffix("s")


def _with_modifiers(doc: Doc, reading: Reading, start: int) -> int:
    """Over adjectives and nouns in front: "Asia Pacific policy", "opposition party"."""
    i = start
    while i > 0 and start - i < 5:
        token = doc[i - 1]
        if token.text == "-" and i > 1 and not token.whitespace_:
            i -= 1
            continue
        taken = i - 1 in reading.party_at or token.tag_ not in MODIFIER_TAGS or token.lower_ in DROPPED | TIMES
        if taken or doc[i].is_sent_start or is_calendar(token.text):
            break
        i -= 1
    while i < start and (doc[i].text == "-" or doc[i].lower_ in nationalities() or doc[i].lower_ in DROPPED):
        i += 1
    return i


def _owner_before(doc: Doc, reading: Reading, start: int) -> Held | None:
    """The party in front: "CPP | spokesman", "the party's former | spokesman", "its | director"."""
    i = start - 1
    while i >= 0 and (doc[i].lower_ in DROPPED - {"the", "a", "an"} or doc[i].lower_ in nationalities()):
        i -= 1
    if i > 0 and doc[i].text in APOSTROPHES:
        i -= 1
    if i > 1 and doc[i].lower_ == "its" and doc[i - 1].lower_ == "and" and (joined := reading.party_at.get(i - 2)):
        return (i - 2, joined) if joined.type in BODIES - {NodeType.PLATFORM} else None  # "La Vela and its | editor"
    owner = reading.party_at.get(i)
    if owner is None or owner.type not in HOLDERS or (doc[i].tag_ == "PRP$" and _has_rival(doc, reading, i, owner)):
        return None
    return i, owner


def _has_rival(doc: Doc, reading: Reading, i: int, owner: Thing) -> bool:
    """Whether the sentence names others whose "its" this may be: "Vela Ltd sued the paper, which said its | head"."""
    first = next(
        (j for j in range(i, max(0, i - LONGEST_CLAUSE), -1) if doc[j].is_sent_start), max(0, i - LONGEST_CLAUSE)
    )
    named = [(j, t) for j in range(first, i) if (t := reading.party_at.get(j)) is not None and t.type in BODIES]
    is_subject = any(thing is owner and doc[j].dep_ in SUBJECTS for j, thing in named)
    return any(t is not owner for _, t in named) and not (is_subject and named[0][1] is owner)


def holder_after(doc: Doc, reading: Reading, phrase_end: int, limit: int) -> tuple[int, Held | None]:
    """Where the title ends with what it is about ("director of legal affairs"), and the holder behind it, if any."""
    end = i = phrase_end
    while i < limit and doc[i].lower_ in PREPOSITIONS:
        if held := party_after(doc, reading, i, limit):
            return end, held
        i = _over_topic(doc, reading, i + 1, limit)
        if i == 0:
            break
        end = i
    return end, None


def _over_topic(doc: Doc, reading: Reading, i: int, limit: int) -> int:
    """Behind the nouns of "of | legal affairs"; 0 where there are none."""
    start = i
    while i < limit and i - start < 5 and doc[i].tag_ in MODIFIER_TAGS and i not in reading.party_at:
        i += 1
    return i if i > start and doc[i - 1].tag_ in {"NN", "NNS"} else 0


def party_after(doc: Doc, reading: Reading, preposition: int, limit: int) -> Held | None:
    """The holder behind a preposition: "at London's | Veterinary College", "of Dover-based | Valley Corp"."""
    place: Held | None = None
    for i in range(preposition + 1, min(preposition + REACH, limit)):
        thing = reading.party_at.get(i)
        if thing is not None and thing.type in {NodeType.ORGANIZATION, NodeType.COURT}:
            return i, thing
        if thing is not None and thing.type is not NodeType.PLACE:
            return place
        if thing is not None:
            place = place or (i, thing)
        elif place is not None and doc[i].text not in APOSTROPHES | {"-"} and doc[i - 1].text != "-":
            return place
        elif place is None and not _may_stand_between(doc[i]):
            return None
    return place


def _may_stand_between(token: Token) -> bool:
    return token.tag_ in {"DT", "JJ", "NN", "PRP$", "NNP", "VBN", "RB", "CD", "HYPH", "POS", "NNPS", "NNS", "VBG"}
