"""Quotation marks become quotations: what stands between them, token by token, in one pass over the text."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extraction.reading import Paragraph, Reading

#: opening mark -> the marks that may close it
PAIRS = {
    "“": '”"',
    "„": "“”",
    "«": "»",
    '"': '"”',
    "``": "''",
    "‘": "’'",
    "'": "'’",
}
DOUBLE = frozenset({"“", "„", "«", '"', "``"})
CLOSING = frozenset({"”", "»", '"', "“", "''", "’", "'"})
SINGLE = frozenset({"‘", "'", "’"})
SURE_ENDS = frozenset(",.!?…")


@dataclass(frozen=True)
class Quotation:
    """Tokens `start` up to `end` stand between the marks; with its marks it takes `outer_start` up to `outer_end`."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    continues: bool = False  # goes on from the paragraph before, which leaves its marks open


def find_quotations(doc: Doc, reading: Reading) -> list[Quotation]:
    """The outermost quotations in the order of the text, none longer than its paragraph; stray marks are rejected."""
    found: list[Quotation] = []
    left_open = False
    for number, paragraph in enumerate(reading.paragraphs):
        pairs, unclosed, stray = _pair_marks(doc, paragraph)
        begins_open = number + 1 < len(reading.paragraphs) and _goes_on(doc, reading.paragraphs[number + 1])
        here = list(_quotations(paragraph, pairs, left_open and _begins_quoted(doc, paragraph)))
        if left_open and not begins_with_mark(here, paragraph) and stray and not _open_before(unclosed, stray[0]):
            end = stray.pop(0)
            here = [Quotation(paragraph.start, end, paragraph.start, end + 1, continues=True)] + [
                q for q in here if q.outer_start > end
            ]
        still_open = False
        if unclosed and begins_open and _runs_to_the_end(doc, paragraph, unclosed[0], pairs):
            mark = unclosed[0]
            end = _last_word(doc, paragraph)
            continues = left_open and not doc[paragraph.start : mark].text.strip()
            here = [q for q in here if q.outer_end <= mark]
            here.append(Quotation(mark + 1, end, mark, end, continues=continues))
            unclosed, still_open = [], True
        left_open = still_open
        reading.rejected.extend((i, i + 1, "quotation mark without its other half") for i in (*unclosed, *stray))
        found.extend(q for q in here if q.start < q.end)
    return found


def begins_with_mark(quotations: list[Quotation], paragraph: Paragraph) -> bool:
    """True if the first of the quotations opens the paragraph."""
    return bool(quotations) and quotations[0].outer_start == paragraph.start


def _quotations(paragraph: Paragraph, pairs: list[tuple[int, int]], continues: bool) -> Iterator[Quotation]:
    """The outermost of the pairs."""
    end = -1
    for opening, closing in sorted(pairs):
        if opening > end:
            yield Quotation(
                opening + 1, closing, opening, closing + 1, continues=continues and opening == paragraph.start
            )
            end = closing


def _pair_marks(doc: Doc, paragraph: Paragraph) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Pairs of marks (opening, closing), openings never closed, closings never opened; double marks only nest."""
    pairs: list[tuple[int, int]] = []
    open_marks: list[int] = []
    stray: list[int] = []
    singles = _single_closings(doc, paragraph)
    for i in range(paragraph.start, paragraph.end):
        text = doc[i].text
        if text in SINGLE:
            if i in singles:
                pairs.append((i, singles[i]))
        elif text in DOUBLE or text in CLOSING:
            _place(doc, i, open_marks, pairs, stray)
    return pairs, open_marks, stray


def _place(doc: Doc, i: int, open_marks: list[int], pairs: list[tuple[int, int]], stray: list[int]) -> None:
    text = doc[i].text
    closes = bool(open_marks) and text in PAIRS[doc[open_marks[-1]].text]
    if closes and not (text == '"' and _looks_opening(doc[i]) and not _looks_closing(doc[i])):
        pairs.append((open_marks.pop(), i))
    elif text in DOUBLE and (text != '"' or not _looks_closing(doc[i]) or _looks_opening(doc[i])):
        open_marks.append(i)
    else:
        stray.append(i)


def _looks_opening(mark: Token) -> bool:
    before = mark.nbor(-1) if mark.i else None
    free_before = before is None or bool(before.whitespace_) or before.is_space or before.text in "([{—–-/"
    is_last = mark.i + 1 == len(mark.doc) or mark.nbor().is_space
    return free_before and not mark.whitespace_ and not is_last


def _looks_closing(mark: Token) -> bool:
    return mark.i > 0 and not mark.nbor(-1).whitespace_ and not mark.nbor(-1).is_space


def _single_closings(doc: Doc, paragraph: Paragraph) -> dict[int, int]:
    """Opening single mark -> closing one. An apostrophe is no mark: a comma or full stop before it decides."""
    closings: dict[int, int] = {}
    opening, doubtful = None, None
    for i in range(paragraph.start, paragraph.end):
        token = doc[i]
        if token.text not in SINGLE:
            continue
        if token.text != "’" and _looks_opening(token) and i + 1 < paragraph.end and not doc[i + 1].is_punct:
            _settle(closings, opening, doubtful)
            opening, doubtful = i, None
        elif opening is not None and token.text != "‘" and _looks_closing(token):
            if doc[i - 1].text[-1] in SURE_ENDS:
                closings[opening] = i
                opening = doubtful = None
            elif doubtful is None:
                doubtful = i
    _settle(closings, opening, doubtful)
    return closings


def _settle(closings: dict[int, int], opening: int | None, doubtful: int | None) -> None:
    if opening is not None and doubtful is not None:
        closings[opening] = doubtful


def _begins_quoted(doc: Doc, paragraph: Paragraph) -> bool:
    return doc[paragraph.start].text in DOUBLE | {"‘"}


def _goes_on(doc: Doc, paragraph: Paragraph) -> bool:
    """True if the paragraph may continue a quotation: it opens with a mark, or closes one that it doesn't open."""
    if _begins_quoted(doc, paragraph):
        return True
    marks = (t.text for t in doc[paragraph.start : paragraph.end] if t.text in DOUBLE or t.text in {"”", "»"})
    return next(marks, "") in {"”", "»"}


def _open_before(unclosed: list[int], mark: int) -> bool:
    return bool(unclosed) and unclosed[0] < mark


def _runs_to_the_end(doc: Doc, paragraph: Paragraph, mark: int, pairs: list[tuple[int, int]]) -> bool:
    """True if the open quotation may be the paragraph's rest: no quotation inside it starts a sentence."""
    return not any(opening > mark and doc[opening - 1].text in ".!?" for opening, _ in pairs[-3:])


def _last_word(doc: Doc, paragraph: Paragraph) -> int:
    """One past the last token of the paragraph that is no space."""
    end = paragraph.end
    while end > paragraph.start and doc[end - 1].is_space:
        end -= 1
    return end
