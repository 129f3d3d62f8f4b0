"""Who acts for whom before a court, construction by construction."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from extraction.cases.appearances import SILKS, Engagement, acts
from extraction.cases.frames import Filler
from extraction.cases.offices import Office, holders, office_of
from extraction.cases.parties import party_of, words_of
from extraction.cases.roles import fillers, named_behind
from extraction.cases.scan import Scan
from extraction.cases.words import words_for
from schema import NodeType

#: what lawyers do whom the text calls nothing but lawyers: those of the case
PLEADING = frozenset({"argue", "appeal", "file", "lodge", "plead", "submit", "move", "represent", "defend", "contend"})
SPEAKING = frozenset({"tell", "ask", "urge", "inform", "assure"})
#: what joins a lawyer to a firm
OF_FIRM = frozenset({"of", "the", "law", "firm", "from", "at"})
BEFORE_FIRM = 5


def engagements(scan: Scan, token: Token) -> Iterator[Engagement]:
    """What the token says of somebody who acts for somebody."""
    for found in _told_by(scan, token):
        lawyer = _lawyer_before(scan, found.words) if found.words.start in scan.names else None
        yield found if lawyer is None else replace(found, thing=scan.reading.party_at[lawyer.start], words=lawyer)


def _told_by(scan: Scan, token: Token) -> Iterator[Engagement]:
    lemma = token.lemma_.lower()
    office = office_of(token)
    if lemma in SILKS:
        yield from _by_silk(scan, token)
    elif office in {Office.COUNSEL, Office.PROSECUTOR}:
        yield from _by_office(scan, token, office is Office.PROSECUTOR)
    elif token.pos_ == "VERB":
        yield from acts(scan, token)
    elif token.lower_ == "for":
        yield from _by_for(scan, token)


def _by_office(scan: Scan, token: Token, prosecutes: bool) -> Iterator[Engagement]:
    """ "X's lawyer, Y", "Y, a lawyer for X", "prosecutor Y", "defence counsel Y", "lawyer Y told the court"."""
    if _is_another_office(token):
        return
    clients = tuple(_clients(scan, token))
    people = list(holders(scan, token))
    if clients:
        rule = "counsel-of"
    elif prosecutes:
        rule = "counsel-prosecutor"
    elif any(c.lower_ in words_for("sides") for c in token.children):
        rule = "counsel-of-side"
    elif any(c.dep_ == "poss" or c.lower_ in {"for", "of"} for c in token.children):
        rule = "counsel-of-somebody"
    elif any(_pleads(token, words) for _, words in people):
        rule = "counsel-pleading"
    elif [c.lower_ for c in token.children if c.dep_ in {"det", "amod", "compound"}] == ["the"]:
        rule = "counsel-definite"
    else:
        rule = "counsel-called"
    for thing, words in people:
        yield Engagement(thing, words, clients, token, rule)


def _is_another_office(token: Token) -> bool:
    """ "attorney general", "general counsel", "former lawyer"."""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    before = token.nbor(-1).lower_ if token.i else ""
    return after == "general" or before in words_for("no counsel")


def _pleads(office: Token, words: Span) -> bool:
    """ "Lawyer Ana Reis filed an appeal", "told the court that …", "said through lawyer Ana Reis"."""
    verb = words.root.head
    if {verb.lower_, office.head.lower_} & {"through", "via", "by"}:
        return True
    if words.root.dep_ == "nsubj" and verb.lemma_ in SPEAKING:
        return any(c.dep_ in {"dobj", "dative"} and c.lemma_ in words_for("of a court") for c in verb.children)
    return words.root.dep_ == "nsubj" and verb.lemma_ in PLEADING


def _clients(scan: Scan, token: Token) -> list[Filler]:
    owners = [f for c in token.children if c.dep_ == "poss" for f in fillers(scan, c)]
    return [f for f in owners + named_behind(scan, token, "for", "of") if f.thing is not None]


def _by_silk(scan: Scan, token: Token) -> Iterator[Engagement]:
    """ "Ana Reis KC", "Ana Reis, SAN"; "his KC, Ana Reis"."""
    at = scan.reading.party_at
    i = token.i - 2 if token.i > 1 and token.nbor(-1).text == "," else token.i - 1
    if token.is_upper and i in scan.names and at[i] is not at.get(token.i) and at[i].type is NodeType.PERSON:
        yield Engagement(at[i], words_of(scan, i), (), token, "counsel-silk")
    elif any(c.dep_ == "poss" for c in token.children):
        for thing, words in holders(scan, token):
            yield Engagement(thing, words, tuple(_clients(scan, token)), token, "counsel-of")


def _by_for(scan: Scan, token: Token) -> Iterator[Engagement]:
    """ "Ana Reis of Reis Partners, for the defence, said"; "For the club, Ana Reis said"."""
    objects = [c for c in token.children if c.dep_ == "pobj"]
    clients = [f for o in objects for f in fillers(scan, o)]
    side = any(o.lower_ in words_for("sides") for o in objects)
    if not objects or not (clients or side):
        return
    words = _name_before(scan, token, side) or _name_behind(scan, token, objects[0])
    if words is not None:
        thing, words = party_of(scan, words.root)
        if thing is not None and thing.type is NodeType.PERSON:
            yield Engagement(thing, words, tuple(clients), token, "counsel-for", side)


def _name_before(scan: Scan, token: Token, side: bool) -> Span | None:
    """The person before ", for X,": past the firm."""
    i = token.i - 1
    if i > 0 and token.doc[i].text == ",":
        i -= 1
    elif not side:
        return None
    start = i
    while i > 0 and i not in scan.names and start - i < BEFORE_FIRM and _may_name_firm(token.doc[i]):
        i -= 1
    if i not in scan.names:
        return None
    words = words_of(scan, i)
    return _lawyer_before(scan, words) or words


def _may_name_firm(token: Token) -> bool:
    """A firm that was not found as a name stands between the lawyer and the client as well."""
    return token.pos_ == "PROPN" or token.lower_ in OF_FIRM or token.text == "&"


def _lawyer_before(scan: Scan, words: Span) -> Span | None:
    """Ana Reis, where the words are the firm in "Ana Reis of the law firm Costa Partners"."""
    at, i = scan.reading.party_at, words.start - 1
    while i > 0 and words.start - i <= BEFORE_FIRM and words.doc[i].lower_ in OF_FIRM:
        i -= 1
    between = {t.lower_ for t in words.doc[i + 1 : words.start]}
    if "of" not in between or i not in scan.names or at[i].type is not NodeType.PERSON:
        return None
    is_firm = at[words.start].type is NodeType.ORGANIZATION or "firm" in between or "&" in words.text
    return words_of(scan, i) if is_firm else None


def _name_behind(scan: Scan, token: Token, last: Token) -> Span | None:
    """The person behind "For X,", where that begins a sentence."""
    i = last.right_edge.i + 1
    if not token.is_sent_start or i + 1 >= len(token.doc) or token.doc[i].text != "," or i + 1 not in scan.names:
        return None
    return words_of(scan, i + 1)
