"""The answer to a GraphQL query as a tree to read: a line for each thing, what belongs to it below."""

from typing import Any

from rich.markup import escape
from rich.tree import Tree

QUOTES = {"quote", "text"}


def tree_of(title: str, data: dict[str, Any]) -> Tree:
    """The fields of the answer that have a value, in the order of the query."""
    root = Tree(f"[bold]{escape(title)}[/]", guide_style="dim")
    for value in data.values():
        for item in _items(value):
            _grow(root, item)
    return root


def _items(value: Any) -> list[Any]:
    """What a list holds, or the nodes of a connection, or the one thing that this is."""
    if isinstance(value, dict) and "edges" in value:
        return [edge["node"] for edge in value["edges"]]
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _grow(parent: Tree, item: Any) -> None:
    if not isinstance(item, dict):
        parent.add(escape(str(item)))
        return
    branch = parent.add(_line(item))
    for name, value in item.items():
        if _is_inline(value):
            continue
        items = _items(value)
        if all(_is_inline(one) for one in items):
            if items:
                branch.add(f"[dim]{_label(name)}:[/] " + "; ".join(map(_line, items)))
        else:
            below = branch.add(f"[dim]{_label(name)}[/]")
            for one in items:
                _grow(below, one)


def _is_inline(value: Any) -> bool:
    """Whether it fits on the line of the thing that it is said of: a word, or a thing of words only."""
    if isinstance(value, dict):
        return "edges" not in value and all(_is_inline(inner) for inner in value.values())
    return not isinstance(value, list)


def _line(item: Any) -> str:
    if isinstance(item, dict):
        return " · ".join(line for name, value in item.items() if _is_inline(value) and (line := _worded(name, value)))
    return _worded("", item)


def _worded(name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return _line(value)
    words = escape(" ".join(str(value).split()))
    if name in QUOTES:
        return f"[italic]{words}[/]" if words[0] in '“"' else f"[italic]“{words}”[/]"
    return words.replace("_", " ").lower() if words.isupper() and len(words) > 4 else words


def _label(name: str) -> str:
    """
    >>> _label("claimsAbout")
    'claims about'
    """
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name)
