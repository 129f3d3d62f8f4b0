"""Nouns for somebody by what the article says of him: who "was charged" is "the suspect", who sued "the plaintiff"."""

from functools import cache

from spacy.tokens import Token

from extraction.grammar import PASSIVE_SUBJECTS
from extraction.lexicon import Word, load_lexicon
from extraction.names.words import WordList


class Deeds(WordList):
    passive: bool
    verbs: tuple[Word, ...]


@cache
def deed_of_noun(noun: str) -> str | None:
    """The deed that a noun (lower case) stands for: "gunman" -> accused."""
    return _nouns().get(noun)


@cache
def _nouns() -> dict[str, str]:
    return {w.lower(): e.name for e in load_lexicon("deeds", Deeds) for w in e.words}


@cache
def _verbs() -> dict[tuple[str, bool], str]:
    return {(v, e.passive): e.name for e in load_lexicon("deeds", Deeds) for v in e.verbs}


def deed_of(name: Token) -> str | None:
    """What the party did or underwent, where the name is a verb's subject or object."""
    if name.dep_ == "nsubj":
        return _verbs().get((name.head.lemma_.lower(), False))
    if name.dep_ == "dobj" or name.dep_ in PASSIVE_SUBJECTS:
        return _verbs().get((name.head.lemma_.lower(), True))
    return None
