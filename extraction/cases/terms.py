"""Lengths of time as courts mete them out: "two years and eight months", "18-month", "life"."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span

ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
MONTHS_IN = {"year": 12.0, "month": 1.0, "week": 12 / 52, "day": 12 / 365}

_COUNT = rf"\d+(?:\.\d+)?|(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(ONES[:9])}))?|{'|'.join(reversed(ONES))}|an?"
_HALF = r"[ -]and[ -]a[ -]half"
_UNIT = r"(?:year|month|week|day)"
_PART = rf"(?:{_COUNT})(?:{_HALF})?[ -]{_UNIT}s?(?:{_HALF})?"
TERM = re.compile(rf"(?<![\w.,])(?P<parts>{_PART}(?:(?:,| and|, and) {_PART})*)(?![\w]|[ -]olds?)", re.IGNORECASE)
PART = re.compile(
    rf"(?P<count>{_COUNT})(?P<half>{_HALF})?[ -](?P<unit>{_UNIT})s?(?P<half_behind>{_HALF})?", re.IGNORECASE
)
LIFE = re.compile(
    r"\b(?:life (?:in (?:prison|jail)|imprisonment|behind bars|sentences?|terms?)"
    r"|(?:imprisonment|jailed|imprisoned|prison) for life)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Term:
    """A length of time, where it stands (tokens), in months; None for life."""

    start: int
    end: int
    months: float | None


def find_terms(doc: Doc) -> list[Term]:
    """The lengths of time of the text in its order, whatever they are lengths of."""
    found: list[tuple[re.Match[str], float | None]] = [(m, months_of(m["parts"])) for m in TERM.finditer(doc.text)]
    found += [(m, None) for m in LIFE.finditer(doc.text)]
    terms = []
    for match, months in found:
        span: Span | None = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is not None and months != 0:
            terms.append(Term(span.start, span.end, months))
    return sorted(terms, key=lambda t: t.start)


def months_of(text: str) -> float:
    """
    >>> months_of("two years and eight months"), months_of("18-month"), months_of("two and a half years")
    (32.0, 18.0, 30.0)
    """
    total = 0.0
    for part in PART.finditer(text):
        count = _number(part["count"]) + (0.5 if part["half"] or part["half_behind"] else 0)
        total += count * MONTHS_IN[part["unit"].lower()]
    return round(total, 2)


def _number(words: str) -> float:
    words = words.lower()
    if words[0].isdigit():
        return float(words)
    if words in {"a", "an"}:
        return 1
    tens, _, ones = words.replace(" ", "-").partition("-")
    if tens in TENS:
        return (TENS.index(tens) + 2) * 10 + (ONES.index(ones) + 1 if ones else 0)
    return ONES.index(words) + 1
