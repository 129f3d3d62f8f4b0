"""Penalties: sums of money, terms of imprisonment and bans that a court imposed or somebody asks for."""

from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from spacy.tokens import Span, Token

from extraction.cases.bearing import bearers_of
from extraction.cases.docket import Docket
from extraction.cases.frames import Case, Penalty, Support
from extraction.cases.lexicons import Role
from extraction.cases.money import Money
from extraction.cases.mood import refusal_of
from extraction.cases.scan import Scan
from extraction.cases.terms import Term
from extraction.lexicon import Entry, Word, load_lexicon
from schema import EventKind, PenaltyKind, PenaltyStatus

#: how far from a sum or a term the words that explain it may stand
NEAR = 7
SUSPENDED_WITHIN = 9
ASKING = frozenset({"ask", "seek", "demand", "request", "want", "call", "recommend"})
NO_LENGTH = frozenset({"than", "next", "last", "past", "within", "after", "every", "nearly", "ago"})
BARRING = frozenset({"bar", "ban", "disqualify", "prohibit", "debar"})


class PenaltyWord(Entry):
    """A word beside a sum or a term, and what it says of it."""

    word: Word
    says: Literal["kind", "sought", "imposed", "prison", "no penalty"]
    kind: PenaltyKind | None = None

    def key(self) -> tuple[str, str]:
        return (self.word, self.says)


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, PenaltyWord]]:
    table: dict[str, dict[str, PenaltyWord]] = defaultdict(dict)
    for entry in load_lexicon("penalty_words", PenaltyWord):
        table[entry.says][entry.word] = entry
    return dict(table)


def add_penalties(scan: Scan, docket: Docket) -> None:
    """Gives each case the penalties that its sentences speak of."""
    for sentence in sorted({*scan.money, *scan.terms}):
        for money in scan.money[sentence]:
            _add_money(scan, docket, money)
        for term in scan.terms[sentence]:
            _add_term(scan, docket, term)
    for case in docket.cases:
        _add_implied(scan, case)


def _add_money(scan: Scan, docket: Docket, money: Money) -> None:
    words = scan.doc[money.start : money.end]
    case = docket.case_at(scan, money.start)
    if case is None or scan.spoken(money.start):
        return
    path, near = _path(words.root), _near(scan, money.start, money.end)
    verb = next((t for t in path if t.pos_ in {"VERB", "AUX"}), None)
    kind = _money_kind(path, near)
    status = _status(path, kind)
    if any(t.lemma_.lower() in _words()["no penalty"] for t in _clause(path)):
        _refuse(scan, words, "money for something else")
    elif kind is None or status is None:
        _refuse(scan, words, "nothing says that the money is a penalty")
    elif _is_unreal(verb, status):
        _refuse(scan, words, "a penalty that may come")
    else:
        bearers = bearers_of(scan, case, path, status)
        _note(
            scan, case, Penalty(kind, status, money.amount, money.currency, None, bearers, _support(scan, words, verb))
        )


def _refuse(scan: Scan, words: Span, why: str) -> None:
    scan.reading.rejected.append((words.start, words.end, f"penalty: {why}"))


def _path(head: Token) -> list[Token]:
    """The token and what it depends on, up to the second verb."""
    path, verbs = [head], 0
    for token in head.ancestors:
        path.append(token)
        verbs += token.pos_ == "VERB"
        if verbs == 2:
            break
    return path


def _near(scan: Scan, start: int, end: int) -> list[Token]:
    sentence = scan.sentences[scan.sentence_of[start]]
    return [
        t for t in scan.doc[max(sentence.start, start - NEAR) : min(sentence.end, end + NEAR)] if not start <= t.i < end
    ]


def _money_kind(path: list[Token], near: list[Token]) -> PenaltyKind | None:
    kinds = _words()["kind"]
    for token in (*path, *sorted(near, key=lambda t: min(abs(t.i - path[0].i), 99))):
        entry = kinds.get(token.lemma_.lower()) or kinds.get(token.lower_)
        if entry is not None and entry.kind is not None:
            return entry.kind
    verbs = {t.lemma_.lower() for t in path}
    if verbs & (_words()["sought"].keys() | {"pay", "award", "order"}):
        return PenaltyKind.DAMAGES
    return None


def _status(path: list[Token], kind: PenaltyKind | None) -> PenaltyStatus | None:
    for token in path[:6]:
        lemma = token.lemma_.lower()
        if lemma in _words()["sought"]:
            return PenaltyStatus.SOUGHT
        if lemma in _words()["imposed"]:
            return PenaltyStatus.IMPOSED
    if kind is PenaltyKind.FINE:
        return PenaltyStatus.IMPOSED
    return None


def _is_unreal(verb: Token | None, status: PenaltyStatus) -> bool:
    if verb is None:
        return False
    why = refusal_of(verb)
    if why is None or (status is PenaltyStatus.SOUGHT and why != "negated"):
        return False
    if verb.lemma_ in {"pay", "serve", "give", "return", "hand", "bear", "cover"}:
        governor = verb.head.lemma_.lower()
        must = any(c.lower_ in {"must"} for c in verb.children)
        return not must and governor not in {
            "order",
            "tell",
            "agree",
            "have",
            "direct",
            "oblige",
            "sentence",
            "condemn",
        }
    return True


def _clause(path: list[Token]) -> list[Token]:
    """The path up to its first verb, itself included."""
    end = next((n for n, t in enumerate(path) if t.pos_ == "VERB"), len(path) - 1)
    return path[: end + 1]


def _support(scan: Scan, words: Span, verb: Token | None) -> Support:
    trigger = scan.doc[verb.i : verb.i + 1] if verb is not None else words
    return Support(words, trigger, "penalty", 0.75)


def _add_term(scan: Scan, docket: Docket, term: Term) -> None:
    words = scan.doc[term.start : term.end]
    case = docket.case_at(scan, term.start)
    if case is None or scan.spoken(term.start) or not _is_length_of_penalty(scan, term):
        return
    path = _path(words.root)
    if not _is_of_prison(scan, term, case, path):
        return
    verb = next((t for t in path if t.pos_ in {"VERB", "AUX"}), None)
    status = _term_status(path)
    if status is None:
        _refuse(scan, words, "nothing says that the time is a penalty")
    elif _is_time_served(scan, term, verb) or _is_unreal(verb, status) or any(t.lemma_ in BARRING for t in path[:3]):
        _refuse(scan, words, "a penalty that may come")
    else:
        kind = PenaltyKind.SUSPENDED_PRISON if _is_suspended(scan, term) else PenaltyKind.PRISON
        bearers = bearers_of(scan, case, path, status)
        _note(scan, case, Penalty(kind, status, None, None, term.months, bearers, _support(scan, words, verb)))


def _is_time_served(scan: Scan, term: Term, verb: Token | None) -> bool:
    """ "after serving twelve years", "served eight years of a ten-year sentence"."""
    if verb is None or verb.lemma_ != "serve":
        return False
    return (verb.tag_ == "VBG" and verb.dep_ == "pcomp") or scan.doc[min(term.end, len(scan.doc) - 1)].lower_ == "of"


def _is_length_of_penalty(scan: Scan, term: Term) -> bool:
    """Not so "up to five years", "the next two years", "suspended for two years"."""
    before = [t.lower_ for t in scan.doc[max(term.start - 3, 0) : term.start]]
    if not before:
        return True
    if before[-1] in NO_LENGTH or before[-2:] == ["up", "to"] or before[-2:] == ["more", "than"]:
        return False
    return not ("suspended" in before and before[-1] in {"for", "over"})


def _is_of_prison(scan: Scan, term: Term, case: Case, path: list[Token]) -> bool:
    near = _near(scan, term.start, term.end)
    lemmas = {t.lemma_.lower() for t in (*path, *near)} | {t.lower_ for t in near}
    asked = any(t.lemma_ in ASKING for t in path[:4]) and "prosecutor" in lemmas
    return term.months is None or bool(lemmas & _words()["prison"].keys()) or asked or _is_of_trigger(case, path)


def _is_of_trigger(case: Case, path: list[Token]) -> bool:
    """True for a term that a verb of sentencing governs."""
    return any(f.trigger in path and f.event is EventKind.SENTENCED for f in case.frames)


def _is_suspended(scan: Scan, term: Term) -> bool:
    sentence = scan.sentences[scan.sentence_of[term.start]]
    window = scan.doc[max(sentence.start, term.start - 2) : min(sentence.end, term.end + SUSPENDED_WITHIN)]
    return any(t.lower_ == "suspended" for t in window)


def _term_status(path: list[Token]) -> PenaltyStatus | None:
    lemmas = [t.lemma_.lower() for t in path[:6]]
    for lemma in lemmas:
        if lemma in ASKING:
            return PenaltyStatus.SOUGHT
        if lemma in _words()["imposed"]:
            return PenaltyStatus.IMPOSED
    return None


def _has_prison(case: Case) -> bool:
    return any(
        p.kind in {PenaltyKind.PRISON, PenaltyKind.SUSPENDED_PRISON} and p.status == PenaltyStatus.IMPOSED
        for p in case.penalties
    )


def _add_implied(scan: Scan, case: Case) -> None:
    """What a verb or noun means for the one it is done to: "barred from office", "dissolved"."""
    for frame in case.frames:
        if frame.penalty is None or (frame.penalty is PenaltyKind.PRISON and _has_prison(case)):
            continue
        bearers = [f.thing for f in frame.roles[Role.DEFENDANT] if f.thing is not None] or case.things(Role.DEFENDANT)
        support = Support(frame.words, frame.words, frame.rule, 0.7)
        _note(
            scan,
            case,
            Penalty(frame.penalty, PenaltyStatus.IMPOSED, None, None, None, tuple(dict.fromkeys(bearers)), support),
        )


def _note(scan: Scan, case: Case, new: Penalty) -> None:
    """A penalty told twice is one; one that nobody known bears may belong to another case."""
    if not new.bearers:
        _refuse(scan, new.support.words, "nobody known bears it")
        return
    for old in case.penalties:
        same = replace(old, bearers=(), support=new.support) == replace(new, bearers=())
        if same and set(map(id, old.bearers)) & set(map(id, new.bearers)):
            return
    case.penalties.append(new)
