"""`casegraph graph start | stop | status`."""

import sys

from service.graph.server import ServerStatus
from service.graph.server import start as start_server
from service.graph.server import status as server_status
from service.graph.server import stop as stop_server
from service.settings import Settings, load_settings


def start_graph() -> None:
    _print(server_status(settings := load_settings()) or start_server(settings), settings)


def stop_graph() -> None:
    stopped = stop_server(load_settings())
    sys.stdout.write("the embedded graph has stopped\n" if stopped else "the embedded graph was not running\n")


def print_status() -> int:
    """The exit status: 1 if it does not run."""
    settings = load_settings()
    found = server_status(settings)
    if found is None:
        sys.stdout.write("the embedded graph is not running; `casegraph graph start` starts it\n")
        return 1
    _print(found, settings)
    return 0


def _print(found: ServerStatus, settings: Settings) -> None:
    sys.stdout.write(
        f"the embedded graph runs: bolt://127.0.0.1:{found.bolt_port}, process {found.pid}, "
        f"ArcadeDB {found.version}, data in {found.folder}\n"
    )
    if settings.uri:
        sys.stdout.write(f"casegraph does not use it: CASEGRAPH_URI is {settings.uri}\n")
