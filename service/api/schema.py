"""The GraphQL schema; `schema.graphql` is its text."""

from collections.abc import Iterator
from pathlib import Path

import strawberry
from graphql import GraphQLError
from strawberry.extensions import SchemaExtension
from strawberry.types import ExecutionContext

from service.api.errors import told
from service.api.nodes import classes
from service.api.query import Query

SDL = Path(__file__).with_name("schema.graphql")


class Told(SchemaExtension):
    """Every error as the client is to see it."""

    def on_operation(self) -> Iterator[None]:
        yield
        result = self.execution_context.result
        errors = getattr(result, "errors", None)
        if errors:
            result.errors = [told(error) for error in errors]  # type: ignore[union-attr]


class Schema(strawberry.Schema):
    """Leaves the log to the table of responses, which logs what the client is not told."""

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        pass


schema = Schema(query=Query, types=classes(), extensions=[Told])
