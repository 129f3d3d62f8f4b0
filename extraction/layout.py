"""Component `casegraph_layout`: cuts the text into paragraphs, says what each is for, and starts a sentence with each.

It reads before the parser, which keeps to the sentence starts set here, so that no sentence runs across a line break.
"""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Annotated

from pydantic import Field
from spacy.language import Language
from spacy.tokens import Doc

from extraction.lexicon import Entry, Word, load_lexicon
from extraction.reading import Paragraph, Reading, Zone, reading_of

TERMINAL = re.compile(r"[.!?…][\"'”’»)\]]*$")
OPENING_MARK = re.compile(r"[\"“‘'«„•*–—-]")
#: "KAMPALA, March 4 (Wire) - ", "Lima: ", "12 May – ": what stands before the report's first sentence
DATELINE = re.compile(
    r"(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}|\d{1,2} [A-Z][a-z]+)"
    r"(?:, [A-Z][\w.]+(?: \d{1,2})?){0,2}(?: \([^)]{1,40}\))?(?: [-–—]|:) (?=[A-Z“\"])"
)
HANDLE_LINE = re.compile(r"(?:RT )?@\w+\s?(?:\[\w+\])?:")
LONGEST_HEADLINE = 200
LONGEST_SUBHEAD = 80
LONGEST_TEASER = 120
#: lines of a text that was wrapped by its writer are about this long
WRAPPED = range(40, 101)


class ParagraphForm(Entry):
    """What a paragraph is for whose whole text the pattern matches (case does not count)."""

    name: Word
    zone: Zone
    pattern: Annotated[str, Field(min_length=1)]
    longest: int = 200
    opens_list: bool = False

    def key(self) -> str:
        return self.name

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.IGNORECASE | re.DOTALL)

    def matches(self, text: str) -> bool:
        return len(text) <= self.longest and self.regex.fullmatch(text) is not None


@cache
def paragraph_forms() -> tuple[ParagraphForm, ...]:
    return load_lexicon("paragraphs", ParagraphForm)


def form_of(text: str) -> ParagraphForm | None:
    """The first form that a paragraph's text has."""
    return next((f for f in paragraph_forms() if f.matches(text)), None)


@Language.component("casegraph_layout")
def read_layout(doc: Doc) -> Doc:
    """Fills `reading.paragraphs` and sets sentence starts."""
    reading = reading_of(doc)
    bounds = list(_bounds(doc))
    texts = [doc[start:end].text for start, end in bounds]
    for (start, end), zone in zip(bounds, _zones(texts), strict=True):
        reading.paragraphs.append(Paragraph(start, end, zone))
    _start_sentences(doc, reading)
    return doc


def _start_sentences(doc: Doc, reading: Reading) -> None:
    """All at once: for each that is set by itself spaCy looks through the text for a parse."""
    starts = doc.to_array(["SENT_START"])
    for paragraph in reading.paragraphs:
        starts[paragraph.start] = 1
        if paragraph.zone is Zone.BODY and (start := _behind_dateline(doc, paragraph)) is not None:
            starts[start] = 1
    doc.from_array(["SENT_START"], starts)  # type: ignore[arg-type]  # whole numbers, though declared as floats


def _behind_dateline(doc: Doc, paragraph: Paragraph) -> int | None:
    """The token with which the sentence behind a dateline begins."""
    span = doc[paragraph.start : paragraph.end]
    if (match := DATELINE.match(span.text)) is None:
        return None
    rest = doc.char_span(span.start_char + match.end(), span.end_char, alignment_mode="contract")
    return rest.start if rest is not None else None


def _bounds(doc: Doc) -> Iterator[tuple[int, int]]:
    """First token and the token after the last of each paragraph, white space at its ends left out."""
    wrapped = _is_wrapped(doc.text)
    start: int | None = None
    last = 0
    for token in doc:
        if not token.is_space:
            start, last = token.i if start is None else start, token.i
        elif start is not None and _breaks(token.text, doc, token.i, wrapped):
            yield start, last + 1
            start = None
    if start is not None:
        yield start, last + 1


def _breaks(space: str, doc: Doc, at: int, wrapped: bool) -> bool:
    """Whether white space ends a paragraph; a single line break before a small letter or in a wrapped text does not."""
    breaks = space.count("\n")
    if breaks != 1 or at + 1 >= len(doc):
        return breaks > 0
    return not wrapped and not doc[at + 1].text[0].islower()


def _is_wrapped(text: str) -> bool:
    """Whether the lines were broken by width: blank lines part the paragraphs, lines inside end mid-sentence."""
    blocks = [block.split("\n") for block in re.split(r"\n\s*\n", text.strip())]
    inner = [line for block in blocks for line in block[:-1]]
    if len(inner) < max(6, len(blocks)) or len(blocks) == 1:
        return False
    by_width = [line for line in inner if len(line) in WRAPPED and not TERMINAL.search(line.rstrip())]
    return len(by_width) > 0.7 * len(inner)


def _zones(texts: list[str]) -> Iterator[Zone]:
    in_head, in_list, introduced = True, False, False
    for text in texts:
        form = form_of(text)
        if in_list and form is None and _is_teaser(text):
            yield Zone.BOILERPLATE
            continue
        in_list = form.opens_list if form else False
        zone = form.zone if form else _plain_zone(text, in_head, introduced)
        in_list = in_list or (zone is Zone.BOILERPLATE and form is None)
        in_head = in_head and zone not in {Zone.BODY, Zone.QUOTATION}
        introduced = zone in {Zone.BODY, Zone.QUOTATION} and text.rstrip().endswith(":")
        yield zone


def _is_teaser(text: str) -> bool:
    """In a list of teasers: a title, or a story's beginning cut off in the middle of a sentence."""
    return (len(text) <= LONGEST_TEASER and not text.endswith((".", "”", '"'))) or not TERMINAL.search(text)


def _plain_zone(text: str, in_head: bool, introduced: bool) -> Zone:
    finished = bool(TERMINAL.search(text))
    if (introduced and not OPENING_MARK.match(text)) or HANDLE_LINE.match(text):
        return Zone.QUOTATION
    if in_head and len(text) <= LONGEST_HEADLINE and not text.endswith((".", ":")):
        return Zone.HEADLINE
    if text.startswith("•") and not finished:
        return Zone.BOILERPLATE
    is_subhead = len(text) <= LONGEST_SUBHEAD and not finished and not text.endswith((":", ",", ";"))
    return Zone.HEADLINE if is_subhead and not OPENING_MARK.match(text) else Zone.BODY
