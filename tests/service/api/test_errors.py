"""What a client is told when something fails."""

import logging

import pytest
from graphql import GraphQLError
from pydantic import SecretStr

from schema import CasegraphError, GraphError, GraphOutdated, GraphRefused, GraphUnavailable, SourceError
from service.api import execute_query
from service.api.errors import RESPONSES, BadInput, response_to, told
from service.settings import Settings


@pytest.mark.parametrize(
    ("error", "code", "status"),
    [
        (BadInput("bad"), "BAD_INPUT", 400),
        (GraphUnavailable("down"), "GRAPH_UNAVAILABLE", 503),
        (GraphRefused("no"), "GRAPH_REFUSED", 503),
        (GraphOutdated("old"), "GRAPH_OUTDATED", 503),
        (GraphError("odd"), "GRAPH_ERROR", 503),
        (SourceError("any other"), "ERROR", 500),
    ],
)
def test_each_error_has_its_response(error: CasegraphError, code: str, status: int) -> None:
    assert response_to(error) == (code, status)
    seen = told(GraphQLError("raw", original_error=error))
    assert (seen.message, seen.extensions) == (str(error), {"code": code})


def test_no_row_of_the_table_hides_a_later_one() -> None:
    types = [type_ for type_, _, _ in RESPONSES]
    assert not [(a, b) for i, a in enumerate(types) for b in types[i + 1 :] if issubclass(b, a)]


def test_a_fault_of_the_server_is_logged_and_not_shown(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        seen = told(GraphQLError("secret", original_error=KeyError("secret")))
    assert "secret" not in seen.message
    assert (seen.extensions or {})["code"] == "INTERNAL"
    assert caplog.records[0].exc_info


def test_errors_of_graphql_itself_stay() -> None:
    error = GraphQLError("Cannot query field")
    assert told(error) is error


def nowhere() -> Settings:
    return Settings(uri="bolt://127.0.0.1:1", user="neo4j", password=SecretStr("x"))


def test_a_graph_that_is_down_is_one_error_with_its_remedy() -> None:
    response = execute_query(nowhere(), "{ cases { totalCount } }")
    [error] = response["errors"]
    assert response["data"] is None
    assert error["message"] == (
        "bolt://127.0.0.1:1: the graph cannot be reached; try: start Neo4j, or check CASEGRAPH_URI"
    )
    assert error["extensions"] == {"code": "GRAPH_UNAVAILABLE"}


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("{ cases(first: 0) { totalCount } }", "first: must be 1 to 100, not 0"),
        ("{ people(first: 101) { totalCount } }", "first: must be 1 to 100, not 101"),
        ('{ people(after: "x") { totalCount } }', "after: is no cursor of this list in this order"),
        ('{ people(filter: {name: {eq: " "}}) { totalCount } }', "name.eq: has no letters"),
        ('{ people(filter: {name: {contains: ""}}) { totalCount } }', "name.contains: has no letters"),
        ('{ search(text: " ") { score } }', "text: has no words"),
        ('{ search(text: "\\"") { score } }', "text: has no words"),
        ('{ search(text: "x", types: [ARTICLE]) { score } }', "types: articles are not searched"),
        ('{ search(text: "x", first: 1000) { score } }', "first: must be 1 to 100, not 1000"),
    ],
)
def test_bad_input_is_refused_before_the_graph_is_asked(query: str, message: str) -> None:
    [error] = execute_query(nowhere(), query)["errors"]
    assert error["message"].startswith(message)
    assert error["extensions"] == {"code": "BAD_INPUT"}


def test_too_many_names_are_refused() -> None:
    query = "query ($names: [String!]) { people(filter: {name: {in: $names}}) { totalCount } }"
    [error] = execute_query(nowhere(), query, {"names": ["x"] * 101})["errors"]
    assert error["message"] == "name.in: holds 101 names; try: 100 at most"


def test_a_query_that_is_none_is_told_where() -> None:
    [error] = execute_query(nowhere(), "{ cases { nonsense } }")["errors"]
    assert error["message"] == "Cannot query field 'nonsense' on type 'CaseConnection'."
    assert error["locations"] == [{"line": 1, "column": 11}]
