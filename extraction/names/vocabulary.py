"""Which words are English: the lists of the model's lemmatizer, for telling "Valley Dredging" from "Ana Roy"."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.vocab import Vocab

TABLE = "casegraph_words"
LEMMATIZER, INDEX = "lemmatizer", "lemma_index"
CLASSES = ("noun", "verb", "adj")
ADVERB = "adv"
#: endings of forms whose lemma is listed
ENDINGS = (("ing", ""), ("ing", "e"), ("s", ""), ("ies", "y"), ("ed", ""), ("ed", "e"))


def share_words(nlp: Language) -> None:
    """Put the lemmatizer's lists where the components can see them; without a lemmatizer's lists, do nothing."""
    lookups = nlp.get_pipe(LEMMATIZER).lookups if nlp.has_pipe(LEMMATIZER) else None  # type: ignore[attr-defined]
    if lookups is not None and lookups.has_table(INDEX):
        index = lookups.get_table(INDEX)
        nlp.vocab.lookups.set_table(
            TABLE, type(index)(TABLE, {c: frozenset(index.get(c, ())) for c in (*CLASSES, ADVERB)})
        )


def word_classes(vocab: Vocab, word: str) -> Iterator[str]:
    """The classes that the lists have the lower-case word in, by itself or without an ending."""
    if not knows_words(vocab):
        return
    table = vocab.lookups.get_table(TABLE)
    for name in CLASSES:
        if word in table[name]:
            yield name
        elif any(word.endswith(end) and word.removesuffix(end) + stem in table[name] for end, stem in ENDINGS):
            yield f"{name}-form"


def knows_words(vocab: Vocab) -> bool:
    """Whether there are lists to look into."""
    return bool(vocab.lookups.has_table(TABLE))


def is_adverb(vocab: Vocab, word: str) -> bool:
    """Whether the lists have the lower-case word as an adverb."""
    return word in vocab.lookups.get_table(TABLE)[ADVERB]
