"""A filtered list of nodes, as the text of a statement and its parameters.

What the embedded graph is quick at decides the shape. It starts from the nodes that bear a name, found by the index of
mentions, and ends at those asked for: `MATCH (n:Case) WHERE EXISTS { … }` takes 20 times as long. It looks up one label
at a time: `MATCH (n:Person|Court) WHERE n.id IN $ids` reads all of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from schema import NodeType, normalise_name, type_of
from service.cypher.reading import Hop, Order, projection

_FOLDED = """replace(toLower({}), "’", "'")"""

#: For each of `$names` (parameter, key, types) the ids of the nodes of which an article uses the name.
BEARERS = """
UNWIND $names AS name
OPTIONAL MATCH (a:Alias {key: name.key}) WHERE a.type IN name.types
WITH name, [name.key] + collect(a.fuller) AS keys
UNWIND keys AS key
MATCH (m:Mention {key: key}) WHERE m.type IN name.types
MATCH (m)-[:REFERS_TO]->(node)
RETURN DISTINCT name.parameter AS parameter, node.id AS id LIMIT $first
"""
MOST_BEARERS = 10_000


@dataclass
class Parameters:
    """The values of a statement, each under a name of its own; those in `names` are ids that BEARERS has to find."""

    values: dict[str, Any] = field(default_factory=dict)
    names: list[tuple["Pattern", str, list[str]]] = field(default_factory=list)

    def add(self, value: Any) -> str:
        name = f"p{len(self.values)}"
        self.values[name] = value
        return f"${name}"

    def wanted(self) -> list[dict[str, Any]]:
        """The `$names` of BEARERS."""
        return [
            {"parameter": parameter, "key": key, "types": [label.value for label in pattern.labels]}
            for pattern, parameter, keys in self.names
            for key in keys
        ]

    def found(self, rows: list[dict[str, Any]]) -> None:
        """Put in the ids that BEARERS found."""
        for pattern, parameter, _ in self.names:
            ids = sorted({row["id"] for row in rows if row["parameter"] == parameter})
            self.values[parameter.removeprefix("$")] = ids
            pattern.of_types({type_of(id_) for id_ in ids})


@dataclass
class Pattern:
    """A node to be found: its variable, its types, conditions on it and on the link to it, and what it is linked to."""

    variable: str
    labels: tuple[NodeType, ...]
    parameters: Parameters
    ids: str | None = None
    conditions: list[str] = field(default_factory=list)
    link_conditions: list[str] = field(default_factory=list)
    links: list[tuple[Hop, "Pattern"]] = field(default_factory=list)

    @property
    def link(self) -> str:
        return f"{self.variable}_link"

    def linked(self, hop: Hop) -> "Pattern":
        """A further node that this one must be linked to by the step."""
        other = Pattern(f"{self.variable}_{len(self.links)}", hop.targets, self.parameters)
        self.links.append((hop, other))
        return other

    def of_types(self, types: set[NodeType | None]) -> None:
        """Leave out the types that it cannot have."""
        self.labels = tuple(label for label in self.labels if label in types) or self.labels

    def identified(self, id_: str) -> None:
        """It is the node with this id."""
        self._among([id_])
        self.of_types({type_of(id_)})

    def named(self, names: Iterable[str]) -> None:
        """One of these names, normalised, is its name or an alias. The name of a case is no article's: it is read."""
        if self.labels == (NodeType.CASE,):
            wanted = self.parameters.add(sorted({_folded(name) for name in names}))
            self.conditions.append(f"{_FOLDED.format(f'{self.variable}.name')} IN {wanted}")
        else:
            self.parameters.names.append((self, self._among([]), sorted({normalise_name(name) for name in names})))

    def name_contains(self, part: str) -> None:
        """Its name, or one of its aliases, contains this, however it is capitalised."""
        wanted = self.parameters.add(_folded(part))
        own, alias = _FOLDED.format(f"{self.variable}.name"), _FOLDED.format("alias")
        aliases = f"any(alias IN {self.variable}.aliases WHERE {alias} CONTAINS {wanted})"
        self.conditions.append(f"({own} CONTAINS {wanted} OR {aliases})")

    def text_contains(self, property_: str, part: str) -> None:
        wanted = self.parameters.add(_folded(part))
        self.conditions.append(f"{_FOLDED.format(f'{self.variable}.{property_}')} CONTAINS {wanted}")

    def one_of(self, property_: str, values: Sequence[Enum]) -> None:
        self.conditions.append(f"{self.variable}.{property_} IN {self.parameters.add([v.value for v in values])}")

    def at_least(self, property_: str, value: object) -> None:
        self.conditions.append(f"{self.variable}.{property_} >= {self.parameters.add(value)}")

    def at_most(self, property_: str, value: object) -> None:
        self.conditions.append(f"{self.variable}.{property_} <= {self.parameters.add(value)}")

    def link_equals(self, property_: str, value: Enum) -> None:
        self.link_conditions.append(f"{self.link}.{property_} = {self.parameters.add(value.value)}")

    def all_conditions(self) -> list[str]:
        return [*([f"{self.variable}.id IN {self.ids}"] if self.ids else []), *self.conditions]

    def _among(self, ids: list[str]) -> str:
        parameter = self.parameters.add(ids)
        if self.ids is None:
            self.ids = parameter
        else:
            self.conditions.append(f"{self.variable}.id IN {parameter}")
        return parameter


def selection(label: NodeType) -> Pattern:
    """All nodes of a type, as `n`; narrow it, and have its names found, before the statement is made."""
    return Pattern("n", (label,), Parameters())


def page(pattern: Pattern, order: Order, *, after: bool) -> str:
    """The first `$first` nodes that fit, beyond `$after` where it is given."""
    beyond = f"\nWITH n WHERE {order.beyond('n')}" if after else ""
    return f"""
{_matched(pattern)}{beyond}
RETURN n{projection(pattern.labels[0])} AS other, {order.values("n")} AS sort
ORDER BY {order.by("n")} LIMIT $first
"""


def count(pattern: Pattern) -> str:
    """The number of nodes that fit."""
    return f"{_matched(pattern)}\nRETURN count(n) AS count"


def _folded(text: str) -> str:
    return text.strip().lower().replace("’", "'")


def _matched(pattern: Pattern) -> str:
    distinct = ["WITH DISTINCT n"] if pattern.links else []
    return "\n".join([*_arriving(pattern), *distinct])


def _arriving(pattern: Pattern) -> list[str]:
    """From the first of the linked nodes to the node itself, and on to the others."""
    if not pattern.links:
        return _started(pattern)
    (hop, first), *rest = pattern.links
    step = f"({first.variable}){hop.arrow(first.link, back=True)}{_node(pattern)}"
    own = _match(step, first.link_conditions + pattern.all_conditions())
    return [*_arriving(first), own, *(line for hop, other in rest for line in _leaving(pattern, hop, other))]


def _leaving(pattern: Pattern, hop: Hop, other: Pattern) -> list[str]:
    step = f"({pattern.variable}){hop.arrow(other.link)}{_node(other)}"
    own = _match(step, other.link_conditions + other.all_conditions())
    return [own, *(line for hop, further in other.links for line in _leaving(other, hop, further))]


def _started(pattern: Pattern) -> list[str]:
    if pattern.ids is None:
        return [_match(_node(pattern), pattern.conditions)]
    id_ = f"{pattern.variable}_id"
    each = [
        f"{_match(f'({pattern.variable}:{label} {{id: {id_}}})', pattern.conditions)} RETURN {pattern.variable}"
        for label in pattern.labels
    ]
    return [f"UNWIND {pattern.ids} AS {id_}", f"CALL ({id_}) {{ {' UNION ALL '.join(each)} }}"]


def _node(pattern: Pattern) -> str:
    return f"({pattern.variable}:{'|'.join(pattern.labels)})"


def _match(pattern: str, conditions: list[str]) -> str:
    return f"MATCH {pattern}" + (f" WHERE {' AND '.join(conditions)}" if conditions else "")
