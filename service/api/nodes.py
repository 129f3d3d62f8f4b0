"""The interface of all nodes, and the way from a row of the graph to the type that its id names."""

from collections.abc import Callable
from typing import TypeVar

import strawberry

from schema import NodeType, type_of
from service.api.reader import Row

N = TypeVar("N", bound="type[Node]")


@strawberry.interface(description="A thing in the graph; its id begins with its type and never changes it.")
class Node:
    id: strawberry.ID
    name: str

    @classmethod
    def from_row(cls, row: Row) -> "Node":
        """From the properties that the graph has for it."""
        return cls(id=strawberry.ID(row["id"]), name=row["name"])


_CLASSES: dict[NodeType, type[Node]] = {}


def represents(type_: NodeType) -> Callable[[N], N]:
    """Register the class that stands for the nodes of a type."""

    def register(class_: N) -> N:
        _CLASSES[type_] = class_
        return class_

    return register


def make_node(row: Row) -> Node:
    type_ = type_of(row["id"])
    if type_ is None:
        raise ValueError(f"the graph holds a node with the id {row['id']!r}, which names no type")
    return _CLASSES[type_].from_row(row)


def classes() -> list[type[Node]]:
    return list(_CLASSES.values())
