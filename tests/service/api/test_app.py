"""The web service: its probes, and GraphQL over HTTP."""

import asyncio
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from service.api import create_app
from service.settings import Settings

LOST = "bolt://127.0.0.1:1: the graph cannot be reached; try: start Neo4j, or check CASEGRAPH_URI"


def responses(settings: Settings, *requests: httpx.Request) -> list[httpx.Response]:
    """What one life of the service answers."""

    async def send() -> list[httpx.Response]:
        app = create_app(settings)
        async with app.router.lifespan_context(app), httpx.AsyncClient(transport=httpx.ASGITransport(app)) as client:
            return [await client.send(request) for request in requests]

    return asyncio.run(send())


def get(path: str, accept: str = "*/*") -> httpx.Request:
    return httpx.Request("GET", f"http://casegraph{path}", headers={"Accept": accept})


def post(query: str, **variables: Any) -> httpx.Request:
    return httpx.Request("POST", "http://casegraph/graphql", json={"query": query, "variables": variables})


def test_on_an_empty_graph(graph_settings: Settings) -> None:
    cases = post("{ cases { totalCount edges { cursor } } }")
    search = post("query ($text: String!) { search(text: $text) { score } }", text="anything")
    health, ready, found, hits = responses(graph_settings, get("/healthz"), get("/readyz"), cases, search)
    assert (health.status_code, health.text) == (200, "up\n")
    assert (ready.status_code, ready.text) == (200, "ready\n")
    assert found.json() == {"data": {"cases": {"totalCount": 0, "edges": []}}}
    assert hits.json() == {"data": {"search": []}}


@pytest.fixture
def lost() -> Settings:
    return Settings(uri="bolt://127.0.0.1:1", user="neo4j", password=SecretStr("x"))


def test_without_a_graph(lost: Settings) -> None:
    health, ready, answer = responses(lost, get("/healthz"), get("/readyz"), post('{ node(id: "person:1") { id } }'))
    assert health.status_code == 200
    assert (ready.status_code, ready.text) == (503, f"{LOST}\n")
    [error] = answer.json()["errors"]
    assert (error["message"], error["extensions"]) == (LOST, {"code": "GRAPH_UNAVAILABLE"})


def test_a_browser_gets_graphiql_and_the_files_of_neo4j_browser(lost: Settings) -> None:
    page, style = responses(lost, get("/graphql", "text/html"), get("/browser/style.grass"))
    assert (page.status_code, style.status_code) == (200, 200)
    assert "GraphiQL" in page.text
