"""When two wordings say the same: names, claims and offences compared as the guidelines of the annotations ask."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from schema import Node
from service.evaluation.annotations import Gold

_BEFORE_A_NAME = re.compile(r"^(?:the|mr|mrs|ms|dr|sir)\.?\s+")
_POSSESSIVE = re.compile(r"'s?$")
_BETWEEN_WORDS = re.compile(r"[^\w']+")
_WORD = re.compile(r"\w+")
#: offences that go by several words
_OFFENCES = dict.fromkeys(("libel", "slander", "libelling", "defaming"), "defamation")


def bare(name: str | None) -> str:
    """A name without what may stand before and after it.

    >>> bare("The Daily's"), bare("Mr. O’Hara"), bare(None)
    ('daily', "o'hara", '')
    """
    folded = unicodedata.normalize("NFKC", name or "").replace("’", "'").casefold().strip()
    return _BETWEEN_WORDS.sub(" ", _POSSESSIVE.sub("", _BEFORE_A_NAME.sub("", folded))).strip()


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """F1 of the words that two texts share: 0 for none, 1 for the same words."""
    shared = sum((one & other).values())
    return 2 * shared / (one.total() + other.total()) if shared else 0.0


def same_offence(one: str, other: str) -> bool:
    """Whether one holds all words of the other, or half of all their words are common to both."""
    left, right = ({_OFFENCES.get(word, word) for word in words(offence)} for offence in (one, other))
    if not left & right:
        return False
    return left <= right or right <= left or len(left & right) >= len(left | right) / 2


class Names:
    """Finds the annotated entity that a name, or a node of the document, stands for."""

    def __init__(self, gold: Gold) -> None:
        self._known: dict[str, str] = {}
        for entity in gold.entities:
            for name in (entity.name, *entity.aliases):
                self._known.setdefault(bare(name), entity.name)

    def of(self, node: Node) -> str:
        """The annotated name of the node, or its own if no annotated entity bears one of its names."""
        known = (self._known.get(bare(name)) for name in _names(node))
        return next(filter(None, known), node.name)


def _names(node: Node) -> Iterable[str]:
    return (node.name, *node.aliases)
