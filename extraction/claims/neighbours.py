"""Who stands beside a verb of saying where the parse does not tell its subject."""

from spacy.tokens import Token

from extraction.claims.passages import Passages
from extraction.claims.speakers import BRACKETS, Speaker
from extraction.claims.subjects import speaking_party
from extraction.grammar import is_passive, own_subject_of
from schema import NodeType

#: how far before a verb its subject may stand, and among how many parties the first may be it
FAR, CROWD = 40, 2
#: what joins people to the body that they speak for: bosses at the station
EMPLOYED = frozenset({"at", "of", "for", "from", "in"})
#: how many words an apposition may have
ASIDE_WIDTH = 60
#: where a name is no subject: to the court, Lee's
ASIDE = frozenset({"pobj", "poss"})


def beside(cue: Token, passages: Passages) -> Speaker | None:
    """The party whose name stands right before the cue, or first in a sentence that the parser could not follow."""
    i = cue.i - 1
    left = passages.left[cue.i]
    while i >= left and passages.doc[i].pos_ in {"ADV", "AUX"}:
        i -= 1
    i = before_brackets(i, left, passages)
    if i < left or not cue.tag_.startswith("VB") or cue.dep_ == "prep" or is_passive(cue):
        return None
    if (party := speaking_party(passages.doc[i], passages)) is not None:
        subject = own_subject_of(cue)
        name = passages.doc[i]
        inside = subject is not None and subject.i < i and subject.pos_ == "NOUN" and name.dep_ == "pobj"
        inside = inside and (party.type is NodeType.PERSON or name.head.lower_ not in EMPLOYED)
        return None if inside else Speaker(party, passages.doc[i], 0.9)
    if passages.doc[i].text != ",":
        return None
    if (first := _first_with_apposition(left, i, passages)) is not None:
        return first
    if (
        i > left
        and (party := speaking_party(passages.doc[i - 1], passages)) is not None
        and party.type is NodeType.PERSON
    ):
        return Speaker(party, passages.doc[i - 1], 0.8)
    return None


def one_of_few(cue: Token, passages: Passages) -> Speaker | None:
    """The first of the one or two parties before a verb that stands behind a comma."""
    left = passages.left[cue.i]
    if cue.i == left or passages.doc[cue.i - 1].text != "," or own_subject_of(cue) is not None or is_passive(cue):
        return None
    parties: dict[int, Speaker] = {}
    for token in passages.doc[max(left, cue.i - FAR) : cue.i - 1]:
        if token.dep_ not in ASIDE and (party := speaking_party(token, passages)) is not None:
            parties.setdefault(id(party), Speaker(party, token, 0.75))
    return next(iter(parties.values())) if 0 < len(parties) <= CROWD else None


def _first_with_apposition(left: int, comma: int, passages: Passages) -> Speaker | None:
    """*Ann Lee*, head of the board of the bank, said: who begins the sentence, up to the comma before the verb."""
    doc, i = passages.doc, left
    party = speaking_party(doc[left], passages) if comma - left <= ASIDE_WIDTH else None
    if party is None:
        return None
    while i < comma and passages.reading.party_at.get(i) is party:
        i += 1
    has_verb = any(t.tag_ in {"VBD", "VBZ", "VBP"} and t.dep_ not in {"relcl", "aux"} for t in doc[i:comma])
    return Speaker(party, doc[i - 1], 0.8) if doc[i].text == "," and i < comma and not has_verb else None


def before_brackets(i: int, left: int, passages: Passages) -> int:
    """The token before "(AIN)" or "[es]"."""
    doc = passages.doc
    while i > left and doc[i].text in {")", "]"}:
        opening = next((k for k in range(i - 1, max(left, i - BRACKETS), -1) if doc[k].text in {"(", "["}), None)
        if opening is None:
            return i
        i = opening - 1
    return i
