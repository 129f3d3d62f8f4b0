"""The page: whole in itself, deaf to what an article says, and lit up where a fact is pointed at."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from schema import Document
from service.explanation import page_of
from tests.schema.factories import node, triple
from tests.service.browser.test_neo4j_browser import CHROMIUM

HOSTILE = "</script><img src=x onerror=\"document.title='taken'\">{{ 7 * 7 }}&'"
TEXT = f"He {HOSTILE} denied it. 𝔄nn Ost sued the Ledger."


def hostile() -> Document:
    """Whatever an article can bring into a page says more than it should."""
    start = TEXT.index("𝔄nn Ost")
    evidence = {
        "start": start,
        "end": len(TEXT),
        "subject": {"start": start, "end": start + 7},
        "trigger": {"start": start + 8, "end": start + 12},
    }
    whole = [{"start": 0, "end": len(TEXT)}]
    nodes = [node("e1", "Person", name=HOSTILE, mentions=whole), node("c1", "Case", name=HOSTILE)]
    article = dict.fromkeys(("id", "source", "title", "url", "publisher"), HOSTILE) | {"authors": [HOSTILE]}
    return Document.model_validate(
        {
            "article": article,
            "text": TEXT,
            "nodes": nodes,
            "triples": [triple("e1", "PLAINTIFF_IN", "c1", rule=HOSTILE, evidence=[evidence])],
            "rejected": [{"start": 0, "end": 2, "reason": HOSTILE}],
        }
    )


def test_what_the_article_says_is_escaped() -> None:
    page = page_of(hostile())
    assert "<img" not in page
    assert "{{ 7 * 7 }}" in page
    assert page.count("</script>") == 2


def test_nothing_comes_from_elsewhere() -> None:
    page = page_of(hostile())
    assert re.findall(r"<(?:link|iframe|img|script src)|@import|url\(", page) == []


def test_the_whole_text_is_there() -> None:
    article = re.search(r"<article>(.*)</article>", page_of(hostile()), re.DOTALL)
    assert article
    assert unescape(re.sub(r"<[^>]+>", "", article[1])) == TEXT


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Page]:
    if CHROMIUM is None:
        pytest.skip("no Chromium")
    file = tmp_path / "page.html"
    file.write_text(page_of(hostile()), encoding="utf-8")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = chromium.new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.goto(file.as_uri())
        yield page
        chromium.close()


@pytest.mark.browser
def test_a_fact_lights_its_words(opened: Page) -> None:
    fact, rejected = opened.locator("li[data-fact]").all()
    fact.hover()
    assert opened.locator(".is-subject").all_text_contents() == ["𝔄nn Ost"]
    assert opened.locator(".is-trigger").all_text_contents() == ["sued"]
    rejected.hover()
    assert opened.locator(".is-lit").all_text_contents() == ["He"]
    fact.click()
    opened.mouse.move(0, 0)
    assert opened.locator(".is-subject").all_text_contents() == ["𝔄nn Ost"]
    assert opened.title().startswith("</script>")


@pytest.mark.browser
def test_words_light_their_facts(opened: Page) -> None:
    opened.locator("article span", has_text="sued").hover()
    assert opened.locator("li.linked").count() == 1
