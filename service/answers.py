"""The answer to a GraphQL query as a tree to read: a line for each thing, what belongs to it below."""

from typing import Any

from rich.markup import escape
from rich.tree import Tree

QUOTES = {"quote", "text"}
KINDS = {"kind", "role", "stance", "status"}


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
    item = _unwrapped(item)
    branch = parent.add(_line(item))
    for name, value in item.items() if isinstance(item, dict) else ():
        if not _is_inline(value):
            _hang(branch, _label(name), _items(value))


def _hang(branch: Tree, label: str, items: list[Any]) -> None:
    """Short things beside their label, long ones below it."""
    if items and all(map(_is_short, items)):
        branch.add(f"[dim]{label}:[/] " + "; ".join(map(_line, items)))
    elif items:
        below = branch.add(f"[dim]{label}[/]")
        for item in items:
            _grow(below, item)


def _unwrapped(item: Any) -> Any:
    """The party of {"party": {…}}."""
    while isinstance(item, dict) and len(item) == 1 and isinstance(inner := next(iter(item.values())), dict):
        item = inner
    return item


def _is_short(item: Any) -> bool:
    return _is_inline(item) and not (isinstance(item, dict) and QUOTES & item.keys())


def _is_inline(value: Any) -> bool:
    """Whether it stands on the line of what it is said of: a word, or a thing of words only."""
    if isinstance(value, dict):
        return "edges" not in value and all(map(_is_inline, value.values()))
    return not isinstance(value, list)


def _line(item: Any) -> str:
    if not isinstance(item, dict):
        return _worded("", item)
    return " · ".join(line for name, value in item.items() if _is_inline(value) and (line := _worded(name, value)))


def _worded(name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return _line(value)
    words = escape(" ".join(str(value).split()))
    if name in QUOTES:
        return f"[italic]{words}[/]" if words.startswith(("“", '"')) else f"[italic]“{words}”[/]"
    return words.replace("_", " ").lower() if name in KINDS else words


def _label(name: str) -> str:
    """
    >>> _label("claimsAbout")
    'claims about'
    """
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name)
