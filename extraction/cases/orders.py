"""Penalties without a sum or a term: injunctions, apologies, costs, forfeitures, hours of work, won or asked for."""

from spacy.tokens import Token

from extraction.cases.bearing import bearers_of
from extraction.cases.docket import Docket
from extraction.cases.frames import Case, Penalty
from extraction.cases.lexicons import Role
from extraction.cases.mood import refusal_of
from extraction.cases.penalty_words import note, path_from, penalty_words, refuse, status_of, support_of
from extraction.cases.scan import Scan
from extraction.cases.words import words_for
from extraction.reading import Thing
from schema import EventKind, PenaltyKind, PenaltyStatus

#: how near to the word a sum makes it one of a sum's explanations
NEAR_SUM = 9
FAILED = frozenset({"dismiss", "reject", "throw", "lose", "fail", "strike", "toss"})


def add_orders(scan: Scan, docket: Docket) -> None:
    """Gives the cases what their courts ordered beside money and prison, and what is asked of them."""
    for token in scan.doc:
        if token.pos_ != "NOUN" or token.dep_ == "compound" or token.lemma_.lower() not in words_for("orders"):
            continue
        case = docket.case_at(scan, token.i)
        if case is not None and not scan.spoken(token.i) and docket.is_near(scan, token.i, case):
            _add_order(scan, case, token)


def _add_order(scan: Scan, case: Case, token: Token) -> None:
    path = path_from(token)
    verb = next((t for t in path if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None or _explains_a_sum(scan, token) or _is_not_yet(verb, token):
        return
    status = _status(scan, verb, token)
    if status is None:
        return
    if status is PenaltyStatus.IMPOSED and refusal_of(verb) is not None and not _must(verb):
        refuse(scan, scan.doc[token.i : token.i + 1], "a penalty that may come")
        return
    support = support_of(scan, scan.doc[token.i : token.i + 1], verb)
    bearers = _bearers(scan, case, path, status)
    note(scan, case, Penalty(PenaltyKind.OTHER, status, None, None, None, bearers, support))


def _explains_a_sum(scan: Scan, token: Token) -> bool:
    """ "5,000 euros in costs" is a penalty by its sum."""
    sums = scan.money[scan.sentence_of[token.i]]
    return any(abs(m.start - token.i) < NEAR_SUM for m in sums)


def _is_not_yet(verb: Token, token: Token) -> bool:
    """ "lifted the injunction", "no injunction"."""
    return any(c.lower_ in {"no", "any"} for c in token.children) or verb.lemma_ in words_for("lifting")


def _must(verb: Token) -> bool:
    return any(c.lower_ == "must" for c in verb.children) or verb.head.lemma_ in words_for("commanding")


def _status(scan: Scan, verb: Token, token: Token) -> PenaltyStatus | None:
    """What is granted or to be paid is imposed, what is demanded is sought; else neither."""
    if verb.lemma_ in FAILED:
        with_costs = token.head.lower_ == "with" and token.lemma_ == "cost"
        return PenaltyStatus.IMPOSED if with_costs else None
    if verb.lemma_ in words_for("granting"):
        return PenaltyStatus.IMPOSED
    found = status_of(path_from(token))
    asks = verb.lemma_ in penalty_words()["sought"] and found is PenaltyStatus.SOUGHT
    return PenaltyStatus.SOUGHT if asks else None


def _bearers(scan: Scan, case: Case, path: list[Token], status: PenaltyStatus) -> tuple[Thing, ...]:
    verb = next(t for t in path if t.pos_ in {"VERB", "AUX"})
    if verb.lemma_ in FAILED:
        return tuple(case.things(Role.PLAINTIFF))
    if verb.lemma_ in {"win", "obtain", "secure", "grant", "issue", "get"} or status is PenaltyStatus.SOUGHT:
        wanted = bearers_of(scan, case, path, PenaltyStatus.SOUGHT, PenaltyKind.OTHER)
        return wanted if not case.events & {EventKind.CHARGED} or case.things(Role.PLAINTIFF) else ()
    return bearers_of(scan, case, path, status, PenaltyKind.OTHER)
