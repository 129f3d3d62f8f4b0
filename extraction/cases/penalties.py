"""Penalties: sums of money, terms of imprisonment and bans that a court imposed or somebody asks for."""

from extraction.cases.docket import Docket
from extraction.cases.frames import Case, Penalty, Support
from extraction.cases.lexicons import Role
from extraction.cases.orders import add_orders
from extraction.cases.penalty_words import note
from extraction.cases.prison import add_term
from extraction.cases.scan import Scan
from extraction.cases.sums import add_money
from schema import PenaltyKind, PenaltyStatus


def add_penalties(scan: Scan, docket: Docket) -> None:
    """Gives each case the penalties that its sentences speak of."""
    for sentence in sorted({*scan.money, *scan.terms}):
        for money in scan.money[sentence]:
            add_money(scan, docket, money)
        for term in scan.terms[sentence]:
            add_term(scan, docket, term)
    add_orders(scan, docket)
    for case in docket.cases:
        _add_implied(scan, case)


def _is_measured(case: Case, kind: PenaltyKind) -> bool:
    """True where a sum or a term tells the fine or the imprisonment better."""
    same = {PenaltyKind.PRISON, PenaltyKind.SUSPENDED_PRISON} if kind is PenaltyKind.PRISON else {kind}
    told = kind in {PenaltyKind.PRISON, PenaltyKind.FINE}
    return told and any(p.kind in same and p.status == PenaltyStatus.IMPOSED for p in case.penalties)


def _add_implied(scan: Scan, case: Case) -> None:
    """What a verb or noun means for the one it is done to: "barred from office", "dissolved"."""
    for frame in case.frames:
        summed = frame.penalty is PenaltyKind.FINE and bool(scan.money[frame.sentence])
        if frame.penalty is None or summed or _is_measured(case, frame.penalty):
            continue
        bearers = [f.thing for f in frame.roles[Role.DEFENDANT] if f.thing is not None]
        if not bearers and not frame.unnamed(Role.DEFENDANT) and frame.penalty is not PenaltyKind.BAN:
            bearers = case.things(Role.DEFENDANT)
        support = Support(frame.words, frame.words, frame.rule, 0.7)
        note(
            scan,
            case,
            Penalty(frame.penalty, PenaltyStatus.IMPOSED, None, None, None, tuple(dict.fromkeys(bearers)), support),
        )
