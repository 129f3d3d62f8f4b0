"""Reads a Graph Stylesheet and a guide the way Neo4j Browser does."""

import html
import re
from importlib.resources import files

_RULE = re.compile(r"([\w.]+) \{\n((?:  [\w-]+: [^\n]+;\n)+)\}\n")
_QUERY = re.compile(r'<slide class="row-fluid" id="([\w-]+)">.*?<pre class="code runnable">(.*?)</pre>', re.DOTALL)


def text(name: str) -> str:
    return files("service.browser").joinpath(name).read_text(encoding="utf-8")


def rules() -> dict[str, dict[str, str]]:
    """Selector -> property -> value; whatever is no rule fails here: Browser knows no comments and skips in silence."""
    style = text("style.grass")
    assert _RULE.sub("", style).strip() == ""
    found = _RULE.findall(style)
    assert len({selector for selector, _ in found}) == len(found)
    return {selector: dict(_property(line) for line in body.splitlines()) for selector, body in found}


def _property(line: str) -> tuple[str, str]:
    name, value = line.strip().removesuffix(";").split(": ")
    return name, value.strip("'")


def queries() -> dict[str, str]:
    """Id of the slide -> its query, unescaped."""
    return {name: html.unescape(query) for name, query in _QUERY.findall(text("guide.html"))}
