"""Beside a court some words ask for less than their entries say, and elsewhere for a case that is told already."""

from spacy.tokens import Token

from extraction.cases.conditions import FINING, has_what_it_needs
from extraction.cases.filling import turn_regulator
from extraction.cases.frames import Frame
from extraction.cases.lexicons import CaseVerb, Needs, NounClass, Role
from extraction.cases.roles import doers, is_passive
from extraction.cases.scan import Scan
from extraction.cases.words import words_for

CLEARING = frozenset({"clear", "exonerate"})


def change_needs(scan: Scan, frame: Frame, verb: Token, entry: CaseVerb) -> None:
    """Weigh the frame's needs by what stands around its verb."""
    if entry.verb in CLEARING and not has_what_it_needs(scan, frame, entry.needs):
        frame.needs = Needs.CASE
    if entry.verb == "face" and any(t.lower_ == "if" for t in scan.sentences[frame.sentence]):
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
    sentence = scan.sentences[frame.sentence]
    against = any(t.lemma_ == "case" and any(c.lower_ == "against" for c in t.rights) for t in sentence)
    return against or any(t.lemma_.lower() in words_for("scenes of court") for t in sentence)
