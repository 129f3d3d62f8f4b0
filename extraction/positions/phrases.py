"""Title phrases in a text: "deputy prime minister", "Asia Pacific policy analyst", with what they are of."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extraction.names.words import TitleWords, countries, nationalities, titles
from extraction.reading import Reading, Thing

LONGEST_TITLE = 5
#: before a title, but no part of it
DROPPED = frozenset(
    {"former", "ex", "then", "late", "longtime", "long-time", "current", "new", "the", "a", "an", "incoming"}
)
MODIFIER_TAGS = frozenset({"NN", "NNP", "JJ", "NNPS", "NNS", "VBG"})
OF = frozenset({"of", "for", "at", "with", "in", "from", "on", "to"})


@dataclass(frozen=True)
class TitlePhrase:
    """Tokens of a title (without article and "former"), and the thing in front of it: "CPP spokesman", "Y's lawyer"."""

    start: int
    end: int
    entry: TitleWords
    owner: Thing | None = None
    owner_at: int | None = None


def title_ending_at(doc: Doc, reading: Reading, end: int) -> TitlePhrase | None:
    """The title whose last word is the token before `end`, with its modifiers to the left."""
    start, entry = _longest_match(doc, end)
    if entry is None or entry.kind in {"honorific", "kin"}:
        return None
    start = _with_modifiers(doc, reading, start)
    owner_at = _owner_before(doc, reading, start)
    owner = reading.party_at[owner_at] if owner_at is not None else None
    return TitlePhrase(start, end, entry, owner, owner_at)


def _longest_match(doc: Doc, end: int) -> tuple[int, TitleWords | None]:
    for length in range(min(LONGEST_TITLE, end), 0, -1):
        words = doc[end - length : end]
        if words[0].is_space or words[0].is_punct:
            continue
        entry = titles().get(words.text.lower()) or titles().get(_singular(words))
        if entry is not None:
            return end - length, entry
    return end, None


def _singular(words: Span) -> str:
    """ "lawyers" -> "lawyer": the last word as its lemma."""
    last = words[-1]
    lemma = last.lemma_.lower() if last.tag_ in {"NNS", "NNPS"} else last.lower_
    return (words[:-1].text_with_ws + lemma).lower()


def _with_modifiers(doc: Doc, reading: Reading, start: int) -> int:
    """Over adjectives and nouns in front: "Asia Pacific policy", "opposition party"."""
    i = start
    while i > 0 and start - i < 5:
        token = doc[i - 1]
        if token.text == "-" and i > 1 and not token.whitespace_:
            i -= 1
            continue
        owned = reading.party_at.get(i - 1)
        if owned is not None or token.tag_ not in MODIFIER_TAGS or token.lower_ in DROPPED or token.is_sent_end:
            break
        i -= 1
    while i < start and (doc[i].text == "-" or doc[i].lower_ in nationalities() or doc[i].lower_ in DROPPED):
        i += 1
    return i


def _owner_before(doc: Doc, reading: Reading, start: int) -> int | None:
    """The token of the party in front: "CPP | spokesman", "the party's | spokesman", "its | director"."""
    i = start - 1
    while i >= 0 and doc[i].lower_ in DROPPED - {"the", "a", "an"}:
        i -= 1
    if i < 0:
        return None
    if doc[i].text in {"'s", "’s", "'", "’"} and i > 0:
        i -= 1
    return i if i in reading.party_at else None


def is_office_of_place(entry: TitleWords, thing: Thing) -> bool:
    return thing.name.lower() in countries() or entry.kind in {"office", "rank"}


def party_after(doc: Doc, reading: Reading, i: int, limit: int) -> tuple[int, Thing] | None:
    """The party behind "of", "at", "for" at `i`: "of the | Valley Party"; over a few words of its description."""
    if i >= limit or doc[i].lower_ not in OF:
        return None
    for at in range(i + 1, min(i + 5, limit)):
        if thing := reading.party_at.get(at):
            return at, thing
        if doc[at].is_punct or not _may_stand_between(doc[at]):
            return None
    return None


def _may_stand_between(token: Token) -> bool:
    return token.tag_ in {"DT", "JJ", "NN", "PRP$", "NNP"} or token.lower_ in nationalities()
