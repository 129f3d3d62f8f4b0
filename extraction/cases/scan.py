"""A Doc laid out once for all rules of the case component: its sentences, quotations, sums, terms, offences."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from extraction.cases.frames import Matter
from extraction.cases.money import Money, find_money
from extraction.cases.offences import find_matters
from extraction.cases.terms import Term, find_terms
from extraction.reading import MentionKind, Reading, Thing, Zone, reading_of

OPENING = frozenset("“«„")
CLOSING = frozenset("”»")
#: zones that make no facts of cases; what an article quotes at length it reports
SILENT = frozenset({Zone.HEADLINE, Zone.BOILERPLATE})
JUDGES = frozenset({"judge", "justice", "magistrate", "judges", "justices"})
#: tokens before a name at which "Judge" may stand: "Judge Ma. Ana Reis"
REACH_OF_JUDGE = 3
#: an item of news in brief has more words than its title
HEADING = 14
#: words in quotation marks that are no speech of somebody's: “the bookkeeper”
SCARE = 4


@dataclass(frozen=True)
class Group:
    """People whom the text names together, from token `start` up to `end`."""

    start: int
    end: int
    members: tuple[Thing, ...]


@dataclass
class Scan:
    """`sentence_of[token]` counts sentences, which end at line breaks at the latest; `breaks` are the tokens at which
    the text turns to another story; `judges` holds Python's ids of the people whom it calls judges."""

    doc: Doc
    reading: Reading
    sentences: list[Span] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)
    paragraph_of: list[int] = field(default_factory=list)
    quoted: bytearray = field(default_factory=bytearray)
    silent: bytearray = field(default_factory=bytearray)
    first_paragraph: int = 0  # the first that is no headline
    names: set[int] = field(default_factory=set)  # the tokens of names, not of descriptions and pronouns
    headline_end: int = 0  # the token behind the headline
    judges: set[int] = field(default_factory=set)
    breaks: list[int] = field(default_factory=list)
    groups: list[Group] | None = None  # filled on first use
    matters: list[Matter] = field(default_factory=list)
    money: dict[int, list[Money]] = field(default_factory=lambda: defaultdict(list))
    terms: dict[int, list[Term]] = field(default_factory=lambda: defaultdict(list))

    def matters_in(self, token: Token) -> list[Matter]:
        """The offences named in the token's sentence."""
        sentence = self.sentences[self.sentence_of[token.i]]
        first = bisect_left(self.matters, sentence.start, key=lambda m: m.words.start)
        last = bisect_left(self.matters, sentence.end, key=lambda m: m.words.start)
        return self.matters[first:last]

    def spoken(self, token: int) -> bool:
        """True where the token is somebody's direct speech, or where no facts are made."""
        return bool(self.quoted[token] or self.silent[token])


def scan(doc: Doc) -> Scan:
    """Lay out the Doc."""
    reading = reading_of(doc)
    result = Scan(doc, reading)
    _cut(result)
    result.quoted = _quotations(doc, result)
    result.silent = _silence(doc, reading)
    result.first_paragraph = next((p for i, p in enumerate(result.paragraph_of) if not result.silent[i]), 0)
    first = next((i for i, p in enumerate(result.paragraph_of) if p == result.first_paragraph), 0)
    result.headline_end = first
    result.names = {
        i for t in reading.parties for m in t.mentions if m.kind is MentionKind.NAME for i in range(m.start, m.end)
    }
    result.judges = set(_judges(doc, reading))
    result.breaks = list(_breaks(result))
    result.matters = find_matters(doc)
    for money in find_money(doc):
        result.money[result.sentence_of[money.start]].append(money)
    for term in find_terms(doc):
        result.terms[result.sentence_of[term.start]].append(term)
    return result


def _cut(result: Scan) -> None:
    doc = result.doc
    starts = {p.start for p in result.reading.paragraphs}
    result.sentence_of, result.paragraph_of = [0] * len(doc), [0] * len(doc)
    bounds = [i for i in range(len(doc)) if doc[i].is_sent_start or i in starts or i == 0]
    paragraph = 0
    for start, end in pairwise([*bounds, len(doc)]):
        paragraph += start in starts
        for i in range(start, end):
            result.sentence_of[i] = len(result.sentences)
            result.paragraph_of[i] = paragraph
        result.sentences.append(doc[start:end])


def _quotations(doc: Doc, result: Scan) -> bytearray:
    """Marks the tokens inside double quotation marks; what is open at the end of a paragraph is closed there."""
    mask = bytearray(len(doc))
    start: int | None = None
    for i, token in enumerate(doc):
        if start is not None and result.paragraph_of[i] != result.paragraph_of[start]:
            _mark(mask, start, i)
            start = None
        mark = token.text
        if mark in OPENING or (mark in {'"', "''", "``"} and start is None):
            start = i
        elif start is not None and (mark in CLOSING or mark in {'"', "''"}):
            _mark(mask, start, i)
            start = None
    if start is not None:
        _mark(mask, start, len(doc))
    return mask


def _mark(mask: bytearray, start: int, end: int) -> None:
    if end - start - 1 > SCARE:
        mask[start:end] = b"\x01" * (end - start)


def _judges(doc: Doc, reading: Reading) -> Iterator[int]:
    for thing in reading.parties:
        for m in thing.mentions:
            near = range(max(m.start - REACH_OF_JUDGE, 1), m.start)
            before = {doc[i].lower_ for i in near if doc[i].pos_ == "PROPN" and doc[i - 1].lower_ != "of"}
            before |= {doc[0].lower_} if m.start == 1 else set()
            if m.kind is MentionKind.NAME and (before | {doc[m.start].lower_}) & JUDGES:
                yield id(thing)


def _breaks(result: Scan) -> Iterator[int]:
    """Where a heading or a place in capitals opens another item: "KYIV. A former minister …"."""
    paragraphs = result.reading.paragraphs
    for n, paragraph in enumerate(paragraphs):
        words = [t for t in result.doc[paragraph.start : paragraph.end] if not t.is_space]
        if not words or n == 0:
            continue
        heading = paragraph.zone is Zone.HEADLINE and paragraphs[n - 1].zone is not Zone.HEADLINE
        capitals = (
            len(words) > HEADING and words[0].is_upper and len(words[0]) > 3 and words[1].text in {".", "-", "–", "—"}
        )
        if heading or capitals:
            yield paragraph.start


def _silence(doc: Doc, reading: Reading) -> bytearray:
    mask = bytearray(len(doc))
    for p in reading.paragraphs:
        if p.zone in SILENT:
            mask[p.start : p.end] = b"\x01" * (p.end - p.start)
    return mask
