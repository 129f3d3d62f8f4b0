"""Lists of single words that the rules of the case component share, from `data/case_words.toml`."""

from functools import cache

from pydantic import Field

from extraction.lexicon import Entry, Word, load_lexicon


class WordList(Entry):
    """Words (lemmas, lower case) that do the same work in a rule."""

    name: Word
    words: tuple[Word, ...] = Field(min_length=1)

    def key(self) -> str:
        return self.name


@cache
def words_for(name: str) -> frozenset[str]:
    """The words of the list."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {e.name: frozenset(e.words) for e in load_lexicon("case_words", WordList)}
