"""The embedded graph as a process of its own: `python -m service.graph.engine FOLDER`.

It holds the lock of its folder as long as it lives, so the lock tells whether it runs, and when its listeners are up it
writes pid and ports to `server.json`. JVM threads keep a process alive while a client is connected, hence os._exit.
"""

import fcntl
import json
import os
import secrets
import signal
import socket
import sys
import threading
import time
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any

DATABASE = "neo4j"
USER = "root"
HEAP = "512m"
STATEMENT_TIMEOUT_MS = 120_000
LARGEST_MESSAGE = 268_435_456  # a larger Bolt message makes the driver wait for ever
PORT_TAKEN, ALREADY_RUNS = 3, 4

_LOGGING = """\
handlers=java.util.logging.FileHandler
.level=WARNING
java.util.logging.FileHandler.pattern={folder}/log/engine.%g.log
java.util.logging.FileHandler.limit=5000000
java.util.logging.FileHandler.count=3
java.util.logging.FileHandler.append=true
java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
"""


def lock(folder: Path, *, patience: float = 0.0) -> IO[str] | None:
    """The lock of the folder, held until the file is closed; None if another holds it for `patience` seconds."""
    file = (folder / "lock").open("a")
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return file
        except BlockingIOError:
            if time.monotonic() >= deadline:
                file.close()
                return None
            time.sleep(0.05)


def password(folder: Path) -> str:
    """The password of this folder's engine, made at the first call; the engine keeps the first it is given."""
    path = folder / "password"
    if not path.exists():
        write_private(path, secrets.token_urlsafe(24))
    return path.read_text()


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
    draft.replace(path)


def _free_ports() -> tuple[int, int]:
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _java_flags(folder: Path) -> list[str]:
    logging = folder / "logging.properties"
    logging.write_text(_LOGGING.format(folder=str(folder).replace("%", "%%")))
    return [
        "-Darcadedb.txWalFlush=2",
        f"-Darcadedb.command.timeout={STATEMENT_TIMEOUT_MS}",
        "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
        "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
        f"-Djava.util.logging.config.file={logging}",
    ]


def _server(folder: Path, bolt: int, http: int) -> Any:
    os.environ["ARCADEDB_JVM_ERROR_FILE"] = str(folder / "log" / "crash.%p.log")
    from arcadedb_embedded.server import ArcadeDBServer  # the package reads the environment when imported

    config = {
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_port": bolt,
        "http_port": http,
        "bolt_defaultDatabase": DATABASE,
        "server_defaultDatabases": f"{DATABASE}[{USER}]",
        "mode": "development",
        "host": "127.0.0.1",
        "bolt_maxMessageSize": LARGEST_MESSAGE,
        "bolt_packstream_maxValueLength": LARGEST_MESSAGE,
        "bolt_packstream_maxElements": LARGEST_MESSAGE,
    }
    flags: dict[str, Any] = {"heap_size": HEAP, "jvm_args": _java_flags(folder)}
    return ArcadeDBServer(str(folder), password(folder), config, jvm_kwargs=flags)


def _announce(folder: Path, bolt: int, http: int) -> None:
    facts = {"pid": os.getpid(), "bolt": bolt, "http": http, "version": version("arcadedb-embedded")}
    write_private(folder / "server.json", json.dumps(facts))


def run(folder: Path) -> int:
    """Serve the folder until SIGTERM; returns an exit code only if it could not start."""
    (folder / "log").mkdir(parents=True, exist_ok=True)
    os.chdir(folder)
    held = lock(folder, patience=2)
    if held is None:
        return ALREADY_RUNS
    bolt, http = _free_ports()
    server = _server(folder, bolt, http)
    try:
        server.start()
    except Exception as error:  # noqa: BLE001 - the engine raises one type for everything; its text goes to the log
        sys.stderr.write(f"{error}\n")
        return PORT_TAKEN if _taken(bolt) or _taken(http) else 1
    asked = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: asked.set())
    _announce(folder, bolt, http)
    asked.wait()
    server.stop()
    (folder / "server.json").unlink(missing_ok=True)
    os._exit(0)


if __name__ == "__main__":
    code = run(Path(sys.argv[1]).resolve())
    sys.stderr.flush()
    os._exit(code)
