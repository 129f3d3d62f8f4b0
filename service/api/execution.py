"""A query run in this process, without a server."""

import asyncio
from typing import Any

from service.api.context import Context
from service.api.reader import Reader
from service.api.schema import schema
from service.settings import Settings


def execute_query(settings: Settings, text: str, variables: dict[str, Any] | None = None) -> dict[str, Any]:
    """The response to a query as a GraphQL server would send it: `data`, and `errors` if there are any.

    Errors of the graph are in `errors` too; nothing is raised for them.
    """
    return asyncio.run(_execute(settings, text, variables))


async def _execute(settings: Settings, text: str, variables: dict[str, Any] | None) -> dict[str, Any]:
    async with Reader(settings) as reader:
        result = await schema.execute(text, variables, context_value=Context(reader))
    errors = {"errors": [error.formatted for error in result.errors]} if result.errors else {}
    return {"data": result.data, **errors}
