"""The word lists that names are read with, each loaded once and strictly."""

import re
from collections.abc import Hashable
from functools import cache
from typing import Annotated, Literal

from babel import Locale
from pydantic import Field, model_validator
from spacy.tokens import Token

from extraction.lexicon import Entry, Word, load_lexicon
from schema import LexiconError, OrganizationKind


class WordList(Entry):
    """A named list of words; no word stands in it twice."""

    name: Word
    words: Annotated[tuple[Word, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _once_each(self) -> "WordList":
        if twice := sorted({w for w in self.words if self.words.count(w) > 1}):
            raise ValueError(f"twice in {self.name!r}: {', '.join(twice)}")
        return self

    def key(self) -> Hashable:
        return self.name


class OrganizationHeads(WordList):
    kind: OrganizationKind
    place: Literal["last", "of", "suffix"]


class PlatformNames(WordList):
    common: bool


class TitleWords(WordList):
    kind: Literal["honorific", "rank", "office", "work", "belonging", "kin"]
    gender: Literal["male", "female"] | None = None


class NameLinks(WordList):
    link: Literal["of", "for", "on", "to", "against", "and", "genitive"]


class LowerHeads(WordList):
    after: Literal["nation", "place", "person", "court"]


class NoNames(WordList):
    place: Literal["alone", "head"]


class PlaceNames(WordList):
    also: bool


class GivenNames(WordList):
    gender: Literal["male", "female"]


@cache
def organization_heads() -> dict[str, OrganizationHeads]:
    """Head noun (lower case; legal forms as written) -> its list; a noun of two lists goes by the first."""
    heads: dict[str, OrganizationHeads] = {}
    for entry in load_lexicon("organization_heads", OrganizationHeads):
        for word in entry.words:
            heads.setdefault(word if entry.place == "suffix" else word.lower(), entry)
    return heads


@cache
def court_heads() -> frozenset[str]:
    return frozenset(w.lower() for e in load_lexicon("court_heads", WordList) for w in e.words)


@cache
def platforms() -> dict[str, bool]:
    """Name of a platform (lower case) -> whether it is an everyday word too."""
    return {w.lower(): e.common for e in load_lexicon("platforms", PlatformNames) for w in e.words}


@cache
def titles() -> dict[str, TitleWords]:
    """Title (lower case) -> its list."""
    found: dict[str, TitleWords] = {}
    for entry in load_lexicon("titles", TitleWords):
        for word in entry.words:
            if word.lower() in found:
                raise LexiconError(f"{word!r} stands in two lists", where="extraction/data/titles.toml")
            found[word.lower()] = entry
    return found


@cache
def nationalities() -> frozenset[str]:
    """Adjectives and nouns of nationality, region and creed, lower case, singular and plural."""
    words = {w.lower() for e in load_lexicon("nationalities", WordList) for w in e.words}
    return frozenset(words | {w + "s" for w in words})


@cache
def no_names(place: Literal["alone", "head"]) -> frozenset[str]:
    """Capitalised words that are no name by themselves, or whose phrase is none."""
    return frozenset(w for e in load_lexicon("no_names", NoNames) if e.place == place for w in e.words)


@cache
def places() -> dict[str, bool]:
    """Name of a country, region or city (lower case) -> whether people bear it too."""
    territories = Locale("en").territories
    known = {name.lower(): False for code, name in territories.items() if code.isalpha() and code not in {"ZZ", "EU"}}
    for entry in load_lexicon("places", PlaceNames):
        known |= {w.lower(): entry.also for w in entry.words}
    return known


@cache
def countries() -> frozenset[str]:
    """Names of countries, lower case."""
    listed = {w.lower() for e in load_lexicon("places", PlaceNames) if e.name == "countries" for w in e.words}
    territories = Locale("en").territories
    named = {n.lower() for c, n in territories.items() if len(c) == 2 and c.isalpha()}
    return frozenset(listed | named | {n.replace("&", "and") for n in named})


@cache
def regions() -> frozenset[str]:
    """Names of countries and American states, lower case, which cities are named after."""
    states = next(e for e in load_lexicon("places", PlaceNames) if e.name == "american-states")
    return countries() | {w.lower() for w in states.words}


@cache
def place_words() -> frozenset[str]:
    return frozenset(w.lower() for e in load_lexicon("place_words", WordList) for w in e.words)


@cache
def well_known() -> frozenset[str]:
    """Names of organizations that newspapers take as known, lower case."""
    return frozenset(w.lower() for e in load_lexicon("well_known", WordList) for w in e.words)


@cache
def given_names() -> dict[str, str]:
    """Given name (lower case) -> gender."""
    return {w.lower(): e.gender for e in load_lexicon("given_names", GivenNames) for w in e.words}


@cache
def _linking_heads() -> dict[str, frozenset[str]]:
    return {e.link: frozenset(e.words) for e in load_lexicon("name_links", NameLinks)}


def linking_heads(word: str) -> frozenset[str]:
    """Nouns after which that small word goes on with a name; none for other words."""
    return _linking_heads().get(word, frozenset())


def possessors() -> frozenset[str]:
    """Nouns whose genitive is part of a name: "People's Party"."""
    return linking_heads("genitive")


@cache
def _calendar() -> frozenset[str]:
    return frozenset(w for e in load_lexicon("no_names", NoNames) if e.name == "calendar" for w in e.words)


def is_calendar(word: str) -> bool:
    """A month, day of the week, time zone or the like."""
    return word in _calendar()


#: "Pham Thu Lan", "Jan Vrba", "Theresa May"
LONGEST_SHORT_DAY = 3
WEB_ADDRESS = re.compile(r"[\w-]+\.(?:com|org|net|ru|tv|info|ro|de|me|io|co|eu|in|kh)")


def is_capitalised(token: Token) -> bool:
    """A word that may belong to a name: "Rainsy", "iPhone", "@handle", "U.S."; not "Tuesday"."""
    text = token.text
    if text[0] == "@":
        return len(text) > 1
    if text[0].islower() and (platforms().get(text) is False or WEB_ADDRESS.fullmatch(text)):
        return True
    if not (text[0].isalpha() and any(c.isupper() for c in text[:3])):
        return False
    return not is_calendar(text) or (len(text) <= LONGEST_SHORT_DAY and token.ent_type_ == "PERSON")


@cache
def same_places() -> dict[str, str]:
    """Name of a place (lower case, without a last full stop) -> the first of its names."""
    return {w.lower().rstrip("."): e.words[0].lower() for e in load_lexicon("same_places", WordList) for w in e.words}


@cache
def lower_heads(after: Literal["nation", "place", "person", "court"]) -> frozenset[str]:
    """Nouns in small letters that make a name with such a word in front: "Greek | police"."""
    return frozenset(w for e in load_lexicon("lower_heads", LowerHeads) if e.after == after for w in e.words)


def is_common(word: str) -> bool:
    """A word that a headline may write with a capital though it isn't the name."""
    return (
        word in no_names("alone") or word.lower() in organization_heads() or word.lower() in platforms_that_are_words()
    )


@cache
def platforms_that_are_words() -> frozenset[str]:
    return frozenset(name for name, common in platforms().items() if common)
