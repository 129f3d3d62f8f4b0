"""Runs of capitalised words cut down to what may be names: no titles, no sentence openers, no nationality in front."""

import re
from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Doc, Span, Token

from extraction.names.cutting import Candidate, parts
from extraction.names.spans import runs
from extraction.names.vocabulary import is_adverb, knows_words
from extraction.names.words import (
    countries,
    court_heads,
    is_calendar,
    is_capitalised,
    lower_heads,
    nationalities,
    no_names,
    places,
    platforms,
)
from extraction.reading import Paragraph, Zone
from schema import CURRENCIES

SENTENCE_OPENERS = frozenset({'"', "“", "‘", "'", ":", "—", "–", "-", "•", "[", "(", ".", "…", "...", "?", "!", ";"})
SMALL_TAGS = frozenset({"DT", "IN", "CC", "PRP", "PRP$", "WRB", "RB", "MD", "UH", "EX", "TO", "WDT", "WP"})
FrontKind = Literal["nation", "place", "person", "court"]
ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")


def candidates(doc: Doc, paragraph: Paragraph) -> Iterator[Candidate]:
    """The candidates of a paragraph from left to right."""
    if paragraph.zone is Zone.BOILERPLATE:
        return
    if _is_title_case(doc, paragraph):
        yield from _countries_in(doc, paragraph)
        return
    for start, end in runs(doc, paragraph):
        if _is_no_run(doc, paragraph, start, end):
            continue
        if to := _end_of_lower_head(doc, start, end, paragraph.end):
            is_nation = doc[start].lower_ in nationalities()
            yield Candidate(start if is_nation else _without_opener(doc, start, end), to)
            continue
        yield from parts(doc, _ordinal_in_front(doc, start, end), end)


def _countries_in(doc: Doc, paragraph: Paragraph) -> Iterator[Candidate]:
    i = paragraph.start
    while i < paragraph.end:
        length = next((n for n in (3, 2, 1) if doc[i : min(i + n, paragraph.end)].text.lower() in countries()), 0)
        if length and doc[i].text[0].isupper():
            yield Candidate(i, i + length)
        i += max(length, 1)


def _end_of_lower_head(doc: Doc, start: int, end: int, limit: int) -> int:
    """Where "Greek | police", "Grenoble | appeal court" ends; 0 where no such noun follows, or one more behind it."""
    start = start if doc[start].lower_ in nationalities() else _without_opener(doc, start, end)
    if start >= end or end >= limit or not doc[end].text[0].islower():
        return 0
    front = doc[start:end].text
    for length in range(min(3, limit - end), 0, -1):
        head = doc[end : end + length].text
        if any(head in lower_heads(kind) for kind in _kinds_of_front(doc, start, end, front.lower())):
            follower = doc[end + length] if end + length < limit else None
            is_modifier = follower is not None and follower.tag_ in {"NN", "NNS", "NNP"}
            return 0 if is_modifier and not str(follower).startswith("spokes") else end + length
    return 0


def _kinds_of_front(doc: Doc, start: int, end: int, front: str) -> tuple[FrontKind, ...]:
    if front in nationalities() or front in countries() or (end - start == 2 and doc[start].lower_ in nationalities()):
        return ("nation",)
    if front in places():
        return ("nation", "place", "court")
    if end - start == 1 and doc[start].ent_type_ == "PERSON":
        return ("person", "court")
    return (
        ("court", "place")
        if end - start <= 3 and doc[start].ent_type_ in {"GPE", "ORG", "LOC", "FAC", "PERSON"}
        else ()
    )


def _ordinal_in_front(doc: Doc, start: int, end: int) -> int:
    """ "11th Circuit": the number is part of a court's name."""
    if start > 0 and ORDINAL.fullmatch(doc[start - 1].text) and any(t.lower_ in court_heads() for t in doc[start:end]):
        return start - 1
    return _without_opener(doc, start, end)


def _is_title_case(doc: Doc, paragraph: Paragraph) -> bool:
    """A headline With Capitals Everywhere tells nothing about names."""
    if paragraph.zone is not Zone.HEADLINE:
        return False
    words = [t for t in doc[paragraph.start + 1 : paragraph.end] if t.is_alpha and len(t) > 3]
    return len(words) > 3 and sum(t.text[0].isupper() for t in words) > 0.7 * len(words)


def _is_no_run(doc: Doc, paragraph: Paragraph, start: int, end: int) -> bool:
    """A photographer, a slogan, "#hashtag", "I", "W]e"."""
    is_word = end - start == 1 and (doc[start].text == "I" or "]" in doc[start].text)
    is_tag = start > paragraph.start and doc[start - 1].text == "#"
    return is_word or is_tag or _in_credit(doc, paragraph, start) or _is_shouted(doc, paragraph, start, end)


def _is_shouted(doc: Doc, paragraph: Paragraph, start: int, end: int) -> bool:
    """Words in capitals beside each other in a headline: "COURT IN THE ACT"."""
    if paragraph.zone is not Zone.HEADLINE or not all(t.is_upper for t in doc[start:end]):
        return False
    around = doc[max(paragraph.start, start - 1) : min(paragraph.end, end + 1)]
    return end - start > 1 or any(t.is_upper and t.is_alpha and t.i != start for t in around)


def _in_credit(doc: Doc, paragraph: Paragraph, start: int) -> bool:
    """ "(Photo: Ana Cole)", "Picture: Ana Cole" at the end of a caption."""
    before = doc[max(paragraph.start, start - 3) : start]
    words = {t.lower_ for t in before}
    return bool(words & {"photo", "picture", "image", "photograph", "credit"}) and ":" in words


def starts_sentence(token: Token) -> bool:
    """Where a capital tells nothing: behind a full stop, a line break, an opening mark or a colon."""
    if token.is_sent_start or token.i == 0:
        return True
    return token.nbor(-1).text in SENTENCE_OPENERS


def _without_opener(doc: Doc, start: int, end: int) -> int:
    """Skip "The", "In", "Many" at a sentence's start."""
    while start < end and starts_sentence(doc[start]) and _is_opener(doc, start, end):
        start += 1
        while start < end and not is_capitalised(doc[start]):
            start += 1
        if start < end and not (doc[start].is_stop and doc[start - 1].i == start - 1):
            break
    return start


def _is_opener(doc: Doc, start: int, end: int) -> bool:
    token = doc[start]
    if (
        doc[start:end].text.lower() in places()
        or token.lower_ in places()
        or token.text[0] == "@"
        or token.lower_ in platforms()
    ):
        return False
    alone = end - start == 1
    if token.is_stop or (token.tag_ in SMALL_TAGS and (alone or not _is_unheard(token))):
        return True
    if token.tag_ in {"NNP", "NNPS"} or token.ent_type_ in {"PERSON", "ORG", "GPE"}:
        return False
    return alone or token.tag_ in {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NNS"}


def _is_unheard(token: Token) -> bool:
    """No English adverb: "Gergely", which the tagger takes for one."""
    return token.tag_ == "RB" and knows_words(token.vocab) and not is_adverb(token.vocab, token.lower_)


def is_no_name(span: Span) -> bool:
    """A phrase that names no party: "World Cup", "Computer Crimes Act", "Internet", "Greek"."""
    if span.text in CURRENCIES or "$" in span.text or "]" in span.text:
        return True
    if len(span) == 1:
        text = span.text
        listed = text in no_names("alone") or text in no_names("head")
        return listed or text.lower() in nationalities() or is_calendar(text)
    return span[-1].text in no_names("head") or span.text in no_names("alone")
