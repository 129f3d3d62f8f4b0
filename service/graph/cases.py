"""Which frames of different articles are one case. Pure: the same frames give the same cases, in whatever order.

Frames are alike that share a defendant (or, where neither names one, a plaintiff) and what tells their case from
others: another of them, the other side, counsel, judge, a penalty, or court and offence together. Plaintiffs, offences,
platforms or dates of filing must not contradict each other; courts may differ, for there are appeals. The frames that
say most come first; each joins the one cluster that it is like, and stays alone if there are several.
"""

import datetime
import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from schema import NodeType, Predicate, node_id
from service.graph.evidence import ArticleEvidence, Mention, Statement, Target
from service.graph.resolution import BY_NAME, OWN

Facts = frozenset[str]

UNKNOWN = "?"
_IN, _OF = (
    (Predicate.PLAINTIFF_IN, Predicate.DEFENDANT_IN, Predicate.COUNSEL_IN, Predicate.JUDGE_IN),
    (Predicate.HEARD_BY, Predicate.CONCERNS, Predicate.ON_PLATFORM, Predicate.HAS_PENALTY, Predicate.HAS_EVENT),
)
#: each tells one case of a defendant from another; somebody who is sued often has many over one offence on one platform
_TELLING = frozenset({Predicate.PLAINTIFF_IN, Predicate.COUNSEL_IN, Predicate.JUDGE_IN, Predicate.HAS_PENALTY})
_TELLING_TOGETHER = frozenset({Predicate.HEARD_BY, Predicate.CONCERNS})
_SIDES = (f"{Predicate.DEFENDANT_IN} ", f"{Predicate.PLAINTIFF_IN} ")
_FILED = "HAS_EVENT filed "
_LATEST = datetime.date.max


@dataclass(frozen=True)
class Frame:
    """What one article says of one case. `id` is that of the mention; a fact is "PREDICATE value"."""

    id: str
    article: str
    published_on: datetime.date | None
    facts: Facts

    def values(self, predicate: str) -> Facts:
        return values(self.facts, predicate)

    @property
    def age(self) -> tuple[datetime.date, str]:
        """The earliest frame gives a case its id; those without a date come last."""
        return (self.published_on or _LATEST, self.id)


@functools.lru_cache(maxsize=20_000)
def values(facts: Facts, predicate: str) -> Facts:
    """What the facts say under a predicate."""
    return frozenset(f.removeprefix(f"{predicate} ") for f in facts if f.startswith(f"{predicate} "))


def frames_of(evidence: ArticleEvidence, targets: Mapping[str, Target]) -> list[Frame]:
    """The frames of an article whose parties and offences are resolved."""
    facts: dict[str, set[str]] = {m.id: set() for m in evidence.of_type(NodeType.CASE)}
    for statement in evidence.statements:
        if statement.predicate in _IN:
            facts[statement.object].add(_fact(statement, statement.subject, evidence, targets))
        elif statement.predicate in _OF:
            facts[statement.subject].add(_fact(statement, statement.object, evidence, targets))
    return [Frame(id_, evidence.id, evidence.published_on, frozenset(found)) for id_, found in facts.items()]


def _fact(statement: Statement, end: str, evidence: ArticleEvidence, targets: Mapping[str, Target]) -> str:
    mention = evidence.mentions[end]
    if mention.type is NodeType.OFFENCE:
        return f"{statement.predicate} {mention.key}"
    if mention.type in (NodeType.PENALTY, NodeType.EVENT):
        return f"{statement.predicate} {own_facts(mention)}"
    target = targets[end]
    # somebody whom only this article knows is neither the same as anybody elsewhere nor another
    return f"{statement.predicate} {UNKNOWN if target.how == OWN else target.id}"


def own_facts(mention: Mention) -> str:
    """A penalty or an event in the words that tell it from others of its case."""
    if mention.type is NodeType.EVENT:
        return f"{mention.properties['kind']} {mention.properties.get('date', '')}"
    order = ("kind", "status", "amount", "currency", "months")
    return "|".join(str(mention.properties.get(name, "")) for name in order)


def alike(one: Facts, other: Facts) -> bool:
    """Whether two frames share who is sued and what tells that case from others against the same."""
    who = Predicate.DEFENDANT_IN
    if not values(one, who) and not values(other, who):
        who = Predicate.PLAINTIFF_IN
    common = {fact for fact in one & other if not fact.endswith(UNKNOWN)}
    anchors = {fact for fact in common if fact.startswith(f"{who} ")}
    shared = {fact.partition(" ")[0] for fact in common - anchors}
    if len(anchors) > 1 and (shared or who is Predicate.PLAINTIFF_IN):
        return True
    return bool(anchors) and (bool(shared & _TELLING) or shared >= _TELLING_TOGETHER)


def contradict(one: Facts, other: Facts) -> bool:
    """Whether both name plaintiffs, offences, platforms or dates of filing, and not one of them is the same."""
    return (
        _disjoint(_known(one, Predicate.PLAINTIFF_IN), _known(other, Predicate.PLAINTIFF_IN))
        or _disjoint(_known(one, Predicate.ON_PLATFORM), _known(other, Predicate.ON_PLATFORM))
        or _disjoint(_filing_dates(one), _filing_dates(other))
        or _offences_differ(values(one, Predicate.CONCERNS), values(other, Predicate.CONCERNS))
    )


def _known(facts: Facts, predicate: str) -> Facts:
    """The values, if all are known: a party that only its article knows may be any of the other's."""
    found = values(facts, predicate)
    return frozenset() if UNKNOWN in found else found


def _disjoint(one: Facts, other: Facts) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)


def _filing_dates(facts: Facts) -> Facts:
    return frozenset(f.removeprefix(_FILED) for f in facts if f.startswith(_FILED) and f != _FILED)


def _offences_differ(one: Facts, other: Facts) -> bool:
    """ "Defamation" is no other offence than "public defamation"."""
    words = [[set(offence.split()) for offence in side] for side in (one, other)]
    return all(words) and not any(a <= b or b <= a for a in words[0] for b in words[1])


@dataclass
class Cluster:
    """Frames of one case."""

    members: list[Frame]
    facts: Facts
    open: bool = True

    def takes(self, frame: Frame) -> bool:
        return (
            self.open
            and all(m.article != frame.article for m in self.members)
            and not contradict(self.facts, frame.facts)
            and any(alike(m.facts, frame.facts) and not contradict(m.facts, frame.facts) for m in self.members)
        )

    def add(self, frame: Frame) -> None:
        self.members.append(frame)
        self.facts = frozenset(self.facts | frame.facts)


def cluster(frames: Iterable[Frame]) -> list[Cluster]:
    """The frames by case. A frame that is like several clusters is a case of its own that takes no other."""
    clusters: list[Cluster] = []
    of_party: dict[str, list[Cluster]] = {}
    for frame in sorted(frames, key=lambda f: (-len(f.facts), *f.age)):
        near = {id(c): c for party in parties(frame) for c in of_party.get(party, ())}
        fitting = [c for c in near.values() if c.takes(frame)]
        if len(fitting) == 1:
            found = fitting[0]
            found.add(frame)
        else:
            found = Cluster([frame], frame.facts, open=not fitting)
            clusters.append(found)
        for party in parties(frame):
            of_party.setdefault(party, []).append(found)
    return clusters


def parties(frame: Frame) -> list[str]:
    """The facts of who is sued and who sues, of which like frames share one."""
    return [fact for fact in frame.facts if fact.startswith(_SIDES)]


def case_id(found: Cluster) -> str:
    """The id of a case: that of its earliest frame, so that a later article does not change it."""
    return node_id(NodeType.CASE, min(found.members, key=lambda f: f.age).id)


def resolve_parts(
    evidence: ArticleEvidence, cases: Mapping[str, Target], facts: Mapping[str, Facts]
) -> dict[str, Target]:
    """The targets of an article's penalties and events: the same within a case if they say the same.

    `facts` are all that the articles say of a case, by its id; parts of cases that are not among them have no target.
    """
    holder: dict[str, str] = {}
    for statement in sorted(evidence.statements, key=lambda s: s.subject):
        if statement.predicate in (Predicate.HAS_PENALTY, Predicate.HAS_EVENT):
            holder.setdefault(statement.object, cases[statement.subject].id)
    found = {}
    for part in evidence.of_type(NodeType.PENALTY, NodeType.EVENT):
        case = holder.get(part.id)
        if case is None or case in facts:
            found[part.id] = _part(part, case or evidence.id, facts.get(case or "", frozenset()))
    return found


def _part(part: Mention, case: str, facts: Facts) -> Target:
    said = own_facts(part)
    if part.type is NodeType.EVENT and "date" not in part.properties:
        said = event_meant(said, facts)
    return Target(node_id(part.type, case, said), BY_NAME)


def event_meant(undated: str, facts: Facts) -> str:
    """The one dated event of this kind in the case, if there is but one; else the undated event itself."""
    events = values(facts, Predicate.HAS_EVENT)
    dated = [event for event in events if event.startswith(undated) and event != undated]
    return dated[0] if len(dated) == 1 else undated
