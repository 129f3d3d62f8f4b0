"""Cursors, and what `first` may be."""

import base64
import json

import pytest

from service.api.errors import BadInput
from service.api.paging import PAGE, Page, read_cursor, write_cursor
from service.cypher.reading import BY_NAME, NEWEST, by_properties


def encoded(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode()


@pytest.mark.parametrize("values", [["Sam Rainsy", "person:1"], ["ហ៊ុន សែន 😀", "person:2"], ["", ""]])
def test_a_cursor_comes_back(values: list[str]) -> None:
    assert read_cursor(write_cursor(values, BY_NAME), BY_NAME) == tuple(values)


@pytest.mark.parametrize(
    "cursor",
    [
        pytest.param("", id="empty"),
        pytest.param("Sam Rainsy", id="no base64"),
        pytest.param("é", id="no ascii"),
        pytest.param(base64.urlsafe_b64encode(b"\xff\xfe").decode(), id="no text"),
        pytest.param(base64.urlsafe_b64encode(b"name").decode(), id="no json"),
        pytest.param(encoded(1), id="no list"),
        pytest.param(encoded([]), id="empty list"),
        pytest.param(encoded({"name": 1}), id="a map"),
        pytest.param(encoded(["name", "a"]), id="too short"),
        pytest.param(encoded(["name", "a", "b", "c"]), id="too long"),
        pytest.param(encoded(["name", "a", 1]), id="a number"),
        pytest.param(encoded([["name"], "a", "b"]), id="a list for its order"),
        pytest.param(write_cursor(["2020-01-01", "article:1"], NEWEST), id="of another order"),
        pytest.param(write_cursor(["a", "b", "c"], by_properties([("filed_on", True)])), id="of another direction"),
    ],
)
def test_a_bad_cursor_is_one_clear_error(cursor: str) -> None:
    with pytest.raises(BadInput, match=r"^after: is no cursor of this list in this order; try: endCursor"):
        read_cursor(cursor, BY_NAME)


@pytest.mark.parametrize("first", [-1, 0, PAGE + 1])
def test_first_is_bounded(first: int) -> None:
    with pytest.raises(BadInput, match=f"^first: must be 1 to {PAGE}, not {first}$"):
        Page.of(first, None, BY_NAME)
