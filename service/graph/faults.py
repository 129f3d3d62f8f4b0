"""What the driver raises, said as an error of casegraph."""

import contextlib
from collections.abc import Iterator

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from schema import GraphError, GraphRefused, GraphUnavailable
from service.graph.connection import Connection

_REFUSALS = ("Neo.ClientError.Security.", "Neo.ClientError.Database.DatabaseNotFound")


@contextlib.contextmanager
def translated(connection: Connection) -> Iterator[None]:
    """Turn what the driver raises inside into GraphUnavailable, GraphRefused or GraphError."""
    try:
        yield
    except (Neo4jError, DriverError, ValueError) as error:
        raise _said(error, connection) from error


def _said(error: Exception, connection: Connection) -> GraphError:
    if isinstance(error, AuthError | ClientError) and (error.code or "").startswith(_REFUSALS):
        what = _line(error.message or str(error))
        return GraphRefused(what, where=connection.uri, try_="check CASEGRAPH_USER, _PASSWORD and _DATABASE")
    if isinstance(error, ServiceUnavailable | SessionExpired):
        try_ = "run it again: it starts anew" if connection.embedded else "start Neo4j, or check CASEGRAPH_URI"
        return GraphUnavailable("the graph cannot be reached", where=connection.uri, try_=try_)
    if isinstance(error, ConfigurationError | ValueError):
        try_ = "set CASEGRAPH_URI to an address like bolt://localhost:7687"
        return GraphUnavailable(_line(str(error)), where=connection.uri, try_=try_)
    return GraphError(_line(str(error)), where=connection.uri)


def _line(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
