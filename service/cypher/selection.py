"""A filtered list of nodes, as the text of a statement and its parameters.

Linked nodes are matched first and the node asked for last: on the embedded graph `MATCH (n:Case) WHERE EXISTS { … }`
takes 20 times as long as starting from the few nodes that bear the name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from schema import NodeType, normalise_name, type_of
from service.cypher.reading import Hop, Order, projection


@dataclass
class Parameters:
    """The values of a statement, each under a name of its own."""

    values: dict[str, Any] = field(default_factory=dict)

    def add(self, value: Any) -> str:
        name = f"p{len(self.values)}"
        self.values[name] = value
        return f"${name}"


@dataclass
class Pattern:
    """A node to be found: its variable, its types, conditions on it and on the link to it, and what it is linked to."""

    variable: str
    labels: tuple[NodeType, ...]
    parameters: Parameters
    conditions: list[str] = field(default_factory=list)
    link_conditions: list[str] = field(default_factory=list)
    links: list[tuple[Hop, "Pattern"]] = field(default_factory=list)

    def node(self) -> str:
        return f"({self.variable}:{'|'.join(self.labels)})"

    @property
    def link(self) -> str:
        return f"{self.variable}_link"

    def linked(self, hop: Hop) -> "Pattern":
        """A further node that this one must be linked to by the step."""
        other = Pattern(f"{self.variable}_{len(self.links)}", hop.targets, self.parameters)
        self.links.append((hop, other))
        return other

    def identified(self, id_: str) -> None:
        """It is the node with this id. An id says its type, and one type is looked up in its index."""
        self.labels = tuple(label for label in self.labels if label is type_of(id_)) or self.labels
        self.conditions.append(f"{self.variable}.id = {self.parameters.add(id_)}")

    def one_of(self, property_: str, values: Sequence[Enum]) -> None:
        self.conditions.append(f"{self.variable}.{property_} IN {self.parameters.add([v.value for v in values])}")

    def at_least(self, property_: str, value: object) -> None:
        self.conditions.append(f"{self.variable}.{property_} >= {self.parameters.add(value)}")

    def at_most(self, property_: str, value: object) -> None:
        self.conditions.append(f"{self.variable}.{property_} <= {self.parameters.add(value)}")

    def link_equals(self, property_: str, value: Enum) -> None:
        self.link_conditions.append(f"{self.link}.{property_} = {self.parameters.add(value.value)}")

    def named(self, names: Iterable[str]) -> None:
        """Its name, or one of its aliases, is one of these, however they are capitalised."""
        wanted = self.parameters.add(sorted({form for name in names for form in _forms(name)}))
        self.conditions.append(self._any_name(f"IN {wanted}"))

    def name_contains(self, part: str) -> None:
        """Its name, or one of its aliases, contains this, however it is capitalised."""
        forms = [self.parameters.add(form) for form in _forms(part)]
        self.conditions.append(f"({' OR '.join(self._any_name(f'CONTAINS {form}') for form in forms)})")

    def text_contains(self, property_: str, part: str) -> None:
        wanted = self.parameters.add(_folded(part))
        self.conditions.append(f"{_FOLDED.format(f'{self.variable}.{property_}')} CONTAINS {wanted}")

    def _any_name(self, test: str) -> str:
        own = f"{_FOLDED.format(f'{self.variable}.name')} {test}"
        return f"({own} OR any(alias IN {self.variable}.aliases WHERE {_FOLDED.format('alias')} {test}))"


_FOLDED = """replace(toLower({}), "’", "'")"""


def _folded(text: str) -> str:
    return text.strip().lower().replace("’", "'")


def _forms(name: str) -> list[str]:
    """As it is written, and as names are compared: without "the" and without a possessive."""
    return sorted({_folded(name), normalise_name(name)} - {""})


def selection(label: NodeType) -> Pattern:
    """All nodes of a type, as `n`; narrow it before the statement is made."""
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


def _matched(pattern: Pattern) -> str:
    distinct = ["WITH DISTINCT n"] if pattern.links else []
    return "\n".join([*_arriving(pattern), *distinct])


def _arriving(pattern: Pattern) -> list[str]:
    if not pattern.links:
        return [_match(pattern.node(), pattern.conditions)]
    (hop, first), *rest = pattern.links
    step = f"({first.variable}){hop.arrow(first.link, back=True)}{pattern.node()}"
    own = _match(step, first.link_conditions + pattern.conditions)
    return [*_arriving(first), own, *(line for hop, other in rest for line in _leaving(pattern, hop, other))]


def _leaving(pattern: Pattern, hop: Hop, other: Pattern) -> list[str]:
    step = f"({pattern.variable}){hop.arrow(other.link)}{other.node()}"
    return [
        _match(step, other.link_conditions + other.conditions),
        *(line for hop, further in other.links for line in _leaving(other, hop, further)),
    ]


def _match(pattern: str, conditions: list[str]) -> str:
    return f"MATCH {pattern}" + (f" WHERE {' AND '.join(conditions)}" if conditions else "")
