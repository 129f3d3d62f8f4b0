"""Who "both" and "they" are: the two whom "and" joins in the sentences before."""

from spacy.tokens import Token

from extraction.claims.passages import Passages
from extraction.claims.speakers import Speaker
from extraction.claims.subjects import SPEAKERS
from extraction.grammar import SUBJECTS
from extraction.reading import Thing

#: how many tokens and paragraphs back the two may be named, and how far from "and"
REACH, PARAGRAPHS, NEAR = 90, 1, 7


def pair_before(words: Token, passages: Passages) -> Speaker | None:
    """The first of the two, or of the more, that are joined nearest before the word; None where none are."""
    doc = passages.doc
    here = passages.paragraph_at[words.i]
    first = max(0, words.i - REACH, passages.reading.paragraphs[max(0, here - PARAGRAPHS)].start)
    for i in range(words.i - 1, first, -1):
        if doc[i].lower_ == "and" and not passages.is_quoted(doc[i]) and (pair := _joined_at(i, passages)) is not None:
            return Speaker(_first_of(pair, passages), words, 0.7)
    return None


def _joined_at(joint: int, passages: Passages) -> int | None:
    """The last token of the name before "and", where a name of the same kind follows."""
    right = _next_party(range(joint + 1, min(len(passages.doc), joint + NEAR)), passages)
    left = _next_party(range(joint - 1, max(-1, joint - NEAR), -1), passages)
    if left is None or right is None:
        return None
    parties = passages.reading.party_at
    same_kind = parties[left].type is parties[right].type and parties[left] is not parties[right]
    return left if same_kind and parties[left].type in SPEAKERS else None


def _next_party(tokens: range, passages: Passages) -> int | None:
    """The first token of a name, with only its titles and its apposition in between."""
    for i in tokens:
        token = passages.doc[i]
        if i in passages.reading.party_at and token.pos_ == "PROPN":
            return i
        if token.pos_ in {"VERB", "AUX", "ADP"} or (token.is_sent_start and i != tokens.start):
            return None
    return None


def _first_of(last: int, passages: Passages) -> Thing:
    """Of "Lee, Moor and Quist" Lee."""
    parties, doc = passages.reading.party_at, passages.doc
    first = parties[last]
    for token in doc[max(passages.left[last], last - REACH) : last]:
        party = parties.get(token.i)
        if token.dep_ in SUBJECTS and party is not None and party.type is first.type and token.n_rights:
            return party
    i = last
    while i > max(0, last - REACH) and (parties.get(i) is first or doc[i].text == ","):
        i -= 1
        other = parties.get(i)
        if other is not None and other is not first and doc[i + 1].text == "," and other.type is first.type:
            first = other
    return first
