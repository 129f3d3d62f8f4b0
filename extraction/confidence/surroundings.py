"""What of an article is looked up for each of its facts, laid out once."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
from spacy.tokens import Doc, Token

from extraction.confidence.facts import Fact
from extraction.reading import MentionKind, Reading, Thing
from schema import NodeType, Span


class Surroundings:
    """Tables of one article, made in time that grows with the text and its facts; `cases` counts the cases."""

    def __init__(self, doc: Doc, reading: Reading, facts: Iterable[Fact]) -> None:
        self.doc, self.reading = doc, reading
        self._characters = doc.to_array("IDX")
        self._kinds = {i: m.kind for t in reading.parties for m in t.mentions for i in range(m.start, m.end)}
        self._namesakes = Counter(_surname(t) for t in reading.parties if t.type is NodeType.PERSON and t.mentions)
        ends = (end for fact in facts for end in (fact.lead.subject, fact.lead.object))
        self.cases = len({id(end) for end in ends if end.type is NodeType.CASE})

    def token(self, span: Span | None) -> Token | None:
        """The first token of a passage of the text."""
        return self.doc[self.index(span.start)] if span is not None else None

    def index(self, character: int) -> int:
        """The number of the token that the character stands in, or behind."""
        return max(int(np.searchsorted(self._characters, character, side="right")) - 1, 0)

    def kind(self, token: Token) -> MentionKind | None:
        """How the text names the party that stands at the token."""
        return self._kinds.get(token.i)

    def has_namesake(self, thing: Thing) -> bool:
        """True for a person who shares the last name with another of the article."""
        return thing.type is NodeType.PERSON and self._namesakes[_surname(thing)] > 1


def _surname(person: Thing) -> str:
    """
    >>> _surname(Thing(NodeType.PERSON, "Ana Roy"))
    'roy'
    """
    return person.name.rsplit(maxsplit=1)[-1].casefold() if person.name.strip() else ""
