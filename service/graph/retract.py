"""Taking an article out of the graph, with all that no other article supports."""

from dataclasses import dataclass

from neo4j import ManagedTransaction

from schema import CasegraphError
from service.cypher import writing
from service.graph import archive
from service.graph.canonical import finish_rebuilding
from service.graph.refresh import refresh
from service.graph.statements import rows
from service.graph.store import Store


@dataclass(frozen=True)
class Retracted:
    """An article that is no longer in the graph, with the numbers of its mentions and statements."""

    article_id: str
    name: str
    mentions: int
    statements: int


def retract(store: Store, article: str) -> Retracted:
    """Take out the article with this id, URL or source; raises CasegraphError if there is none, or several."""
    finish_rebuilding(store)
    id_, name = _find(store, article)
    mentions, statements = store.write(lambda tx: _retract(tx, id_))
    return Retracted(id_, name, mentions, statements)


def _find(store: Store, article: str) -> tuple[str, str]:
    for statement in writing.FIND_ARTICLES:
        found = store.read(statement, text=article)
        if len(found) > 1:
            ids = ", ".join(sorted(row["id"] for row in found))
            raise CasegraphError(f"{len(found)} articles have this source", where=article, try_=f"one of {ids}")
        if found:
            return found[0]["id"], found[0]["name"]
    raise CasegraphError(
        "no such article in the graph", where=article, try_="its id, its URL or its source as ingested"
    )


def _retract(transaction: ManagedTransaction, id_: str) -> tuple[int, int]:
    rows(transaction, writing.TAKE_TURN)
    gone = archive.read(transaction, [id_])
    archive.delete(transaction, [id_])
    refresh(transaction, [], gone.values())
    return sum(len(e.mentions) for e in gone.values()), sum(len(e.statements) for e in gone.values())
