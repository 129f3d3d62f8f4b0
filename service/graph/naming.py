"""The names that articles teach each other: which aliases are new or gone, and whose mentions that concerns."""

from collections.abc import Iterable

from neo4j import ManagedTransaction

from schema import PARTY, NodeType, digest, normalise_name
from service.cypher import writing
from service.graph.evidence import ArticleEvidence
from service.graph.resolution import Alias, Name, Names, aliases_of, is_bare, is_generic, stands_alone
from service.graph.statements import rows

_TYPES = {str(type_): type_ for type_ in PARTY}


class Naming:
    """The aliases that concern some new and gone articles; those they teach are written, those nobody uses deleted."""

    def __init__(
        self, transaction: ManagedTransaction, new: Iterable[ArticleEvidence], gone: Iterable[ArticleEvidence]
    ) -> None:
        self._tx = transaction
        self._known: set[Alias] = set()
        self._asked: tuple[set[str], set[str]] = (set(), set())
        new, gone = list(new), list(gone)
        taught = {alias for evidence in new for alias in aliases_of(evidence)}
        dropped = {alias for evidence in gone for alias in aliases_of(evidence)} - taught
        stored = self._stored(taught | dropped)
        self.added, self.removed = taught - stored, self._unused(dropped & stored)
        self.learn([*new, *gone])
        self._learn_changed()
        self._write()

    @property
    def names(self) -> Names:
        """The names as they are now."""
        return Names((self._known | self.added) - self.removed)

    def learn(self, articles: Iterable[ArticleEvidence]) -> None:
        """Read all aliases that bear on what these articles refer to, and the bare names of their people."""
        parties = [m for evidence in articles for m in evidence.of_type(*PARTY)]
        self.ascend({m.key for m in parties})
        self._descend({m.key for m in parties if m.type is NodeType.PERSON and stands_alone(m)})

    def _learn_changed(self) -> None:
        """Read what is needed to tell which names stand for something else because aliases were added or removed."""
        changed = self.added | self.removed
        concerned = changed | self._descend({alias.key for alias in changed})
        self.ascend({alias.key for alias in concerned if not is_bare(Name(alias.type, alias.key))})

    def ascend(self, keys: set[str]) -> None:
        """Read the aliases with these keys, and those of the fuller names they lead to."""
        while keys := keys - self._asked[0]:
            self._asked[0].update(keys)
            keys = {alias.fuller for alias in self._read(writing.ALIASES_OF_KEYS, keys)}

    def _descend(self, fuller: set[str]) -> set[Alias]:
        """Read the aliases of these names, and the aliases of those."""
        found: set[Alias] = set()
        while fuller := fuller - self._asked[1]:
            self._asked[1].update(fuller)
            some = self._read(writing.ALIASES_OF_FULLER, fuller)
            fuller = {alias.key for alias in some}
            found |= some
        return found

    def _stored(self, aliases: set[Alias]) -> set[Alias]:
        ids = {_id(alias): alias for alias in aliases}
        return {ids[row["id"]] for row in rows(self._tx, writing.KNOWN_ALIASES, ids=sorted(ids))}

    def _read(self, statement: str, keys: set[str]) -> set[Alias]:
        found = {Alias(_TYPES[r["type"]], r["key"], r["fuller"]) for r in rows(self._tx, statement, keys=sorted(keys))}
        self._known |= found
        return found

    def _unused(self, aliases: set[Alias]) -> set[Alias]:
        """Those that no article of the graph teaches any more."""
        if not aliases:
            return set()
        names = [{"type": str(a.type), "key": a.fuller} for a in sorted(aliases)]
        bearers = rows(self._tx, writing.NAME_BEARERS, names=names)
        used = {(row["type"], row["key"], key) for row in bearers for key in _keys(row["aliases"] or ())}
        return {a for a in aliases if (str(a.type), a.fuller, a.key) not in used}

    def _write(self) -> None:
        if self.added:
            rows(self._tx, writing.WRITE_ALIASES, rows=[_row(alias) for alias in sorted(self.added)])
        if self.removed:
            rows(self._tx, writing.DELETE_ALIASES, ids=[_id(alias) for alias in sorted(self.removed)])

    def articles_renamed(self) -> set[str]:
        """The articles of the graph that use a name which now stands for something else."""
        old, new = Names((self._known - self.added) | self.removed), self.names
        names = sorted({Name(alias.type, alias.key) for alias in self._known | self.added})
        renamed = [n for n in names if not is_bare(n) and not is_generic(n) and old.root(n) != new.root(n)]
        if not renamed:
            return set()
        asked = [{"type": str(name.type), "key": name.key} for name in renamed]
        return {row["id"] for row in rows(self._tx, writing.ARTICLES_WITH_NAMES, names=asked)}

    def bare_keys(self) -> set[str]:
        """The bare names of persons that stand, or stood, for somebody whom the articles mention."""
        return {alias.key for alias in self._known | self.added if is_bare(Name(alias.type, alias.key))}


def _keys(aliases: Iterable[str]) -> set[str]:
    return {key for key in map(normalise_name, aliases) if key}


def _id(alias: Alias) -> str:
    return f"alias:{digest(*alias)}"


def _row(alias: Alias) -> dict[str, str]:
    return {"id": _id(alias), "type": str(alias.type), "key": alias.key, "fuller": alias.fuller}
