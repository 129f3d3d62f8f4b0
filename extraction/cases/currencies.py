"""The world's currencies as English prints them: CLDR's names and signs (through babel) and a list of our own."""

import re
from collections import defaultdict
from functools import lru_cache
from typing import Literal

from babel import Locale
from babel.core import get_global
from pydantic import Field

from extraction.lexicon import Entry, load_lexicon
from schema import CURRENCIES

SIGN_THAT_IS_A_CODE = re.compile(r"[A-Z]{3}$")


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
    """The code whose country the text names most often, else the first."""
    if len(codes) == 1:
        return codes[0]
    counts = {code: len(_country_words(code).findall(text)) for code in codes}
    best = max(codes, key=lambda code: counts[code])
    return best if counts[best] else codes[0]


def _own() -> tuple[CurrencySign, ...]:
    return load_lexicon("currencies", CurrencySign)


def _names() -> list[tuple[str, str]]:
    names = Locale("en").currencies
    return [(c, n.lower()) for c, n in names.items() if c in CURRENCIES and "(" not in n]


def _plural(word: str) -> str:
    return word if word.endswith("s") else f"{word}s"


@lru_cache(maxsize=512)
def _country_words(code: str) -> re.Pattern[str]:
    """Finds the countries that use the currency, by name and by the adjective in the currency's name."""
    territories = Locale("en").territories
    spans_of = get_global("territory_currencies").items()
    users = [t for t, spans in spans_of if any(s[0] == code and s[2] is None and s[3] for s in spans)]
    words = {str(territories[t]) for t in users if t in territories}
    name = Locale("en").currencies[code].rpartition(" ")[0]
    alternatives = "|".join(map(re.escape, sorted(words | ({name} if name else set()))))
    return re.compile(rf"\b(?:{alternatives})")
