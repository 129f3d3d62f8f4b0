"""Who does what around a verb or noun of proceedings: from tokens of the parse to parties."""

from itertools import islice

from spacy.tokens import Token

from extraction.cases.frames import Filler
from extraction.cases.groups import group_of, identified
from extraction.cases.listing import listed_after, members_of
from extraction.cases.parties import party_of, words_of
from extraction.cases.scan import Scan
from extraction.cases.words import words_for
from extraction.grammar import agent_of, antecedent_of, conjuncts, objects_of, own_subject_of, subject_of
from schema import NodeType

INDEFINITE = frozenset(
    {"a", "an", "another", "some", "several", "two", "three", "four", "five", "six", "many", "other"}
)
#: what stands beside a verb as its object but is a sum, a day or a number
NO_PARTY = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL"})


def is_passive(verb: Token) -> bool:
    """True for "was sued", for the participle of "the man sued in Rome", the second verb of "was tried and jailed"."""
    if any(c.dep_ in {"nsubjpass", "csubjpass", "auxpass", "agent"} for c in verb.children):
        return True
    if _is_seen_done(verb) or _is_done_likewise(verb):
        return True
    if verb.tag_ not in _participles(verb) or any(
        (c.dep_ in {"nsubj", "dobj"} and c.ent_type_ not in NO_PARTY) or (c.dep_ == "aux" and c.lemma_ == "have")
        for c in verb.children
    ):
        return False
    if verb.dep_ == "conj" and verb.head != verb:
        return is_passive(verb.head)
    return verb.dep_ in {"acl", "advcl", "relcl", "ROOT", "ccomp", "dep", "amod"}


def _participles(verb: Token) -> set[str]:
    """The tags of a participle; behind "was fined and" the tagger takes it for a past tense."""
    misread = verb.dep_ == "conj" and verb.lemma_ not in words_for("intransitive")
    return {"VBN", "VBD"} if misread else {"VBN"}


def _is_done_likewise(verb: Token) -> bool:
    """ "The party was dissolved and its leader jailed"."""
    own = [c for c in verb.children if c.dep_ in {"nsubj", "aux", "dobj"}]
    alone = verb.tag_ in {"VBN", "VBD"} and verb.dep_ == "conj" and [c.dep_ for c in own] == ["nsubj"]
    return alone and any(c.dep_ == "auxpass" for c in verb.head.children)


def _is_seen_done(verb: Token) -> bool:
    """ "which saw him convicted", "had her jailed"."""
    own = [c for c in verb.children if c.dep_ in {"nsubj", "aux"}]
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in {"ccomp", "xcomp"}
        and verb.head.lemma_ in {"see", "have", "get"}
        and (bool(own) and all(c.dep_ == "nsubj" for c in own))
    )


def doers(scan: Scan, verb: Token) -> list[Filler]:
    """Who does what the verb says."""
    token = agent_of(verb) if is_passive(verb) else _who(scan, verb)
    return fillers(scan, token) if token is not None else []


def undergoers(scan: Scan, verb: Token) -> list[Filler]:
    """To whom it is done."""
    if is_passive(verb):
        token = _who(scan, verb)
        tokens = [token, *conjuncts(token), *_companions(token)] if token is not None else []
    elif name := _name_right_behind(scan, verb):
        return name
    else:
        tokens = _objects(verb)
    found = _with_list(scan, [f for t in tokens for f in _one(scan, t)])
    if tokens and verb.dep_ == "acl" and not any(f.thing for f in found):
        found = [f for t in identified(tokens[0]) for f in fillers(scan, t)] or found
    if not found and verb.lemma_ in words_for("done to people"):
        nouns = [t for t in tokens if t.pos_ == "NOUN" and t.ent_type_ not in NO_PARTY]
        found = [Filler(None, t.doc[t.i : t.i + 1], _is_indefinite(t), t.tag_ == "NNS") for t in nouns]
    return found


def _name_right_behind(scan: Scan, verb: Token) -> list[Filler]:
    """ "fined Reis …": Reis, whatever the parser makes of the sum that follows."""
    after = verb.i + 1
    if after >= len(scan.doc) or after not in scan.reading.party_at or scan.doc[after].pos_ != "PROPN":
        return []
    words = words_of(scan, after)
    if words.root.dep_ in {"compound", "amod", "nmod", "poss"} and not _is_sum(words.root.head):
        return []
    others = [f for t in conjuncts(words.root) for f in _one(scan, t)]
    return [Filler(scan.reading.party_at[after], words), *others]


def _is_sum(token: Token) -> bool:
    """ "fined Reis P120,000": the parser takes the name for a part of the sum."""
    return any(ch.isdigit() for ch in token.text)


def _objects(verb: Token) -> list[Token]:
    tokens = [s for c in verb.children if c.dep_ in {"ccomp", "oprd", "xcomp"} for s in _small_clause_subject(c)]
    tokens += [t for o in objects_of(verb) for t in (_before_the_sum(o), o) if t is not None]
    tokens += [c for c in verb.children if (c.dep_ == "dative" and c.pos_ != "ADP") or c.lower_ == "whom"]
    if not tokens and verb.dep_ == "relcl" and own_subject_of(verb) is not None:
        tokens = [verb.head]
    return tokens


def _before_the_sum(object_: Token) -> Token | None:
    """ "fined the bakery 5,000 euros": the bakery, which the parser takes for a part of the sum."""
    number = next((c for c in object_.lefts if c.dep_ == "nummod"), None)
    if number is None:
        return None
    before = (c for c in object_.lefts if c.dep_ in {"nmod", "compound"} and c.i < number.i and c.pos_ != "SYM")
    return next(before, None)


def _small_clause_subject(complement: Token) -> list[Token]:
    """ "found him guilty": him."""
    subject = own_subject_of(complement)
    return [subject] if complement.pos_ == "ADJ" and subject is not None else []


def object_tokens(verb: Token) -> list[Token]:
    """What the verb is done to, as tokens: its objects, or its subject in the passive, or the noun it describes."""
    if is_passive(verb):
        subject = _subject(verb)
        return [subject, *conjuncts(subject)] if subject is not None else []
    found = objects_of(verb)
    if not found and verb.dep_ == "relcl":
        return [verb.head]
    return found


def _who(scan: Scan, verb: Token) -> Token | None:
    """The subject; a "who" stands for a person, also where the parser hangs it on a thing."""
    own = own_subject_of(verb)
    return _antecedent(scan, own) if own is not None and own.lower_ == "who" else _subject(verb)


def _subject(verb: Token) -> Token | None:
    if verb.dep_ == "amod":
        return None
    if verb.dep_ == "xcomp" and own_subject_of(verb) is None and (objects := objects_of(verb.head)):
        return objects[0]
    found = subject_of(verb)
    if found is None and verb.dep_ == "advcl" and verb.head.pos_ in {"VERB", "AUX"} and not _is_finite(verb):
        found = subject_of(verb.head)
    if found is None and verb.dep_ == "pcomp" and verb.head.head.pos_ in {"VERB", "AUX"}:
        found = subject_of(verb.head.head)  # "was freed after serving two years"
    return found


def _is_finite(verb: Token) -> bool:
    """ "are suing" has a subject of its own, also where the parser has lost it."""
    return any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBZ", "VBP", "VBD"} for c in verb.lefts)


def fillers(scan: Scan, token: Token) -> list[Filler]:
    """The parties that a noun phrase stands for, with what is joined to it."""
    return _with_list(scan, [f for t in (token, *conjuncts(token), *_companions(token)) for f in _one(scan, t)])


def _with_list(scan: Scan, found: list[Filler]) -> list[Filler]:
    listed = listed_after(scan, found[0]) if found else []
    known = {id(f.thing) for f in found}
    return found + [f for f in listed if id(f.thing) not in known]


def _companions(token: Token) -> list[Token]:
    """ "Reis, along with Costa": Costa."""
    around = (*token.rights, *(c for c in token.head.children if c.i > token.i))
    along = [c for c in around if c.lower_ in {"along", "together"} and c.i + 1 < len(token.doc)]
    return [p for c in along if c.nbor(1).lower_ == "with" for p in c.nbor(1).children if p.dep_ == "pobj"]


def _one(scan: Scan, token: Token) -> list[Filler]:
    token = _antecedent(scan, token)
    if several := members_of(scan, token):
        return several
    thing, words = party_of(scan, token)
    if thing is None and (several := group_of(scan, token)):
        return several
    if thing is None and not _may_be_somebody(token):
        return []
    if thing is not None and id(thing) in scan.judges and token.pos_ == "PRON":
        thing = None
    return [Filler(thing, words, thing is None and _is_indefinite(token), token.tag_ in {"NNS", "NNPS"})]


def _antecedent(scan: Scan, pronoun: Token) -> Token:
    """The noun that a relative pronoun stands for; "who" skips a thing that the parser took for its antecedent."""
    token = antecedent_of(pronoun)
    if token is None:
        return pronoun
    if pronoun.lower_ not in {"who", "whom"} or _is_person(scan, token):
        return token
    higher = (a for a in islice(token.ancestors, 4) if a.i < pronoun.i)
    return next((a for a in higher if a.i in scan.reading.party_at and _is_person(scan, a)), token)


def _is_person(scan: Scan, token: Token) -> bool:
    thing, _ = party_of(scan, token)
    return thing is not None and thing.type is NodeType.PERSON


def _may_be_somebody(token: Token) -> bool:
    """True where a token without a party may stand for a person or body: "a senator", "who"; not "the flat"."""
    if token.ent_type_ in NO_PARTY or _is_sum(token) or token.pos_ not in {"NOUN", "PROPN", "PRON", "NUM"}:
        return False
    endings = tuple(words_for("endings of people"))
    if token.lower_ == "old" and token.i and token.nbor(-1).text == "-":
        return True  # "the 33-year-old"
    return token.pos_ != "NOUN" or token.lemma_.lower() in words_for("people") or token.lower_.endswith(endings)


def _is_indefinite(token: Token) -> bool:
    if token.pos_ == "PRON":
        return False
    determiners = [c.lower_ for c in token.children if c.dep_ in {"det", "nummod", "amod", "poss"}]
    if not determiners:
        return token.tag_ in {"NNS", "NNPS"}
    counted = any(c.dep_ == "nummod" and c.like_num for c in token.children)  # "nearly 2,000 people"
    return (counted or any(d in INDEFINITE for d in determiners)) and "the" not in determiners


def named_behind(scan: Scan, head: Token, *prepositions: str) -> list[Filler]:
    """The parties behind the prepositions on the head: "the suit against X and Y" -> X, Y."""
    found = []
    for child in head.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in prepositions:
            found += [f for p in child.children if p.dep_ == "pobj" for f in fillers(scan, p)]
    return found
