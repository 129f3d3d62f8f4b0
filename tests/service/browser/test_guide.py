"""The saved queries: what each must say before a graph is asked, and what it draws from a real one."""

import re

import pytest

from schema import NodeType, Predicate
from tests.service.browser.grass import queries, text
from tests.service.browser.test_style import EVIDENCE_LINKS, EVIDENCE_NODES

NAMES = ["case", "who-sued-whom", "person", "denials", "platform", "positions", "evidence", "penalties"]
LINK_TYPES = re.compile(r"\[\w*:([A-Z_|]+)\]")
LABELS = re.compile(r":([A-Z]\w+)\b")


def test_the_eight_queries_are_there() -> None:
    assert list(queries()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_query_uses_the_vocabulary_and_is_bounded(name: str) -> None:
    query = queries()[name]
    links = {link for found in LINK_TYPES.findall(query) for link in found.split("|")}
    assert links
    assert links <= {*Predicate, *EVIDENCE_LINKS}
    assert set(LABELS.findall(LINK_TYPES.sub("", query))) <= {*NodeType, *EVIDENCE_NODES}
    assert re.search(r"\nLIMIT \d+$", query)


@pytest.mark.parametrize("name", [n for n in NAMES if n != "evidence"])
def test_query_leaves_the_evidence_out(name: str) -> None:
    words = set(re.findall(r"\w+", queries()[name]))
    assert words.isdisjoint({*EVIDENCE_NODES, *EVIDENCE_LINKS, "Article", "MENTIONS"})
    assert not re.search(r"--|-\[\w*\]-", queries()[name])


def test_browser_leaves_the_guide_whole() -> None:
    """Browser strips scripts and whatever looks like ` on…="…"` from a guide, wherever it stands."""
    assert not re.search(r"\son[^\s=]+\s*=|<script", text("guide.html"), re.IGNORECASE)
