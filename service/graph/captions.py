"""What canonical nodes are called, and where a case stands. Pure, and the same in whatever order the articles came."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from schema import PARTY, CaseStatus, EventKind, NodeType, normalise_name
from service.graph.contributions import Share

Properties = dict[str, Any]

CAPTION = 60
NAMED = 2
FACTS = ("kind", "status", "amount", "currency", "months", "date")

_STAGES: tuple[Mapping[EventKind, CaseStatus], ...] = (
    {
        EventKind.FILED: CaseStatus.OPEN,
        EventKind.CHARGED: CaseStatus.OPEN,
        EventKind.ARRESTED: CaseStatus.OPEN,
        EventKind.ON_TRIAL: CaseStatus.OPEN,
    },
    {
        EventKind.RULED: CaseStatus.DECIDED,
        EventKind.DISMISSED: CaseStatus.DISMISSED,
        EventKind.ACQUITTED: CaseStatus.ACQUITTED,
        EventKind.FINED: CaseStatus.CONVICTED,
        EventKind.SENTENCED: CaseStatus.CONVICTED,
        EventKind.CONVICTED: CaseStatus.CONVICTED,
    },
    {EventKind.APPEALED: CaseStatus.UNDER_APPEAL},
    {EventKind.UPHELD: CaseStatus.DECIDED, EventKind.OVERTURNED: CaseStatus.OVERTURNED},
    {EventKind.WITHDRAWN: CaseStatus.WITHDRAWN, EventKind.SETTLED: CaseStatus.SETTLED},
)
_VERDICTS = frozenset(_STAGES[1])


def described(type_: NodeType, shares: Iterable[Share], known: Mapping[str, Any] | None = None) -> Properties:
    """The properties of a node (but a case) of which these mentions tell, beside what is `known` of it already."""
    shares = sorted(shares, key=repr)
    if type_ in PARTY:
        return _party(type_, shares, known or {})
    if type_ is NodeType.OFFENCE:
        name = min({s.name.lower() for s in shares} | ({known["name"]} if known else set()))
        return {"name": name, "search": name}
    return _told(type_, shares, known or {})


def _party(type_: NodeType, shares: list[Share], known: Mapping[str, Any]) -> Properties:
    own = {s.name for s in shares if s.names} | ({known["name"]} if known else set())
    name = min(own or {s.name for s in shares}, key=_plainness)
    forms = {form for s in shares for form in (s.name, *s.aliases)} | own | set(known.get("aliases", ()))
    aliases = sorted(form for form in forms if normalise_name(form) != normalise_name(name))
    found: Properties = {"name": name, "aliases": aliases, "search": " ".join([name, *aliases])}
    if type_ is NodeType.PERSON:
        found["titles"] = sorted({title for s in shares for title in s.titles} | set(known.get("titles", ())))
    kinds = {s.kind for s in shares if s.kind} | ({known["kind"]} if known.get("kind") else set())
    if kinds:
        found["kind"] = min(kinds, key=lambda kind: (kind == "other", kind))
    return found


def _plainness(name: str) -> tuple[bool, bool, str]:
    """Of several ways to print a name: not in capitals throughout, if it is long; not without any."""
    return (name.isupper() and len(name) > 6, name.islower(), name)


def _told(type_: NodeType, shares: list[Share], known: Mapping[str, Any]) -> Properties:
    if type_ is NodeType.CLAIM:
        text = min({dict(s.facts)["text"] for s in shares} | ({known["text"]} if known else set()))
        return {"name": shortened(text), "search": text, "text": text}
    facts = {name: known[name] for name in FACTS if name in known}
    facts |= {name: value for s in shares for name, value in s.facts if value is not None}
    name = _penalty_name(facts) if type_ is NodeType.PENALTY else _event_name(facts)
    return {"name": name, "search": name, **facts}


def shortened(text: str) -> str:
    """A caption of at most 60 characters."""
    line = " ".join(text.split())
    return line if len(line) <= CAPTION else line[: CAPTION - 1].rsplit(" ", 1)[0] + "…"


def _penalty_name(facts: Mapping[str, Any]) -> str:
    size = ""
    if "amount" in facts:
        size = f" of {facts['currency']} {facts['amount']:,.10g}"
    elif "months" in facts:
        size = f" of {facts['months']:g} months"
    return f"{facts['kind']}{size} ({facts['status']})"


def _event_name(facts: Mapping[str, Any]) -> str:
    return f"{facts['kind']} on {facts['date']}" if "date" in facts else str(facts["kind"])


def case_name(plaintiffs: list[str], defendants: list[str], offences: list[str]) -> str:
    """ "Sam Soeun v. Sam Rainsy (defamation)"; the names come in the order in which they are to be named."""
    over = f" ({_named(offences)})" if offences else ""
    if plaintiffs and defendants:
        return f"{_named(plaintiffs)} v. {_named(defendants)}{over}"
    if defendants:
        return f"Case against {_named(defendants)}{over}"
    return f"Case of {_named(plaintiffs)}{over}" if plaintiffs else f"Case{over}"


def _named(names: list[str]) -> str:
    if len(names) > NAMED + 1:
        return f"{', '.join(names[:NAMED])} and {len(names) - NAMED} others"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def case_status(events: Iterable[tuple[str, datetime.date | None]]) -> CaseStatus:
    """Where a case stands after its events (kind, date): the last stage counts, in it the last date."""
    found = sorted((_rank(EventKind(kind), date) for kind, date in events), reverse=True)
    if not found:
        return CaseStatus.UNKNOWN
    kind = found[0][3]
    if kind is EventKind.UPHELD:
        return next((_STAGES[1][k] for *_, k in found if k in _VERDICTS), CaseStatus.DECIDED)
    return _STAGES[found[0][0]][kind]


def _rank(kind: EventKind, date: datetime.date | None) -> tuple[int, datetime.date, int, EventKind]:
    stage = next(i for i, kinds in enumerate(_STAGES) if kind in kinds)
    return (stage, date or datetime.date.min, list(_STAGES[stage]).index(kind), kind)


def case_dates(events: Iterable[tuple[str, datetime.date | None]]) -> Properties:
    """`filed_on` and `decided_on` (by the first verdict), where the events say them."""
    dated = [(EventKind(kind), date) for kind, date in events if date]
    filed = min((date for kind, date in dated if kind is EventKind.FILED), default=None)
    decided = min((date for kind, date in dated if kind in _VERDICTS), default=None)
    return {name: date for name, date in (("filed_on", filed), ("decided_on", decided)) if date}
