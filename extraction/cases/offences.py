"""Offences and other matters of law: those of the lexicon wherever they stand, and phrases that a charge governs."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extraction.cases.deeds import deed_before, deed_of, deeds_of, inner_of, is_plan, phrases_of, plan_of
from extraction.cases.frames import Matter
from extraction.cases.lexicons import OffenceWord, offence_words
from extraction.cases.words import words_for
from extraction.grammar import conjuncts

LONGEST = 5
#: steps from a charge to the offence: "on charges of crimes including theft"
DEEPEST = 3


def find_matters(doc: Doc) -> list[Matter]:
    """The offences of the lexicon in the order of the text, longest words first."""
    table = offence_words()
    firsts = {words[0] for words in table}
    found, i = [], 0
    while i < len(doc):
        entry, length = _match(doc, i, table) if firsts & {doc[i].lemma_.lower(), doc[i].lower_} else (None, 1)
        if entry is not None and not (length == 1 and _is_quality_of_loot(doc[i])):
            found.append(Matter(entry.name, doc[i : i + length], entry.speech, weak=entry.weak))
        i += length
    return found


def _match(doc: Doc, i: int, table: dict[tuple[str, ...], OffenceWord]) -> tuple[OffenceWord | None, int]:
    for length in range(min(LONGEST, len(doc) - i), 0, -1):
        tokens = doc[i : i + length]
        for key in (tuple(t.lemma_.lower() for t in tokens), tuple(t.lower_ for t in tokens)):
            if entry := table.get(key):
                return entry, length
    return None, 1


def _is_quality_of_loot(token: Token) -> bool:
    """ "a stolen car" tells of no theft by him who drove it."""
    return token.dep_ == "amod" and token.tag_ == "VBN"


def governed_matters(head: Token, at: dict[int, Matter], steps: int = 0) -> list[Matter]:
    """The matters that the object of a preposition says: those of the lexicon in it, else the phrase itself."""
    found = []
    for token in (head, *conjuncts(head)):
        known = _told(token, [at[t.i] for t in _core(token) if t.i in at])
        inner = list(inner_of(token)) if token.lemma_.lower() in words_for("leading") and steps < DEEPEST else []
        deeper = [m for t in inner for m in governed_matters(t, at, steps + 1)]
        plan = [plan_of(token, at)] if is_plan(token) else []
        found += (
            deeper
            or plan
            or deed_before(token, known)
            or deed_of(token, known)
            or known
            or ([] if inner else _clauses(token))
        )
    return list({m.name: m for m in found}.values())


def _told(token: Token, known: list[Matter]) -> list[Matter]:
    """ "sued over an article about bribery" is about no bribery of the author's."""
    published = token.lemma_.lower() in words_for("publications")
    return [m for m in known if m.speech or not published or m.words.end <= token.i]


def _clauses(token: Token) -> list[Matter]:
    """The phrase; behind "allegations", the deed that their clause tells."""
    if token.lemma_.lower() not in words_for("leading"):
        return phrases_of(token)
    clauses = [c for c in token.children if c.dep_ in {"acl", "ccomp", "relcl"}]
    return [m for c in clauses if c.tag_ == "VBG" for m in deeds_of(c)]


def _core(head: Token) -> Iterator[Token]:
    """The head's phrase without its relative clauses and what is joined to it."""
    for child in head.lefts:
        if child.dep_ not in {"relcl", "conj", "cc", "punct", "poss"}:
            yield from _core(child)
    yield head
    for child in head.rights:
        if child.dep_ in {"prep", "pobj", "dobj", "pcomp", "acl", "xcomp", "amod", "compound"}:
            yield from _core(child)


def named_by_compound(head: Token) -> list[Matter]:
    """ "the doping case", "a packing-fee suit": what the noun before the noun of proceedings says."""
    nouns = [c for c in head.children if c.dep_ == "compound" and c.pos_ == "NOUN" and c.i == head.i - 1]
    return [
        Matter(c.lemma_.lower(), head.doc[c.i : c.i + 1], known=False)
        for c in nouns
        if c.lemma_.lower() not in words_for("no name") and c.is_alpha and not c.ent_type_
    ]
