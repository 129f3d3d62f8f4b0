"""Offences and other matters of law: those of the lexicon wherever they stand, and phrases that a charge governs."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extraction.cases.currencies import words_after
from extraction.cases.frames import Matter
from extraction.cases.lexicons import OffenceWord, offence_words
from extraction.cases.words import words_for
from extraction.grammar import conjuncts

LONGEST = 5
#: modifiers that belong to an offence's name: "criminal libel", "aggravated assault"
NAMING = frozenset({"amod", "compound", "nmod", "advmod", "npadvmod"})
#: deeds that have the noun for a name: "for defaming him"
SAME_AS_NOUN = frozenset({"defamation", "libel", "slander"})
DROPPED = re.compile(r"\b(?:a|an|the|his|her|its|their|some|any|several|alleged|allegedly)\s+", re.IGNORECASE)
WORDS_OF_A_NAME = 6
PARTICLES = frozenset({"over", "off", "out", "up", "down"})
#: how far behind a deed its object may stand
REACH_OF_DEED = 10


def find_matters(doc: Doc) -> list[Matter]:
    """The offences of the lexicon in the order of the text, longest words first."""
    table = offence_words()
    firsts = {words[0] for words in table}
    found, i = [], 0
    while i < len(doc):
        entry, length = _match(doc, i, table) if firsts & {doc[i].lemma_.lower(), doc[i].lower_} else (None, 1)
        if entry is not None:
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


def governed_matters(head: Token, at: dict[int, Matter]) -> list[Matter]:
    """The matters that the object of a preposition says: those of the lexicon in it, else the phrase itself."""
    found = []
    for token in (head, *conjuncts(head)):
        known = [at[t.i] for t in _core(token) if t.i in at]
        found += _deed(token, known) or known or _phrases(token)
    return list({m.name: m for m in found}.values())


def _deed(token: Token, known: list[Matter]) -> list[Matter]:
    """What somebody did, in the text's words: "stealing the tablets"; a word of the lexicon only lends its quality."""
    if token.tag_ != "VBG" or any(m.name in SAME_AS_NOUN for m in known):
        return []
    speech = any(k.speech for k in known)
    return [Matter(_with_adverb(token, m.name), m.words, speech, bool(known)) for m in _phrases(token)]


def _with_adverb(deed: Token, name: str) -> str:
    """ "sexually abusing minors"."""
    adverb = next((c for c in deed.lefts if c.dep_ == "advmod" and c.i == deed.i - 1), None)
    return f"{adverb.lower_} {name}" if adverb is not None and not name.startswith(adverb.lower_) else name


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


def _phrases(head: Token) -> list[Matter]:
    if head.lemma_.lower() in words_for("leading"):
        inner = [
            o for c in head.children if c.dep_ == "prep" and c.lower_ in {"of", "including", "like"} for o in c.children
        ]
        clauses = [c for c in head.children if c.dep_ in {"acl", "ccomp", "relcl"} and c.tag_ == "VBG"]
        return [m for o in inner for t in (o, *conjuncts(o)) for m in _phrases(t)] + [
            m for c in clauses for m in _doing(c)
        ]
    if _is_no_matter(head):
        return []
    if head.tag_ == "VBG":
        return _doing(head)
    span = _phrase(head)
    name = DROPPED.sub("", " ".join(t.text for t in span)).strip().lower()
    return [Matter(name, span, known=False)] if name and not re.search(r"\d|[“”\"$£€]", name) else []


def _is_no_matter(head: Token) -> bool:
    """True for sums, names and words too wide to say what a case is about."""
    lemma = head.lemma_.lower()
    return (
        lemma in words_for("no matter")
        or lemma in words_after()
        or head.pos_ in {"PROPN", "PRON", "NUM", "SYM", "DET"}
        or bool(head.ent_type_)
    )


def _doing(verb: Token) -> list[Matter]:
    """ "steering a $23 million contract to …": the deed and what it was done to; a bare deed says too little."""
    done_to = next((c for c in _objects(verb) if c.i - verb.i < REACH_OF_DEED), None)
    if done_to is None:
        span = _phrase(verb)
        return [Matter(span.text.lower(), span, known=False)] if len(span) > 1 else []
    if done_to.pos_ not in {"NOUN", "PROPN"} or done_to.lemma_.lower() in words_after():
        return []
    particles = [c for c in verb.rights if c.dep_ == "prt" and c.i < done_to.i]
    qualities = [c for c in done_to.lefts if c.dep_ in NAMING and c.is_alpha and not c.ent_type_]
    name = " ".join(t.lower_ for t in (verb, *particles, *qualities, done_to))
    return [Matter(name, verb.doc[verb.i : done_to.i + 1], known=False)]


def _objects(verb: Token) -> Iterator[Token]:
    """What is done: "taking a bribe", "handing over the money"."""
    for child in verb.rights:
        if child.dep_ == "dobj":
            yield child
        elif child.dep_ == "prep" and child.i == verb.i + 1 and child.lower_ in PARTICLES:
            yield from (p for p in child.children if p.dep_ == "pobj")


def _phrase(head: Token) -> Span:
    lefts = [t for t in head.lefts if t.dep_ in NAMING and head.i - 4 <= t.left_edge.i]
    start, end = min([t.left_edge.i for t in lefts] or [head.i]), head.i + 1
    for child in head.rights:
        if child.left_edge.i == end and _goes_on(child):
            end = _until_break(head.doc, end, min(child.right_edge.i + 1, start + WORDS_OF_A_NAME))
    return head.doc[start:end]


def _goes_on(child: Token) -> bool:
    """True for what completes a phrase: "theft of cattle", "steering contracts", "incitement to riot"."""
    if child.dep_ == "prep":
        return child.lower_ in {"of", "to"}
    return child.dep_ in {"dobj", "prt"} or (child.dep_ in {"xcomp", "acl"} and child.left_edge.lower_ == "to")


def _until_break(doc: Doc, start: int, limit: int) -> int:
    end = next((i for i in range(start, limit) if _breaks(doc[i])), limit)
    while end > start and doc[end - 1].pos_ in {"ADP", "DET", "PART", "ADJ", "NUM"}:
        end -= 1
    return end


def _breaks(token: Token) -> bool:
    return (
        token.is_punct or token.is_space or token.like_num or token.is_currency or token.dep_ in {"relcl", "cc", "mark"}
    )
