"""The world's currencies as English prints them: CLDR's names and signs (through babel) and a list of our own."""

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import Literal

from babel import Locale
from babel.core import get_global
from pydantic import Field

from extraction.lexicon import Entry, Word, load_lexicon
from schema import CURRENCIES

#: how often a text names a country whose own dollar it then means
AT_HOME = 2


class CurrencySign(Entry):
    """A sign or word for money, and the codes that it may stand for, the likeliest first."""

    sign: str = Field(min_length=1)
    codes: tuple[str, ...] = Field(min_length=1)
    place: Literal["before", "after"]

    def key(self) -> tuple[str, str]:
        return (self.sign, self.place)


@lru_cache(maxsize=1)
def signs_before() -> dict[str, tuple[str, ...]]:
    """Sign that stands before the number, as printed -> codes."""
    signs = {s: (c,) for c, s in Locale("en").currency_symbols.items() if c in CURRENCIES and s.strip()}
    return signs | {code: (code,) for code in CURRENCIES} | {e.sign: e.codes for e in _own() if e.place == "before"}


@lru_cache(maxsize=1)
def words_after() -> dict[str, tuple[str, ...]]:
    """Word or code that stands behind the number, in lower case -> codes."""
    words: dict[str, tuple[str, ...]] = {code.lower(): (code,) for code in CURRENCIES}
    units: dict[str, set[str]] = defaultdict(set)
    for code, name in _names():
        words[name] = words[_plural(name)] = (code,)
        units[name.split()[-1]].add(code)
    for unit, codes in units.items():
        if len(codes) == 1:
            words.setdefault(unit, tuple(codes))
            words.setdefault(_plural(unit), tuple(codes))
    for entry in _own():
        if entry.place == "after":
            words[entry.sign.lower()] = words[_plural(entry.sign.lower())] = entry.codes
    return words


def choose(codes: tuple[str, ...], text: str) -> str:
    """The code whose country the text names most often, else the first; a bare dollar is foreign to most countries."""
    if len(codes) == 1:
        return codes[0]
    counts = _countries_in(text)
    if codes[0] == "USD":
        home = max(counts, key=lambda code: counts[code], default="USD")
        return home if home in codes and counts[home] >= AT_HOME else "USD"
    best = max(codes, key=lambda code: counts[code])
    return best if counts[best] else codes[0]


class CurrencyPlaces(Entry):
    """Towns and adjectives that tell in which country a text is at home."""

    code: str = Field(min_length=3, max_length=3)
    words: tuple[Word, ...] = Field(min_length=1)

    def key(self) -> str:
        return self.code


def _own() -> tuple[CurrencySign, ...]:
    return load_lexicon("currencies", CurrencySign)


def _names() -> list[tuple[str, str]]:
    names = Locale("en").currencies
    return [(c, n.lower()) for c, n in names.items() if c in CURRENCIES and "(" not in n]


def _plural(word: str) -> str:
    return word if word.endswith("s") else f"{word}s"


def _countries_in(text: str) -> Counter[str]:
    """How often the text names the countries of each currency."""
    counts: Counter[str] = Counter()
    for match in _country_pattern().finditer(text):
        counts.update(_codes_of_places()[match[0]])
    return counts


@lru_cache(maxsize=1)
def _country_pattern() -> re.Pattern[str]:
    words = sorted(_codes_of_places(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})")


@lru_cache(maxsize=1)
def _codes_of_places() -> dict[str, set[str]]:
    """The countries by name, by the adjective in the currency's name, and by their towns -> currencies in use there."""
    codes: dict[str, set[str]] = defaultdict(set)
    territories = Locale("en").territories
    for territory, spans in get_global("territory_currencies").items():
        if territory in territories:
            codes[str(territories[territory])] |= {s[0] for s in spans if s[2] is None and s[3]}
    for code, _ in _names():
        if adjective := Locale("en").currencies[code].rpartition(" ")[0]:
            codes[adjective].add(code)
    for entry in load_lexicon("currency_places", CurrencyPlaces):
        for word in entry.words:
            codes[word].add(entry.code)
    return {word: found & CURRENCIES for word, found in codes.items() if found & CURRENCIES}
