"""GraphiQL's page and its scripts."""

import asyncio
import io
import tarfile
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from service.api import graphiql


@pytest.fixture
def fetched(tmp_path: Path) -> Path:
    """A folder in which every file of the page stands, with its own address as content."""
    for file in graphiql.files():
        file.under(tmp_path).parent.mkdir(parents=True, exist_ok=True)
        file.under(tmp_path).write_text("/".join(file))
    return tmp_path


def test_every_script_of_the_page_is_known() -> None:
    assert graphiql.page(Path("nowhere")).count("https://unpkg.com/") == len(graphiql.files()) >= 5


def test_with_the_files_nothing_comes_from_elsewhere(fetched: Path) -> None:
    page = graphiql.page(fetched)
    assert "unpkg.com" not in page
    assert page.count('="/graphiql/') == len(graphiql.files())


def test_a_file_that_lacks_leaves_the_page_as_it_is(fetched: Path) -> None:
    graphiql.files()[0].under(fetched).unlink()
    assert "https://unpkg.com/" in graphiql.page(fetched)


def test_the_files_are_served_where_the_page_looks(fetched: Path) -> None:
    async def load() -> list[str]:
        app = FastAPI()
        graphiql.serve_files(app, fetched)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://casegraph") as client:
            return [(await client.get(f"/graphiql/{'/'.join(file)}")).text for file in graphiql.files()]

    assert asyncio.run(load()) == ["/".join(file) for file in graphiql.files()]


def test_a_package_without_the_file_is_an_error(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "package.tgz", "w:gz") as tar:
        tar.addfile(tarfile.TarInfo("package/other.js"), io.BytesIO())
    with tarfile.open(tmp_path / "package.tgz") as tar, pytest.raises(KeyError, match=r"wanted\.js"):
        graphiql._unpack(tar, graphiql.File("some@1.0.0", "wanted.js"), tmp_path)
