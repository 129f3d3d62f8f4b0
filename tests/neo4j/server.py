"""A real Neo4j without Docker: Neo4j Community and Neo4j Browser from Maven Central, run by the Java of this machine.

`python -m tests.neo4j.server` runs it in the foreground until Ctrl-C; the tests start one of their own on free ports.
"""

import argparse
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

HERE = Path(__file__).parent
VERSION, BROWSER_VERSION = "5.26.30", "5.24.0"
START_SECONDS = 90

_CONF = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=:{http}
server.memory.heap.max_size=512m
server.memory.pagecache.size=128m
dbms.usage_report.enabled=false
"""
_OPENS = [f"--add-opens=java.base/{p}=ALL-UNNAMED" for p in ("java.nio", "java.io", "sun.nio.ch")]


class Missing(Exception):
    """Something without which no Neo4j can be started here."""


@dataclass(frozen=True)
class Running:
    """A Neo4j that answers."""

    process: subprocess.Popen[bytes]
    bolt: int
    http: int
    password: str

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.bolt}"


def cache_folder() -> Path:
    """Where the jars are kept: CASEGRAPH_CACHE, or `.cache` in the project."""
    return Path(os.environ.get("CASEGRAPH_CACHE") or HERE.parents[1] / ".cache")


def jars(version: str = VERSION, browser: str = BROWSER_VERSION) -> Path:
    """The folder of Neo4j's jars, fetched by Maven the first time; raises Missing if that cannot be."""
    folder = cache_folder() / f"neo4j-{version}-browser-{browser}"
    if folder.exists():
        return folder
    if not shutil.which("mvn"):
        raise Missing("Maven is not installed (mvn), and the jars of Neo4j are not in the cache")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as draft:
        _fetch(Path(draft) / "lib", version, browser)
        with contextlib.suppress(OSError):  # another process was faster
            (Path(draft) / "lib").rename(folder)
    return folder


def _fetch(folder: Path, version: str, browser: str) -> None:
    command = ["mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), "dependency:copy-dependencies", "-DincludeScope=runtime"]
    options = [f"-DoutputDirectory={folder}", f"-Dneo4j.version={version}", f"-Dbrowser.version={browser}"]
    done = subprocess.run(command + options, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing(f"Maven could not fetch Neo4j {version}: {' '.join(done.stdout.split())[:200]}")


def _java() -> str:
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=f"{home}/bin") if home else shutil.which("java")
    if not found:
        raise Missing("Java is not installed (java); Neo4j 5 needs 17 or 21")
    return found


def free_ports() -> tuple[int, int]:
    """Two ports that nobody listens on."""
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


def launch(
    home: Path, ports: tuple[int, int], password: str, conf: Sequence[str] = (), lib: Path | None = None
) -> Running:
    """Start a Neo4j in `home` on the ports (bolt, http), with more lines of neo4j.conf; wait until it answers."""
    java, lib = _java(), lib or jars()
    bolt, http = ports
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text(
        _CONF.format(bolt=bolt, http=http) + "".join(f"{line}\n" for line in conf)
    )
    if not (home / "data").exists():
        _set_password(java, lib, home, password)
    command = [java, "-Xmx512m", "-cp", f"{lib}/*", *_OPENS, "org.neo4j.server.CommunityEntryPoint"]
    folders = [f"--home-dir={home}", f"--config-dir={home}/conf"]
    with (home / "console.log").open("wb") as log:
        process = subprocess.Popen([*command, *folders], stdout=log, stderr=log, start_new_session=True)
    _wait(process, http, home / "console.log")
    return Running(process, bolt, http, password)


def _set_password(java: str, lib: Path, home: Path, password: str) -> None:
    subprocess.run(
        [
            java,
            "-cp",
            f"{lib}/*",
            "org.neo4j.server.startup.Neo4jAdminCommand",
            "dbms",
            "set-initial-password",
            password,
        ],
        env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
        capture_output=True,
        check=True,
    )


def _wait(process: subprocess.Popen[bytes], http: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    with httpx.Client(trust_env=False, timeout=2) as client:
        while time.monotonic() < deadline and process.poll() is None:
            with contextlib.suppress(httpx.TransportError):
                if client.get(f"http://127.0.0.1:{http}/").is_success:
                    return
            time.sleep(0.2)
    process.kill()
    process.wait()
    raise Missing(f"Neo4j did not start: {' '.join(log.read_text().split())[-200:]}")


@contextlib.contextmanager
def throwaway(conf: Sequence[str] = ()) -> Iterator[Running]:
    """A Neo4j on free ports in a folder of its own; both are gone afterwards."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        running = launch(Path(home), free_ports(), "casegraph-test", conf)
        try:
            yield running
        finally:
            running.process.kill()  # its own way out takes 12 s, and the folder goes anyway
            running.process.wait()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.neo4j.server", description=__doc__)
    parser.add_argument("--home", type=Path, default=cache_folder() / "neo4j-home", help="folder of data and conf")
    parser.add_argument("--bolt", type=int, default=7687)
    parser.add_argument("--http", type=int, default=7474)
    parser.add_argument("--password", default="casegraph-local", help="of the user neo4j; counts at the first start")
    parser.add_argument("--conf", action="append", default=[], metavar="KEY=VALUE", help="a line for neo4j.conf")
    parser.add_argument("--version", default=VERSION, help="of Neo4j")
    parser.add_argument("--browser-version", default=BROWSER_VERSION)
    return parser.parse_args()


def main() -> int:
    """Run Neo4j until Ctrl-C."""
    asked = _arguments()
    try:
        lib = jars(asked.version, asked.browser_version)
        running = launch(asked.home.resolve(), (asked.bolt, asked.http), asked.password, asked.conf, lib)
    except Missing as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"Neo4j {asked.version}: {running.uri}  browser: http://127.0.0.1:{running.http}/browser/  ")
    sys.stdout.write(f"user: neo4j  password: {running.password}  (Ctrl-C ends it)\n")
    sys.stdout.flush()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt):
        return running.process.wait()
    running.process.terminate()
    return running.process.wait() and 0


if __name__ == "__main__":
    sys.exit(main())
