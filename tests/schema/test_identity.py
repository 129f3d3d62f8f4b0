"""Names that are compared, ids that two workers make alike."""

import subprocess
import sys

import pytest

from schema import NodeType, article_id, digest, node_id, normalise_name, type_of

NAMES = [
    pytest.param("Sam  Rainsy", "sam rainsy", id="spaces"),
    pytest.param("The Daily", "daily", id="leading article"),
    pytest.param("Theodore", "theodore", id="no leading article"),
    pytest.param("Orrel’s", "orrel", id="possessive"),
    pytest.param("the courts'", "courts", id="possessive of a plural"),
    pytest.param("Ａ.Ｂ.", "a b", id="full-width letters"),
    pytest.param("Straße", "strasse", id="casefold"),
    pytest.param("AT&T", "at&t", id="ampersand"),
    pytest.param("@maro_test", "@maro_test", id="handle"),
    pytest.param("ហ៊ុន សែន", normalise_name("ហ៊ុន  សែន"), id="Khmer"),
    pytest.param("—", "", id="nothing to compare"),
]


@pytest.mark.parametrize(("name", "normalised"), NAMES)
def test_normalise_name(name: str, normalised: str) -> None:
    assert normalise_name(name) == normalised
    assert normalise_name(normalised) == normalised


def test_digest_tells_lists_of_parts_apart() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", "")}) == 4


@pytest.mark.parametrize("type_", NodeType)
def test_an_id_says_its_type(type_: NodeType) -> None:
    assert type_of(node_id(type_, "x")) is type_


@pytest.mark.parametrize("id_", ["", "x", "mention:1", "persons:1"])
def test_no_type(id_: str) -> None:
    assert type_of(id_) is None


def test_types_do_not_share_ids() -> None:
    assert len({node_id(type_, "x").partition(":")[2] for type_ in NodeType}) == len(NodeType)


def test_ids_are_the_same_in_another_process() -> None:
    code = "from schema import *; print(node_id(NodeType.CASE, 'a', 'b'), article_id(None, 'text'))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [node_id(NodeType.CASE, "a", "b"), article_id(None, "text")]


def test_an_article_is_its_address() -> None:
    assert article_id("http://a.example", "one") == article_id("http://a.example", "two")
    assert article_id(None, "one") != article_id(None, "two")
