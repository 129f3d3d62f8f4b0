"""Starting, stopping and finding the embedded graph, a background process that outlives the command that started it."""

import contextlib
import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from schema import GraphError, GraphUnavailable
from service.graph import engine
from service.settings import Settings

START_SECONDS = 90
STOP_SECONDS = 20
ATTEMPTS = 5


@dataclass(frozen=True)
class ServerStatus:
    """A running embedded graph: its process, its ports on 127.0.0.1, its folder, the version of the engine."""

    pid: int
    bolt_port: int
    http_port: int
    folder: Path
    version: str


def folder_of(settings: Settings) -> Path:
    """Where the embedded graph of these settings keeps everything."""
    return settings.home.expanduser().resolve() / "graph"


def status(settings: Settings) -> ServerStatus | None:
    """The running embedded graph; None if none runs, also where a killed one left its server.json behind."""
    folder = folder_of(settings)
    if not (folder / "server.json").exists():
        return None
    if held := engine.lock(folder):
        held.close()
        return None
    return _read(folder)


def _read(folder: Path) -> ServerStatus | None:
    try:
        facts = json.loads((folder / "server.json").read_text())
    except FileNotFoundError:
        return None
    return ServerStatus(facts["pid"], facts["bolt"], facts["http"], folder, facts["version"])


def start(settings: Settings) -> ServerStatus:
    """The running embedded graph, started if need be. Of two who start at once, the second waits for the first."""
    folder = folder_of(settings)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise GraphError(f"cannot write the folder of the graph ({error.strerror})", where=str(folder)) from error
    with _turn(folder):
        return status(settings) or _launch(folder)


@contextlib.contextmanager
def _turn(folder: Path) -> Iterator[None]:
    with (folder / "starting").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _launch(folder: Path) -> ServerStatus:
    (folder / "server.json").unlink(missing_ok=True)
    log = folder / "log" / "start.log"
    log.parent.mkdir(exist_ok=True)
    for _ in range(ATTEMPTS):
        if found := _launch_once(folder, log):
            return found
    raise GraphUnavailable(_last_line(log), where="embedded graph", try_=f"see {log}")


def _launch_once(folder: Path, log: Path) -> ServerStatus | None:
    """The started engine; None if a port it chose was taken in the meantime."""
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "service.graph.engine", str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if (found := _read(folder)) and found.pid == process.pid:
            process.returncode = 0  # it is to outlive this process: no warning that it still runs
            return found
        time.sleep(0.05)
    if process.poll() == engine.PORT_TAKEN:
        return None
    process.kill()
    process.wait()
    raise GraphUnavailable(f"did not start: {_last_line(log)}", where="embedded graph", try_=f"see {log}")


def _last_line(log: Path) -> str:
    lines = log.read_text(errors="replace").strip().splitlines()
    return lines[-1] if lines else "no word from the engine"


def stop(settings: Settings) -> bool:
    """Stop the embedded graph and wait until it has written everything; False if none ran."""
    found = status(settings)
    if found is None:
        return False
    _end(found, signal.SIGTERM)
    held = engine.lock(found.folder, patience=STOP_SECONDS)
    if held is None:
        _end(found, signal.SIGKILL)
        held = engine.lock(found.folder, patience=STOP_SECONDS)
    (found.folder / "server.json").unlink(missing_ok=True)
    if held:
        held.close()
    return True


def _end(found: ServerStatus, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(found.pid, number)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(found.pid, os.WNOHANG)  # if this process started it, nobody else takes leave of it
