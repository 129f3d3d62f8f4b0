"""Name and version of the extractor, as an article's `extractor` property bears it."""

from importlib.metadata import version

EXTRACTOR = f"casegraph {version('casegraph')}"
