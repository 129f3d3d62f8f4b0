"""Whom "the 64-year-old" stands for."""

import re

from spacy.tokens import Doc, Token

from extraction.coreference.salience import Salience
from extraction.grammar import subject_of
from extraction.reading import Reading, Thing
from schema import NodeType

AGE = re.compile(r"\bthe (\d\d)[- ]years?[- ]old$", re.IGNORECASE)
#: an age stands behind one of the first mentions
MOST_MENTIONS = 5
#: how many sentences back somebody may have been spoken of
REACH = 2


def of_age(doc: Doc, reading: Reading, token: Token, salience: Salience) -> Thing | None:
    """ "the 64-year-old": whoever is of that age, else the one person whom the text is about there."""
    if token.lower_ != "old" or not AGE.search(before := doc[max(0, token.i - 5) : token.i + 1].text):
        return None
    doer = subject_of(token.head) if token.dep_ in {"dobj", "dative"} else None
    is_doer = reading.party_at.get(doer.i) if doer is not None else None
    people = [t for t in salience.ranked() if t.type is NodeType.PERSON and t.mentions and t is not is_doer]
    of_age = [t for t in people if _age(doc, t) == AGE.findall(before)[-1]]
    if of_age:
        return of_age[0]
    near = [t for t in people if salience.age(t) <= REACH]
    goes_on = token.i + 1 < len(doc) and doc[token.i + 1].tag_ in {"NN", "JJ", "NNP"}
    return near[0] if near and not goes_on and _age(doc, near[0]) is None else None


def _age(doc: Doc, person: Thing) -> str | None:
    """The number in "Ana Roy, 64, …"."""
    for mention in person.mentions[:MOST_MENTIONS]:
        after = doc[mention.end : mention.end + 2]
        if len(after) == 2 and after[0].text in {",", "("} and after[1].is_digit and len(after[1]) == 2:
            return after[1].text
    return None
