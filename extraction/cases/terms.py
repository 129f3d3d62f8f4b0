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
SHARED = re.compile(
    rf"(?<![\w.,])(?P<counts>(?:{_COUNT})(?:, (?:{_COUNT}))*,? and (?:{_COUNT}))[ -](?P<unit>{_UNIT})s\b", re.IGNORECASE
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
    place: tuple[int, int] | None = None  # "eight and five years": the first of two, the second of two


def find_terms(doc: Doc) -> list[Term]:
    """The lengths of time of the text in its order, whatever they are lengths of."""
    shared = [s for s in SHARED.finditer(doc.text) if not re.search(r"\ban?\b", s["counts"])]
    ends = {s.end() for s in shared}
    found: list[tuple[re.Match[str], float | None]] = [
        (m, months_of(m["parts"])) for m in TERM.finditer(doc.text) if m.end() not in ends
    ]
    found += [(m, None) for m in LIFE.finditer(doc.text)]
    terms = []
    for match, months in found:
        span: Span | None = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is not None and months != 0:
            terms.append(Term(span.start, span.end, months))
    terms += [t for match in shared for t in _shared(doc, match)]
    return sorted(terms, key=lambda t: t.start)


def _shared(doc: Doc, match: re.Match[str]) -> list[Term]:
    """ "eight and five years": two terms, with the words of both."""
    span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
    counts = re.findall(rf"\b(?:{_COUNT})\b", match["counts"], re.IGNORECASE)
    if span is None:
        return []
    unit = MONTHS_IN[match["unit"].lower()]
    sizes = [round(_number(c) * unit, 2) for c in counts]
    return [Term(span.start, span.end, m, (n, len(sizes))) for n, m in enumerate(sizes)]


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
