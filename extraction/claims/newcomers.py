"""Speakers that the names left out: a capitalised word whom a verb of saying or "according to" makes one who speaks."""

import re

from spacy.tokens import Span, Token

from extraction.claims.cues import load_cues
from extraction.claims.passages import Passages
from extraction.names.cutting import Candidate
from extraction.names.evidence import evidence_of
from extraction.names.typing import likely_types
from extraction.names.vocabulary import word_classes
from extraction.names.words import (
    court_heads,
    is_capitalised,
    is_common,
    nationalities,
    no_names,
    organization_heads,
    places,
    titles,
)
from extraction.reading import Mention, MentionKind, Thing
from schema import NodeType

#: a longer run of capitals is a headline
LONGEST = 5
#: a shorter handle may be a slip
LOWER = re.compile(r"[a-z]{4,}")
HANDLE = re.compile(r"(?=\w*[a-zA-Z]{2})(?=\w*[\d_])\w{4,}")
NOBODY = frozenset(f"{some}{body}" for some in ("any", "every", "some", "no") for body in ("body", "one", "thing"))
#: how unlikely it may be, by the evidence for names, that the words name a speaker at all
LEAST = 0.01
SOURCE = "according"


def newcomer(words: Token, cue: Token, passages: Passages) -> Thing | None:
    """The party that the word names for the first time; None for titles, nations, places and common words."""
    start, end = (words.i, words.i + 1) if _is_handle(words, passages) else _run(words, passages)
    span = passages.doc[start:end]
    if span and (span[0].is_lower or is_handle(span[0])):
        return _known_or_new(span, NodeType.PERSON, passages)
    if words.tag_ != "NNP" or not 0 < end - start <= LONGEST or _continues_name(start, passages):
        return None
    type_: NodeType | None = None
    if span.text not in passages.newcomers:
        is_titled = start > 0 and passages.doc[start - 1].text == "The" and start - 1 > passages.left[start]
        if not is_titled and not _may_name(span, cue, passages):
            return None
        type_ = NodeType.ORGANIZATION if is_titled else _type(start, end, cue, passages)
        if type_ is None:
            return None
    return _known_or_new(span, type_, passages)


def _known_or_new(span: Span, type_: NodeType | None, passages: Passages) -> Thing:
    thing = passages.newcomers.get(span.text)
    if thing is None:
        assert type_ is not None
        thing = passages.newcomers.setdefault(span.text, Thing(type_, span.text))
    passages.reading.add_mention(thing, Mention(span.start, span.end, MentionKind.NAME))
    return thing


def is_handle(token: Token) -> bool:
    """True for letters with a digit or an underscore: ann_lee, Lee1980."""
    return HANDLE.fullmatch(token.text) is not None


def _is_handle(words: Token, passages: Passages) -> bool:
    """True for the lower-case name of one who blogs: no word of English, without an article."""
    if words.i in passages.reading.party_at or words.tag_ not in {"NN", "NNP"} or words.pos_ == "PRON":
        return False
    if is_handle(words):
        return True
    if not LOWER.fullmatch(words.text) or any(c.dep_ in {"det", "poss"} for c in words.children):
        return False
    return (
        words.lower_ not in titles() and words.lower_ not in NOBODY and not any(word_classes(words.vocab, words.text))
    )


def _may_name(span: Span, cue: Token, passages: Passages) -> bool:
    if _has_place(span.start, passages):
        return True
    if any(_names_nobody(t) for t in span) or not {cue.lower_, cue.lemma_.lower()} & {SOURCE, *load_cues()}:
        return False
    return len(span) > 1 or _is_strange(span[0]) or (cue.lower_ == SOURCE and span.start == cue.i + 2)


def _type(start: int, end: int, cue: Token, passages: Passages) -> NodeType | None:
    """What the evidence for names makes of it; papers and agencies report."""
    likely = likely_types(evidence_of(passages.doc, [Candidate(start, end)]))
    type_ = max((NodeType.PERSON, NodeType.ORGANIZATION), key=lambda t: likely[t])
    if _has_place(start, passages):
        return NodeType.ORGANIZATION
    if start > passages.left[start] and passages.doc[start - 1].lower_ in titles():
        return NodeType.PERSON
    if likely[type_] < LEAST or likely[type_] < max(likely[t] for t in (NodeType.PLACE, NodeType.COURT)):
        return None
    is_outlet = end - start == 1 and cue.lemma_.lower() in {SOURCE, "report"}
    return NodeType.ORGANIZATION if is_outlet else type_


def _run(words: Token, passages: Passages) -> tuple[int, int]:
    """The capitalised words around the head that belong to nobody yet."""
    doc, parties = passages.doc, passages.reading.party_at
    start = end = words.i
    while end < passages.right[words.i] and is_capitalised(doc[end]) and end not in parties:
        end += 1
    while start > passages.left[words.i] and is_capitalised(doc[start - 1]) and start - 1 not in parties:
        start -= 1
    while start < words.i and (doc[start].lower_ == "the" or doc[start].lower_ in titles()):
        start += 1
    if start == words.i and _is_paper_of_place(start, passages):
        start = _start_of(parties[start - 1], start, passages)
    return (start, end) if end > words.i else (words.i, words.i)


def _is_paper_of_place(word: int, passages: Passages) -> bool:
    """True for the last word of "the Norland Post"."""
    place = passages.reading.party_at.get(word - 1)
    if place is None or place.type is not NodeType.PLACE or passages.doc[word - 1].is_lower:
        return False
    before = _start_of(place, word, passages) - 1
    return before >= passages.left[word] and passages.doc[before].lower_ == "the"


def _start_of(place: Thing, end: int, passages: Passages) -> int:
    while passages.reading.party_at.get(end - 1) is place:
        end -= 1
    return end


def _has_place(start: int, passages: Passages) -> bool:
    party = passages.reading.party_at.get(start)
    return party is not None and party.type is NodeType.PLACE


def _continues_name(start: int, passages: Passages) -> bool:
    """True for the rest of a name whose beginning somebody has: … and Consumer Commission."""
    doc = passages.doc
    if start - 1 < passages.left[start]:
        return False
    before = doc[start - 1]
    joined = before.lower_ in {"and", "&", "of", "for", "-"} and start - 2 >= passages.left[start]
    return start - 1 in passages.reading.party_at or (joined and doc[start - 2].text[:1].isupper())


def _names_nobody(token: Token) -> bool:
    word = token.lower_
    listed = word in titles() or word.rstrip("s") in nationalities() or word in places() or word in court_heads()
    return listed or token.ent_type_ in {"DATE", "NORP", "LANGUAGE"} or token.is_digit


def _is_strange(token: Token) -> bool:
    """True for one word that is no word of English, or that has the article of a newspaper: the Atlantic."""
    if is_common(token.text) or token.text in no_names("alone") or token.lower_ in organization_heads():
        return False
    return token.text.isupper() or not any(word_classes(token.vocab, token.lower_))
