"""Reported speech without quotation marks: one rule for each construction that a verb of saying takes."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from extraction.claims.candidate import Candidate
from extraction.claims.cues import Cue, Frame, load_cues
from extraction.claims.passages import Passages
from extraction.claims.speakers import subject_of_cue
from extraction.grammar import has_modal, is_conditional, is_negated, objects_of, own_subject_of

Rule = Callable[[Token, Cue, Passages], tuple[int, int, Token | None] | None]
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
QUESTIONS = frozenset({"whether", "if", "what", "who", "why", "when", "where", "which", "how"})
#: verbs that let another verb of saying still report: "went on to say"
LEADING_ON = frozenset({"go", "continue", "proceed", "come", "begin", "seem", "seek", "want"})


def reports(verb: Token) -> bool:
    """True unless the sentence says that it was not said, or that it may be said."""
    if is_negated(verb) or has_modal(verb) or is_conditional(verb):
        return False
    if any(
        c.lower_ in {"neither", "nor", "hardly", "to"} and c.dep_ in {"preconj", "cc", "advmod", "aux"}
        for c in verb.children
    ):
        return verb.dep_ == "xcomp" and verb.head.lemma_ in LEADING_ON
    return not (verb.dep_ == "conj" and any(c.lower_ == "neither" for c in verb.head.children))


def find_indirect(passages: Passages) -> Iterator[Candidate]:
    """What the verbs of saying outside quotations report."""
    cues = load_cues()
    for token in passages.doc:
        frames = cues.get(token.lemma_.lower())
        if frames is None or not token.tag_.startswith("VB"):
            continue
        if passages.silent[token.i] or passages.is_quoted(token) or not reports(token):
            continue
        yield from _read(token, frames, passages)


def _read(verb: Token, frames: "dict[Frame, Cue]", passages: Passages) -> Iterator[Candidate]:
    for frame, rule in RULES.items():
        cue = frames.get(frame)
        found = rule(verb, cue, passages) if cue is not None else None
        if cue is None or found is None:
            continue
        start, end, target = found
        candidate = Candidate(
            start=max(start, passages.left[verb.i]),
            end=min(end, passages.right[verb.i]),
            cue=verb,
            speaker=subject_of_cue(verb),
            stance=cue.stance,
            rule=f"claim-{frame.replace(' ', '-')}",
            confidence=cue.confidence,
            lemma=verb.lemma_.lower(),
            target=target,
        ).trimmed(passages.doc)
        if candidate.start < candidate.end:
            yield candidate
            return


def is_finite(head: Token) -> bool:
    """True for a clause with a tense: "she left", "he had left"."""
    if head.tag_ in FINITE:
        return True
    if any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in head.children):
        return True
    return head.tag_ == "VBN" and own_subject_of(head) is not None


def _is_question(clause: Token) -> bool:
    return any(
        c.lower_ in QUESTIONS and c.dep_ in {"mark", "advmod", "dobj", "attr", "nsubj"} and c.i < clause.i
        for c in clause.children
    )


def _clause(verb: Token, cue: Cue, passages: Passages) -> tuple[int, int, Token | None] | None:
    """She said (that) S; "that" decides where the parser saw no clause."""
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i > verb.i and is_finite(child) and not _is_question(child):
            return _right_of(verb, child), child.right_edge.i + 1, None
    return _that(verb, passages)


def _right_of(verb: Token, head: Token) -> int:
    return max(head.left_edge.i, verb.i + 1)


def _that(verb: Token, passages: Passages) -> tuple[int, int, Token | None] | None:
    """A "that" close behind the verb begins what was said, whatever the parser thinks."""
    end = passages.right[verb.i]
    for i in range(verb.i + 1, min(end, verb.i + 12)):
        token = passages.doc[i]
        if token.lower_ == "that" and token.tag_ == "IN" and not _behind_a_noun(token):
            return i + 1, end, None
        if token.text in {";", ":"} or (token.tag_.startswith("VB") and token.dep_ != "acl"):
            return None
    return None


def _behind_a_noun(that: Token) -> bool:
    """True for "the claim that": the clause hangs on the noun."""
    clause = that.head
    return clause.dep_ in {"relcl", "acl"} and clause.head.i == that.i - 1


def _infinitive(verb: Token, cue: Cue, passages: Passages) -> tuple[int, int, Token | None] | None:
    """She vowed to fight on."""
    for child in verb.children:
        if child.dep_ == "xcomp" and child.tag_ == "VB" and child.i > verb.i and _to(child) is not None:
            if any(c.dep_ in {"dobj", "dative"} for c in verb.children):
                return None
            return _right_of(verb, child), child.right_edge.i + 1, None
    return None


def _to(infinitive: Token) -> Token | None:
    return next((c for c in infinitive.children if c.tag_ == "TO" and c.i < infinitive.i), None)


def _request(verb: Token, cue: Cue, passages: Passages) -> tuple[int, int, Token | None] | None:
    """She urged the court to hear it; she called on (or for) him to resign."""
    for child in verb.children:
        if child.dep_ in {"ccomp", "xcomp", "advcl"} and child.i > verb.i and _to(child) is not None:
            subject = own_subject_of(child)
            asked = (
                subject
                or next((o for o in objects_of(verb) if verb.i < o.i < child.i), None)
                or _called_on(verb, child)
            )
            if asked is not None:
                return max(asked.left_edge.i, verb.i + 1), child.right_edge.i + 1, None
    return None


def _called_on(verb: Token, infinitive: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in {"on", "upon", "for", "to"} and verb.i < child.i < infinitive.i:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _gerund(verb: Token, cue: Cue, passages: Passages) -> tuple[int, int, Token | None] | None:
    """She denied taking it."""
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp", "dobj"} and child.tag_ == "VBG" and child.i > verb.i:
            return _right_of(verb, child), child.right_edge.i + 1, None
    return None


def _reproach(verb: Token, cue: Cue, passages: Passages) -> tuple[int, int, Token | None] | None:
    """She accused him of taking it."""
    return _by_preposition(verb, frozenset({"of"}), with_target=False)


def _blame(verb: Token, cue: Cue, passages: Passages) -> tuple[int, int, Token | None] | None:
    """She blamed him for the loss."""
    return _by_preposition(verb, frozenset({"for"}), with_target=verb.lemma_ in {"blame", "credit"})


def _by_preposition(
    verb: Token, prepositions: frozenset[str], *, with_target: bool
) -> tuple[int, int, Token | None] | None:
    target = next((o for o in objects_of(verb) if o.i > verb.i), None)
    if target is None:
        return None
    for child in (*verb.children, *target.children):
        if child.dep_ == "prep" and child.lower_ in prepositions and child.i > target.i:
            start = max(target.left_edge.i, verb.i + 1) if with_target else child.i + 1
            return start, child.right_edge.i + 1, target
    return None


def _naming(verb: Token, cue: Cue, passages: Passages) -> tuple[int, int, Token | None] | None:
    """She called it a farce."""
    for child in verb.children:
        if child.dep_ in {"oprd", "ccomp"} and child.i > verb.i and not is_finite(child):
            named = next(
                (o for o in (*objects_of(verb), own_subject_of(child)) if o is not None and o.i < child.i), None
            )
            start = (
                max(named.left_edge.i, verb.i + 1) if named is not None and named.i > verb.i else _right_of(verb, child)
            )
            return start, child.right_edge.i + 1, None
    return None


def _naming_as(verb: Token, cue: Cue, passages: Passages) -> tuple[int, int, Token | None] | None:
    """She described it as a farce."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "as" and child.i > verb.i:
            named = next((o for o in objects_of(verb) if verb.i < o.i < child.i), None)
            return child.i + 1, child.right_edge.i + 1, named
    return None


def _nominal(verb: Token, cue: Cue, passages: Passages) -> tuple[int, int, Token | None] | None:
    """She rejected the claim that S; she denied wrongdoing."""
    for named in objects_of(verb):
        if named.i < verb.i or named.pos_ == "PRON":
            continue
        for clause in named.children:
            if clause.dep_ in {"acl", "relcl", "ccomp"} and is_finite(clause) and own_subject_of(clause) is not None:
                return _right_of(named, clause), clause.right_edge.i + 1, None
    return None


RULES: dict[Frame, Rule] = {
    Frame.REPROACH: _reproach,
    Frame.REQUEST: _request,
    Frame.CLAUSE: _clause,
    Frame.GERUND: _gerund,
    Frame.INFINITIVE: _infinitive,
    Frame.NAMING_AS: _naming_as,
    Frame.NAMING: _naming,
    Frame.BLAME: _blame,
    Frame.NOMINAL: _nominal,
}
