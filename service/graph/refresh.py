"""Resolution across articles, inside one transaction: whatever new, changed and gone articles touch, and nothing else.

An article is touched if one of its mentions may refer to something else now. Touched articles are resolved again; what
they contribute then, compared with what they contributed before, is the change of the canonical layer.
"""

from collections.abc import Iterable

from neo4j import ManagedTransaction

from service.graph import archive, derivation, resolution
from service.graph.case_matching import CaseMatching
from service.graph.cases import resolve_parts
from service.graph.context import Context
from service.graph.contributions import Change, Contribution, contribution
from service.graph.derivation import Move
from service.graph.evidence import ArticleEvidence, Target
from service.graph.naming import Naming

Articles = dict[str, ArticleEvidence]


def refresh(transaction: ManagedTransaction, new: Iterable[ArticleEvidence], gone: Iterable[ArticleEvidence]) -> None:
    """Resolve new articles and derive what changes. `gone` are those that were deleted, or replaced by new ones."""
    Refresh(transaction, new, gone).run()


class Refresh:
    """The articles of one refresh: what they said and meant `before`, what they say `now`, and the new targets."""

    def __init__(
        self, transaction: ManagedTransaction, new: Iterable[ArticleEvidence], gone: Iterable[ArticleEvidence]
    ) -> None:
        self._tx = transaction
        self.before: Articles = {e.id: e for e in gone}
        self.now: Articles = {e.id: e for e in new}
        self.targets: dict[str, Target] = {}

    def run(self) -> None:
        naming = Naming(self._tx, self.now.values(), self.before.values())
        naming.learn(self._join(naming.articles_renamed()))
        names = naming.names
        for evidence in self.now.values():
            self.targets |= resolution.resolve_parties(evidence, names)
        self._apply_context(Context(self._tx, naming, self.before, self.now, self.targets))
        self._match_cases()
        derivation.apply(self._tx, self._change(), self._moves())

    def _join(self, articles: Iterable[str]) -> list[ArticleEvidence]:
        """Take in articles of the graph that are touched."""
        found = archive.read(self._tx, set(articles) - self.now.keys())
        self.before |= found
        self.now |= found
        return list(found.values())

    def _join_resolved(self, articles: Iterable[str]) -> None:
        """Take in articles whose mentions keep their targets, but for those that are told afterwards."""
        for evidence in self._join(articles):
            self.targets |= evidence.targets

    def _apply_context(self, context: Context) -> None:
        self._join_resolved(context.articles_touched)
        self.targets |= context.targets

    def _match_cases(self) -> None:
        matching = CaseMatching(self._tx, self.before, self.now, self.targets)
        self._join_resolved(matching.articles_touched)
        for evidence in self.now.values():
            self.targets |= resolution.resolve_claims(evidence, self.targets)
        mentions = {id_ for evidence in self.now.values() for id_ in evidence.mentions}
        self.targets |= {id_: target for id_, target in matching.targets.items() if id_ in mentions}
        for evidence in self.now.values():
            self.targets |= resolve_parts(evidence, self.targets, matching.facts)

    def _change(self) -> Change:
        change = Change()
        for id_ in sorted(self.before.keys() | self.now.keys()):
            old, new = self.before.get(id_), self.now.get(id_)
            change.of(
                id_,
                contribution(old, old.targets) if old else Contribution(),
                contribution(new, self.targets) if new else Contribution(),
            )
        return change

    def _moves(self) -> list[Move]:
        return [
            Move(id_, self.targets[id_], again=id_ in evidence.targets)
            for evidence in self.now.values()
            for id_ in evidence.mentions
            if evidence.targets.get(id_) != self.targets[id_]
        ]
