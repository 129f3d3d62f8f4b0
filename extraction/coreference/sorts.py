"""Nouns that stand for institutions: what they may stand for, and which of them for the same."""

from functools import cache

from extraction.lexicon import load_lexicon
from extraction.names.words import WordList
from extraction.reading import Thing
from schema import NodeType


class Descriptions(WordList):
    of: str
    sort: str
    generic: bool


@cache
def _entries() -> dict[str, tuple[Descriptions, ...]]:
    found: dict[str, tuple[Descriptions, ...]] = {}
    for entry in load_lexicon("descriptions", Descriptions):
        for word in entry.words:
            found[word.lower()] = (*found.get(word.lower(), ()), entry)
    return found


def is_description(noun: str) -> bool:
    return noun in _entries()


def kinds_of(noun: str) -> frozenset[str]:
    """What a noun (lower case) may stand for: kinds of organization, court, platform."""
    return frozenset(e.of for e in _entries().get(noun, ()))


def sorts_of(noun: str) -> frozenset[str]:
    """The sorts whose nouns may stand for one another: "lender" -> bank."""
    return frozenset(e.sort for e in _entries().get(noun, ()))


def is_generic(noun: str) -> bool:
    """True for a noun that stands for any party of its kind: "company", but not "bank"."""
    return any(e.generic for e in _entries().get(noun, ()))


def kind_of(thing: Thing) -> str:
    """The kind of an organization, "" where it is unknown; the type of other parties."""
    return str(thing.properties.get("kind", "")) if thing.type is NodeType.ORGANIZATION else thing.type.lower()


def may_be_called(thing: Thing, noun: str) -> bool:
    """Whether the noun suits the type of the institution at all: no company is a "court"."""
    kinds = kinds_of(noun)
    if thing.type is NodeType.COURT:
        return "court" in kinds
    return bool(kinds - {"court"})
