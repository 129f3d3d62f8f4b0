"""The error tree, and what an error says."""

import re

import pytest

import schema
from schema import CasegraphError, GraphUnavailable, errors

SAID = [
    pytest.param("it is empty", "a.txt", "remove it", "a.txt: it is empty; try: remove it", id="all"),
    pytest.param("it is empty", "", "", "it is empty", id="what alone"),
    pytest.param("it is empty", "a.txt", "", "a.txt: it is empty", id="no remedy"),
]


@pytest.mark.parametrize(("what", "where", "try_", "line"), SAID)
def test_an_error_is_one_line(what: str, where: str, try_: str, line: str) -> None:
    error = GraphUnavailable(what, where=where, try_=try_)
    assert str(error) == line
    assert (error.what, error.where, error.try_) == (what, where, try_)


def test_the_tree_is_as_drawn() -> None:
    """A line of the drawing: its depth in fours of characters, and the name."""
    drawn: dict[str, str] = {}
    path: list[str] = []
    for branch, name in re.findall(r"^([│├└─ ]*)([A-Z]\w+)(?:  .*)?$", errors.__doc__ or "", re.MULTILINE):
        path[len(branch) // 4 :] = [name]
        if len(path) > 1:
            drawn[name] = path[-2]
    classes = [c for c in vars(errors).values() if isinstance(c, type) and c is not CasegraphError]
    assert drawn == {c.__name__: c.__base__.__name__ for c in classes if c.__base__}
    assert len(drawn) > 5


def test_every_error_is_exported() -> None:
    classes = {c.__name__ for c in vars(errors).values() if isinstance(c, type)}
    assert classes <= set(schema.__all__)
