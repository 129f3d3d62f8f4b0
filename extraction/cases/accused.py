"""Who is accused where no verb of proceedings says so: "is due in court on charges of fraud", "lost his appeal"."""

from itertools import islice

from spacy.tokens import Token

from extraction.cases.frames import Filler, Frame
from extraction.cases.lexicons import Needs, Role
from extraction.cases.mood import refusal_of
from extraction.cases.roles import doers, fillers, is_passive, named_behind, undergoers
from extraction.cases.scan import Scan
from extraction.cases.suits import imposers
from extraction.cases.words import words_for
from extraction.grammar import CLIMB
from schema import EventKind

#: nouns below which "on charges of" says what somebody is held or tried for
HELD = frozenset({"arrest", "trial"})


def charged(scan: Scan, frame: Frame, token: Token) -> list[Filler]:
    """ "was arrested on charges of treason", "appeared in court on charges of treason"."""
    if token.lemma_ != "charge" or frame.roles[Role.DEFENDANT] or token.dep_ != "pobj":
        return []
    higher = islice(token.ancestors, CLIMB)
    above = next((a for a in higher if a.pos_ == "VERB" or a.lemma_ in HELD or _is_due(a)), None)
    if above is None or refusal_of(above) is not None:
        return []
    if above.pos_ == "NOUN":
        return [f for c in above.children if c.dep_ == "poss" for f in fillers(scan, c)] or named_behind(
            scan, above, "of"
        )
    if above.lemma_ in words_for("holding"):
        return undergoers(scan, above) or doers(scan, above)
    return doers(scan, above) if above.lemma_ in words_for("appearing in court") or _is_due(above) else []


def _is_due(verb: Token) -> bool:
    """ "is due in court on charges of bribery", "remains in prison on charges of bribery"."""
    if verb.pos_ != "AUX" and verb.lemma_ not in words_for("remaining"):
        return False
    held = (p for c in verb.rights if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj")
    return any(c.lower_ == "due" for c in verb.rights) or any(p.lemma_.lower() in words_for("custody") for p in held)


def bailed(scan: Scan, frame: Frame, token: Token) -> list[Filler]:
    """ "was denied bail", "released on bail", "a judge refused Reis bail"."""
    verb = token.head if token.head.pos_ == "VERB" else token.head.head
    if token.lemma_ != "bail" or frame.roles[Role.DEFENDANT] or verb.lemma_ not in words_for("deciding on bail"):
        return []
    if is_passive(verb):
        return undergoers(scan, verb)
    given = [c for c in verb.children if c.dep_ in {"dative", "dobj"} and c != token and c.pos_ != "ADP"]
    to = named_behind(scan, token, "to", "for") + named_behind(scan, verb, "to", "for")
    return [f for c in given for f in fillers(scan, c)] + to


def appellants(scan: Scan, frame: Frame, token: Token) -> None:
    """ "Reis lost his appeal against a two-year sentence", "the bank's appeal against the regulator's fine"."""
    if frame.roles[Role.DEFENDANT] or not frame.things(Role.PARTY):
        return
    against = [p for c in token.children if c.lower_ == "against" for p in c.children if p.dep_ == "pobj"]
    if any(p.lemma_.lower() in words_for("verdicts") for p in against):
        frame.roles[Role.DEFENDANT], frame.roles[Role.PARTY] = frame.roles[Role.PARTY], []
    elif authorities := [f for p in against if p.lemma_ == "fine" for f in imposers(scan, token)]:
        frame.roles[Role.PLAINTIFF], frame.roles[Role.PARTY] = frame.roles[Role.PARTY], []
        frame.roles[Role.DEFENDANT], frame.challenges_act = authorities, True
    if frame.things(Role.DEFENDANT):
        frame.needs, frame.event = Needs.NOTHING, EventKind.APPEALED


def on_trial(scan: Scan, frame: Frame, token: Token) -> list[Filler]:
    """ "Reis, the former president, currently on trial for war crimes": Reis."""
    if token.lemma_ != "trial" or frame.roles[Role.DEFENDANT] or token.dep_ != "pobj" or token.head.lower_ != "on":
        return []
    above = token.head.head
    if above.dep_ == "appos":
        above = above.head
    return fillers(scan, above) if above.pos_ in {"NOUN", "PROPN"} else []


def fugitives(scan: Scan, frame: Frame, token: Token) -> list[Filler]:
    """ "X lives abroad to avoid prison in a libel case": X."""
    verb = next((a for a in islice(token.ancestors, CLIMB) if a.pos_ == "VERB"), None)
    if frame.roles[Role.DEFENDANT] or verb is None or verb.lemma_ not in words_for("fleeing"):
        return []
    return [f for f in doers(scan, verb) or doers(scan, verb.head) if f.thing is not None]
