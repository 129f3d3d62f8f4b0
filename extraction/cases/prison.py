"""Terms of imprisonment that somebody has to serve, or is to serve if the prosecution has its way."""

from spacy.tokens import Token

from extraction.cases.bearing import bearers_of
from extraction.cases.docket import Docket
from extraction.cases.frames import Case, Penalty
from extraction.cases.penalty_words import (
    ASKING,
    is_unreal,
    near,
    note,
    path_from,
    penalty_words,
    refuse,
    status_of,
    support_of,
)
from extraction.cases.scan import Scan
from extraction.cases.terms import Term
from extraction.reading import Thing
from schema import PenaltyKind

SUSPENDED_WITHIN = 9
NO_LENGTH = frozenset({"than", "next", "last", "past", "within", "after", "every", "nearly", "ago"})
BARRING = frozenset({"bar", "ban", "disqualify", "prohibit", "debar"})
CHANGING = frozenset({"cut", "raise", "reduce", "halve", "lower", "extend"})
#: how far before a term the words may stand that make it one in default of a fine
REACH_OF_DEFAULT = 6
IN_DEFAULT = frozenset({"default", "failing", "unless"})


def add_term(scan: Scan, docket: Docket, term: Term) -> None:
    """Gives the case that the term's sentence speaks of a penalty, if the term is one."""
    words = scan.doc[term.start : term.end]
    case = docket.case_at(scan, term.start)
    if case is None or scan.spoken(term.start) or not _is_length_of_penalty(scan, term):
        return
    path = path_from(words.root)
    if not _is_of_prison(scan, term, case, path):
        return
    verb = next((t for t in path if t.pos_ in {"VERB", "AUX"}), None)
    status = status_of(path)
    if status is None or _cuts_something_else(verb):
        refuse(scan, words, "nothing says that the time is a penalty")
    elif _is_time_served(scan, term, verb) or is_unreal(verb, status) or any(t.lemma_ in BARRING for t in path[:3]):
        refuse(scan, words, "a penalty that may come")
    else:
        kind = PenaltyKind.SUSPENDED_PRISON if _is_suspended(scan, term) else PenaltyKind.PRISON
        bearers = _by_turns(term, bearers_of(scan, case, path, status, kind))
        note(scan, case, Penalty(kind, status, None, None, term.months, bearers, support_of(scan, words, verb)))


def _by_turns(term: Term, bearers: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """ "jailed Reis and Costa for eight and five years": the first term is the first one's."""
    if term.place is None:
        return bearers
    n, count = term.place
    return bearers[n : n + 1] if len(bearers) == count else ()


def _cuts_something_else(verb: Token | None) -> bool:
    """ "cut two years off presidential terms"; a court cuts a sentence to two years."""
    if verb is None or verb.lemma_ not in CHANGING:
        return False
    nouns = (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"})
    return not any(n.lemma_ in {"sentence", "term", "punishment", "penalty", "imprisonment"} for n in nouns)


def _is_time_served(scan: Scan, term: Term, verb: Token | None) -> bool:
    """ "after serving twelve years", "served eight years of a ten-year sentence"."""
    if verb is None or verb.lemma_ != "serve":
        return False
    return (verb.tag_ == "VBG" and verb.dep_ == "pcomp") or scan.doc[min(term.end, len(scan.doc) - 1)].lower_ == "of"


def _is_length_of_penalty(scan: Scan, term: Term) -> bool:
    """Not so "up to five years", "the next two years", "suspended for two years"."""
    sentence = scan.sentences[scan.sentence_of[term.start]]
    before = [t.lower_ for t in scan.doc[max(term.start - REACH_OF_DEFAULT, sentence.start) : term.start]]
    if IN_DEFAULT & set(before):
        return False
    if not before:
        return True
    if before[-1] in NO_LENGTH or before[-2:] == ["up", "to"] or before[-2:] == ["more", "than"]:
        return False
    return not ("suspended" in before[-3:] and before[-1] in {"for", "over"})


def _is_of_prison(scan: Scan, term: Term, case: Case, path: list[Token]) -> bool:
    around = near(scan, term.start, term.end)
    lemmas = {t.lemma_.lower() for t in (*path, *around)} | {t.lower_ for t in around}
    asked = any(t.lemma_ in ASKING for t in path[:4]) and "prosecutor" in lemmas
    return term.months is None or bool(lemmas & penalty_words()["prison"].keys()) or asked or _is_of_trigger(case, path)


def _is_of_trigger(case: Case, path: list[Token]) -> bool:
    """True for a term that a verb of sentencing governs."""
    return not case.sentencing.isdisjoint(t.i for t in path)


def _is_suspended(scan: Scan, term: Term) -> bool:
    sentence = scan.sentences[scan.sentence_of[term.start]]
    window = scan.doc[max(sentence.start, term.start - 4) : min(sentence.end, term.end + SUSPENDED_WITHIN)]
    return any(t.lower_ == "suspended" for t in window)
