"""Bare names of persons ("Rainsy"): the one bearer of a fuller name who shares another party with the article."""

from collections.abc import Mapping
from dataclasses import dataclass

from neo4j import ManagedTransaction

from schema import PARTY, NodeType, node_id
from service.cypher import writing
from service.graph.evidence import ArticleEvidence, Target
from service.graph.naming import Naming
from service.graph.nodes import label_of
from service.graph.resolution import (
    BY_ALIAS,
    BY_CONTEXT,
    BY_NAME,
    OWN,
    Name,
    Names,
    is_bare,
    is_described,
    name_of,
)
from service.graph.statements import rows


@dataclass(frozen=True)
class BareMention:
    """A mention of a person by a bare name, with the other parties of its article; `current` is what it refers to."""

    id: str
    key: str
    article: str
    parties: frozenset[str]
    current: Target | None = None

    def own(self) -> Target:
        return Target(node_id(NodeType.PERSON, self.key, self.article), OWN)


class Context:
    """The targets of bare names in the articles at hand, and in those of the graph whose answer may be another now."""

    def __init__(
        self,
        transaction: ManagedTransaction,
        naming: Naming,
        before: Mapping[str, ArticleEvidence],
        now: Mapping[str, ArticleEvidence],
        targets: Mapping[str, Target],
    ) -> None:
        self._tx = transaction
        self._known = sorted(before.keys() | now.keys())
        self._stale = sorted(before)  # what the graph says of these is no longer so; it says nothing yet of the new
        self._parties = {id_: parties_named(evidence, targets) for id_, evidence in now.items()}
        self._taught = {alias.key for alias in naming.added | naming.removed}
        self._only_added = not before
        mentions = [*self._at_hand(now), *self._elsewhere(naming.bare_keys())]
        naming.ascend({mention.key for mention in mentions})
        self._names = naming.names
        open_questions = {m: found for m in mentions if (found := self._candidates(m)) is not None}
        answers = self._answers(open_questions)
        meant = {m: answers.get(m.id, m.own()) for m in open_questions}
        changed = {m: target for m, target in meant.items() if target != m.current}
        self.targets = {m.id: target for m, target in changed.items()}
        self.articles_touched = {m.article for m in changed} - now.keys()

    def _at_hand(self, now: Mapping[str, ArticleEvidence]) -> list[BareMention]:
        return [
            BareMention(m.id, m.key, id_, self._parties[id_])
            for id_, evidence in now.items()
            for m in evidence.of_type(NodeType.PERSON)
            if is_bare(name_of(m)) and not is_described(m)
        ]

    def _elsewhere(self, keys: set[str]) -> list[BareMention]:
        found = rows(self._tx, writing.BARE_MENTIONS, keys=sorted(keys), known=self._known) if keys else []
        if not found:
            return []
        articles = sorted({row["article"] for row in found})
        parties = {
            row["article"]: frozenset(id_ for id_ in row["parties"] if label_of(id_) is not NodeType.PLACE)
            for row in rows(self._tx, writing.PARTIES_OF_ARTICLES, ids=articles)
        }
        return [
            BareMention(
                row["mention"],
                row["key"],
                row["article"],
                parties.get(row["article"], frozenset()),
                Target(row["target"], row["how"]),
            )
            for row in found
        ]

    def _candidates(self, mention: BareMention) -> set[str] | None:
        """Whom the bare name may stand for; None if the answer cannot have changed."""
        found = candidates(mention.key, self._names)
        if found & mention.parties:
            return set()  # the article has the full name too, and kept the two apart
        if mention.current and self._only_added and mention.key not in self._taught:
            added = {c for c in found if self._met_at_hand(c, mention)}
            return found if added - {mention.current.id} else None
        return found

    def _met_at_hand(self, candidate: str, mention: BareMention) -> bool:
        return any(
            candidate in parties and (parties & mention.parties) - {candidate}
            for id_, parties in self._parties.items()
            if id_ != mention.article
        )

    def _answers(self, questions: Mapping[BareMention, set[str]]) -> dict[str, Target]:
        asked = {candidate for mention, found in questions.items() if mention.parties for candidate in found}
        met = self._met_elsewhere(asked)
        answers = {}
        for mention, found in questions.items():
            known = {c for c in found if met.get(c, set()) & mention.parties - {c} or self._met_at_hand(c, mention)}
            if len(known) == 1:
                answers[mention.id] = Target(known.pop(), BY_CONTEXT)
        return answers

    def _met_elsewhere(self, persons: set[str]) -> dict[str, set[str]]:
        """The parties that articles of the graph, but for those at hand, mention together with the persons."""
        if not persons:
            return {}
        found = rows(self._tx, writing.met_with(but=bool(self._stale)), ids=sorted(persons), but=self._stale)
        return {row["id"]: set(row["parties"]) for row in found}


def candidates(key: str, names: Names) -> set[str]:
    """The persons with a fuller name of which the bare name is an alias."""
    fuller = {Name(NodeType.PERSON, full) for full in names.fuller(Name(NodeType.PERSON, key))}
    return {node_id(*names.root(name)) for name in fuller if not is_bare(name)}


def parties_named(evidence: ArticleEvidence, targets: Mapping[str, Target]) -> frozenset[str]:
    """The parties but places that the article names by names that stand for themselves."""
    named = (targets[m.id] for m in evidence.of_type(*(PARTY - {NodeType.PLACE})))
    return frozenset(target.id for target in named if target.how in (BY_NAME, BY_ALIAS))
