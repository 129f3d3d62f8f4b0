"""`casegraph retract` and `casegraph resolve`."""

import sys

from service.graph.canonical import rebuild
from service.graph.retract import retract
from service.graph.store import Store
from service.settings import load_settings


def retract_article(article: str) -> None:
    with Store.open(load_settings()) as store:
        sys.stdout.write(f"{retract(store, article)}\n")


def rebuild_graph() -> None:
    with Store.open(load_settings()) as store:
        sys.stdout.write(f"{rebuild(store)}\n")
