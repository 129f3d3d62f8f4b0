"""Beside a court some words ask for less than their entries say, and elsewhere for a case that is told already."""

from spacy.tokens import Span, Token

from extraction.cases.conditions import FINING, has_what_it_needs
from extraction.cases.filling import turn_regulator
from extraction.cases.frames import Frame
from extraction.cases.lexicons import CaseNoun, CaseVerb, Needs, NounClass, Role
from extraction.cases.roles import doers, is_passive
from extraction.cases.scan import Scan
from extraction.cases.words import words_for
from schema import EventKind

#: words on either side of a trigger that count as its surroundings
REACH = 40
#: what nouns of proceedings need that have other uses, too
ASKING = frozenset({Needs.MATTER, Needs.COURT, Needs.COMPOUND})
CLEARING = frozenset({"clear", "exonerate"})


def change_needs(scan: Scan, frame: Frame, verb: Token, entry: CaseVerb) -> None:
    """Weigh the frame's needs by what stands around its verb."""
    if entry.verb in CLEARING and not has_what_it_needs(scan, frame, entry.needs):
        frame.needs = Needs.CASE
    if entry.verb == "face" and any(t.lower_ == "if" for t in _around(scan, frame)):
        frame.needs = Needs.CASE  # "if convicted, he faces six years"
    if entry.verb == "spend" and not frame.matters:
        frame.needs = Needs.CASE  # "spent two years in prison", perhaps without a trial
    if frame.needs is Needs.CASE and frame.roles[Role.COURT] and frame.things(Role.DEFENDANT):
        frame.needs = Needs.NOTHING
    if entry.verb == "accuse" and _is_accused_in_court(scan, frame, verb):
        frame.needs = Needs.NOTHING
    if frame.needs in {Needs.CASE, Needs.MONEY} and NounClass.SUIT in frame.kinds and frame.things(Role.DEFENDANT):
        frame.needs = Needs.NOTHING  # "in a lawsuit filed on Monday, Reis accused Costa"
    if entry.verb in FINING:
        turn_regulator(scan, frame, doers(scan, verb))


def _is_accused_in_court(scan: Scan, frame: Frame, verb: Token) -> bool:
    """ "Reis, accused of spying, appeared in court"."""
    if not frame.things(Role.DEFENDANT) or not frame.matters:
        return False
    if not is_passive(verb):
        who = {c.lemma_.lower() for c in verb.lefts if c.dep_ == "nsubj"}
        return bool(who & words_for("accusers"))
    near = _around(scan, frame)
    against = any(t.lemma_ == "case" and any(c.lower_ == "against" for c in t.rights) for t in near)
    return against or any(t.lemma_.lower() in words_for("scenes of court") for t in near)


def _around(scan: Scan, frame: Frame) -> Span:
    """The words of the sentence near the trigger."""
    sentence, i = scan.sentences[frame.sentence], frame.trigger.i
    return scan.doc[max(sentence.start, i - REACH) : min(sentence.end, i + REACH)]


def is_bare(scan: Scan, frame: Frame, noun: CaseNoun, entry: CaseVerb) -> bool:
    """ "brought a case", of wine for all that the sentence says; "started a petition", on a website."""
    if entry.verb == "take" and entry.event is EventKind.FILED and noun.noun not in words_for("taken"):
        return True
    if noun.kind not in {NounClass.CASE, NounClass.SUIT} or noun.needs not in ASKING:
        return False
    if noun.kind is NounClass.CASE and (frame.definite or noun.needs is not Needs.MATTER):
        return False
    opposed = frame.roles[Role.DEFENDANT] and entry.subject is not Role.DEFENDANT  # "defended her claim"
    told = frame.matters or opposed or frame.roles[Role.COURT]
    return not told and (noun.kind is NounClass.CASE or not has_what_it_needs(scan, frame, Needs.COURT))
