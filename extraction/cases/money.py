"""Sums of money: "$2,500", "6,000 US dollars", "Rp74bn", "₹5-crore", "3,8 million euros"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span

from extraction.cases.currencies import choose, signs_before, words_after

MAGNITUDES = {
    "thousand": 1e3,
    "k": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "mln": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "bln": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}
SMALL = {
    w: float(n)
    for n, w in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=1)
}
NUMBER = r"\d{1,3}(?:[, .]\d{3})+(?:[.,]\d{1,2})?(?![\d])|\d+(?:[.,]\d+)?"
MAGNITUDE = "|".join(sorted(MAGNITUDES, key=len, reverse=True))
#: no sum: "the 2012 PEN award"
YEAR = re.compile(r"(?:19|20)\d\d")
#: only a conversion stands between the brackets: "200 million riel (about $49,000)"
CONVERSION = re.compile(r"\s*[(\[](?:about|around|some|roughly|nearly|or|approximately|=|≈|~)?\s*$")


@dataclass(frozen=True)
class Money:
    """A sum, where it stands (tokens), its currency as ISO 4217 code."""

    start: int
    end: int
    amount: float
    currency: str


def find_money(doc: Doc) -> list[Money]:
    """The sums of the text in its order; of several currencies for one sum, the first."""
    text = doc.text
    chosen: dict[tuple[str, ...], str] = {}
    found: list[Money] = []
    last_char = -1
    for match in _pattern().finditer(text):
        span: Span | None = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if (
            span is None
            or (found and CONVERSION.fullmatch(text, last_char, match.start()))
            or not (amount := _amount(match))
        ):
            continue
        codes = _codes(match)
        if codes not in chosen:
            chosen[codes] = choose(codes, text)
        found.append(Money(span.start, span.end, amount, chosen[codes]))
        last_char = match.end()
    return found


def _codes(match: re.Match[str]) -> tuple[str, ...]:
    sign, word = match["sign"], match["word"]
    return signs_before()[sign] if sign else words_after()[" ".join(word.lower().split())]


def _amount(match: re.Match[str]) -> float:
    word = match["word"]
    if word and len(word) == 3 and YEAR.fullmatch(match["number_before_word"]):
        return 0.0
    magnitude = match["magnitude_after_sign"] or match["magnitude_before_word"]
    return amount_of(match["number_after_sign"] or match["number_before_word"], magnitude)


def amount_of(number: str, magnitude: str | None) -> float:
    """
    >>> amount_of("31,700", None), amount_of("3,8", "million"), amount_of("90.000", None)
    (31700.0, 3800000.0, 90000.0)
    """
    if number.lower() in SMALL:
        value = SMALL[number.lower()]
    elif magnitude and re.fullmatch(r"\d+[.,]\d+", number):
        value = float(number.replace(",", "."))
    else:
        whole, _, cents = _split_cents(number)
        value = float(re.sub(r"\D", "", whole) + (f".{cents}" if cents else ""))
    return round(value * MAGNITUDES[magnitude.lower()] if magnitude else value, 2)


def _split_cents(number: str) -> tuple[str, str, str]:
    match = re.fullmatch(r"(.*?)([.,])(\d{1,2})", number)
    return (match[1], match[2], match[3]) if match else (number, "", "")


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    signs = "|".join(re.escape(s) for s in sorted(signs_before(), key=len, reverse=True))
    words = "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(words_after(), key=len, reverse=True))
    small = "|".join(SMALL)
    return re.compile(
        rf"(?<![\w$])(?P<sign>{signs})\.?\s?(?P<number_after_sign>{NUMBER})"
        rf"(?:[\s-]?(?P<magnitude_after_sign>(?i:{MAGNITUDE}))\b)?"
        rf"|(?<![\w.,])(?P<number_before_word>{NUMBER}|(?i:{small}))(?:[\s-]?(?P<magnitude_before_word>(?i:{MAGNITUDE})))?"
        rf"[\s-](?P<word>(?i:{words}))\b"
    )
