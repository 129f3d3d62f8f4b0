"""The words below a verb of proceedings that it needs, and the nouns of proceedings that it governs."""

from spacy.tokens import Token

from extraction.cases.conditions import is_court
from extraction.cases.filling import noun_entry
from extraction.cases.lexicons import CaseNoun, CaseVerb, NounClass
from extraction.cases.roles import object_tokens
from extraction.cases.scan import Scan
from extraction.cases.words import words_for
from extraction.grammar import SUBJECTS

#: what is done in or at a court, not to it
IN_COURT = frozenset({"appear", "challenge", "contest"})
LEADING_TO = frozenset({"to", "before"})


def complement_of(scan: Scan, verb: Token, word: str) -> Token | None:
    for child in verb.children:
        for token in (child, *child.children):
            if token.dep_ in SUBJECTS or (token.dep_ == "pobj" and word == "court" and not _leads_to(verb, child)):
                continue
            if word == "trial" and token.tag_ == "NNS":
                continue  # "the trials that he has faced" are troubles
            if token.lemma_.lower() == word and not any(c.dep_ == "neg" for c in (*token.children, *verb.children)):
                return token
            if word == "court" and is_court(scan, token):
                return token
    return None


def _leads_to(verb: Token, preposition: Token) -> bool:
    return preposition.lower_ in LEADING_TO or (verb.lemma_ in IN_COURT and preposition.lower_ in {"in", "at"})


def has_particle(verb: Token, particle: str) -> bool:
    return any(c.lower_ == particle and c.dep_ in {"prt", "advmod", "prep"} for c in verb.children)


def case_objects(verb: Token, entry: CaseVerb) -> list[tuple[Token, CaseNoun | None]]:
    if not entry.objects:
        return []
    found = ((t, noun_entry(t)) for o in object_tokens(verb) for t in _within(o))
    return [(t, n) for t, n in found if n is not None and n.kind in entry.objects]


def cases_decided(verb: Token) -> list[tuple[Token, CaseNoun]]:
    """ "acquitted in a case brought by the board": the case."""
    inside = (p for c in verb.children if c.dep_ == "prep" and c.lower_ == "in" for p in c.children if p.dep_ == "pobj")
    found = ((t, noun_entry(t)) for t in inside)
    return [(t, n) for t, n in found if n is not None and n.kind in {NounClass.CASE, NounClass.SUIT}]


def _within(token: Token) -> list[Token]:
    """ "a notice of appeal": the appeal, too."""
    if token.lemma_ not in words_for("notices"):
        return [token]
    return [token, *(p for c in token.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj")]
