"""Positions that a verb tells: "X chairs Y", "X, a lawyer who founded Y", "X belongs to Y"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extraction.grammar import objects_of, prepositional_objects, subject_of
from extraction.positions.finding import Finding
from extraction.positions.phrases import Held
from extraction.reading import Mention, MentionKind, Reading, Thing
from schema import NodeType

#: verb -> title of who does it to an organization
VERBS = {
    "head": "head",
    "lead": "leader",
    "chair": "chair",
    "found": "founder",
    "own": "owner",
    "co-found": "co-founder",
    "cofound": "co-founder",
    "edit": "editor",
    "manage": "manager",
    "direct": "director",
}
#: verb -> its prepositions and the title of who does it
JOINED = {"belong": (("to",), "member")}
NEGATIONS = frozenset({"not", "n't", "never"})


def verb_findings(doc: Doc, reading: Reading) -> Iterator[Finding]:
    """The positions that the verbs of the text tell of named people."""
    for token in doc:
        if token.pos_ == "VERB" and (held := _held(token, reading)) and not _is_denied(token):
            title, holder = held
            if (person := _person(token, reading)) is not None:
                i, thing = person
                mention = Mention(i, i + 1, MentionKind.NAME)
                yield Finding(thing, mention, doc[token.i : token.i + 1], title, holder, "verb", 0.75)


def _held(verb: Token, reading: Reading) -> tuple[str, Held] | None:
    lemma = verb.lemma_.lower()
    if title := VERBS.get(lemma):
        objects = objects_of(verb)
    elif lemma in JOINED:
        prepositions, title = JOINED[lemma]
        objects = prepositional_objects(verb, *prepositions)
    else:
        return None
    bodies = ((o.i, t) for o in objects if (t := reading.party_at.get(o.i)) and t.type is NodeType.ORGANIZATION)
    found = next(bodies, None)
    return (title, found) if found is not None else None


def _is_denied(verb: Token) -> bool:
    return any(c.lower_ in NEGATIONS or c.tag_ == "MD" for c in verb.children)


def _person(verb: Token, reading: Reading) -> tuple[int, Thing] | None:
    """The subject, or the person whom it describes: "Ana Roy, a lawyer who …"."""
    subject = subject_of(verb)
    for token in (subject, subject.head if subject is not None and subject.dep_ == "appos" else None):
        thing = reading.party_at.get(token.i) if token is not None else None
        if token is not None and thing is not None and thing.type is NodeType.PERSON:
            return token.i, thing
    return None
