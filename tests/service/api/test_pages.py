"""Lists read page by page, on the embedded graph and on Neo4j."""

from typing import Any

import pytest

from tests.service.api.conftest import Ask

PAGE = "edges { cursor node { %s } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"


def all_pages(ask: Ask, query: str, list_: str, first: int, **variables: Any) -> list[list[dict[str, Any]]]:
    """The nodes of every page, following endCursor; each page says rightly whether there are others."""
    pages: list[list[dict[str, Any]]] = []
    after = None
    while True:
        connection = ask(query, first=first, after=after, **variables)[list_]
        info = connection["pageInfo"]
        pages.append([edge["node"] for edge in connection["edges"]])
        assert info["hasPreviousPage"] == (len(pages) > 1)
        assert info["endCursor"] == (connection["edges"][-1]["cursor"] if connection["edges"] else None)
        after = info["endCursor"]
        if not info["hasNextPage"]:
            return pages


@pytest.mark.parametrize(
    ("list_", "total"), [("cases", 6), ("people", 14), ("courts", 6), ("claims", 2), ("articles", 7), ("platforms", 2)]
)
def test_pages_hold_every_node_once(ask: Ask, list_: str, total: int) -> None:
    query = f"query ($first: Int!, $after: String) {{ {list_}(first: $first, after: $after) {{ {PAGE % 'id name'} }} }}"
    whole = [node for page in all_pages(ask, query, list_, 100) for node in page]
    assert len({node["id"] for node in whole}) == len(whole) == total
    for first in (1, 2, total):
        pages = all_pages(ask, query, list_, first)
        assert [node for page in pages for node in page] == whole
        assert all(len(page) == first for page in pages[:-1])


def test_people_come_by_name(ask: Ask) -> None:
    names = [
        edge["node"]["name"] for edge in ask("{ people(first: 100) { edges { node { name } } } }")["people"]["edges"]
    ]
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("order", "dates"),
    [
        ([{"field": "FILED_ON"}], ["2020-01-09", *[None] * 5]),
        ([{"field": "FILED_ON", "direction": "DESC"}], ["2020-01-09", *[None] * 5]),
        (
            [{"field": "DECIDED_ON", "direction": "DESC"}, {"field": "NAME", "direction": "DESC"}],
            ["2020-01-09", *[None] * 5],
        ),
    ],
)
def test_cases_in_another_order(ask: Ask, order: list[dict[str, str]], dates: list[str | None]) -> None:
    query = (
        "query ($order: [CaseOrder!], $first: Int!, $after: String)"
        f" {{ cases(orderBy: $order, first: $first, after: $after) {{ {PAGE % 'name filedOn'} }} }}"
    )
    nodes = [node for page in all_pages(ask, query, "cases", 2, order=order) for node in page]
    assert [node["filedOn"] for node in nodes] == dates
    undated = [node["name"] for node in nodes[1:]]
    assert undated == sorted(undated, reverse=len(order) > 1)


def test_links_of_a_hub_page_by_page(ask: Ask) -> None:
    query = (
        'query ($first: Int!, $after: String) { articles(first: 1, filter: {name: {contains: "sues"}}) { edges { node {'
        f" mentions(first: $first, after: $after) {{ totalCount {PAGE % 'party { name }'} }} }} }} }} }}"
    )

    def mentions(text: str, **variables: Any) -> dict[str, Any]:
        [edge] = ask(text, **variables)["articles"]["edges"]
        return {"mentions": edge["node"]["mentions"]}

    pages = all_pages(mentions, query, "mentions", 3)
    names = [node["party"]["name"] for page in pages for node in page]
    assert names == sorted(set(names))
    assert len(names) == mentions(query, first=1, after=None)["mentions"]["totalCount"] == 7
