"""Words for people of the law, and whom the text calls so."""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from spacy.tokens import Span, Token

from extraction.cases.parties import words_of
from extraction.cases.scan import Scan
from extraction.cases.words import words_for
from extraction.grammar import SUBJECTS, conjuncts
from extraction.lexicon import Entry, Word, load_lexicon
from extraction.reading import Thing
from extraction.sentences import sentence_of

#: how many words of titles may stand between an office and a name
TITLES = 4
#: how long what stands between an office and its name may be: "the lawyer of the ministry in Lisbon, Ana Reis"
COMPLEMENT = 8
#: what joins an office to whom its holder serves
SERVING = frozenset({"for", "of", "in", "at", "from", "to"})


class Office(StrEnum):
    JUDGE = "judge"
    COUNSEL = "counsel"
    PROSECUTOR = "prosecutor"


class CourtPerson(Entry):
    """A word for somebody of the law."""

    word: Word
    kind: Office

    def key(self) -> str:
        return self.word


@lru_cache(maxsize=1)
def offices() -> dict[str, Office]:
    return {e.word: e.kind for e in load_lexicon("court_people", CourtPerson)}


def office_of(token: Token) -> Office | None:
    """The office that the noun names, with the word before it where two words make it: "law firm"."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    lemma = token.lemma_.lower()
    before = token.doc[max(token.i - 2, 0) : token.i].text.lower().split(" ")[-1]
    known = offices()
    return known.get(f"{before} {lemma}") or known.get(f"{before}{lemma}") or known.get(lemma) or known.get(lemma[:-1])


def holders(scan: Scan, token: Token) -> Iterator[tuple[Thing, Span]]:
    """The named people whom the word for an office describes."""
    at, doc = scan.reading.party_at, scan.doc
    if token.i in at and token.i in scan.names:
        yield at[token.i], words_of(scan, token.i)
    i = token.i + 1
    while i < len(doc) and i - token.i <= TITLES and doc[i].lower_ in words_for("between"):
        i += 1
    i = i if i in at else _behind_complement(token)
    if i in at and sentence_of(doc[i]) == sentence_of(token) and i in scan.names:
        yield at[i], words_of(scan, i)
        if token.lower_.endswith("s"):
            yield from _joined(scan, words_of(scan, i))
    if token.dep_ == "appos" and token.head.i in at:
        yield at[token.head.i], words_of(scan, token.head.i)
    for child in token.children:
        if child.dep_ == "appos" and child.i in at and child.i > token.i:
            yield at[child.i], words_of(scan, child.i)
    yield from _said_to_be(scan, token)


def _behind_complement(token: Token) -> int:
    """Where a name would stand in "counsel for the board, Ana Reis"; else -1."""
    doc, i = token.doc, token.i + 1
    if i >= len(doc) or doc[i].lower_ not in SERVING:
        return -1
    for k in range(i + 1, min(i + COMPLEMENT, len(doc) - 1)):
        if doc[k].text == ",":
            return k + 2 if doc[k + 1].lower_ in words_for("between") else k + 1
        if doc[k].pos_ in {"VERB", "AUX", "PUNCT"}:
            return -1
    return -1


def _said_to_be(scan: Scan, token: Token) -> Iterator[tuple[Thing, Span]]:
    """ "Ana Reis is his lawyer"."""
    if token.dep_ == "attr" and token.head.lemma_ == "be":
        for subject in token.head.children:
            if subject.dep_ in SUBJECTS and subject.i in scan.names:
                yield scan.reading.party_at[subject.i], words_of(scan, subject.i)


def _joined(scan: Scan, words: Span) -> Iterator[tuple[Thing, Span]]:
    """ "Justices A and B": B, too."""
    for token in words:
        for other in conjuncts(token):
            if other.i in scan.reading.party_at and other.i > words.end - 1:
                yield scan.reading.party_at[other.i], words_of(scan, other.i)
