"""Sums of money that somebody has to pay, or is to pay if somebody has his way."""

from spacy.tokens import Token

from extraction.cases.bearing import bearers_of
from extraction.cases.docket import Docket
from extraction.cases.frames import Case, Penalty
from extraction.cases.money import Money
from extraction.cases.penalty_words import (
    ASKING,
    clause_of,
    is_unreal,
    near,
    note,
    path_from,
    penalty_words,
    refuse,
    status_of,
    support_of,
)
from extraction.cases.roles import doers, undergoers
from extraction.cases.scan import Scan
from extraction.cases.sides import add_recipients
from extraction.cases.words import words_for
from extraction.grammar import SUBJECTS
from extraction.sentences import sentence_of
from schema import PenaltyKind, PenaltyStatus

#: verbs that make a sum one of damages where no noun says what it is
PAYING = frozenset({"pay", "award", "order", "win", "hand", "collect", "repay", "reimburse"})
#: how far behind a sum "she wanted" may stand, and how it may begin
REACH_OF_WISH = 7
WISHER = frozenset({"he", "she", "it", "they", "that", "which", "the"})
#: what becomes of a suit whose plaintiff bears the costs
FAILING = frozenset({"dismiss", "reject", "throw", "toss"})
#: matters in which sums are no damages
SHARING = frozenset({"divorce", "custody"})


def add_money(scan: Scan, docket: Docket, money: Money) -> None:
    """Gives the case that the sum's sentence speaks of a penalty, if the sum is one."""
    words = scan.doc[money.start : money.end]
    case = docket.case_at(scan, money.start)
    if case is None or scan.spoken(money.start) or not docket.is_near(scan, money.start, case):
        return
    path = path_from(words.root)
    verb = next((t for t in path if t.pos_ in {"VERB", "AUX"}), None)
    kind = _kind(case, path, near(scan, money.start, money.end))
    if kind is PenaltyKind.DAMAGES and _is_by_the_month(scan, money):
        kind = PenaltyKind.OTHER
    attacked = kind is PenaltyKind.FINE and _is_attacked(verb)
    status = PenaltyStatus.IMPOSED if attacked else _status(path, kind)
    if _is_something_else(scan, path) or _is_in_subject(path) or _goes_to_others(scan, case, verb):
        refuse(scan, words, "money for something else")
    elif kind is None or status is None:
        refuse(scan, words, "nothing says that the money is a penalty")
    elif is_unreal(verb, status) and not attacked:
        refuse(scan, words, "a penalty that may come")
    else:
        bearers = bearers_of(scan, case, path, status, kind)
        support = support_of(scan, words, verb)
        if kind is PenaltyKind.DAMAGES and status is PenaltyStatus.IMPOSED:
            add_recipients(scan, case, path)
        note(scan, case, Penalty(kind, status, money.amount, money.currency, None, bearers, support))


def _is_only_wanted(head: Token) -> bool:
    """ "awarded 300 of the 5,000 euros that she wanted", "… the 5,000 euros he was after": 5,000."""
    sentence_end = sentence_of(head).end
    behind = head.doc[head.i + 1 : min(head.i + REACH_OF_WISH, sentence_end)]
    for n, token in enumerate(behind):
        if token.pos_ in {"VERB", "AUX"} and n:
            wished = token.lemma_ in ASKING | {"claim"} or (token.lemma_ == "be" and token.nbor(1).lower_ == "after")
            return wished and behind[0].lower_ in WISHER
        if token.pos_ not in {"PRON", "PROPN", "AUX", "DET", "SCONJ", "NOUN"}:
            return False
    return False


def _status(path: list[Token], kind: PenaltyKind | None) -> PenaltyStatus | None:
    if _is_only_wanted(path[0]):
        return PenaltyStatus.SOUGHT
    with_costs = kind is PenaltyKind.OTHER and any(t.lemma_ in FAILING for t in path)
    if kind is PenaltyKind.FINE or with_costs:
        return status_of(path) or PenaltyStatus.IMPOSED
    return status_of(path)


def _goes_to_others(scan: Scan, case: Case, verb: Token | None) -> bool:
    """ "The villagers were given 3,000 dollars for their land" is of no case in which they are not."""
    if verb is None or verb.lemma_ not in {"give", "receive", "offer"}:
        return False
    found = doers(scan, verb) if verb.lemma_ == "receive" else undergoers(scan, verb)
    named = [f.thing for f in found if f.thing is not None]
    return bool(named) and not any(case.has_party(t) for t in named)


def _is_attacked(verb: Token | None) -> bool:
    """ "asked the court to annul the fine": it was imposed before."""
    return verb is not None and verb.lemma_ in words_for("attacking") | words_for("lifting")


def _is_in_subject(path: list[Token]) -> bool:
    """ "The 50,000-a-week striker sued": no sum that he sued for."""
    verb = next((n for n, t in enumerate(path) if t.pos_ in {"VERB", "AUX"}), 0)
    return verb > 1 and path[verb - 1].dep_ == "nsubj" and path[0].dep_ not in SUBJECTS


def _is_by_the_month(scan: Scan, money: Money) -> bool:
    """ "pay 4,500 euros a month": maintenance."""
    after = [t.lower_ for t in scan.doc[money.end : money.end + 2]]
    return after in (["a", "month"], ["a", "week"], ["per", "month"], ["each", "month"]) or after[:1] == ["monthly"]


def _is_something_else(scan: Scan, path: list[Token]) -> bool:
    """Bail, loot, prices: "convicted of the embezzlement of 31 million"."""
    clause = clause_of(path)
    if any(t.lemma_.lower() in penalty_words()["no penalty"] for t in clause):
        return True
    nouns = {t.i for t in clause if t.pos_ == "NOUN" and t.lemma_ != "damage"}
    return any(not nouns.isdisjoint(range(m.words.start, m.words.end)) for m in scan.matters_in(path[0]))


def _kind(case: Case, path: list[Token], around: list[Token]) -> PenaltyKind | None:
    kinds = penalty_words()["kind"]
    for token in (*_right_behind(path[0]), *path, *sorted(around, key=lambda t: abs(t.i - path[0].i))):
        entry = kinds.get(token.lemma_.lower()) or kinds.get(token.lower_)
        if entry is not None and entry.kind is not None:
            return _in_kind_of_case(case, entry.kind)
    verbs = {t.lemma_.lower() for t in path}
    if verbs & (penalty_words()["sought"].keys() | PAYING):
        return _in_kind_of_case(case, PenaltyKind.DAMAGES)
    return None


def _right_behind(head: Token) -> list[Token]:
    """ "a fine of 4,000 euros and 15,000 euros in damages": the damages."""
    return [p for c in head.rights if c.lower_ == "in" and c.i == head.i + 1 for p in c.children if p.dep_ == "pobj"]


def _in_kind_of_case(case: Case, kind: PenaltyKind) -> PenaltyKind:
    """What one spouse has to pay the other is no damages."""
    shared = not SHARING.isdisjoint(case.matter_names)
    return PenaltyKind.OTHER if shared and kind is PenaltyKind.DAMAGES else kind
