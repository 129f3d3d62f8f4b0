"""The compose file and the Dockerfile agree with each other, with the settings, the routes and the tests' Neo4j."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from service.browser import router
from service.settings import Settings

ROOT = Path(__file__).parents[1]
REQUIRED = "${CASEGRAPH_PASSWORD:?"
DOCKERFILE = (ROOT / "Dockerfile").read_text()


def services() -> dict[str, dict[str, Any]]:
    read: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    return read["services"]


def published(name: str) -> dict[str, str]:
    """Port inside the container -> port on the host's 127.0.0.1."""
    split = [port.split(":") for port in services()[name]["ports"]]
    assert all(address == "127.0.0.1" for address, *_ in split)
    return {inside: outside for _, outside, inside in split}


def settings_in_container() -> Settings:
    environment = services()["service"]["environment"]
    fields = {key.removeprefix("CASEGRAPH_").lower(): value for key, value in environment.items()}
    assert all(key.startswith("CASEGRAPH_") for key in environment)
    return Settings(**fields)


def test_neo4j_is_of_the_line_that_the_tests_run() -> None:
    tested = re.search(r"<neo4j.version>(\d+\.\d+)\.", (ROOT / "tests/neo4j/pom.xml").read_text())
    assert tested
    assert services()["neo4j"]["image"] == f"neo4j:{tested[1]}-community"


def test_settings_of_the_service_exist_and_reach_neo4j() -> None:
    settings = settings_in_container()
    assert settings.uri == "bolt://neo4j:7687"
    assert settings.user == "neo4j"
    assert settings.host == "0.0.0.0"
    assert f"CASEGRAPH_HOST={settings.host}" in DOCKERFILE


def test_ports_are_published_on_loopback_only() -> None:
    assert published("neo4j") == {"7474": "7474", "7687": "7687"}
    assert published("service") == {str(settings_in_container().port): "8000"}
    assert f"EXPOSE {settings_in_container().port}" in DOCKERFILE


@pytest.mark.parametrize(("name", "key"), [("neo4j", "NEO4J_AUTH"), ("service", "CASEGRAPH_PASSWORD")])
def test_password_comes_from_outside(name: str, key: str) -> None:
    assert REQUIRED in services()[name]["environment"][key]


def test_service_waits_until_neo4j_answers() -> None:
    assert services()["service"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert "http://127.0.0.1:7474/" in services()["neo4j"]["healthcheck"]["test"]


def test_neo4j_browser_loads_what_the_service_serves() -> None:
    environment = services()["neo4j"]["environment"]
    loaded = re.findall(r"http://([\d.]+):(\d+)(\S+/)[\w.]+", environment["NEO4J_browser_post__connect__cmd"])
    assert {port for _, port, _ in loaded} == set(published("service").values())
    assert {folder for *_, folder in loaded} == {f"{router.prefix}/"}
    allowed = environment["NEO4J_browser_remote__content__hostname__whitelist"].split(",")
    assert {host for host, *_ in loaded} <= set(allowed)


@pytest.mark.parametrize("file", ["Makefile", "docs/neo4j.md"])
def test_neo4j_browser_is_set_alike_without_containers(file: str) -> None:
    environment = services()["neo4j"]["environment"]
    command = environment["NEO4J_browser_post__connect__cmd"]
    allowed = environment["NEO4J_browser_remote__content__hostname__whitelist"]
    text = (ROOT / file).read_text()
    assert f"browser.post_connect_cmd={command}" in text
    assert f"browser.remote_content_hostname_whitelist={allowed}" in text


def test_image_has_a_python_that_the_project_supports_and_the_tests_use() -> None:
    bases = set(re.findall(r"^FROM python:(\d\.\d+)-slim", DOCKERFILE, re.MULTILINE))
    required = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    low, high = (tuple(map(int, bound.split("."))) for bound in re.findall(r"\d\.\d+", required))
    assert len(bases) == 1
    assert low <= tuple(map(int, bases.pop().split("."))) < high


def test_what_the_image_copies_is_there_and_not_ignored() -> None:
    copied = [name for line in re.findall(r"^COPY (?!--)(.+) \S+$", DOCKERFILE, re.MULTILINE) for name in line.split()]
    admitted = (ROOT / ".dockerignore").read_text().splitlines()
    assert [name for name in copied if not (ROOT / name).exists() or f"!{name}" not in admitted] == []


def test_service_does_not_run_as_root() -> None:
    assert re.search(r"^USER (?!root\b|0\b)\w+$", DOCKERFILE, re.MULTILINE)


@pytest.mark.skipif(not shutil.which("docker-compose"), reason="docker-compose is not installed")
@pytest.mark.parametrize(("environment", "code"), [({"CASEGRAPH_PASSWORD": "of-the-test"}, 0), ({}, 1)])
def test_compose_accepts_the_file(environment: dict[str, str], code: int) -> None:
    command = [shutil.which("docker-compose") or "", "-f", str(ROOT / "docker-compose.yml"), "config"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    assert code == 0 or "set CASEGRAPH_PASSWORD" in done.stderr
