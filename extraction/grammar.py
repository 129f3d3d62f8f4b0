"""Small predicates over the dependency parse, named as linguists do. Labels are spaCy's English ones (ClearNLP)."""

from itertools import islice

from spacy.tokens import Token

ACTIVE_SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
SUBJECTS = ACTIVE_SUBJECTS | PASSIVE_SUBJECTS
OBJECTS = frozenset({"dobj", "obj"})
VERBAL_LINKS = frozenset({"conj", "xcomp"})
#: steps up the parse; a sentence may be a chain of thousands of clauses
CLIMB = 20
#: steps up the parse to the "if" of a condition
CONDITION = 8
MODALS_OF_DOUBT = frozenset({"may", "might", "could", "would", "should", "can"})


def is_passive(verb: Token) -> bool:
    """True for "was sued", and for the bare participle of "the man sued by her" as far as the parse shows an agent."""
    return any(c.dep_ in PASSIVE_SUBJECTS or c.dep_ == "auxpass" or c.dep_ == "agent" for c in verb.children)


def own_subject_of(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself, or on its auxiliary, as in "was on Monday charged"."""
    auxiliaries = [c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}]
    return next((c for v in (verb, *auxiliaries) for c in v.children if c.dep_ in SUBJECTS), None)


def subject_of(verb: Token) -> Token | None:
    """The subject of the verb: its own, that of the verb it is joined to, or the noun its relative clause describes."""
    for _ in range(CLIMB):
        if subject := own_subject_of(verb):
            return antecedent_of(subject) or subject
        if verb.dep_ in {"relcl", "acl"}:
            return verb.head
        if verb.dep_ not in VERBAL_LINKS or verb.head.pos_ not in {"VERB", "AUX"}:
            return None
        verb = verb.head
    return None


def antecedent_of(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for: "the man who sued" -> man."""
    if pronoun.tag_ not in {"WP", "WDT", "WP$"}:
        return None
    clause = next((a for a in islice(pronoun.ancestors, CLIMB) if a.dep_ == "relcl"), None)
    return clause.head if clause is not None else None


def objects_of(verb: Token) -> list[Token]:
    """The direct objects of the verb, with what is joined to them."""
    return [o for c in verb.children if c.dep_ in OBJECTS for o in (c, *conjuncts(c))]


def agent_of(verb: Token) -> Token | None:
    """The doer of a passive: "sued by the minister" -> minister."""
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def prepositional_objects(head: Token, *prepositions: str) -> list[Token]:
    """What stands behind the prepositions on the head, with what is joined to it: "fined for X and Y" -> X, Y."""
    return [
        o
        for c in head.children
        if c.dep_ in {"prep", "dative", "agent"} and c.lower_ in prepositions
        for p in c.children
        if p.dep_ in {"pobj", "pcomp"}
        for o in (p, *conjuncts(p))
    ]


def conjuncts(token: Token) -> list[Token]:
    """What is joined to the token by "and", "or" or commas, without the token itself, in the order of the text."""
    return sorted(token.conjuncts, key=lambda t: t.i)


def is_negated(verb: Token) -> bool:
    """True for "did not sue", "never sued"."""
    return any(c.dep_ == "neg" for c in verb.children)


def has_modal(verb: Token) -> bool:
    """True for "may sue", "could be charged"."""
    return any(c.dep_ == "aux" and c.lemma_.lower() in MODALS_OF_DOUBT for c in verb.children)


def is_conditional(verb: Token) -> bool:
    """True inside "if he is convicted", "unless they pay", and for the bare "if convicted"."""
    return any(
        c.dep_ in {"mark", "advmod"} and c.lower_ in {"if", "unless", "whether"}
        for v in (verb, *islice(verb.ancestors, CONDITION))
        for c in v.children
        if c.i <= verb.i
    )
