"""Where sentences, paragraphs and quotations lie, looked up by token; laid out once for each text."""

from collections import defaultdict
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from extraction.claims.quotations import Quotation, find_quotations
from extraction.reading import Reading, Thing, Zone
from schema import NodeType

SENTENCE_ENDS = frozenset({".", "!", "?", "…", "...", ";"})
MARKS = frozenset({"”", "’", '"', "'", "»", ")", "]", "''"})
NO_QUOTATION = -1
SPEAKING = frozenset({Zone.BODY, Zone.QUOTATION})
#: how many tokens beside a quotation are searched for who said it
REACH = 60


@dataclass
class Passages:
    """One text, laid out. `left` and `right` bound each token's sentence, which never leaves its paragraph."""

    doc: Doc
    reading: Reading
    quotations: list[Quotation]
    quotation_at: list[int]
    left: list[int]
    right: list[int]
    paragraph_at: list[int]
    silent: bytearray
    bearers: dict[str, list[Thing]]  # people by each word of their names but the first
    full: set[int] = field(default_factory=set)  # numbers of the quotations that are claims of their own
    newcomers: dict[str, Thing] = field(default_factory=dict)  # speakers that the names left out, by name
    clients: dict[int, Thing] = field(default_factory=dict)  # id of a lawyer -> whose lawyer he is

    def is_quoted(self, token: Token) -> bool:
        """True between quotation marks, however few the words."""
        return self.quotation_at[token.i] != NO_QUOTATION

    def before(self, quotation: Quotation) -> list[Token]:
        """The words outside quotations that stand before it in its sentence, in the order of the text."""
        words: list[Token] = []
        i = quotation.outer_start - 1
        first = self._paragraph_start(quotation.outer_start)
        while i >= first and len(words) < REACH:
            number = self.quotation_at[i]
            if number != NO_QUOTATION:
                if self.ends_sentence(self.quotations[number]) and not (words and words[-1].is_lower):
                    break
                i = self.quotations[number].outer_start - 1
                continue
            if self.doc[i].text in SENTENCE_ENDS:
                break
            words.append(self.doc[i])
            i -= 1
        return words[::-1]

    def after(self, quotation: Quotation) -> list[Token]:
        """The words outside quotations that follow it, up to the end of the sentence or the next quotation."""
        words: list[Token] = []
        i, end = quotation.outer_end, self._paragraph_end(quotation.outer_start)
        while i < end and len(words) < REACH:
            if self.quotation_at[i] != NO_QUOTATION or self.doc[i].text in SENTENCE_ENDS or self.doc[i].is_space:
                break
            words.append(self.doc[i])
            i += 1
        return words

    def ends_sentence(self, quotation: Quotation) -> bool:
        """True if the last word between the marks closes a sentence."""
        return self.doc[quotation.end - 1].text in SENTENCE_ENDS

    def _paragraph_start(self, token: int) -> int:
        return self.reading.paragraphs[self.paragraph_at[token]].start

    def _paragraph_end(self, token: int) -> int:
        return self.reading.paragraphs[self.paragraph_at[token]].end


def lay_out(doc: Doc, reading: Reading) -> Passages:
    """The passages of a text whose paragraphs are read."""
    quotations = find_quotations(doc, reading)
    quotation_at = [NO_QUOTATION] * len(doc)
    for number, quotation in enumerate(quotations):
        span = range(quotation.outer_start, quotation.outer_end)
        quotation_at[span.start : span.stop] = [number] * len(span)
    paragraph_at, silent = [0] * len(doc), bytearray(len(doc))
    left, right = list(range(len(doc))), list(range(1, len(doc) + 1))
    for number, paragraph in enumerate(reading.paragraphs):
        size = paragraph.end - paragraph.start
        paragraph_at[paragraph.start : paragraph.end] = [number] * size
        if paragraph.zone not in SPEAKING:
            silent[paragraph.start : paragraph.end] = b"\x01" * size
        _bound_sentences(doc, paragraph.start, paragraph.end, left, right)
    return Passages(doc, reading, quotations, quotation_at, left, right, paragraph_at, silent, _bearers(reading))


def _bearers(reading: Reading) -> dict[str, list[Thing]]:
    bearers: dict[str, list[Thing]] = defaultdict(list)
    for thing in reading.parties:
        for word in set(thing.name.split()[1:]) if thing.type is NodeType.PERSON else ():
            bearers[word].append(thing)
    return dict(bearers)


def _bound_sentences(doc: Doc, start: int, end: int, left: list[int], right: list[int]) -> None:
    first = start
    for i in range(start, end):
        if i + 1 == end or (doc[i + 1].is_sent_start and _may_end(doc, start, i)):
            left[first : i + 1] = [first] * (i + 1 - first)
            right[first : i + 1] = [i + 1] * (i + 1 - first)
            first = i + 1


def _may_end(doc: Doc, start: int, i: int) -> bool:
    """True if a sentence may end with the token: the parser also cuts sentences at quotation marks inside them."""
    while i > start and doc[i].text in MARKS:
        i -= 1
    return doc[i].text in SENTENCE_ENDS or doc[i].text == ":"
