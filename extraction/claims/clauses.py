"""What was said as a clause, an infinitive or a verbal noun below the verb of saying."""

from spacy.tokens import Token

from extraction.claims.contents import FINITE, Content, conjunction_of, is_finite, is_gerund, is_question, right_of
from extraction.claims.cues import Cue, Frame, load_cues, load_nouns
from extraction.claims.passages import NO_QUOTATION, Passages
from extraction.grammar import objects_of, own_subject_of

#: verbs whose noun behind them begins a clause
INTRANSITIVE = frozenset({"say", "insist", "argue", "add", "claim", "think", "complain", "maintain"})
NOMINALS = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"})
#: verbs of saying behind which a noun and a verb with a tense are a clause, whatever the parser makes of them
SAYING = INTRANSITIVE | frozenset(
    {
        "allege",
        "announce",
        "assert",
        "believe",
        "caution",
        "contend",
        "note",
        "state",
        "swear",
        "testify",
        "warn",
        "write",
    }
)
#: what stands between a verb of saying and its clause: on Tuesday, in a letter
ADJUNCTS = frozenset({"on", "in", "at", "during", "through", "by"})
#: how many words behind a verb are searched for a quotation, and for "that"
REACH, CLOSE = 25, 20
#: how many words of the clause may stand before its verb, and between an infinitive and its condition
SUBJECT, ASIDE = 12, 6


def clause(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She said (that) S; "that" decides where the parser saw no clause."""
    for child in sorted(verb.children, key=lambda c: conjunction_of(c) != "that"):
        if child.i < verb.i or not is_finite(child) or is_question(child, verb):
            continue
        if child.dep_ == "ccomp" and _of_a_noun(verb, child):
            return None
        if child.dep_ == "ccomp" and verb.doc[right_of(verb, child)].lower_ in {"because", "although"}:
            continue
        if child.dep_ == "ccomp" and conjunction_of(child) in {"", "that", "how"}:
            return right_of(verb, child), child.right_edge.i + 1, None
        if child.dep_ == "advcl" and conjunction_of(child) == "" and own_subject_of(child) is not None:
            return right_of(verb, child), child.right_edge.i + 1, None
    return _that(verb, passages) or _bare(verb, passages) or bare_clause(verb, passages)


def _that(verb: Token, passages: Passages) -> Content | None:
    """A "that" close behind the verb begins what was said, whatever the parser thinks."""
    end = passages.right[verb.i]
    for i in range(verb.i + 1, min(end, verb.i + CLOSE)):
        token = passages.doc[i]
        is_conjunction = token.tag_ == "IN" or token.dep_ == "mark"
        if token.lower_ == "that" and is_conjunction and not _behind_a_noun(token):
            return i + 1, end, None
        if token.tag_ == "VBG" and Frame.CLAUSE in load_cues().get(token.lemma_.lower(), {}):
            return None
        is_relative = token.dep_ in {"relcl", "acl"}
        if token.text in {";", ":"} or (not is_relative and is_finite(token) and own_subject_of(token) is not None):
            return None
    return None


def bare_clause(verb: Token, passages: Passages) -> Content | None:
    """She swore Lee had left; she said on Monday he would go: a noun and its verb, seen from the words."""
    doc, end = passages.doc, passages.right[verb.i]
    if verb.lemma_.lower() not in SAYING:
        return None
    start = _behind_adjunct(verb.i + 1, end, passages)
    if start < end and doc[start].lower_ == "that":
        start += 1
    if start >= end or doc[start].pos_ not in NOMINALS or passages.quotation_at[start] != NO_QUOTATION:
        return None
    for token in doc[start + 1 : min(end, start + SUBJECT)]:
        if token.tag_ in FINITE and token.dep_ not in {"relcl", "acl"}:
            return start, end, None
        if token.is_punct or token.tag_ in {"WP", "WDT", "TO", "CC", "VBG"} or token.dep_ == "mark":
            return None
    return None


def _behind_adjunct(start: int, end: int, passages: Passages) -> int:
    """The first token behind "on Tuesday", "in a letter", "today"."""
    doc = passages.doc
    if start < end and doc[start].lower_ in ADJUNCTS and doc[start].right_edge.i < end:
        return doc[start].right_edge.i + 1
    if start < end and doc[start].dep_ in {"npadvmod", "advmod"} and doc[start].pos_ in {"NOUN", "PROPN", "ADV"}:
        return start + 1
    return start


def _of_a_noun(verb: Token, clause: Token) -> bool:
    """True for "repeated his denial that …": the clause belongs to the object although the parser hangs it higher."""
    noun = clause.left_edge.nbor(-1) if clause.left_edge.i > verb.i + 1 else verb
    is_word = noun.lemma_.lower() in load_nouns()["content"] | load_nouns()["denial"]
    return is_word and noun.dep_ == "dobj" and any(c.dep_ == "poss" for c in noun.children)


def _behind_a_noun(that: Token) -> bool:
    """True for "the claim that": the clause hangs on the noun."""
    clause = that.head
    head = clause.head
    if clause.dep_ not in {"relcl", "acl"} or head.i != that.i - 1 or head.dep_ == "pobj":
        return False
    return head.lemma_.lower() in load_nouns()["content"]


def _bare(verb: Token, passages: Passages) -> Content | None:
    """She said the song “spat on us”: where quotation marks lead the parser astray, the sentence's rest is said."""
    end = passages.right[verb.i]
    if verb.lemma_.lower() not in INTRANSITIVE or verb.i + 2 >= end or passages.doc[verb.i + 1].pos_ not in NOMINALS:
        return None
    if verb.i > passages.left[verb.i] and verb.nbor(-1).is_punct:
        return None
    quoted = any(passages.quotation_at[i] != NO_QUOTATION for i in range(verb.i + 2, min(end, verb.i + REACH)))
    return (verb.i + 1, end, None) if quoted else None


def infinitive(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She vowed to fight on."""
    for child in verb.children:
        if child.dep_ == "xcomp" and child.i > verb.i and to_of(child) is not None:
            if any(c.dep_ in {"dobj", "dative"} for c in verb.children):
                return None
            return right_of(verb, child), _with_condition(verb, child.right_edge.i + 1, passages), None
    return None


def _with_condition(verb: Token, end: int, passages: Passages) -> int:
    """Threatened to sue, *if the music did not stop*: part of it, though the parser hangs it higher."""
    doc = passages.doc
    for i in range(end, min(end + ASIDE, passages.right[verb.i])):
        if doc[i].lower_ in {"if", "unless"} and (i == end or doc[i - 1].text == ","):
            return max(end, doc[i].head.right_edge.i + 1)
        if doc[i].pos_ in {"VERB", "AUX"} or (doc[i].is_punct and doc[i].text != ","):
            return end
    return end


def to_of(infinitive: Token) -> Token | None:
    return next((c for c in infinitive.children if c.tag_ == "TO" and c.i < infinitive.i), None)


def request(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She urged the court to hear it; she called on (or for) him to resign."""
    for child in verb.children:
        if child.dep_ in {"ccomp", "xcomp", "advcl"} and child.i > verb.i and to_of(child) is not None:
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


def gerund(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She denied taking it."""
    for child in verb.children:
        fits = child.dep_ in {"xcomp", "ccomp", "dobj"} or (child.dep_ == "advcl" and not _comma_between(verb, child))
        if fits and child.i > verb.i and is_gerund(child):
            return right_of(verb, child), child.right_edge.i + 1, None
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
