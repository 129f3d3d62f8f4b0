"""`casegraph serve`."""

import os
import socket
import sys

import uvicorn

from schema import SettingsError
from service.api import create_app
from service.settings import Settings, load_settings


def run_server(host: str | None, port: int | None) -> None:
    """Serve until interrupted."""
    given = {"host": host, "port": port}
    settings = load_settings().model_copy(update={name: value for name, value in given.items() if value is not None})
    with _listen(settings) as listening:
        bound = listening.getsockname()[1]
        address = f"[{settings.host}]" if ":" in settings.host else settings.host
        sys.stderr.write(f"casegraph: http://{address}:{bound}/graphql (Ctrl-C ends it)\n")
        config = uvicorn.Config(create_app(settings), log_level="warning")
        uvicorn.Server(config).run(sockets=[listening])


def _listen(settings: Settings) -> socket.socket:
    where = f"{settings.host}:{settings.port}"
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        what = f"cannot listen there ({os.strerror(error.errno or 0)})"
        raise SettingsError(what, where=where, try_="another --port or --host") from error
