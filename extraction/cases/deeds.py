"""Phrases that say what somebody did: "stealing the tablets", "conspiracy to riot", "what they call theft"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extraction.cases.currencies import words_after
from extraction.cases.frames import Matter
from extraction.cases.words import words_for
from extraction.grammar import conjuncts

#: modifiers that belong to an offence's name: "criminal libel", "aggravated assault"
NAMING = frozenset({"amod", "compound", "nmod", "advmod", "npadvmod"})
DROPPED = re.compile(
    r"\b(?:a|an|the|his|her|its|their|some|any|several|multiple|separate|alleged|allegedly|so-called)\s+", re.IGNORECASE
)
UNFIT = re.compile(r"\d|[“”‘’\"$£€]")
WORDS_OF_A_NAME = 6
#: words of "conspiracy to commit health care fraud"
WORDS_OF_A_PLAN = 10
#: nouns behind which "to" opens what was planned
PLANNING = frozenset({"conspiracy", "attempt", "incitement", "plot", "collusion", "intent"})
VIOLATIONS = {"violate": "violation", "breach": "breach", "infringe": "infringement"}
PARTICLES = frozenset({"over", "off", "out", "up", "down"})
#: verbs whose object stands behind a preposition: "tampering with the meter"
OBLIQUE = frozenset({"with", "in", "against", "on", "for"})
#: deeds that have the noun for a name: "for defaming him"
SAME_AS_NOUN = frozenset({"defamation", "libel", "slander"})
#: how far behind a deed its object may stand
REACH_OF_DEED = 10


def phrases_of(head: Token) -> list[Matter]:
    """The head's phrase as an offence that no lexicon knows; none where it says too little."""
    if (called := _called(head)) is not None:
        head = called
    if is_no_matter(head):
        return []
    if is_deed(head):
        return deeds_of(head)
    span = _phrase(head)
    name = named(span)
    return [Matter(name, span, known=False)] if name and not UNFIT.search(name) else []


def named(span: Span) -> str:
    """The words without articles, possessives and line breaks, in lower case."""
    return DROPPED.sub("", " ".join(span.text.split())).strip(" '\"“”‘’").lower()


def inner_of(head: Token) -> Iterator[Token]:
    """What a word leads up to: "charges of theft and fraud", "crimes, including libel", "accusations that he stole"."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "including", "like"}:
            for o in child.children:
                if o.dep_ in {"pobj", "pcomp"}:
                    yield from (o, *conjuncts(o))
        elif child.dep_ == "appos":
            yield from (child, *conjuncts(child))


def _called(head: Token) -> Token | None:
    """ "for what they call the theft of cattle": the theft."""
    if head.lemma_ not in {"call", "describe"} or head.dep_ not in {"pcomp", "pobj"}:
        return None
    return next((c for c in head.children if c.dep_ in {"oprd", "dobj", "attr"} and c.pos_ == "NOUN"), None)


def is_no_matter(head: Token) -> bool:
    """True for sums, names and words too wide to say what a case is about."""
    lemma = head.lemma_.lower()
    return (
        lemma in words_for("no matter")
        or lemma in words_after()
        or head.pos_ in {"PROPN", "PRON", "NUM", "SYM", "DET"}
        or head.tag_ in {"VBP", "VBZ", "VBD"}
        or bool(head.ent_type_)
    )


def is_deed(token: Token) -> bool:
    """ "stealing", also where the tagger takes "handing over the money" for a noun."""
    noun = token.tag_ == "NN" and token.lower_.endswith("ing") and token.i + 1 < len(token.doc)
    return token.tag_ == "VBG" or (noun and token.nbor(1).lower_ in PARTICLES)


def object_of_deed(verb: Token) -> Token | None:
    """What was done it to: "taking a bribe", "handing over the money", "tampering with a meter"."""
    return next((c for c in _objects(verb) if c.i - verb.i < REACH_OF_DEED), None)


def deeds_of(verb: Token) -> list[Matter]:
    """ "steering a $23 million contract to …": the deed and what it was done to; a bare deed says too little."""
    done_to = object_of_deed(verb)
    if done_to is None:
        span = _phrase(verb)
        return [Matter(span.text.lower(), span, known=False)] if len(span) > 1 else []
    if done_to.pos_ not in {"NOUN", "PROPN"} or done_to.lemma_.lower() in words_after():
        return []
    if is_plan(done_to):
        return [plan_of(done_to, {})]
    own = [c for c in verb.rights if c.dep_ in {"prt", "prep"} and c.i < done_to.i]
    qualities = [c for c in done_to.lefts if c.dep_ in NAMING and c.is_alpha and not c.ent_type_ and c.i > verb.i]
    name = " ".join(t.lower_ for t in (verb, *own, *qualities, done_to))
    return [Matter(name, verb.doc[verb.i : done_to.i + 1], known=False)]


def violation_of(verb: Token) -> list[Matter]:
    """ "violated the right to privacy": a violation of privacy."""
    object_ = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if object_ is None:
        return []
    right = next((p for c in object_.rights if c.lower_ in {"to", "of"} for p in c.children if p.dep_ == "pobj"), None)
    kernel = right if object_.lemma_ in {"right", "provision", "article"} and right is not None else object_
    return [
        Matter(f"{VIOLATIONS[verb.lemma_]} of {m.name}", m.words, m.speech, known=False)
        for m in phrases_of(kernel)
        if verb.lemma_ in VIOLATIONS
    ]


def deed_before(token: Token, known: list[Matter]) -> list[Matter]:
    """ "convicted of abusing minors", which the parser takes for minors who abuse."""
    deed = next((c for c in token.lefts if c.dep_ == "amod" and c.tag_ == "VBG" and c.i), None)
    if deed is None:
        return []
    first = deed.nbor(-1) if deed.nbor(-1).pos_ == "ADV" else deed
    if not first.i or first.nbor(-1).pos_ != "ADP" or any(m.words.end > token.i for m in known):
        return []
    span = token.doc[first.i : token.i + 1]
    return [Matter(named(span), span, any(m.speech for m in known), bool(known))]


def deed_of(token: Token, known: list[Matter]) -> list[Matter]:
    """What somebody did, in the text's words: "stealing the tablets"; a word of the lexicon only lends its quality."""
    if not is_deed(token) or any(m.name in SAME_AS_NOUN for m in known):
        return []
    done_to = object_of_deed(token)
    whole = [m for m in known if done_to is not None and m.words.start <= token.i and done_to.i < m.words.end]
    if whole:
        return whole
    speech = any(k.speech for k in known)
    return [Matter(_with_adverb(token, m.name), m.words, speech, bool(known)) for m in phrases_of(token)]


def _with_adverb(deed: Token, name: str) -> str:
    """ "sexually abusing minors"."""
    adverb = next((c for c in deed.lefts if c.dep_ == "advmod" and c.i == deed.i - 1), None)
    return f"{adverb.lower_} {name}" if adverb is not None and not name.startswith(adverb.lower_) else name


def _objects(verb: Token) -> Iterator[Token]:
    for child in verb.rights:
        if child.dep_ == "dobj":
            yield child
        elif child.dep_ == "prep" and child.i == verb.i + 1 and child.lower_ in PARTICLES | OBLIQUE:
            yield from (p for p in child.children if p.dep_ == "pobj")


def _phrase(head: Token) -> Span:
    lefts = [t for t in head.lefts if t.dep_ in NAMING and head.i - 4 <= t.left_edge.i]
    start, end = min([t.left_edge.i for t in lefts] or [head.i]), head.i + 1
    for child in head.rights:
        if child.left_edge.i == end and _goes_on(child):
            end = _until_break(head.doc, end, min(child.right_edge.i + 1, start + WORDS_OF_A_NAME))
    return head.doc[start:end]


def is_plan(head: Token) -> bool:
    """ "conspiracy to commit fraud"."""
    after = head.i + 2
    return head.lemma_.lower() in PLANNING and after < len(head.doc) and head.nbor(1).lower_ == "to"


def plan_of(head: Token, at: dict[int, Matter]) -> Matter:
    """ "conspiracy to commit wire fraud" is a matter of its own; all of it, whatever the parser hangs it on."""
    lefts = [t for t in head.lefts if t.dep_ in NAMING and head.i - 4 <= t.left_edge.i]
    start = min([t.left_edge.i for t in lefts] or [head.i])
    end = _until_break(head.doc, head.i + 2, min(head.i + WORDS_OF_A_PLAN, len(head.doc)))
    return coined(head.doc[start:end], at)


def coined(span: Span, at: dict[int, Matter]) -> Matter:
    """The words as a matter, committed in words where an offence of the lexicon in them is."""
    return Matter(named(span), span, any(at[t.i].speech for t in span if t.i in at), known=False)


def _goes_on(child: Token) -> bool:
    """True for what completes a phrase: "theft of cattle", "steering contracts", "incitement to riot"."""
    if child.dep_ == "prep":
        return child.lower_ in {"of", "to"}
    return child.dep_ in {"dobj", "prt"} or (
        child.dep_ in {"xcomp", "acl", "relcl"} and child.left_edge.lower_ == "to" and child.left_edge.pos_ == "PART"
    )


def _until_break(doc: Doc, start: int, limit: int) -> int:
    end = next((i for i in range(start, limit) if _breaks(doc[i])), limit)
    while end > start and doc[end - 1].pos_ in {"ADP", "DET", "PART", "ADJ", "NUM"}:
        end -= 1
    return end


def _breaks(token: Token) -> bool:
    infinitive = token.dep_ == "relcl" and token.tag_ == "VB"
    linked = token.dep_ in {"relcl", "cc", "mark"} and not infinitive
    return token.is_punct or token.is_space or token.like_num or token.is_currency or linked
