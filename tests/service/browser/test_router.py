"""What Neo4j Browser asks for, and the leave it must be given to fetch it from another origin."""

import asyncio

import httpx
import pytest
from fastapi import FastAPI

from service.browser import router
from tests.service.browser.grass import text

LEAVE = {
    "access-control-allow-origin": "*",
    "access-control-allow-headers": "cache-control, pragma",
    "access-control-allow-private-network": "true",
}


def answer(method: str, name: str, headers: dict[str, str] | None = None) -> httpx.Response:
    app = FastAPI()
    app.include_router(router)

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
            return await client.request(method, f"/browser/{name}", headers=headers)

    return asyncio.run(ask())


@pytest.mark.parametrize(("name", "type_"), [("style.grass", "text/plain"), ("guide.html", "text/html")])
def test_file_is_served_to_any_origin(name: str, type_: str) -> None:
    got = answer("GET", name, {"Origin": "http://127.0.0.1:7474"})
    assert got.status_code == 200
    assert got.text == text(name)
    assert got.headers["content-type"] == f"{type_}; charset=utf-8"
    assert LEAVE.items() <= got.headers.items()


def test_preflight_is_answered() -> None:
    asked = {
        "Origin": "http://127.0.0.1:7474",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "cache-control,pragma",
        "Access-Control-Request-Private-Network": "true",
    }
    got = answer("OPTIONS", "guide.html", asked)
    assert got.status_code == 204
    assert LEAVE.items() <= got.headers.items()


@pytest.mark.parametrize("name", ["router.py", "__init__.py", "..%2f__init__.py", "style.gras"])
def test_nothing_else_is_served(name: str) -> None:
    assert answer("GET", name).status_code == 404
