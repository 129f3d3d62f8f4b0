"""Which graph: the Neo4j of the settings, or the embedded one, started if it does not run."""

from dataclasses import dataclass, field

from schema import GraphRefused, SettingsError
from service.graph import engine, server
from service.settings import Settings

_SCHEMES = ("bolt://", "bolt+s://", "bolt+ssc://", "neo4j://", "neo4j+s://", "neo4j+ssc://")


@dataclass(frozen=True)
class Connection:
    """The address of a graph. `http` is where the embedded graph takes what Bolt has no words for; None for Neo4j."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str
    embedded: bool
    http: str | None = None


def connect(settings: Settings) -> Connection:
    """The graph that the settings name; without `uri` the embedded one, which is started if need be."""
    return _named(settings, settings.uri) if settings.uri else _embedded(settings)


def _named(settings: Settings, uri: str) -> Connection:
    if not uri.startswith(_SCHEMES):
        raise SettingsError(f"{uri!r} is no Bolt address", where="CASEGRAPH_URI", try_="bolt://localhost:7687")
    if settings.password is None:
        raise GraphRefused("no password given", where=uri, try_="set CASEGRAPH_PASSWORD")
    return Connection(uri, settings.user, settings.password.get_secret_value(), settings.database, embedded=False)


def _embedded(settings: Settings) -> Connection:
    found = server.start(settings)
    return Connection(
        uri=f"bolt://127.0.0.1:{found.bolt_port}",
        user=engine.USER,
        password=engine.password(found.folder),
        database=engine.DATABASE,
        embedded=True,
        http=f"http://127.0.0.1:{found.http_port}",
    )
