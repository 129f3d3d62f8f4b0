"""How names are compared: without accents, as initials, without the nation in front."""

import unicodedata

from extraction.names.words import countries
from schema import normalise_name

#: letters that Unicode doesn't take apart into a base letter and a mark
BASE_LETTERS = str.maketrans("łŁøØđĐıßæÆ", "lLoOdDisaA")


SMALL_WORDS = frozenset({"of", "the", "for", "and", "on", "to", "de", "du", "des", "la", "in", "&", "s"})


def words_of(name: str) -> tuple[str, ...]:
    """The words that names are compared by, without accents."""
    plain = unicodedata.normalize("NFKD", normalise_name(name).translate(BASE_LETTERS))
    return tuple("".join(c for c in plain if not unicodedata.combining(c)).split())


def letters_of(short: str) -> str:
    """The letters of what may be an acronym; "" for other words."""
    letters = "".join(c for c in short if c.isalnum())
    is_acronym = 2 <= len(letters) <= 8 and sum(c.isupper() for c in letters) >= len(letters) - 1
    return "".join(words_of(letters)) if is_acronym else ""


def initials_of(name: str) -> set[str]:
    """What a name of several words may be shortened to: with and without small words, the legal form."""
    words = tuple(w for w in words_of(name) if w not in {"sa", "ltd", "inc", "plc", "llc", "limited"})
    if len(words) < 2:
        return set()
    whole = {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in SMALL_WORDS)}
    return whole | {i[1:] for i in whole if len(i) > 2}


def is_acronym_of(short: str, name: str) -> bool:
    """Whether the short form is made of the initials of the name's words."""
    return letters_of(short) in initials_of(name)


def without_nation(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "US Senate" is the Senate, "United States House of Representatives" the House of Representatives."""
    for size in (2, 1):
        front = " ".join(words[:size])
        is_nation = front in countries() or front in {"us", "u s", "uk", "u k"}
        if is_nation and len(words) > size and words[size] in PARLIAMENTS:
            return words[size:]
    return words


PARLIAMENTS = frozenset(
    {"senate", "house", "congress", "parliament", "supreme", "department", "navy", "army", "attorney"}
)
