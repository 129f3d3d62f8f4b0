"""Statements that set up the graph: constraints, indexes, full text, and the version of the schema."""

from schema import NodeType

VERSION = 1
FULL_TEXT = "entity_search"

CANONICAL = tuple(t for t in NodeType if t is not NodeType.ARTICLE)
LABELS = (*NodeType, "Mention", "Statement", "Alias", "Meta")
INDEXES = (
    ("Mention", "key"),
    ("Alias", "key"),
    ("Alias", "fuller"),
    ("Article", "source"),
    ("Article", "url"),
    *((t.value, "name") for t in CANONICAL),
)

READ_VERSION = "MATCH (m:Meta {id: 'schema'}) RETURN m.version AS version"
WRITE_VERSION = "MERGE (m:Meta {id: 'schema'}) SET m.version = $version"


def constraints() -> list[str]:
    """One uniqueness constraint on the id of every label, and the indexes of lookups by another property."""
    unique = [f"CREATE CONSTRAINT {n}_id IF NOT EXISTS FOR (n:{n}) REQUIRE n.id IS UNIQUE" for n in LABELS]
    return unique + [f"CREATE INDEX {n}_{p} IF NOT EXISTS FOR (n:{n}) ON (n.{p})" for n, p in INDEXES]


def full_text() -> list[str]:
    """Full text on Neo4j: over all canonical types."""
    types = "|".join(CANONICAL)
    return [f"CREATE FULLTEXT INDEX {FULL_TEXT} IF NOT EXISTS FOR (n:{types}) ON EACH [n.name, n.search]"]


def embedded_types() -> list[str]:
    """Full text on the embedded graph, in SQL, before any constraint: over the type that all canonical types extend."""
    return [
        "CREATE VERTEX TYPE Entity IF NOT EXISTS",
        *(f"CREATE VERTEX TYPE `{t}` IF NOT EXISTS EXTENDS Entity" for t in CANONICAL),
        "CREATE PROPERTY Entity.name IF NOT EXISTS STRING",
        "CREATE PROPERTY Entity.search IF NOT EXISTS STRING",
        f"CREATE INDEX {FULL_TEXT} IF NOT EXISTS ON Entity (name, search) FULL_TEXT",
    ]
