"""What stands below a verb of proceedings may make another event of it than the verb says alone."""

from spacy.tokens import Token

from extraction.cases.conditions import is_ban_of_party
from extraction.cases.frames import Frame
from extraction.cases.lexicons import CaseVerb, Role
from extraction.cases.words import words_for
from extraction.grammar import subject_of
from extraction.sentences import around
from schema import EventKind, PenaltyKind

#: how far from "dissolved" its court may stand
REACH_OF_COURT = 12
JAILING = frozenset({"jail", "imprison"})
#: sentences without imprisonment or a fine: "to death", "to community service", "to house arrest"
OTHER_SENTENCES = frozenset({"death", "community", "house", "lashes"})


def change_event(frame: Frame, verb: Token, entry: CaseVerb) -> None:
    """What stands below the verb may make another event of it."""
    if entry.verb in JAILING and _is_on_charges(verb):
        frame.event, frame.penalty = EventKind.ARRESTED, None
    elif _in_custody(verb) or _asks_for_sentence(verb, entry):
        frame.event = None
    elif frame.event is EventKind.RULED and _orders_fine(verb):
        frame.event = EventKind.FINED
    elif entry.verb == "order" and frame.penalty is None and _orders_something_else(verb):
        frame.penalty = PenaltyKind.OTHER
    elif entry.verb == "dissolve" and not _is_by_court(frame, verb):
        frame.event = None
    elif entry.verb != "order" and frame.penalty is PenaltyKind.BAN and (is_ban_of_party(frame) or _only_forbids(verb)):
        frame.event, frame.penalty = EventKind.RULED, PenaltyKind.OTHER
    elif entry.verb == "settle" and frame.roles[Role.PARTY] and _pays(verb):
        frame.roles[Role.DEFENDANT], frame.roles[Role.PARTY] = frame.roles[Role.PARTY], []
    elif entry.verb == "sentence" and any(t.lower_ in OTHER_SENTENCES for t in verb.subtree if 0 < t.i - verb.i < 8):
        frame.penalty = PenaltyKind.OTHER
    elif entry.verb == "sentence" and _to_prison(verb):
        frame.penalty = PenaltyKind.PRISON


def _in_custody(verb: Token) -> bool:
    """ "spent three nights in custody", before any trial."""
    if verb.lemma_ != "spend":
        return False
    places = (p for c in verb.children if c.lower_ == "in" for p in c.children if p.dep_ == "pobj")
    return any(p.lemma_ in words_for("held before trial") for p in places)


def _asks_for_sentence(verb: Token, entry: CaseVerb) -> bool:
    """ "Prosecutors asked the court to fine Reis": a plea in a trial that goes on."""
    subject = subject_of(verb) if (entry.verb, entry.complement) == ("ask", "court") else None
    return subject is not None and subject.lemma_.lower() in words_for("accusers")


def _to_prison(verb: Token) -> bool:
    """ "sentenced to prison", for a time that the text does not tell."""
    to = (p for c in verb.children if c.lower_ == "to" for p in c.children if p.dep_ == "pobj")
    return any(p.lemma_ in {"prison", "jail", "imprisonment"} for p in to)


def _only_forbids(verb: Token) -> bool:
    """ "barred from publishing the letters" is an injunction; "barred from practising law" shuts somebody out."""
    doing = (p for c in verb.children if c.lower_ == "from" for p in c.children if p.dep_ == "pcomp")
    return any(p.lemma_ in words_for("forbidden") for p in doing)


def _is_by_court(frame: Frame, verb: Token) -> bool:
    """ "The government dissolved the party" tells of no ruling."""
    near = around(verb, REACH_OF_COURT)
    return bool(frame.roles[Role.COURT]) or any(t.lemma_ == "court" for t in near)


def _pays(verb: Token) -> bool:
    return any(t.lemma_ == "pay" for t in (verb.head, *verb.subtree))


def _orders_something_else(verb: Token) -> bool:
    """ "ordered to apologise"; not "to pay", which a sum explains better."""
    return any(c.dep_ == "xcomp" and c.lemma_ not in words_for("answering an order") for c in verb.children)


def _is_on_charges(verb: Token) -> bool:
    """ "jailed on treason charges" is held before trial."""
    below = (p for c in verb.children if c.dep_ == "prep" and c.lower_ == "on" for p in c.children)
    return any(p.lemma_ in {"charge", "allegation", "accusation", "suspicion"} for p in below)


def _orders_fine(verb: Token) -> bool:
    """ "ordered to pay 6,000 dollars in fines"."""
    return verb.lemma_ == "order" and any(t.lemma_ == "fine" and t.pos_ == "NOUN" for t in verb.subtree)
