"""GraphiQL, as strawberry ships its page, for users without the internet.

The page names its scripts by npm package, version and path, at a public address. `make graphiql` fetches just these
files by npm, before a wheel or an image is built; where they are, the page loads them from here, else from there.
"""

import re
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from strawberry.fastapi import GraphQLRouter
from strawberry.http.ides import get_graphql_ide_html

from service.api.context import Context

FILES = Path(__file__).with_name("npm")
_ADDRESS = "https://unpkg.com/"
_HERE = "/graphiql/"
_FILE = re.compile(re.escape(_ADDRESS) + r"((?:@[\w-]+/)?[\w.-]+@[\w.-]+)/([\w./-]+)")


class File(NamedTuple):
    """A file of the page: its package with the version, as npm writes it, and the path in that package."""

    package: str
    path: str

    def under(self, folder: Path) -> Path:
        return folder / self.package / self.path


def files() -> list[File]:
    """What the page loads."""
    return [File(*found) for found in _FILE.findall(get_graphql_ide_html("graphiql"))]


def page(folder: Path = FILES) -> str:
    """The page, with scripts from here if all of them are in the folder."""
    html = get_graphql_ide_html("graphiql")
    return html.replace(_ADDRESS, _HERE) if _complete(folder) else html


def serve_files(app: FastAPI, folder: Path = FILES) -> None:
    """Serve the scripts, if they were fetched."""
    if _complete(folder):
        app.mount(_HERE.rstrip("/"), StaticFiles(directory=folder))


class Router(GraphQLRouter[Context, None]):
    """GraphQL, and GraphiQL for browsers."""

    @property
    def graphql_ide_html(self) -> str:
        return page()


def fetch(folder: Path = FILES) -> None:
    """Fetch the files of the page by npm."""
    with tempfile.TemporaryDirectory() as scratch:
        for package in sorted({file.package for file in files()}):
            archive = _packed(package, Path(scratch))
            with tarfile.open(archive) as tar:
                for file in files():
                    if file.package == package:
                        _unpack(tar, file, folder)


def _complete(folder: Path) -> bool:
    return all(file.under(folder).is_file() for file in files())


def _packed(package: str, scratch: Path) -> Path:
    command = ["npm", "pack", "--silent", "--pack-destination", str(scratch), package]
    return scratch / subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def _unpack(tar: tarfile.TarFile, file: File, folder: Path) -> None:
    content = tar.extractfile(f"package/{file.path}")
    if content is None:
        raise FileNotFoundError(f"{file.package} has no file {file.path}")
    target = file.under(folder)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.read())
