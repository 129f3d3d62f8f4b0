"""Quotation marks that do not pair, as a newspaper counts them.

A quotation of several paragraphs opens anew on each and closes only on the last, so a paragraph may end inside one.
"""

import re

_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_MARK = re.compile(r"[“”„\"]")
_OPENING = '“„"'
_BEFORE, _AFTER = 20, 30


def unbalanced(text: str) -> str | None:
    """The words beside the first double quotation mark without its partner; None if all pair.

    >>> unbalanced("“We won,” he said. “They lost.")
    '“We won,” he said. “They lost.'
    """
    parts = _BLANK_LINE.split(text) if _BLANK_LINE.search(text) else text.split("\n")
    paragraphs = [part.strip() for part in parts if part.strip()]
    if _first_fault(paragraphs, carry=True) is None:
        return None
    return _first_fault(paragraphs, carry=False)


def _first_fault(paragraphs: list[str], *, carry: bool) -> str | None:
    """With `carry`, a quotation may run on into a paragraph that does not open anew; without, the place is exact."""
    opened: str | None = None
    for paragraph in paragraphs:
        if opened and paragraph[0] not in _OPENING and not carry:
            return opened
        again = bool(opened) and paragraph[0] in _OPENING
        opened, fault = _through(paragraph, opened, start=int(again))
        if fault:
            return fault
    return opened


def _through(paragraph: str, opened: str | None, start: int) -> tuple[str | None, str | None]:
    """The words of the quotation that is open at the paragraph's end, and those at the first mark out of place."""
    for found in _MARK.finditer(paragraph, start):
        at, mark = found.start(), found.group()
        around = paragraph[max(0, at - _BEFORE) : at + _AFTER]
        if mark == '"' and not opened and at and paragraph[at - 1].isdigit():
            continue  # 6'2" tall
        opens = opened is None if mark == '"' else mark in "“„"
        # A German quotation, „so“, is closed by the mark that opens an English one.
        opens = opens and not (mark == "“" and opened is not None and "„" in opened)
        if opens == (opened is not None):
            return opened, around
        opened = around if opens else None
    return opened, None
