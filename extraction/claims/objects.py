"""What was said of somebody or something: accused of it, blamed for it, called it, denied it."""

from spacy.tokens import Token

from extraction.claims.clauses import to_of
from extraction.claims.contents import Content, is_content_clause, is_finite, quotation_behind, right_of
from extraction.claims.cues import Cue, load_nouns
from extraction.claims.passages import NO_QUOTATION, Passages
from extraction.grammar import antecedent_of, is_passive, objects_of, own_subject_of, prepositional_objects

#: verbs that report only as participles: who cites a book says nothing of it
GROUNDS = frozenset({"cite"})
#: how many words for a thing are many
LENGTHY = 3
#: how many words behind the accused the accusation may begin
REACH = 25
#: how many words behind a denial the noun may stand that introduces what is denied
FAR = 12


def reproach(verb: Token, cue: Cue, passages: Passages) -> Content | None:
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


def verdict(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She blamed him for the loss."""
    if (found := _object_and_phrase(verb, cue)) is None:
        return None
    target, phrase = found
    if phrase.lower_ == "at" and not any(t.like_num or any(c.isdigit() for c in t.text) for t in phrase.subtree):
        return None
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
    if subject is None and verb.tag_ == "VBN" and verb.dep_ in {"advcl", "conj"}:
        return own_subject_of(verb.head)
    return subject or (verb.head if verb.dep_ == "acl" else None)


def _names_what(verb: Token, passages: Passages) -> bool:
    """True for "what she called a farce": the reporter's own way to name it, unless her words stand in marks."""
    if not any(c.lower_ == "what" and c.i < verb.i for c in verb.children):
        return False
    behind = verb.i + 2 if verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "as" else verb.i + 1
    return behind >= len(verb.doc) or passages.quotation_at[behind] == NO_QUOTATION


def naming(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She called it a farce; she branded the verdict “a farce”."""
    if _names_what(verb, passages):
        return None
    named = next((o for o in objects_of(verb) if o.i > verb.i), None)
    if (quotation := quotation_behind(named or verb, passages)) is not None:
        start = named.left_edge.i if named is not None and named.pos_ != "PRON" else quotation.outer_start
        return start, quotation.outer_end, named
    for child in verb.children:
        if child.dep_ in {"oprd", "ccomp"} and child.i > verb.i and not is_finite(child):
            first = named if named is not None and named.i < child.i else own_subject_of(child)
            start = first.left_edge.i if first is not None and first.i > verb.i else right_of(verb, child)
            return start, child.right_edge.i + 1, named
    return None


def naming_as(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She described it as a farce."""
    if _names_what(verb, passages):
        return None
    for child in verb.children:
        if child.dep_ in {"prep", "mark", "advmod"} and child.lower_ == "as" and child.i > verb.i:
            named = next((o for o in objects_of(verb) if verb.i < o.i < child.i), None)
            quotation = quotation_behind(child, passages)
            end = max(quotation.outer_end if quotation is not None else 0, child.right_edge.i + 1)
            if named is not None and _outweighs(named, child, end):
                return named.left_edge.i, end, named
            return child.i + 1, end, named
    return _as_quoted(verb, passages)


def _outweighs(named: Token, joint: Token, end: int) -> bool:
    """True where the words for the thing are many, and more than what it is called: the old town's streets as slums."""
    size = named.i + 1 - named.left_edge.i
    return size >= LENGTHY and size >= end - joint.i - 1 - LENGTHY and named.pos_ != "PRON"


def _as_quoted(verb: Token, passages: Passages) -> Content | None:
    """She dismissed that as “a farce”, whatever the parser made of it."""
    doc = passages.doc
    for i in range(verb.i + 1, min(verb.i + 8, passages.right[verb.i] - 1)):
        if doc[i].lower_ == "as" and (number := passages.quotation_at[i + 1]) != NO_QUOTATION:
            return i + 1, passages.quotations[number].outer_end, None
    return None


def nominal(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She rejected the claim that S; she scoffed at reports that S; she denied any knowledge of it."""
    if (found := _word_and_that(verb, passages)) is not None:
        return found
    named = next(
        (o for o in (*objects_of(verb), *prepositional_objects(verb, *cue.prepositions)) if o.i > verb.i), None
    )
    if named is None or named.pos_ == "PRON" or passages.is_quoted(named):
        return None
    for clause in named.children:
        if clause.dep_ in {"acl", "relcl", "ccomp"} and is_finite(clause) and is_content_clause(clause):
            return right_of(named, clause), clause.right_edge.i + 1, None
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


def _word_and_that(verb: Token, passages: Passages) -> Content | None:
    """She dismissed as nonsense the idea that S: the noun that introduces the clause stands far behind the verb."""
    nouns = load_nouns()
    for i in range(verb.i + 2, min(verb.i + FAR, passages.right[verb.i] - 1)):
        token, before = passages.doc[i], passages.doc[i - 1]
        if token.lower_ == "that" and _joins(token) and before.lemma_.lower() in nouns["content"] | nouns["hint"]:
            return i + 1, max(token.head.right_edge.i + 1, i + 2), None
        if token.text in {",", ";", ":"}:
            return None
    return None


def _joins(that: Token) -> bool:
    """True for "the idea that he lied", not for "the idea that upset her", whatever its tag."""
    return that.tag_ == "IN" or (
        that.dep_ in {"dative", "mark", "dobj"} and own_subject_of(that.head) not in {None, that}
    )


def bare_object(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She alleged fraud; she left, citing her health."""
    if verb.lemma_.lower() in GROUNDS and verb.tag_ != "VBG":
        return None
    things = [o for o in objects_of(verb) if o.i > verb.i]
    for named in things:
        if named.pos_ == "NOUN" and named.lemma_.lower() not in load_nouns()["taken"]:
            return named.left_edge.i, max(o.right_edge.i for o in things) + 1, None
    return None


def intention(verb: Token, cue: Cue, passages: Passages) -> Content | None:
    """She announced plans to close the road; she expressed a wish to stay."""
    for named in objects_of(verb):
        if named.i < verb.i or named.lemma_.lower() not in load_nouns()["intention"]:
            continue
        if any(c.dep_ in {"acl", "relcl"} and c.i > named.i and to_of(c) is not None for c in named.children):
            return named.left_edge.i, named.right_edge.i + 1, None
    return None
