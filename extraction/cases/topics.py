"""What a proceeding is about: the offences and phrases that its verb or noun governs."""

from dataclasses import replace
from itertools import islice

from spacy.tokens import Token

from extraction.cases.charges import continued, quoted_at
from extraction.cases.deeds import violation_of
from extraction.cases.frames import Frame, Matter
from extraction.cases.lexicons import Needs
from extraction.cases.offences import governed_matters
from extraction.cases.roles import NO_PARTY, is_passive
from extraction.cases.words import words_for

CHARGING = frozenset(
    {"verb:charge", "verb:convict", "verb:acquit", "verb:find-guilty", "verb:plead-guilty", "verb:indict"}
)
PUNISHING = frozenset(
    f"verb:{v}"
    for v in [
        "sue",
        "countersue",
        "fine",
        "fin",
        "jail",
        "sentence",
        "imprison",
        "prosecute",
        "try",
        "punish",
        "arraign",
        "give",
        "hand",
        "get",
        "receive",
        "draw",
        "serve",
        "take",
        "dissolve",
        "stand-trial",
        "go-trial",
        "be-trial",
        "face-trial",
    ]
)
#: entities that say where or before whom
PLACED = frozenset({"GPE", "LOC", "ORG", "FAC"})
#: behind their objects "with" and "of" say the matter: "charged a man with murder"
ACCUSING = frozenset({"charge", "convict", "accuse", "indict"})
#: steps of the parse from what hangs on a sum or a place up to the verb
STEPS = 8
#: how far behind a verb of punishing its "for" may stand
REACH_OF_FOR = 20


def add_matters(frame: Frame, head: Token, at: dict[int, Matter], prepositions: tuple[str, ...]) -> None:
    for child in (*head.children, *_behind_the_sum(head), *_behind_the_name(head)):
        if child.dep_ in {"prep", "prt"} and child.lower_ in prepositions:
            frame.matters += _governed(frame, child, at)
        elif child.dep_ == "advcl" and child.lemma_ in {"accuse", "allege", "charge"}:
            frame.matters += [at[t.i] for t in child.subtree if t.i in at]


def violated(frame: Frame) -> list[Matter]:
    """What a court found violated is what the case is about."""
    return violation_of(frame.trigger) if frame.needs is Needs.RULING and not frame.matters else []


def _governed(frame: Frame, preposition: Token, at: dict[int, Matter]) -> list[Matter]:
    """What stands behind the preposition, with the rest of its list."""
    accused = frame.rule == "verb:accuse" and is_passive(frame.trigger)
    charging = (frame.rule in CHARGING or accused) and preposition.lower_ in {"with", "of", "to"}
    quoted = quoted_at(preposition.doc, preposition.i + 1, at) if charging else None
    found, coins = [quoted] if quoted is not None else [], charging
    for token in (t for t in preposition.children if t.dep_ in {"pobj", "pcomp"} and quoted is None):
        leading = token.lemma_.lower() in words_for("leading")
        coins |= leading
        may_coin = leading or _may_coin(frame, preposition.lower_)
        found += [m for m in governed_matters(token, at) if m.known or may_coin]
    if found:
        found += continued(max(found, key=lambda m: m.words.end), at, coins=coins)
    return [replace(m, charged=charging) for m in {m.name: m for m in found}.values()]


def _behind_the_name(head: Token) -> list[Token]:
    """ "convicted Reis of conspiracy": the parser hangs "of" on the name."""
    if head.pos_ != "VERB":
        return []
    people = {"PROPN", "PRON", "NOUN"} if head.lemma_ in ACCUSING else {"PROPN", "PRON"}
    names = (c for c in head.children if c.dep_ in {"dobj", "nsubjpass"} and c.pos_ in people and c.i > head.i)
    return [c for n in names for c in n.rights if c.dep_ == "prep"]


def _behind_the_sum(head: Token) -> list[Token]:
    """ "sentenced to six months in jail for contempt", "tried in the High Court for theft": what hangs on the noun."""
    if head.pos_ != "VERB":
        return []
    behind = head.doc[head.i + 1 : head.i + REACH_OF_FOR]
    near = (t for t in behind if t.dep_ == "prep" and _may_lag(t) and head in islice(t.ancestors, STEPS))
    return [t for t in near if t.head != head and _says_how_long_or_where(t.head)]


def _may_lag(preposition: Token) -> bool:
    """ "for contempt", "on allegations of contempt"."""
    leads = any(c.lemma_.lower() in words_for("leading") for c in preposition.children)
    return preposition.lower_ == "for" or (preposition.lower_ == "on" and leads)


def _says_how_long_or_where(token: Token) -> bool:
    passed = words_for("measures") | words_for("of a court")
    return token.lemma_.lower() in passed or token.ent_type_ in NO_PARTY | PLACED


def _may_coin(frame: Frame, preposition: str) -> bool:
    """Phrases outside the lexicon count where the preposition says little else than the matter."""
    if frame.rule in CHARGING:
        return preposition in {"with", "of", "to", "for"}
    if frame.rule == "verb:accuse":
        return preposition == "of" and is_passive(frame.trigger)
    return preposition == "over" or (preposition == "for" and frame.rule in PUNISHING)
