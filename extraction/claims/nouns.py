"""Reported speech that hangs on a noun: "her claim that …", "his denial that …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from extraction.claims.candidate import Candidate
from extraction.claims.contents import is_content_clause, is_finite
from extraction.claims.cues import Frame, load_cues, load_nouns
from extraction.claims.passages import Passages
from extraction.grammar import own_subject_of
from schema import Stance

CONFIDENCE = 0.6


def find_in_nouns(passages: Passages) -> Iterator[Candidate]:
    """What nouns of saying outside quotations introduce, where a possessor or an author stands beside them."""
    nouns = load_nouns()
    kinds = dict.fromkeys(nouns["content"], Stance.ASSERTS) | dict.fromkeys(nouns["denial"], Stance.DENIES)
    for token in passages.doc:
        stance = kinds.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        if stance is None or passages.silent[token.i] or passages.is_quoted(token):
            continue
        speaker, clause = _author(token), _content(token)
        if speaker is None or clause is None or _is_denied(token):
            continue
        start, end = max(clause.left_edge.i, token.i + 1), min(clause.right_edge.i + 1, passages.right[token.i])
        yield Candidate(start, end, token, speaker, stance, "claim-noun", CONFIDENCE, token.lemma_.lower()).trimmed(
            passages.doc
        )


def _is_denied(noun: Token) -> bool:
    """True for "he rejected her claim that …": the claim that counts is his denial."""
    cue = load_cues().get(noun.head.lemma_.lower(), {}).get(Frame.NOMINAL)
    return noun.dep_ == "dobj" and cue is not None and cue.stance is Stance.DENIES


def _author(noun: Token) -> Token | None:
    """Whose claim it is: her claim, the claim by the union, the claim she made."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if noun.dep_ == "dobj" and noun.head.lemma_ in {
        "make",
        "repeat",
        "issue",
        "voice",
        "raise",
        "level",
        "give",
        "add",
    }:
        return own_subject_of(noun.head)
    return None


def _content(noun: Token) -> Token | None:
    """The clause below the noun, or the one right behind it that the parser hung on the verb."""
    siblings = (c for c in noun.head.children if c.dep_ == "ccomp" and c.left_edge.i == noun.i + 1)
    for clause in (*noun.children, *siblings):
        below = clause.dep_ in {"acl", "relcl", "ccomp"} and clause.i > noun.i
        if below and is_finite(clause) and is_content_clause(clause):
            return clause
    return None
