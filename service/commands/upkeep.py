"""`casegraph retract` and `casegraph resolve`."""

import sys

from service.graph.canonical import rebuild
from service.graph.retract import retract
from service.graph.store import Store
from service.report import counted
from service.settings import load_settings


def retract_article(article: str) -> None:
    with Store.open(load_settings()) as store:
        gone = retract(store, article)
    said = f"{counted(gone.mentions, 'mention')} and {counted(gone.statements, 'statement')}"
    sys.stdout.write(f"{gone.name} ({gone.article_id}) is out of the graph, with {said}\n")


def rebuild_graph() -> None:
    with Store.open(load_settings()) as store:
        counts = rebuild(store)
    listed = ", ".join(f"{count:,} {label}" for label, count in counts.items()) or "no articles"
    sys.stdout.write(f"the graph was built anew from its articles: {listed}\n")
