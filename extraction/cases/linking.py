"""Cases become Things and Links of the Reading."""

from collections.abc import Iterable

from spacy.tokens import Span

from extraction.cases.frames import Case, Frame, Slot, Support
from extraction.cases.lexicons import Role
from extraction.cases.scan import Scan
from extraction.reading import Link, Mention, MentionKind, Thing, evidence
from schema import EventKind, Evidence, NodeType, PenaltyKind, PenaltyStatus, Predicate

#: beside these, "ordered to pay" is part of the sentence, no ruling of its own
CRIMINAL = frozenset(
    {EventKind.CONVICTED, EventKind.SENTENCED, EventKind.CHARGED, EventKind.ACQUITTED, EventKind.FINED}
)
#: what happened where such a penalty was imposed
IMPLIED = {
    PenaltyKind.FINE: EventKind.FINED,
    PenaltyKind.PRISON: EventKind.SENTENCED,
    PenaltyKind.SUSPENDED_PRISON: EventKind.SENTENCED,
}
AGREED = frozenset({EventKind.SETTLED, EventKind.WITHDRAWN, EventKind.ON_TRIAL})
DECISIONS = frozenset(
    {EventKind.DISMISSED, EventKind.UPHELD, EventKind.OVERTURNED, EventKind.SETTLED, EventKind.WITHDRAWN}
)


def link_cases(scan: Scan, cases: Iterable[Case]) -> None:
    """Write the cases that have a named party into the Reading."""
    for case in cases:
        if case.is_named:
            _Linker(scan, case).link()
        else:
            for frame in case.frames:
                scan.reading.rejected.append(
                    (frame.words.start, frame.words.end, f"{frame.rule}: a case of nobody named")
                )


class _Linker:
    def __init__(self, scan: Scan, case: Case) -> None:
        self.scan, self.case = scan, case
        self.thing = Thing(NodeType.CASE, name_of(case))
        for frame in case.frames:
            self._mention(self.thing, frame.words)

    def link(self) -> None:
        self._parties(Predicate.PLAINTIFF_IN, self.case.parties[Role.PLAINTIFF])
        self._parties(Predicate.DEFENDANT_IN, self.case.parties[Role.DEFENDANT])
        self._parties(Predicate.COUNSEL_IN, self.case.counsel)
        self._parties(Predicate.JUDGE_IN, self.case.judges)
        for slot in self.case.courts:
            self._add(self.thing, Predicate.HEARD_BY, slot.thing, slot.support, of_object=True)
        for slot in self.case.platforms:
            self._add(self.thing, Predicate.ON_PLATFORM, slot.thing, slot.support, of_object=True)
        self._matters()
        self._penalties()
        self._events()

    def _parties(self, predicate: Predicate, slots: list[Slot]) -> None:
        for slot in slots:
            self._add(slot.thing, predicate, self.thing, slot.support)

    def _matters(self) -> None:
        offences: dict[str, Thing] = {}
        for matter, support in self.case.matters:
            offence = offences.setdefault(matter.name, Thing(NodeType.OFFENCE, matter.name))
            self._mention(offence, matter.words)
            self._add(self.thing, Predicate.CONCERNS, offence, support, of_object=True)

    def _penalties(self) -> None:
        for penalty in self.case.penalties:
            fields = {"kind": penalty.kind, "status": penalty.status, "amount": penalty.amount}
            thing = Thing(
                NodeType.PENALTY,
                name_of_penalty(penalty.kind, penalty.status, penalty.amount, penalty.currency, penalty.months),
            )
            thing.properties = {**fields, "currency": penalty.currency, "months": penalty.months}
            self._mention(thing, penalty.support.words)
            self._add(self.thing, Predicate.HAS_PENALTY, thing, penalty.support, of_object=True)
            for bearer in penalty.bearers:
                self._add(thing, Predicate.IMPOSED_ON, bearer, penalty.support)

    def _events(self) -> None:
        events: dict[EventKind, Thing] = {}
        for frame in self.case.frames:
            if frame.event is None or (frame.event is EventKind.RULED and self._is_told_otherwise(frame)):
                continue
            event = events.setdefault(
                frame.event, Thing(NodeType.EVENT, str(frame.event), properties={"kind": frame.event})
            )
            if frame.date is not None and "date" not in event.properties:
                event.properties["date"] = frame.date
            self._mention(event, frame.words)
            self._add(
                self.thing,
                Predicate.HAS_EVENT,
                event,
                Support(frame.words, frame.words, frame.rule, 0.8),
                of_object=True,
            )
        for penalty in self.case.penalties:
            kind = self._implied(PenaltyKind(penalty.kind)) if penalty.status == PenaltyStatus.IMPOSED else None
            if kind is not None and kind not in events:
                event = events.setdefault(kind, Thing(NodeType.EVENT, str(kind), properties={"kind": kind}))
                self._mention(event, penalty.support.words)
                self._add(self.thing, Predicate.HAS_EVENT, event, penalty.support, of_object=True)
        self._filing(events)

    def _implied(self, kind: PenaltyKind) -> EventKind | None:
        """A fine was imposed: fined. Damages are ruled, unless the sides agreed or a prosecution ended so."""
        if kind is PenaltyKind.DAMAGES and not self.case.events & (CRIMINAL | AGREED):
            return EventKind.RULED
        return IMPLIED.get(kind)

    def _filing(self, events: dict[EventKind, Thing]) -> None:
        """Where there is a plaintiff, something was filed, also where the text only tells how it ended."""
        plaintiff = next(iter(self.case.parties[Role.PLAINTIFF]), None)
        if plaintiff is None or EventKind.FILED in events:
            return
        event = Thing(NodeType.EVENT, str(EventKind.FILED), properties={"kind": EventKind.FILED})
        words = plaintiff.support.trigger
        self._mention(event, words)
        support = Support(words, words, plaintiff.support.rule, 0.7)
        self._add(self.thing, Predicate.HAS_EVENT, event, support, of_object=True)

    def _is_told_otherwise(self, frame: Frame) -> bool:
        """True for a ruling that another event of the case names better: "the verdict" of a conviction."""
        if frame.rule in {"verb:extradite", "noun:extradition"}:
            return False
        return bool(self.case.events & (CRIMINAL | (DECISIONS if frame.rule.startswith("noun:") else frozenset())))

    def _mention(self, thing: Thing, words: Span) -> None:
        thing.mentions.append(Mention(words.start, words.end, MentionKind.DESCRIPTION))

    def _add(
        self, subject: Thing, predicate: Predicate, object_: Thing, support: Support, *, of_object: bool = False
    ) -> None:
        why = self._evidence(support, of_object)
        self.scan.reading.links.append(Link(subject, predicate, object_, support.confidence, support.rule, [why]))

    def _evidence(self, support: Support, of_object: bool) -> Evidence:
        first = min(support.words.start, support.trigger.start)
        last = max(support.words.end, support.trigger.end) - 1
        start = self.scan.sentences[self.scan.sentence_of[first]].start
        end = self.scan.sentences[self.scan.sentence_of[last]].end
        passage = _trimmed(self.scan.doc[start:end])
        words = {"object" if of_object else "subject": support.words}
        return evidence(passage, trigger=support.trigger, **words)


def _trimmed(span: Span) -> Span:
    start, end = span.start, span.end
    while end - start > 1 and span.doc[end - 1].is_space:
        end -= 1
    while end - start > 1 and span.doc[start].is_space:
        start += 1
    return span.doc[start:end]


def name_of(case: Case) -> str:
    """ "Plaintiff v. Defendant (offence)"; where the state prosecutes, "Defendant (offence)"."""
    plaintiffs, defendants = (_joined(case.things(r)) for r in (Role.PLAINTIFF, Role.DEFENDANT))
    sides = " v. ".join(s for s in (plaintiffs, defendants) if s) if defendants else f"Case of {plaintiffs}"
    matter = next((m.name for m, _ in case.matters if m.known), next((m.name for m, _ in case.matters), ""))
    return f"{sides} ({matter})" if matter else sides


def _joined(things: list[Thing]) -> str:
    if len(things) > 2:
        return f"{things[0].name} and others"
    return " and ".join(t.name for t in things)


def name_of_penalty(kind: str, status: str, amount: float | None, currency: str | None, months: float | None) -> str:
    """
    >>> name_of_penalty("fine", "sought", 5000.0, "USD", None)
    'fine of 5,000 USD (sought)'
    """
    size = ""
    if amount is not None:
        size = f" of {amount:,.2f}".removesuffix(".00") + f" {currency}"
    elif months is not None:
        size = f" of {months:g} months"
    return f"{kind}{size} ({status})"
