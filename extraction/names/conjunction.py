"""Where "and" holds a name together: "Ministry of Water and Forests", "Law and Justice Party"."""

from spacy.tokens import Doc, Token

from extraction.names.words import (
    countries,
    given_names,
    is_capitalised,
    linking_heads,
    nationalities,
    organization_heads,
    places,
    well_known,
)

PREPOSITIONS = frozenset({"of", "for", "on", "to", "against"})


def over_and(doc: Doc, start: int, last: int, limit: int) -> int:
    """ "Ministry of Water and Forests", "Law and Justice Party"."""
    at = last + 2
    if doc[last + 1].lower_ != "and" or at >= limit or not is_capitalised(doc[at]):
        return 0
    if doc[last : at + 1].text.lower() in countries():
        return at  # "Bosnia and Herzegovina"
    if _is_known(doc[at]):
        return 0
    words = [t.lower_ for t in doc[start : last + 1]]
    opens = any(w in linking_heads("and") and words[i + 1] in PREPOSITIONS for i, w in enumerate(words[:-1]))
    end = at
    while end + 1 < limit and is_capitalised(doc[end + 1]):
        end += 1
    if doc[at : end + 1].text.lower() in well_known():
        return 0
    if opens and not _names_another(doc[end].lower_, words):
        return at
    closes = end > at and doc[end].lower_ in linking_heads("and") and not any(w in organization_heads() for w in words)
    first = start + (last > start and doc[start].lower_ in nationalities())
    return at if closes and last - start <= 2 and not any(map(_is_known, doc[first : last + 1])) else 0


def _names_another(last: str, words: list[str]) -> bool:
    """ "University of Valley | and Hill University"; not "Centre for Strategic and International Studies"."""
    head = organization_heads().get(last)
    return last in words or (head is not None and head.kind != "company")


def _is_known(token: Token) -> bool:
    """A word that is a name or adjective by itself, so that "and" does not weld it to another."""
    listed = token.lower_ in places() or token.lower_ in given_names() or token.lower_ in nationalities()
    is_acronym = token.is_upper and len(token) > 1
    return listed or is_acronym or token.ent_type_ in {"PERSON", "GPE", "NORP"}
