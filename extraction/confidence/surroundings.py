"""What of an article is looked up for each of its facts, laid out once."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import numpy as np
from spacy.tokens import Doc, Token

from extraction.confidence.facts import Fact
from extraction.reading import Link, MentionKind, Reading, Thing
from schema import NodeType, Predicate, Span

#: the predicates whose object the fact tells something of: the case, the claim
OF_OBJECT = frozenset(
    {
        Predicate.PLAINTIFF_IN,
        Predicate.DEFENDANT_IN,
        Predicate.COUNSEL_IN,
        Predicate.JUDGE_IN,
        Predicate.MADE,
    }
)


class Surroundings:
    """Tables of one article, made in time that grows with the text and its facts.

    `told` goes from Python's id of a case, claim or person to the facts that tell of it, `counts` to how many there
    are of each predicate; `cases` counts the cases, `density` the claims a hundred sentences.
    """

    def __init__(self, doc: Doc, reading: Reading, facts: Iterable[Fact]) -> None:
        self.doc, self.reading = doc, reading
        self._characters = doc.to_array("IDX")
        self._sentences = np.cumsum(doc.to_array("SENT_START") == 1)
        self._kinds = {i: m.kind for t in reading.parties for m in t.mentions for i in range(m.start, m.end)}
        self._namesakes = Counter(_surname(t) for t in reading.parties if t.type is NodeType.PERSON and t.mentions)
        self._claimed = bytearray(len(doc))
        self._case_of_penalty: dict[int, Thing] = {}
        self.told: dict[int, list[Fact]] = defaultdict(list)
        self.counts: dict[int, Counter[Predicate]] = defaultdict(Counter)
        for fact in facts:
            self._enter(fact)
        wholes = (self.whole(told[0].lead) for told in self.told.values())
        types = Counter(thing.type for thing in wholes)
        self.cases = types[NodeType.CASE]
        self.density = 100 * types[NodeType.CLAIM] // max(int(self._sentences[-1]) if len(doc) else 0, 1)

    def _enter(self, fact: Fact) -> None:
        link = fact.lead
        if link.predicate is Predicate.HAS_PENALTY:
            self._case_of_penalty[id(link.object)] = link.subject
        if link.predicate is Predicate.MADE:
            for mention in link.object.mentions:
                self._claimed[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
        whole = id(self.whole(link))
        self.told[whole].append(fact)
        self.counts[whole][fact.predicate] += 1

    def whole(self, link: Link) -> Thing:
        """The case, claim or person that the link tells something of; of a penalty its case."""
        if link.predicate in OF_OBJECT:
            return link.object
        return self._case_of_penalty.get(id(link.subject), link.subject)

    def token(self, span: Span | None) -> Token | None:
        """The first token of a passage of the text."""
        return self.doc[self.index(span.start)] if span is not None else None

    def index(self, character: int) -> int:
        """The number of the token that the character stands in, or behind."""
        return max(int(np.searchsorted(self._characters, character, side="right")) - 1, 0)

    def sentence(self, token: Token) -> int:
        """The number of the token's sentence."""
        return int(self._sentences[token.i]) - 1

    def kind(self, token: Token) -> MentionKind | None:
        """How the text names the party that stands at the token."""
        return self._kinds.get(token.i)

    def is_claimed(self, token: Token) -> bool:
        """True in the content of somebody's claim."""
        return bool(self._claimed[token.i])

    def has_namesake(self, thing: Thing) -> bool:
        """True for a person who shares the last name with another of the article."""
        return thing.type is NodeType.PERSON and self._namesakes[_surname(thing)] > 1


def _surname(person: Thing) -> str:
    """
    >>> _surname(Thing(NodeType.PERSON, "Ana Roy"))
    'roy'
    """
    return person.name.rsplit(maxsplit=1)[-1].casefold() if person.name.strip() else ""
