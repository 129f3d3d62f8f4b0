"""Reported speech without quotation marks: the verbs of saying, and the construction that each of them takes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from extraction.claims.candidate import Candidate
from extraction.claims.clauses import clause, gerund, infinitive, request
from extraction.claims.contents import Content, contradicted, extended, return_to, with_joined_modal
from extraction.claims.cues import Cue, Frame, load_cues
from extraction.claims.objects import bare_object, intention, naming, naming_as, nominal, reproach, verdict
from extraction.claims.passages import NO_QUOTATION, Passages
from extraction.claims.subjects import subject_of_cue
from extraction.grammar import SUBJECTS, agent_of, has_modal, is_conditional, is_negated
from schema import Stance

Rule = Callable[[Token, Cue, Passages], Content | None]
#: verbs that let another verb of saying still report: "went on to say", "prompted her to accuse"
LEADING_ON = frozenset(
    {"go", "continue", "proceed", "come", "begin", "seem", "seek", "want", "prompt", "lead", "cause"}
    | {"quick", "swift", "eager", "keen", "happy", "fast"}
)
#: verbs whose participle at the beginning tells who hears it: asked whether …
HEARERS = frozenset({"ask", "tell", "quiz", "press"})
#: the constructions in the order in which they are tried
RULES: dict[Frame, Rule] = {
    Frame.REPROACH: reproach,
    Frame.REQUEST: request,
    Frame.INTENTION: intention,
    Frame.NOMINAL: nominal,
    Frame.NAMING_AS: naming_as,
    Frame.NAMING: naming,
    Frame.CLAUSE: clause,
    Frame.GERUND: gerund,
    Frame.INFINITIVE: infinitive,
    Frame.VERDICT: verdict,
    Frame.OBJECT: bare_object,
}


def reports(verb: Token) -> bool:
    """True unless the sentence says that it was not said, or that it may be said."""
    if is_negated(verb) or has_modal(verb) or is_conditional(verb) or _is_bare_participle(verb):
        return False
    if any(
        c.lower_ in {"neither", "nor", "hardly", "to"} and c.dep_ in {"preconj", "cc", "advmod", "aux"}
        for c in verb.children
    ):
        return verb.dep_ in {"xcomp", "ccomp", "advcl"} and verb.head.lemma_ in LEADING_ON
    return not (verb.dep_ == "conj" and any(c.lower_ == "neither" for c in verb.head.children))


def _is_bare_participle(verb: Token) -> bool:
    """True for "a programme called …", "a man accused of …", "asked if …": nobody is said to say it."""
    if verb.tag_ != "VBN" or agent_of(verb) is not None:
        return False
    opens = verb.dep_ == "advcl" and not any(c.dep_ in {"aux", "auxpass"} or c.dep_ in SUBJECTS for c in verb.children)
    if verb.dep_ == "acl" and verb.nbor(-1).text == "," and verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN":
        return False
    return verb.dep_ == "acl" or (opens and verb.lemma_ in HEARERS)


def find_indirect(passages: Passages) -> Iterator[Candidate]:
    """What the verbs of saying outside quotations report."""
    cues = load_cues()
    for token in passages.doc:
        frames = cues.get(token.lemma_.lower())
        if frames is None:
            continue
        if not token.tag_.startswith("VB"):
            yield from _misread(token, frames, passages)
            continue
        if passages.silent[token.i] or passages.is_quoted(token) or not reports(token) or _is_adjective(token):
            continue
        yield from _read(token, frames, passages)


def _misread(noun: Token, frames: Mapping[Frame, Cue], passages: Passages) -> Iterator[Candidate]:
    """The firm disputes that S: a verb that the tagger took for a noun."""
    cue = frames.get(Frame.CLAUSE)
    if cue is None or noun.tag_ != "NNS" or noun.i + 2 >= passages.right[noun.i] or noun.i == passages.left[noun.i]:
        return
    before, behind = passages.doc[noun.i - 1], passages.doc[noun.i + 1]
    if before.text == ",":
        before = passages.doc[passages.left[noun.i]]
    denies_doing = behind.tag_ == "VBG" and cue.stance is Stance.DENIES
    if not (behind.lower_ == "that" or denies_doing) or passages.silent[noun.i] or passages.is_quoted(noun):
        return
    if before.tag_ == "CC" and noun.dep_ == "conj" and (subject := subject_of_cue(noun.head)) is not None:
        before = subject
    if before.pos_ not in {"NOUN", "PROPN", "PRON"} or any(c.dep_ == "poss" for c in noun.children):
        return
    yield Candidate(
        noun.i + 1 if denies_doing else noun.i + 2,
        extended(noun, passages.right[noun.i], passages),
        noun,
        before,
        cue.stance,
        "claim-clause",
        cue.confidence * 0.9,
        noun.lemma_.lower(),
    ).trimmed(passages.doc)


def _is_adjective(verb: Token) -> bool:
    """True for "so-called"."""
    return verb.i > 0 and verb.nbor(-1).text == "-"


def _read(verb: Token, frames: Mapping[Frame, Cue], passages: Passages) -> Iterator[Candidate]:
    for frame, rule in RULES.items():
        cue = frames.get(frame)
        found = rule(verb, cue, passages) if cue is not None else None
        if cue is None or found is None:
            continue
        start, end, target = found
        candidate = Candidate(
            start=max(start, passages.left[verb.i]),
            end=min(with_joined_modal(verb, extended(verb, end, passages)), return_to(verb, start, end)),
            cue=verb,
            speaker=subject_of_cue(verb),
            stance=cue.stance,
            rule=f"claim-{frame.replace(' ', '-')}",
            confidence=cue.confidence,
            lemma=verb.lemma_.lower(),
            target=target,
        ).trimmed(passages.doc)
        if candidate.start < candidate.end:
            yield _contradicting(_unmarked(candidate, passages), passages)
            return


def _unmarked(candidate: Candidate, passages: Passages) -> Candidate:
    """Without the marks, where the content is one quotation and nothing else."""
    number = passages.quotation_at[candidate.start]
    if number == NO_QUOTATION:
        return candidate
    quotation = passages.quotations[number]
    if (quotation.outer_start, quotation.outer_end) != (candidate.start, candidate.end):
        return candidate
    return replace(candidate, start=quotation.start, end=quotation.end)


def _contradicting(candidate: Candidate, passages: Passages) -> Candidate:
    """She insisted it was untrue that S: she denies S."""
    start = contradicted(candidate.start, candidate.end, passages)
    if start is None or candidate.stance is Stance.DENIES:
        return candidate
    return replace(candidate, start=start, stance=Stance.DENIES)
