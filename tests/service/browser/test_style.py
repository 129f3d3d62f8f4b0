"""The style says something about everything that can stand in the picture, and all of it can be read."""

import re
from pathlib import Path

import pytest

from schema import NodeType, Predicate
from tests.service.browser.grass import rules

DOCUMENTATION = Path(__file__).parents[3] / "docs/neo4j.md"
EVIDENCE_NODES = ["Mention", "Statement"]
EVIDENCE_LINKS = ["HAS_MENTION", "STATES", "SUBJECT", "OBJECT", "REFERS_TO"]
NODES = [f"node.{name}" for name in [*NodeType, *EVIDENCE_NODES]]
LINKS = [f"relationship.{name}" for name in [*Predicate, *EVIDENCE_LINKS]]


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Source: WCAG 2.1, contrast ratio; 4.5 is its threshold for small text."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def saturation(colour: str) -> int:
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return max(channels) - min(channels)


def test_vocabulary_has_its_rules_and_nothing_else_has() -> None:
    assert sorted(rules()) == sorted([*NODES, *LINKS, "node", "relationship"])


def test_each_type_has_a_colour_of_its_own() -> None:
    style = rules()
    assert len({style[selector]["color"] for selector in NODES}) == len(NODES)


@pytest.mark.parametrize("selector", NODES)
def test_caption_of_node_is_short_and_legible(selector: str) -> None:
    style = {**rules()["node"], **rules()[selector]}
    assert style["caption"] in {"{name}", "{quote}"}
    assert contrast(style["color"], style["text-color-internal"]) >= 4.5
    assert int(style["font-size"].removesuffix("px")) >= 9


@pytest.mark.parametrize("selector", LINKS)
def test_link_reads_as_words(selector: str) -> None:
    style = {**rules()["relationship"], **rules()[selector]}
    caption = style["caption"]
    assert caption in {"{stance}", "{title}"} or caption.replace(" ", "").islower()
    assert contrast(style["color"], style["text-color-internal"]) >= 4.5


@pytest.mark.parametrize("name", EVIDENCE_NODES)
def test_evidence_is_muted(name: str) -> None:
    assert saturation(rules()[f"node.{name}"]["color"]) < 10
    assert all(saturation(rules()[f"node.{t}"]["color"]) > 20 for t in NodeType)


def test_documentation_explains_each_arrow() -> None:
    style = rules()
    table = re.findall(r"^\| ([^|]+) \| ([A-Z_, ]+) \|$", DOCUMENTATION.read_text(), re.MULTILINE)
    explained = {type_: words for words, types in table for type_ in types.split(", ")}
    said = {"MADE": "asserts, denies", "HOLDS_POSITION": "the title, such as *leader*"}
    assert explained == {p: said.get(p, style[f"relationship.{p}"]["caption"]) for p in Predicate}
