"""The sides of a suit as the words around it name them: who filed it, for whom, against whom, over whose fine."""

from collections.abc import Iterator

from spacy.tokens import Token

from extraction.cases.frames import Filler, Frame
from extraction.cases.lexicons import NounClass, Role, nouns
from extraction.cases.roles import doers, fillers, is_passive, named_behind, undergoers
from extraction.cases.scan import Scan
from extraction.cases.words import words_for
from extraction.grammar import agent_of, objects_of, subject_of
from schema import NodeType

#: how far behind a suit its "against" or "filed by" may stand
REACH = 25
#: how far from "filed" its "on behalf" may stand
REACH_OF_BEHALF = 15
CHALLENGING = frozenset({"appeal", "challenge", "court", "sue", "lawsuit"})
#: sentences behind a fine in which it is taken to court
FOLLOWING = 2
#: nouns that may stand between a suit and its "against": "the suit for damages against Costa"
PASSED = frozenset({NounClass.DECISION})


def rest_of_sentence(scan: Scan, token: Token) -> Iterator[Token]:
    """The tokens behind the noun up to another noun of proceedings or a semicolon."""
    end = min(token.i + REACH, scan.sentences[scan.sentence_of[token.i]].end)
    for other in scan.doc[token.i + 1 : end]:
        entry = nouns().get(other.lemma_.lower()) if other.pos_ == "NOUN" else None
        if other.text == ";" or (entry is not None and entry.kind not in PASSED):
            return
        yield other


def opponents(scan: Scan, token: Token) -> list[Filler]:
    """ "the suit (that Reis filed on Monday) against Costa": Costa, wherever the parser hangs the preposition."""
    for other in rest_of_sentence(scan, token):
        if other.lower_ == "against" and other.head.lemma_ not in words_for("against without opponent"):
            return [f for p in other.children if p.dep_ == "pobj" for f in _opposed(scan, p)]
        if other.pos_ == "VERB" and other.lemma_ in words_for("undoing"):
            undone = [o for o in objects_of(other) if o.lemma_.lower() in words_for("acts challenged")]
            if found := [f for o in undone for f in _opposed(scan, o)]:
                return found
    return []


def _opposed(scan: Scan, token: Token) -> list[Filler]:
    """ "against Costa"; "against the election of Costa"."""
    if token.lemma_.lower() in words_for("acts challenged"):
        return named_behind(scan, token, "of", "by")
    return fillers(scan, token)


def filers(scan: Scan, token: Token) -> list[Filler]:
    """ "a suit for 4,000 euros in damages, filed in Rome by Reis": Reis."""
    for other in rest_of_sentence(scan, token):
        if other.tag_ == "VBN" and other.lemma_ in words_for("filing") and (found := named_behind(scan, other, "by")):
            return found
        if other.tag_ in {"VBD", "VBZ", "MD"}:
            return []
    return []


def accusers(scan: Scan, token: Token) -> tuple[list[Filler], list[Filler]]:
    """The sides in "a suit before the High Court in which Reis accuses Costa", whatever the clause hangs on."""
    for other in rest_of_sentence(scan, token):
        if other.pos_ == "VERB" and any(told := told_within(scan, other)):
            return told
    return [], []


def alleged(scan: Scan, token: Token) -> list[Filler]:
    """ "A lawsuit filed by Reis alleges that Costa …", "according to a lawsuit by Reis, Costa …": Costa."""
    verb, to = token.head, token.head.head
    if token.dep_ == "nsubj" and verb.lemma_ in words_for("claiming"):
        sought = [f for t in (verb, *objects_of(verb)) for f in named_behind(scan, t, "from")]
        if named := [f for f in sought if _may_be_sued(f)]:
            return named
    if token.dep_ == "nsubj" and verb.lemma_ in {"allege", "claim", "say", "argue"}:
        clauses = [c for c in verb.rights if c.dep_ == "ccomp"]
    elif verb.lower_ == "to" and to.lower_ == "according" and to.head.pos_ in {"VERB", "AUX"} and to.i < to.head.i:
        clauses = [to.head]
    else:
        return []
    return [f for c in clauses if (s := subject_of(c)) is not None for f in fillers(scan, s) if _may_be_sued(f)]


def ruled_on(scan: Scan, frame: Frame) -> list[Filler]:
    """ "The High Court ruled that Reis lacked authority", "ruled against her plan": Reis."""
    if not frame.things(Role.COURT):
        return []
    against = (c for c in frame.trigger.children if c.dep_ == "prep" and c.lower_ == "against")
    owners = [o for a in against for p in a.children for o in p.children if o.dep_ == "poss"]
    clauses = (c for c in frame.trigger.rights if c.dep_ == "ccomp")
    subjects = [s for c in clauses if (s := subject_of(c)) is not None]
    return [f for t in (*owners, *subjects) for f in fillers(scan, t) if _may_be_sued(f)]


def _may_be_sued(filler: Filler) -> bool:
    return filler.thing is not None and filler.thing.type in {NodeType.PERSON, NodeType.ORGANIZATION}


def told_within(scan: Scan, clause: Token) -> tuple[list[Filler], list[Filler]]:
    """ "a suit in which Reis accuses Costa of theft": plaintiffs and defendants."""
    if clause.lemma_ not in words_for("claiming") or is_passive(clause) or not _is_in_which(clause):
        return [], []
    accused = undergoers(scan, clause) if clause.lemma_ == "accuse" else named_behind(scan, clause, "from")
    return doers(scan, clause), accused


def _is_in_which(clause: Token) -> bool:
    return any(c.dep_ == "prep" and any(p.tag_ == "WDT" for p in c.children) for c in clause.children)


def clients(scan: Scan, verb: Token) -> list[Filler]:
    """ "filed on behalf of X": X, not the lawyers."""
    for token in verb.subtree:
        if token.lower_ == "behalf" and abs(token.i - verb.i) < REACH_OF_BEHALF:
            owners = [c for c in token.children if c.dep_ == "poss"]
            return [f for o in owners for f in fillers(scan, o)] or named_behind(scan, token, "of")
    return []


def principals(scan: Scan, verb: Token) -> list[Filler]:
    """ "Lawyers for Reis filed a suit", "Reis's lawyers filed a suit": Reis."""
    agent = agent_of(verb) if is_passive(verb) else subject_of(verb)
    if agent is None or agent.lemma_.lower() not in words_for("agents"):
        return []
    owners = [f for c in agent.children if c.dep_ == "poss" for f in fillers(scan, c)]
    return [f for f in owners + named_behind(scan, agent, "for", "of") if f.thing is not None]


def imposers(scan: Scan, verb: Token) -> list[Filler]:
    """ "went to court over the fine imposed by the regulator": the regulator."""
    for token in verb.subtree:
        if token.lemma_ not in words_for("acts challenged") or not 0 < token.i - verb.i < REACH:
            continue
        for child in token.children:
            if child.dep_ in {"acl", "relcl"} and child.lemma_ in words_for("imposing"):
                return [f for f in doers(scan, child) if _is_authority(f)]
        if of := [f for f in named_behind(scan, token, "of", "by") if _is_authority(f)]:
            return of
    return []


def _is_authority(filler: Filler) -> bool:
    return filler.thing is not None and filler.thing.type is NodeType.ORGANIZATION


def is_challenged(scan: Scan, frame: Frame) -> bool:
    """True where the next sentences take the authority's fine to court."""
    following = scan.sentences[frame.sentence : frame.sentence + 1 + FOLLOWING]
    return any(_is_of_challenge(scan, t) for s in following for t in s if t.i > frame.trigger.i)


def _is_of_challenge(scan: Scan, token: Token) -> bool:
    party = scan.reading.party_at.get(token.i)
    return token.lemma_.lower() in CHALLENGING or (party is not None and party.type is NodeType.COURT)
