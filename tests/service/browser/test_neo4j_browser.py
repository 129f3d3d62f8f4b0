"""An analyst's first minute: a real Neo4j Browser in a real Chromium connects, gets style and guide, draws a case."""

import contextlib
import os
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Locator, Page, sync_playwright
from pydantic import SecretStr

from schema import Predicate
from service.api import create_app
from service.graph.load import load
from service.graph.store import Store
from service.settings import Settings
from tests.neo4j.server import Missing, Running, throwaway
from tests.service.browser.annotated import ROOT, documents
from tests.service.browser.grass import rules

pytestmark = [pytest.mark.browser, pytest.mark.neo4j]

TITLE = "casegraph: who sued whom, and who says so"
PATIENCE = 120_000  # ms; on an idle machine the first picture stands after 5 s
CHROMIUM = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)


def unavailable(reason: str) -> None:
    """In CI everything is there, or the run fails."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A Neo4j that holds the samples, with the Browser settings of docker-compose.yml, and casegraph beside it."""
    if not CHROMIUM:
        unavailable("Chromium is not installed")
    listening = socket.create_server(("127.0.0.1", 0))
    try:
        with listening, throwaway(browser_settings(listening.getsockname()[1])) as running:
            password = SecretStr(running.password)
            settings = Settings(uri=running.uri, password=password, home=tmp_path_factory.mktemp("home"))
            with Store.open(settings) as store:
                list(load(store, documents()))
            with served(settings, listening):
                yield running
    except Missing as error:
        unavailable(f"no Neo4j to test on: {error}")


def browser_settings(port: int) -> list[str]:
    compose = (ROOT / "docker-compose.yml").read_text()
    found = re.findall(r"NEO4J_(browser_\w+): (.+)", compose)
    named = {key.replace("__", "\0").replace("_", ".").replace("\0", "_"): value for key, value in found}
    return [f"{key}={value.replace(':8000/', f':{port}/')}" for key, value in named.items()]


@contextlib.contextmanager
def served(settings: Settings, listening: socket.socket) -> Iterator[None]:
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        while thread.is_alive() and not server.started:
            time.sleep(0.05)
        yield
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def page(neo4j: Running) -> Iterator[Page]:
    """Neo4j Browser, connected."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 1500, "height": 1000})
        page.set_default_timeout(PATIENCE)
        page.goto(f"http://127.0.0.1:{neo4j.http}/browser/")
        page.get_by_test_id("username").fill("neo4j")
        page.get_by_test_id("password").fill(neo4j.password)
        page.get_by_test_id("connect").click()
        page.get_by_text(TITLE).wait_for()
        yield page
        chromium.close()


@pytest.fixture(scope="module")
def case(page: Page, tmp_path_factory: pytest.TempPathFactory) -> Locator:
    """The picture of the first saved query; a screenshot of it stays with the files of the test run."""
    page.get_by_test_id("guideNextSlide").click()
    page.locator("pre.runnable").first.click()
    page.get_by_test_id("editor-Run").click()
    frame = page.get_by_test_id("frame").filter(has=page.locator("g.node"))
    frame.get_by_title("Fullscreen").click()
    page.wait_for_timeout(2000)  # the circles drift to their places
    frame.get_by_label("zoom-to-fit").click()
    page.wait_for_timeout(1000)
    page.screenshot(path=tmp_path_factory.mktemp("shots") / "case.png")
    return frame


@pytest.fixture(scope="module")
def circles(case: Locator) -> dict[str, str]:
    """Caption -> colour."""
    return dict(map(caption_and_colour, case.locator("g.node").all()))


def caption_and_colour(node: Locator) -> tuple[str, str]:
    lines = node.locator("text.caption").all_text_contents()
    return " ".join(line.strip() for line in lines), node.locator("circle.b-outline").get_attribute("fill") or ""


@pytest.mark.parametrize(
    ("caption", "type_"),
    [
        ("Orlan Vedric v. Mirela Tosk (defamation)", "Case"),
        ("Orlan Vedric", "Person"),
        ("Mirela Tosk", "Person"),
        ("Dravik District Court", "Court"),
        ("Facebook", "Platform"),
        ("defamation", "Offence"),
        ("fine of EUR 4,000 (imposed)", "Penalty"),
        ("convicted", "Event"),
    ],
)
def test_circle_has_the_caption_and_colour_of_its_type(circles: dict[str, str], caption: str, type_: str) -> None:
    assert circles.get(caption) == rules()[f"node.{type_}"]["color"]


def test_claims_are_drawn_and_evidence_is_not(circles: dict[str, str]) -> None:
    style = rules()
    assert style["node.Claim"]["color"] in circles.values()
    assert {style["node.Mention"]["color"], style["node.Statement"]["color"]}.isdisjoint(circles.values())


def test_arrows_read_as_words(case: Locator) -> None:
    """A short arrow cuts its words off, but says no name of a type."""
    words = {text.rstrip("…") for text in case.locator("g.relationship text").all_text_contents()} - {""}
    captions = [rules()[f"relationship.{predicate}"]["caption"] for predicate in Predicate]
    known = [*captions, "asserts", "denies", "leader"]
    assert words
    assert {word for word in words if not any(caption.startswith(word) for caption in known)} == set()
    assert any(word.startswith("brin") for word in words)
