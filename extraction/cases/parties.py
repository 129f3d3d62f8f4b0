"""From a token to the party that it stands for, and to the words that name it."""

from spacy.tokens import Span, Token

from extraction.cases.scan import Scan
from extraction.grammar import agent_of
from extraction.reading import Thing
from schema import NodeType

GOVERNED = frozenset({"state", "province", "city", "county", "republic", "kingdom", "town"})
LEADING = frozenset({"lead", "head"})


def party_of(scan: Scan, token: Token) -> tuple[Thing | None, Span]:
    """The party that a noun stands for: itself, its apposition, or the name printed right behind it."""
    at = scan.reading.party_at
    doc = token.doc
    for t in (token, *(c for c in token.children if c.dep_ == "appos")):
        if t.i in at:
            return at[t.i], words_of(scan, t.i)
    if token.lemma_.lower() in GOVERNED and (of := _of_place(scan, token)) is not None:
        return at[of.i], words_of(scan, of.i)
    if token.pos_ == "PROPN" and (holder := _behind_office(scan, token)) is not None:
        return at[holder.i], words_of(scan, holder.i)
    if (holder := _named_by_clause(scan, token)) is not None:
        return at[holder.i], words_of(scan, holder.i)
    if token.pos_ == "NOUN" and (i := _behind_comma(token)) in at and doc[i].pos_ == "PROPN":
        return at[i], words_of(scan, i)
    after = token.i + 1
    named = after in at and (doc[after].pos_ == "PROPN" or (doc[after].pos_ == "AUX" and after in scan.names))
    if token.pos_ in {"NOUN", "PROPN"} and named:
        return at[after], words_of(scan, after)
    return None, doc[token.i : token.i + 1]


def _of_place(scan: Scan, token: Token) -> Token | None:
    """ "the state of Montana": Montana."""
    of = (p for c in token.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj")
    at = scan.reading.party_at
    return next((p for p in of if p.i in at and at[p.i].type is NodeType.PLACE), None)


def _named_by_clause(scan: Scan, token: Token) -> Token | None:
    """ "investors led by the Farm Bank": the bank; "a man identified as Reis": Reis."""
    for clause in (c for c in token.children if c.dep_ == "acl"):
        led = [agent_of(clause)] if clause.lemma_ in LEADING else []
        known = _behind_as(clause) if clause.lemma_ in {"identify", "name"} else []
        for found in (*led, *known):
            if found is not None and found.i in scan.reading.party_at:
                return found
    return None


def _behind_as(verb: Token) -> list[Token]:
    """ "the man, identified as Reis": Reis."""
    named = [p for c in verb.children if c.lower_ == "as" for p in c.children if p.dep_ == "pobj"]
    return named or [c for c in verb.children if c.dep_ in {"oprd", "dobj"}]


def _behind_office(scan: Scan, token: Token) -> Token | None:
    """ "Minister of Justice Ana Reis": the name, which the parser takes for the end of the office."""
    of = next((c for c in token.rights if c.lower_ == "of" and c.i == token.i + 1), None)
    last = next((p for p in of.children if p.dep_ == "pobj"), None) if of is not None else None
    thing = scan.reading.party_at.get(last.i) if last is not None else None
    if last is None or thing is None or thing.type is not NodeType.PERSON or last.i not in scan.names:
        return None
    return last if words_of(scan, last.i).start > last.left_edge.i else None


def _behind_comma(token: Token) -> int:
    """Where a name would stand in "the headman of the village, Ana Reis", "its rival, the Farmers Party"; else -1."""
    doc, end = token.doc, token.i + 1
    for child in token.rights:
        if child.dep_ == "prep" and child.left_edge.i == end:
            comma = next((t.i for t in child.subtree if t.text == ","), child.right_edge.i + 1)
            end = min(child.right_edge.i + 1, comma)
    if end + 2 >= len(doc) or doc[end].text != ",":
        return -1
    return end + 2 if doc[end + 1].lower_ == "the" else end + 1


def words_of(scan: Scan, i: int) -> Span:
    """The words of the mention that token `i` belongs to."""
    thing = scan.reading.party_at[i]
    start = end = i
    while start > 0 and scan.reading.party_at.get(start - 1) is thing:
        start -= 1
    while end + 1 < len(scan.doc) and scan.reading.party_at.get(end + 1) is thing:
        end += 1
    return scan.doc[start : end + 1]
