"""Reported speech without quotation marks: one rule for each construction that a verb of saying takes."""

from collections.abc import Callable, Iterator, Mapping

from dataclasses import replace

from spacy.tokens import Token

from extraction.claims.candidate import Candidate
from extraction.claims.cues import Cue, Frame, load_cues
from extraction.claims.passages import NO_QUOTATION, Passages
from extraction.claims.quotations import Quotation
from extraction.claims.speakers import load_nouns, subject_of_cue
from extraction.grammar import (
    agent_of,
    antecedent_of,
    has_modal,
    is_conditional,
    is_negated,
    is_passive,
    objects_of,
    own_subject_of,
    prepositional_objects,
)
from schema import Stance

#: first token, the one after the last, and whom it is about although he stands outside it
Content = tuple[int, int, Token | None]
Rule = Callable[[Token, Cue, Passages], Content | None]
#: verbs whose noun behind them begins a clause
INTRANSITIVE = frozenset({"say", "insist", "argue", "add", "claim", "think", "complain", "maintain"})
NOMINALS = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"})
BREAKS = frozenset({",", ";", ":", "—", "–", "--", "(", ")", "-", "[", "]"})
#: words that lead back to the reporter
HALTS = frozenset({"after", "when", "while", "before", "as", "during", "according", "in", "on", "at"})
#: how many words behind a verb are searched for a quotation
REACH = 25
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
UNTRUE = frozenset({"untrue", "false", "wrong", "incorrect", "nonsense", "lie"})
#: what one claims without saying anything
TAKEN = frozenset(
    {
        "life",
        "damages",
        "damage",
        "responsibility",
        "credit",
        "asylum",
        "victory",
        "seat",
        "right",
        "benefit",
        "compensation",
        "victim",
        "money",
        "cost",
        "expense",
        "place",
        "title",
        "inheritance",
        "prize",
    }
)
#: verbs that tell how something came about
RECOUNTING = frozenset({"recall", "recount", "describe", "explain", "tell", "remember", "relate"})
QUESTIONS = frozenset({"whether", "if", "what", "who", "why", "when", "where", "which", "how"})
#: verbs that let another verb of saying still report: "went on to say"
LEADING_ON = frozenset({"go", "continue", "proceed", "come", "begin", "seem", "seek", "want"})


def reports(verb: Token) -> bool:
    """True unless the sentence says that it was not said, or that it may be said."""
    if is_negated(verb) or has_modal(verb) or is_conditional(verb) or _is_bare_participle(verb):
        return False
    if any(
        c.lower_ in {"neither", "nor", "hardly", "to"} and c.dep_ in {"preconj", "cc", "advmod", "aux"}
        for c in verb.children
    ):
        return verb.dep_ == "xcomp" and verb.head.lemma_ in LEADING_ON
    return not (verb.dep_ == "conj" and any(c.lower_ == "neither" for c in verb.head.children))


def _is_bare_participle(verb: Token) -> bool:
    """True for "a programme called …", "a man accused of …": nobody is said to say it."""
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and agent_of(verb) is None


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
    if behind.lower_ != "that" or passages.silent[noun.i] or passages.is_quoted(noun):
        return
    if before.pos_ not in {"NOUN", "PROPN", "PRON"} or any(c.dep_ == "poss" for c in noun.children):
        return
    yield Candidate(
        noun.i + 2,
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
            end=extended(verb, end, passages),
            cue=verb,
            speaker=subject_of_cue(verb),
            stance=cue.stance,
            rule=f"claim-{frame.replace(' ', '-')}",
            confidence=cue.confidence,
            lemma=verb.lemma_.lower(),
            target=target,
        ).trimmed(passages.doc)
        if candidate.start < candidate.end:
            yield _contradicting(candidate, passages)
            return


def extended(verb: Token, end: int, passages: Passages) -> int:
    """The content's end where the parser cut it short: in the middle of a phrase, or before a quotation in it."""
    doc, right = passages.doc, passages.right[verb.i]
    end = min(end, right)
    while end < right:
        if (number := passages.quotation_at[end]) != NO_QUOTATION:
            end = min(right, max(passages.quotations[number].outer_end, end + 1))
        elif doc[end].text in BREAKS:
            is_quoted_next = end + 1 < right and passages.quotation_at[end + 1] != NO_QUOTATION
            if doc[end].text != "," or not is_quoted_next:
                return end
            end += 1
        elif doc[end].tag_ == "CC" or doc[end].dep_ in {"mark", "punct"} or doc[end].lower_ in HALTS:
            return end
        else:
            end += 1
    return end


def _contradicting(candidate: Candidate, passages: Passages) -> Candidate:
    """She insisted it was untrue that S: she denies S."""
    start = contradicted(candidate.start, candidate.end, passages)
    if start is None or candidate.stance is Stance.DENIES:
        return candidate
    return replace(candidate, start=start, stance=Stance.DENIES)


def is_finite(head: Token) -> bool:
    """True for a clause with a tense: "she left", "he had left"."""
    if head.tag_ in FINITE:
        return True
    if any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in head.children):
        return True
    return head.tag_ == "VBN" and own_subject_of(head) is not None


def _is_question(clause: Token, verb: Token) -> bool:
    """True for "asked whether …"; how something was is told, not asked."""
    words = (c for c in clause.children if verb.i < c.i < clause.i and c.lower_ in QUESTIONS)
    asking = [c for c in words if c.dep_ in {"mark", "advmod", "dobj", "attr", "nsubj"}]
    return bool(asking) and not (verb.lemma_ in RECOUNTING and asking[0].lower_ == "how")


def _clause(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She said (that) S; "that" decides where the parser saw no clause."""
    for child in verb.children:
        if child.i < verb.i or not is_finite(child) or _is_question(child, verb):
            continue
        if child.dep_ == "ccomp" and _conjunction(child) in {"", "that", "how"}:
            return _right_of(verb, child), child.right_edge.i + 1, None
        if child.dep_ == "advcl" and _conjunction(child) == "" and own_subject_of(child) is not None:
            return _right_of(verb, child), child.right_edge.i + 1, None
    return _that(verb, passages) or _bare(verb, passages)


def _conjunction(clause: Token) -> str:
    """The word that joins the clause: "that", "because", or nothing."""
    marks = [c.lower_ for c in clause.children if c.dep_ == "mark" or (c.dep_ == "advmod" and c.tag_ == "WRB")]
    return "that" if "that" in marks else next(iter(marks), "")


def _bare(verb: Token, passages: Passages) -> Content | None:
    """She said the song “spat on us”: where quotation marks lead the parser astray, the sentence's rest is said."""
    end = passages.right[verb.i]
    if verb.lemma_.lower() not in INTRANSITIVE or verb.i + 2 >= end or passages.doc[verb.i + 1].pos_ not in NOMINALS:
        return None
    quoted = any(passages.quotation_at[i] != NO_QUOTATION for i in range(verb.i + 2, min(end, verb.i + REACH)))
    return (verb.i + 1, end, None) if quoted else None


def contradicted(start: int, end: int, passages: Passages) -> int | None:
    """Where the clause begins that the content calls untrue: it was untrue that …"""
    words = passages.doc[start : min(end, start + 6)]
    if not words or words[0].lower_ not in {"it", "there"} or not any(t.lower_ in UNTRUE for t in words):
        return None
    return next((t.i + 1 for t in passages.doc[start : min(end, start + 9)] if t.lower_ == "that"), None)


def _right_of(verb: Token, head: Token) -> int:
    return max(head.left_edge.i, verb.i + 1)


def _that(verb: Token, passages: Passages) -> Content | None:
    """A "that" close behind the verb begins what was said, whatever the parser thinks."""
    end = passages.right[verb.i]
    for i in range(verb.i + 1, min(end, verb.i + 12)):
        token = passages.doc[i]
        is_conjunction = token.tag_ == "IN" or token.dep_ == "mark"
        if token.lower_ == "that" and is_conjunction and not _behind_a_noun(token):
            return i + 1, end, None
        if token.text in {";", ":"} or (is_finite(token) and own_subject_of(token) is not None):
            return None
    return None


def _behind_a_noun(that: Token) -> bool:
    """True for "the claim that": the clause hangs on the noun."""
    clause = that.head
    head = clause.head
    return clause.dep_ in {"relcl", "acl"} and head.i == that.i - 1 and head.lemma_.lower() in load_nouns()["content"]


def _infinitive(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She vowed to fight on."""
    for child in verb.children:
        if child.dep_ == "xcomp" and child.i > verb.i and _to(child) is not None:
            if any(c.dep_ in {"dobj", "dative"} for c in verb.children):
                return None
            return _right_of(verb, child), child.right_edge.i + 1, None
    return None


def _to(infinitive: Token) -> Token | None:
    return next((c for c in infinitive.children if c.tag_ == "TO" and c.i < infinitive.i), None)


def _request(verb: Token, cue: Cue, passages: Passages) -> Content | None:
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


def _gerund(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She denied taking it."""
    for child in verb.children:
        fits = child.dep_ in {"xcomp", "ccomp", "dobj"} or (child.dep_ == "advcl" and not _comma_between(verb, child))
        if fits and child.i > verb.i and _is_gerund(child):
            return _right_of(verb, child), child.right_edge.i + 1, None
    return _gerund_behind_to(verb)


def _gerund_behind_to(verb: Token) -> Content | None:
    """She admitted to taking it."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "to" and child.i > verb.i:
            for gerund in child.children:
                if gerund.dep_ == "pcomp":
                    return child.i + 1, gerund.right_edge.i + 1, None
    return None


def _comma_between(verb: Token, child: Token) -> bool:
    return any(t.text == "," for t in verb.doc[verb.i : child.left_edge.i + 1])


def _is_gerund(head: Token) -> bool:
    return head.tag_ == "VBG" or any(c.dep_ in {"aux", "auxpass"} and c.tag_ == "VBG" for c in head.children)


def _reproach(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She accused him of taking it."""
    if (found := _object_and_phrase(verb, cue)) is None:
        return _of_doing(verb, cue, passages)
    target, phrase = found
    return phrase.i + 1, phrase.right_edge.i + 1, target


def _of_doing(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She accused Lee and his brother, Moor, of hiding it: the preposition far behind the verb."""
    doc, right = passages.doc, passages.right[verb.i]
    target = next(iter(objects_of(verb)), None)
    if target is None or is_passive(verb):
        return None
    for i in range(target.i + 1, min(target.i + REACH, right - 1)):
        if doc[i].lower_ in cue.prepositions and doc[i + 1].tag_ == "VBG":
            return i + 1, doc[i].right_edge.i + 1, target
    return None


def _verdict(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She blamed him for the loss."""
    if (found := _object_and_phrase(verb, cue)) is None:
        return None
    target, phrase = found
    return max(target.left_edge.i, verb.i + 1), phrase.right_edge.i + 1, None


def _object_and_phrase(verb: Token, cue: Cue) -> tuple[Token, Token] | None:
    """The object, and the cue's preposition behind it wherever the parser hung it."""
    target = _accused(verb) if is_passive(verb) else next(iter(objects_of(verb)), None)
    if target is None:
        return None
    for child in (*verb.children, *(c for o in (target, *target.conjuncts) for c in o.children)):
        if child.dep_ == "prep" and child.lower_ in cue.prepositions and child.i > max(target.i, verb.i):
            return antecedent_of(target) or target, child
    return None


def _accused(verb: Token) -> Token | None:
    """Whom a passive or a bare participle accuses: *he* was accused by her, *a man* accused by her."""
    subject = own_subject_of(verb)
    return subject or (verb.head if verb.dep_ == "acl" else None)


def _naming(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She called it a farce; she branded the verdict “a farce”."""
    named = next((o for o in objects_of(verb) if o.i > verb.i), None)
    if (quotation := _quotation_behind(named or verb, passages)) is not None:
        start = named.left_edge.i if named is not None and named.pos_ != "PRON" else quotation.outer_start
        return start, quotation.outer_end, named
    for child in verb.children:
        if child.dep_ in {"oprd", "ccomp"} and child.i > verb.i and not is_finite(child):
            first = named if named is not None and named.i < child.i else own_subject_of(child)
            start = first.left_edge.i if first is not None and first.i > verb.i else _right_of(verb, child)
            return start, child.right_edge.i + 1, named
    return None


def _quotation_behind(word: Token, passages: Passages) -> Quotation | None:
    """The quotation that begins right behind the word or the phrase that it heads."""
    for i in range(word.i + 1, min(word.i + 8, passages.right[word.i])):
        if (number := passages.quotation_at[i]) != NO_QUOTATION:
            return passages.quotations[number]
        token = passages.doc[i]
        is_pointer = token.lower_ in {"that", "this", "it"}
        if (token.pos_ in {"VERB", "AUX", "CCONJ", "SCONJ"} and not is_pointer) or token.text in {",", ":"}:
            return None
    return None


def _naming_as(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She described it as a farce."""
    for child in verb.children:
        if child.dep_ in {"prep", "mark", "advmod"} and child.lower_ == "as" and child.i > verb.i:
            named = next((o for o in objects_of(verb) if verb.i < o.i < child.i), None)
            quotation = _quotation_behind(child, passages)
            end = quotation.outer_end if quotation is not None else child.right_edge.i + 1
            return child.i + 1, end, named
    return _as_quoted(verb, passages)


def _as_quoted(verb: Token, passages: Passages) -> Content | None:
    """She dismissed that as “a farce”, whatever the parser made of it."""
    doc = passages.doc
    for i in range(verb.i + 1, min(verb.i + 8, passages.right[verb.i] - 1)):
        if doc[i].lower_ == "as" and (number := passages.quotation_at[i + 1]) != NO_QUOTATION:
            return i + 1, passages.quotations[number].outer_end, None
    return None


def _nominal(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She rejected the claim that S; she scoffed at reports that S; she denied any knowledge of it."""
    named = next(
        (o for o in (*objects_of(verb), *prepositional_objects(verb, *cue.prepositions)) if o.i > verb.i), None
    )
    if named is None or named.pos_ == "PRON" or passages.is_quoted(named):
        return None
    for clause in named.children:
        if clause.dep_ in {"acl", "relcl", "ccomp"} and is_finite(clause) and is_content_clause(clause):
            return _right_of(named, clause), clause.right_edge.i + 1, None
    if cue.prepositions or any(c.lower_ == "as" for c in verb.children):
        return None
    nouns = load_nouns()
    is_word = named.lemma_.lower() in nouns["content"] | nouns["hint"]
    for child in named.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "that"} and is_word:
            return child.i + 1, child.right_edge.i + 1, None
        if child.dep_ == "poss" and is_word and child.pos_ == "PROPN":
            return named.left_edge.i, named.right_edge.i + 1, None
    if is_word or named.lemma_.lower() in nouns["bare"]:
        return None
    return named.left_edge.i, named.right_edge.i + 1, None


def _object(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She alleged fraud."""
    for named in objects_of(verb):
        if named.i > verb.i and named.pos_ == "NOUN" and named.lemma_.lower() not in TAKEN:
            return named.left_edge.i, named.right_edge.i + 1, None
    return None


def is_content_clause(clause: Token) -> bool:
    """True for "the claim that he lied" and "the claim he lied", not for "the claim that upset her"."""
    subject = own_subject_of(clause)
    return subject is not None and subject.tag_ not in {"WP", "WDT"} and subject.lower_ != "that"


RULES: dict[Frame, Rule] = {
    Frame.REPROACH: _reproach,
    Frame.REQUEST: _request,
    Frame.NOMINAL: _nominal,
    Frame.NAMING_AS: _naming_as,
    Frame.NAMING: _naming,
    Frame.CLAUSE: _clause,
    Frame.GERUND: _gerund,
    Frame.INFINITIVE: _infinitive,
    Frame.VERDICT: _verdict,
    Frame.OBJECT: _object,
}
