"""Runs of capitalised words cut at titles, post-nominals, nationalities and the heads of organizations."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extraction.names.spans import Run
from extraction.names.vocabulary import word_classes
from extraction.names.words import (
    court_heads,
    given_names,
    is_capitalised,
    nationalities,
    no_names,
    organization_heads,
    places,
    platforms,
    titles,
)

LONGEST_TITLE = 5


#: small words that only the name of an organization or court has inside it
LINKERS = frozenset({"of", "for", "on", "to", "against", "&"})


#: offices that have a portfolio in front: "Citizen Protection Minister"
PORTFOLIO_OFFICES = frozenset(
    {"minister", "secretary", "ministers", "secretaries", "commissioner", "editor", "reporter", "correspondent"}
)


SKIPPED = frozenset({"the", "a", "an", "former", "ex", "late", "then", "our"})


#: letters after a name
POST_NOMINALS = frozenset({"KC", "QC", "SC", "PC", "MP", "MEP", "MLA", "OBE", "CBE", "MBE", "PhD", "MD", "Esq", "Esq."})


#: kinds of titles that stand before names with a capital; "Star" and "Guard" need a person behind them
LEADING = frozenset({"honorific", "rank", "office"})


@dataclass(frozen=True)
class Candidate:
    """Tokens that may be a name; `title` are those of the title in front of it."""

    start: int
    end: int
    title: Run | None = None


def parts(doc: Doc, start: int, end: int) -> Iterator[Candidate]:
    """A run cut at the titles inside it: "Senate Majority Leader Ana Roy" -> Senate, Ana Roy."""
    start, end = _trimmed(doc, start, end)
    if start >= end:
        return
    if _is_whole(doc, start, end):
        yield from _with_person_behind(doc, start, end)
        return
    left = _after_office(doc, start, end)
    title: Run | None = (start, left) if left > start else None
    if left > start and doc[start].text not in no_names("alone"):
        yield Candidate(start, left)
    i = left
    while i < end:
        length = _title_length(doc, i, end, start)
        if not length:
            i += 1
            continue
        portfolio = doc[i + length - 1].lower_ in PORTFOLIO_OFFICES and doc[i].lower_ != "prime"
        if i > left and portfolio and title is None:
            yield from _places_in_front(doc, left, i)
        elif i > left:
            yield from _peeled(doc, left, i, title)
        title = (left if portfolio else i, i + length)
        left = i = i + length
    if left < end:
        yield from _peeled(doc, left, end, title)


def _with_person_behind(doc: Doc, start: int, end: int) -> Iterator[Candidate]:
    """ "House of Commons | Speaker Adam Vela", "House of Commons | Adam Vela": body and person."""
    linkers = [i for i in range(start + 1, end - 1) if doc[i].lower_ in LINKERS]
    for i in range(linkers[-1] + 2 if linkers else end, end - 1):
        if length := _title_length(doc, i, end, i):
            yield Candidate(start, i)
            yield Candidate(i + length, end, (i, i + length))
            return
        if doc[i].lower_ in given_names() and doc[i].ent_type_ == "PERSON" and doc[i].ent_iob_ == "B":
            yield Candidate(start, i)
            yield Candidate(i, end)
            return
    yield Candidate(start, end)


def _after_office(doc: Doc, start: int, end: int) -> int:
    """Behind the "State" of "Secretary of | State Mike Vela" and the place of "Mayor of | Dover Ana Roy"."""
    if end - start < 3 or start < 2 or doc[start - 1].lower_ != "of" or doc[start - 2].lower_ not in titles():
        return start
    for length in (3, 2, 1):
        if end - start - length >= 2 and doc[start : start + length].text.lower() in places():
            return start + length
    for i in range(start + 1, end - 1):
        if _begins_person(doc[i]):
            return i
    is_person = doc[start].lower_ in given_names() or doc[start].ent_type_ == "PERSON"
    return start if is_person or doc[start].text not in no_names("alone") else start + 1


def _begins_person(token: Token) -> bool:
    is_recognised = token.ent_iob_ == "B" and token.ent_type_ == "PERSON"
    is_given = token.lower_ in given_names() and token.nbor(-1).lower_ not in given_names()
    return is_recognised or is_given or _has_syllable(token)


def _has_syllable(token: Token) -> bool:
    """ "Man-kei", "Jong-tak": a given name of two syllables."""
    if token.i + 2 >= len(token.doc) or token.whitespace_:
        return False
    return token.nbor(1).text == "-" and token.nbor(2).text.islower()


def _places_in_front(doc: Doc, start: int, end: int) -> Iterator[Candidate]:
    """The country of "US Commerce Secretary"; what else stands there is the portfolio."""
    for length in (3, 2, 1):
        if start + length <= end and doc[start : start + length].text.lower() in places():
            yield Candidate(start, start + length)
            return


def _trimmed(doc: Doc, start: int, end: int) -> Run:
    while start < end and (doc[start].lower_ in SKIPPED or doc[start].is_punct):
        start += 1
    while end > start + 1 and (doc[end - 1].text in POST_NOMINALS or not _closes(doc[end - 1])):
        end -= 1
    return start, end


def _closes(token: Token) -> bool:
    """A capitalised word, the number of a court, the last syllable of a given name."""
    return (
        token.text[0].isupper()
        or is_capitalised(token)
        or token.is_digit
        or (token.i > 0 and token.nbor(-1).text == "-")
        or token.text[0].islower()
    )


def _is_whole(doc: Doc, start: int, end: int) -> bool:
    """Ends in the head of an organization or court, so that "Justice" in "Justice Ministry" is no title."""
    if end - start < 2:
        return False
    last = doc[end - 1]
    if last.lower_ in court_heads() or any(t.lower_ in LINKERS for t in doc[start + 1 : end - 1]):
        return True
    head = organization_heads().get(last.text) or organization_heads().get(last.lower_)
    is_person = doc[end - 1].ent_type_ == "PERSON" and doc[end - 2].ent_type_ == "PERSON"
    return head is not None and not (is_person and head.kind in {"company", "media", "other"})


def _title_length(doc: Doc, i: int, end: int, start: int) -> int:
    """The number of words of the title that begins at `i`; 0 where none does."""
    for length in range(min(LONGEST_TITLE, end - i), 0, -1):
        title = doc[i : i + length]
        text = title.text.lower()
        entry = titles().get(text) or (titles().get(text.removesuffix("s")) if len(text) > 4 else None)
        if i + length == end and text.endswith("."):
            entry = None
        if entry is not None and _leads(doc, title, (start, end), entry.kind):
            return length
    return 0


def _leads(doc: Doc, title: Span, run: Run, kind: str) -> bool:
    i, after = title.start, title.end
    if after == run[1]:
        return _is_bare(doc, i, after, run[0])
    if doc[after].tag_ == "IN":
        return False  # "Reporters Without Borders"
    if kind != "kin" and i == run[0] and run[1] - after >= 2:
        return True
    if kind in LEADING:
        return after - i > 1 or i == run[0] or doc[after].lower_ not in organization_heads()
    if kind == "work" and i == run[0] and (doc[i].is_sent_start or i == 0) and doc[i].tag_ != "JJ":
        return doc[after].lower_ not in organization_heads()
    return doc[after].lower_ in given_names() or (doc[after].ent_type_ == "PERSON" and doc[i].ent_type_ != "PERSON")


def _is_bare(doc: Doc, i: int, after: int, start: int) -> bool:
    """A title with no name behind it: "Attorney General"; not the King of "Stephen King"."""
    if i == start:
        return True
    return after - i > 1 or (doc[i].ent_type_ != "PERSON" and doc[start].lower_ not in given_names())


def _peeled(doc: Doc, start: int, end: int, title: Run | None) -> Iterator[Candidate]:
    """Take nationality, country or platform off the front of what names something else."""
    start, end = _trimmed(doc, start, end)
    if start >= end:
        return
    if split := _behind_head(doc, start, end):
        yield Candidate(start, split)
        start, title = split, None
    front = _front(doc, start, end)
    if front:
        if doc[start].lower_ not in nationalities():
            yield Candidate(start, start + front)
        start, title = _trimmed(doc, start + front, end)[0], None
    if start < end:
        yield Candidate(start, end, title)


def _behind_head(doc: Doc, start: int, end: int) -> int:
    """Where a person begins behind an organization's head: "House Committee | Adam Vela"."""
    for i in range(start + 1, end - 1):
        if _begins_person(doc[i + 1]) and doc[i].lower_ in organization_heads() and doc[i].ent_type_ != "PERSON":
            return i + 1
    return 0


def _front(doc: Doc, start: int, end: int) -> int:
    """How many words at the front are a nationality, country or platform before somebody's name."""
    for length in (3, 2, 1):
        if start + length >= end:
            continue
        text = doc[start : start + length].text.lower()
        if text in nationalities() or (text in places() and text not in given_names()) or text in platforms():
            return length if _is_person(doc, start, start + length, end) else 0
    return 0


def _is_person(doc: Doc, start: int, rest: int, end: int) -> bool:
    if doc[end - 1].lower_ in organization_heads():
        return False
    if doc[start].lower_ in nationalities() and 2 <= end - rest <= 3 and not _has_english(doc[rest:end]):
        return True
    named = doc[rest].lower_ in given_names() or doc[rest].ent_type_ == "PERSON"
    return named and doc[start].ent_type_ != "PERSON"


def _has_english(words: Span) -> bool:
    """A word is a noun or an adjective too: "Egyptian Sporting Club" is one name, "Egyptian | Roba Salibi" is not."""
    return any(list(word_classes(w.vocab, w.lower_)) for w in words) or words.text.lower() in places()
