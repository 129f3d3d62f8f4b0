"""Where what was said begins and ends, and what kind of clause it is."""

from spacy.tokens import Token

from extraction.claims.candidate import joint_of
from extraction.claims.passages import NO_QUOTATION, Passages
from extraction.claims.quotations import Quotation
from extraction.grammar import objects_of, own_subject_of

#: first token, the one after the last, and whom it is about although he stands outside it
Content = tuple[int, int, Token | None]
BREAKS = frozenset({",", ";", ":", "—", "–", "--", "(", ")", "-", "[", "]"})
#: words that lead back to the reporter
HALTS = frozenset({"after", "when", "while", "before", "as", "during", "according", "in", "on", "at"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
UNTRUE = frozenset({"untrue", "false", "wrong", "incorrect", "nonsense", "lie"})
#: verbs that tell how something came about
RECOUNTING = frozenset({"recall", "recount", "describe", "explain", "tell", "remember", "relate"})
QUESTIONS = frozenset({"whether", "if", "what", "who", "why", "when", "where", "which", "how"})


def is_finite(head: Token) -> bool:
    """True for a clause with a tense: "she left", "he had left"."""
    if head.tag_ in FINITE:
        return True
    if any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in head.children):
        return True
    return head.tag_ == "VBN" and own_subject_of(head) is not None


def is_gerund(head: Token) -> bool:
    return head.tag_ == "VBG" or any(c.dep_ in {"aux", "auxpass"} and c.tag_ == "VBG" for c in head.children)


def is_content_clause(clause: Token) -> bool:
    """True for "the claim that he lied" and "the claim he lied", not for "the claim that upset her"."""
    subject = own_subject_of(clause)
    return subject is not None and subject.tag_ not in {"WP", "WDT"} and subject.lower_ != "that"


def is_question(clause: Token, verb: Token) -> bool:
    """True for "asked whether …"; how something was is told, not asked."""
    words = (c for c in clause.children if verb.i < c.i < clause.i and c.lower_ in QUESTIONS)
    asking = [c for c in words if c.dep_ in {"mark", "advmod", "dobj", "attr", "nsubj"}]
    return bool(asking) and not (verb.lemma_ in RECOUNTING and asking[0].lower_ == "how")


def conjunction_of(clause: Token) -> str:
    """The word that joins the clause: "that", "because", or nothing."""
    marks = [c.lower_ for c in clause.children if c.dep_ == "mark" or (c.dep_ == "advmod" and c.tag_ == "WRB")]
    return "that" if "that" in marks else next(iter(marks), "")


def right_of(verb: Token, head: Token) -> int:
    return max(head.left_edge.i, verb.i + 1)


def quotation_behind(word: Token, passages: Passages) -> Quotation | None:
    """The quotation that begins right behind the word or the phrase that it heads."""
    for i in range(word.i + 1, min(word.i + 8, passages.right[word.i])):
        if (number := passages.quotation_at[i]) != NO_QUOTATION:
            return passages.quotations[number]
        token = passages.doc[i]
        is_pointer = token.lower_ in {"that", "this", "it"}
        if (token.pos_ in {"VERB", "AUX", "CCONJ", "SCONJ"} and not is_pointer) or token.text in {",", ":"}:
            return None
    return None


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


def with_joined_modal(verb: Token, end: int) -> int:
    """Said it was “sorry” | and would appeal: what will or would be done is said, though the parser joins it higher."""
    doc = verb.doc
    if end + 2 >= len(doc) or doc[end].tag_ != "CC" or doc[end + 1].lower_ not in {"will", "would", "’d", "’ll"}:
        return end
    joined = doc[end + 1].head
    alone = joined.dep_ == "conj" and joined.head.i == verb.i and own_subject_of(joined) is None
    return joined.right_edge.i + 1 if alone else end


def return_to(verb: Token, start: int, end: int) -> int:
    """Where "and" leads back to the speaker's own doing: found he had been dismissed | and awarded him money."""
    for child in verb.children:
        if child.dep_ != "ccomp" or child.tag_ == verb.tag_ or not start <= child.i < end:
            continue
        for joined in child.conjuncts:
            if child.tag_ == "VBN" and joined.lower_.endswith("ed") and not objects_of(joined):
                continue
            alone = own_subject_of(joined) is None and not any(c.dep_ in {"aux", "auxpass"} for c in joined.children)
            if alone and joined.tag_ == verb.tag_ == "VBD" and (joint := joint_of(joined, start)) is not None:
                return joint
    return len(verb.doc)


def contradicted(start: int, end: int, passages: Passages) -> int | None:
    """Where the clause begins that the content calls untrue: it was untrue that …"""
    words = passages.doc[start : min(end, start + 6)]
    if not words or words[0].lower_ not in {"it", "there"} or not any(t.lower_ in UNTRUE for t in words):
        return None
    return next((t.i + 1 for t in passages.doc[start : min(end, start + 9)] if t.lower_ == "that"), None)
