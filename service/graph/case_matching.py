"""Cases across articles: the frames that may be one case with those at hand are fetched, and clustered together."""

from collections.abc import Iterable, Mapping

from neo4j import ManagedTransaction

from schema import NodeType, Predicate
from service.cypher import writing
from service.graph.archive import native
from service.graph.cases import (
    UNKNOWN,
    Facts,
    Frame,
    alike,
    case_id,
    cluster,
    contradict,
    event_meant,
    frames_of,
    parties,
    values,
)
from service.graph.evidence import ArticleEvidence, Target
from service.graph.nodes import label_of
from service.graph.resolution import BY_NAME
from service.graph.rows import Row
from service.graph.statements import rows

Articles = Mapping[str, ArticleEvidence]


class CaseMatching:
    """The cases of the articles at hand: `targets` of all frames that were looked at, and the `facts` of each case."""

    def __init__(
        self, transaction: ManagedTransaction, before: Articles, now: Articles, targets: Mapping[str, Target]
    ) -> None:
        self._tx = transaction
        new = [frame for evidence in now.values() for frame in frames_of(evidence, targets)]
        old, self._cases = _old_frames(before)
        self._at_hand = {frame.id for frame in (*new, *old)}
        self._asked: dict[tuple[Predicate, str], set[str]] = {}
        fetched = self._fetch([*new, *old])
        self.targets: dict[str, Target] = {}
        self.facts: dict[str, Facts] = {}
        for found in cluster([*new, *fetched]):
            id_ = case_id(found)
            self.facts[id_] = found.facts
            for frame in found.members:
                self.targets[frame.id] = Target(id_, BY_NAME, tuple(sorted(frame.facts)))
        self.articles_touched = self._touched(fetched, [*fetched, *old])

    def _fetch(self, frames: list[Frame]) -> list[Frame]:
        """The frames of the graph that are like these, those that are like them, and so on."""
        found: dict[str, Frame] = {}
        seen: dict[str, Frame] = {}
        while frames:
            seen |= self._near(frames)
            frames = _like((frame for id_, frame in seen.items() if id_ not in found), frames)
            found |= {frame.id: frame for frame in frames}
        return list(found.values())

    def _near(self, frames: list[Frame]) -> dict[str, Frame]:
        """The frames that share who is sued, or who sues if none is, and another fact."""
        facts: dict[tuple[NodeType, Predicate], dict[str, set[str]]] = {}
        for frame in frames:
            role = Predicate.DEFENDANT_IN if frame.values(Predicate.DEFENDANT_IN) else Predicate.PLAINTIFF_IN
            said = {fact for fact in frame.facts if not fact.startswith(Predicate.DEFENDANT_IN)}
            for party in frame.values(role) - {UNKNOWN}:
                asked = self._asked.setdefault((role, party), set())
                if fresh := said - asked:
                    facts.setdefault((label_of(party), role), {}).setdefault(party, set()).update(fresh)
                    asked |= fresh
        near: dict[str, Frame] = {}
        for (label, role), by_party in facts.items():
            near |= self._read(label, role, [{"id": id_, "facts": sorted(some)} for id_, some in by_party.items()])
        return near

    def _read(self, label: NodeType, role: Predicate, asked: list[Row]) -> dict[str, Frame]:
        found = {}
        for row in rows(self._tx, writing.frames_of_party(label, role), rows=asked):
            if row["id"] not in self._at_hand:
                self._cases[row["id"]] = row["case"]
                date = native(row["published_on"])
                found[row["id"]] = Frame(row["id"], row["article"], date, frozenset(row["facts"]))
        return found

    def _touched(self, fetched: Iterable[Frame], old: Iterable[Frame]) -> set[str]:
        """The articles whose frame belongs to another case now, or has an event that means another."""
        said: dict[str, Facts] = {}
        for frame in old:
            case = self._cases[frame.id]
            said[case] = said.get(case, frozenset()) | frame.facts
        return {
            frame.article
            for frame in fetched
            if self.targets[frame.id].id != self._cases[frame.id] or self._means_other(frame, said)
        }

    def _means_other(self, frame: Frame, said: Mapping[str, Facts]) -> bool:
        case = self._cases[frame.id]
        undated = [event for event in values(frame.facts, Predicate.HAS_EVENT) if event.endswith(" ")]
        return any(event_meant(e, said[case]) != event_meant(e, self.facts[case]) for e in undated)


def _like(some: Iterable[Frame], others: Iterable[Frame]) -> list[Frame]:
    """Those of some frames that are like one of the others."""
    of_party: dict[str, list[Frame]] = {}
    for other in others:
        for party in parties(other):
            of_party.setdefault(party, []).append(other)
    return [one for one in some if any(_linked(one, o) for party in parties(one) for o in of_party.get(party, ()))]


def _linked(one: Frame, other: Frame) -> bool:
    return one.article != other.article and alike(one.facts, other.facts) and not contradict(one.facts, other.facts)


def _old_frames(before: Articles) -> tuple[list[Frame], dict[str, str]]:
    """The frames of articles as they were, and the cases they belonged to."""
    frames, cases = [], {}
    for evidence in before.values():
        for mention in evidence.of_type(NodeType.CASE):
            if target := evidence.targets.get(mention.id):
                frames.append(Frame(mention.id, evidence.id, evidence.published_on, frozenset(target.facts)))
                cases[mention.id] = target.id
    return frames, cases
