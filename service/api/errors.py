"""What a client is told when something fails: one table from exception to code and HTTP status."""

import logging

from graphql import GraphQLError

from schema import CasegraphError, GraphError, GraphOutdated, GraphRefused, GraphUnavailable

_LOG = logging.getLogger(__name__)
INTERNAL = "internal error; try: the log of the server, which has the details"


class BadInput(CasegraphError):
    """An argument that cannot be used."""


#: The first row that fits decides. An error that fits none is the server's own: logged, and not shown.
RESPONSES: tuple[tuple[type[CasegraphError], str, int], ...] = (
    (BadInput, "BAD_INPUT", 400),
    (GraphUnavailable, "GRAPH_UNAVAILABLE", 503),
    (GraphRefused, "GRAPH_REFUSED", 503),
    (GraphOutdated, "GRAPH_OUTDATED", 503),
    (GraphError, "GRAPH_ERROR", 503),
    (CasegraphError, "ERROR", 500),
)


def response_to(error: BaseException) -> tuple[str, int] | None:
    """The code and the HTTP status of an error that is told to the client; None for one that is not."""
    return next(((code, status) for type_, code, status in RESPONSES if isinstance(error, type_)), None)


def told(error: GraphQLError) -> GraphQLError:
    """The error as the client sees it."""
    cause = error.original_error
    if cause is None or isinstance(cause, GraphQLError):
        return error
    response = response_to(cause)
    if response is None:
        _LOG.error("a resolver failed at %s", error.path, exc_info=cause)
    message, code = (str(cause), response[0]) if response else (INTERNAL, "INTERNAL")
    extensions = {**(error.extensions or {}), "code": code}
    return GraphQLError(message, error.nodes, error.source, error.positions, error.path, extensions=extensions)
