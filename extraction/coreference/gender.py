"""Whether a person is "he" or "she", as far as the article or the given name tells."""

from typing import Literal

from spacy.tokens import Doc

from extraction.names.words import given_names, titles
from extraction.reading import Thing

Gender = Literal["male", "female"]


def gender_of(doc: Doc, person: Thing) -> Gender | None:
    """By a title before the name ("Ms", "Queen"), a noun in apposition ("his sister, X"), else by the given name."""
    for mention in person.mentions[:10]:
        for i in range(max(0, mention.start - 3), mention.start):
            if gender := _of_word(doc[i].lower_):
                return gender
    listed = given_names().get(person.name.split()[0].lower())
    return "male" if listed == "male" else "female" if listed == "female" else None


def _of_word(word: str) -> Gender | None:
    entry = titles().get(word)
    return entry.gender if entry and len(word) > 1 else None
