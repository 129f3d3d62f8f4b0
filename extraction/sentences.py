"""The sentence that a token stands in, off a table: spaCy's own `token.sent` walks through the whole of it."""

from bisect import bisect_right

from spacy.tokens import Doc, Span, Token

from extraction.reading import reading_of


def sentence_of(token: Token) -> Span:
    """The token's sentence."""
    starts = _starts(token.doc)
    at = bisect_right(starts, token.i)
    return token.doc[starts[at - 1] : starts[at] if at < len(starts) else len(token.doc)]


def around(token: Token, reach: int) -> Span:
    """What of the token's sentence stands no more than so many tokens from it."""
    sentence = sentence_of(token)
    return token.doc[max(sentence.start, token.i - reach) : min(sentence.end, token.i + reach + 1)]


def _starts(doc: Doc) -> list[int]:
    reading = reading_of(doc)
    if reading.sentence_starts is None:
        found = [i for i in range(1, len(doc)) if doc[i].is_sent_start] if doc.has_annotation("SENT_START") else []
        reading.sentence_starts = [0, *found]
    return reading.sentence_starts
