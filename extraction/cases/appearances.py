"""Who acts for whom by what somebody does: "X, who represents Y", "X appeared for Y", "lodged through X"."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from extraction.cases.frames import Filler
from extraction.cases.roles import doers, fillers, named_behind
from extraction.cases.scan import Scan
from extraction.cases.words import words_for
from extraction.reading import Thing

SILKS = frozenset({"kc", "qc", "sc", "san", "pc"})
ACTING = frozenset({"represent", "defend", "prosecute"})
#: "X, defending, told the jury"
IN_COURT = frozenset({"defend", "prosecute", "mitigate"})
#: beside "for", these are said of counsel only; the others of many people
APPEARING = frozenset({"appear", "act", "argue", "plead", "lead", "speak"})
FILING = frozenset({"file", "lodge", "move", "sue", "appeal", "petition", "challenge", "submit", "apply", "say", "ask"})


@dataclass(frozen=True)
class Engagement:
    """`thing` acts for the clients; `open` where they need not be parties whose names are known."""

    thing: Thing
    words: Span
    clients: tuple[Filler, ...]
    trigger: Token
    rule: str
    open: bool = True


def is_silk(name: str) -> bool:
    """True for the letters behind a name that were taken for one."""
    return name.lower() in SILKS


def acts(scan: Scan, verb: Token) -> Iterator[Engagement]:
    """What the verb says of somebody who acts for somebody."""
    lemma = verb.lemma_.lower()
    if lemma in ACTING and (found := list(_acting(scan, verb, lemma))):
        yield from found
    elif lemma in IN_COURT and verb.tag_ == "VBG" and not any(c.dep_ == "dobj" for c in verb.children):
        yield from _all(_subjects(scan, verb), [], verb, "counsel-in-court")
    elif lemma in APPEARING:
        clients = named_behind(scan, verb, "for") + _on_behalf(scan, verb)
        sides = [f for f in clients if f.thing is not None]
        if sides or _is_for_side(verb):
            yield from _all(
                _speakers(scan, verb), sides, verb, "counsel-appearing", open_=lemma == "appear" or not sides
            )
    elif lemma == "instruct":
        yield from _all(named_behind(scan, verb, "by"), [], verb, "counsel-instructing")
    if lemma in FILING:
        for through in (c for c in verb.children if c.lower_ in {"through", "via"}):
            firms = [f for p in through.children if p.dep_ == "pobj" for f in fillers(scan, p)]
            yield from _all(firms, doers(scan, verb), verb, "counsel-through", open_=False)


def _acting(scan: Scan, verb: Token, lemma: str) -> Iterator[Engagement]:
    """ "represented by Y", "Y, who represents X", "Y, defending X"."""
    by = named_behind(scan, verb, "by")
    clients = [f for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} for f in fillers(scan, c)]
    roots = [f.words.root for f in clients]
    if by:
        yield from _all(by, clients, verb, "counsel-by")
    elif (
        clients
        and not any(r.lower_.endswith(("self", "selves")) for r in roots)
        and (lemma != "represent" or verb.tag_ != "VBN")
    ):
        known = any(r.pos_ == "PRON" or r.lower_ in words_for("sides") for r in roots)
        yield from _all(_subjects(scan, verb), clients, verb, "counsel-acting", open_=known)


def _is_for_side(verb: Token) -> bool:
    """ "appeared for the accused"; the tagger takes "accused" for a verb."""
    below = (p for c in verb.children if c.dep_ == "prep" and c.lower_ == "for" for p in c.children)
    return any(p.lower_ in words_for("sides") for p in below)


def _on_behalf(scan: Scan, verb: Token) -> list[Filler]:
    """ "appeared on behalf of Reis", "on her behalf"."""
    nouns = (p for c in verb.children if c.lower_ == "on" for p in c.children if p.lower_ == "behalf")
    return [
        f
        for noun in nouns
        for f in named_behind(scan, noun, "of")
        + [g for c in noun.children if c.dep_ == "poss" for g in fillers(scan, c)]
    ]


def _subjects(scan: Scan, verb: Token) -> list[Filler]:
    found = doers(scan, verb)
    if not found and verb.dep_ == "acl":
        found = fillers(scan, verb.head)
    return found


def _speakers(scan: Scan, verb: Token) -> list[Filler]:
    """ "Ana Reis, SAN, who led for the bank": Ana Reis."""
    return [f for f in _subjects(scan, verb) if f.thing is not None and not is_silk(f.thing.name)]


def _all(
    people: list[Filler], clients: list[Filler], trigger: Token, rule: str, *, open_: bool = True
) -> Iterator[Engagement]:
    for filler in people:
        if filler.thing is not None:
            yield Engagement(filler.thing, filler.words, tuple(clients), trigger, rule, open_)
