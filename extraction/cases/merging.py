"""Joins the frames of an article into cases: the same sides over the same matter are one proceeding."""

from extraction.cases.docket import Docket
from extraction.cases.fitting import CRIMINAL, NEXT, RECENT, THRESHOLD, fit_of
from extraction.cases.frames import Case, Filler, Frame, Slot, Support
from extraction.cases.lexicons import Needs, NounClass, Role
from extraction.cases.riddles import answer_riddle
from extraction.cases.scan import Scan
from extraction.cases.suits import ruled_on
from extraction.reading import Thing
from schema import EventKind

#: of whom these speak, behind a court, is a side
RULING = frozenset({"verb:rule", "verb:hold", "verb:decide"})
COUNTER = frozenset({"verb:countersue", "noun:countersuit", "noun:counterclaim"})


def merge(scan: Scan, frames: list[Frame]) -> Docket:
    """The cases that the frames tell of. Frames that reported nothing that happened are noted as rejected."""
    docket = Docket()
    waiting: list[Frame] = []
    for n, frame in enumerate(frames):
        if frame.refusal is None:
            answer_riddle(scan, frame, frames[n + 1 : n + 6])
        if frame.refusal is not None:
            scan.reading.rejected.append((frame.words.start, frame.words.end, f"{frame.rule}: {frame.refusal}"))
        elif case := _home(scan, docket, frame):
            _add(scan, case, frame)
            docket.focus.append((frame.trigger.i, case))
        else:
            waiting.append(frame)
    for frame in waiting:
        _add_late(scan, docket, frame)
    return docket


def _add_late(scan: Scan, docket: Docket, frame: Frame) -> None:
    """What happened before the case was first spoken of: "was arrested on Monday … charged on Tuesday"."""
    later = [c for c in docket.cases[-RECENT:] if _shares_defendant(frame, c) and _is_before(frame, c)]
    if later:
        _add(scan, later[0], frame)
    else:
        reason = f"{frame.rule}: no case that it could belong to"
        scan.reading.rejected.append((frame.words.start, frame.words.end, reason))


def _is_before(frame: Frame, case: Case) -> bool:
    """An arrest may be told long before the charge, a penalty only right before the conviction."""
    return frame.event is EventKind.ARRESTED or 0 <= case.frames[0].sentence - frame.sentence <= NEXT


def _shares_defendant(frame: Frame, case: Case) -> bool:
    return bool(frame.things(Role.DEFENDANT) & case.ids(Role.DEFENDANT)) and bool(case.events & CRIMINAL)


def _home(scan: Scan, docket: Docket, frame: Frame) -> Case | None:
    current = docket.current_at(scan, frame.trigger.i)
    scored = [
        (fit, n, case)
        for n, case in enumerate(docket.cases[-RECENT:])
        if (fit := fit_of(current, frame, case)) is not None
    ]
    best = max(scored, key=lambda s: s[:2], default=None)
    if best is not None and best[0] >= THRESHOLD:
        return best[2]
    if frame.rule in RULING and not frame.roles[Role.DEFENDANT] and (told := ruled_on(scan, frame)):
        frame.roles[Role.DEFENDANT], frame.needs = told, Needs.NOTHING
    if frame.needs is Needs.CASE or (frame.needs is Needs.MONEY and frame.event is None) or not _makes_case(frame):
        return None
    if frame.rule in COUNTER and current is not None and not frame.roles[Role.DEFENDANT]:
        frame.roles[Role.DEFENDANT] = _accusers(frame, current)
    elif frame.novel and current is not None and not frame.roles[Role.DEFENDANT] and frame.things(Role.PLAINTIFF):
        frame.roles[Role.DEFENDANT] = _same_defendants(frame, current)
    someone = any(frame.roles[r] for r in (Role.PLAINTIFF, Role.DEFENDANT, Role.PARTY))
    case = Case(nameless=someone and not frame.things(Role.DEFENDANT, Role.PLAINTIFF, Role.PARTY))
    docket.cases.append(case)
    return case


def _accusers(frame: Frame, case: Case) -> list[Filler]:
    """ "has countersued": the plaintiffs of the case before it."""
    taken = frame.things(Role.PLAINTIFF)
    return [Filler(s.thing, frame.words) for s in case.parties[Role.PLAINTIFF] if id(s.thing) not in taken]


def _same_defendants(frame: Frame, case: Case) -> list[Filler]:
    """ "has also filed a separate suit": against whom the case before it is."""
    taken = frame.things(Role.PLAINTIFF)
    return [Filler(s.thing, frame.words) for s in case.parties[Role.DEFENDANT] if id(s.thing) not in taken]


def _makes_case(frame: Frame) -> bool:
    """Also without parties, where a suit before a court or over a matter is spoken of: they may be named next."""
    told = NounClass.SUIT in frame.kinds and bool(frame.matters or frame.roles[Role.COURT])
    return told or any(frame.roles[r] for r in (Role.PLAINTIFF, Role.DEFENDANT, Role.PARTY))


def _add(scan: Scan, case: Case, frame: Frame) -> None:
    case.add_frame(frame)
    for role in (Role.PLAINTIFF, Role.DEFENDANT):
        for filler in frame.roles[role]:
            if filler.thing is not None:
                case.add_party(role, _slot(frame, filler.thing, filler))
    case.courts += [_slot(frame, f.thing, f) for f in frame.roles[Role.COURT] if f.thing is not None]
    told = any(m.known for m, _ in case.matters)
    for matter in (m for m in frame.matters if m.known or not told):
        case.add_matter(matter, Support(matter.words, frame.words, frame.rule, 0.8 if matter.known else 0.6))


def _slot(frame: Frame, thing: Thing, filler: Filler) -> Slot:
    return Slot(thing, Support(filler.words, frame.words, frame.rule, 0.85))
