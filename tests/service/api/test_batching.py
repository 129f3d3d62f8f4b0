"""One statement per level and field, however many rows."""

import asyncio
from typing import Any

import pytest

from service.api.context import Context
from service.api.reader import Reader, Row
from service.api.schema import schema
from service.settings import Settings
from tests.service.api.conftest import fill
from tests.service.api.drafts import complaint, other_suits, verdict

NESTED = """
query ($first: Int!) { cases(first: $first) { totalCount edges { node {
  plaintiffs { evidence { article { title text } } party { positions { title }
    cases { totalCount edges { node { case { courts { court {
      mentions { edges { node { article { title } } } } } } } } } } } }
  defendants { evidence { quote } party { claimsAbout { edges { node { claim { speakers { speaker { name } } } } } } } }
  courts { court { cases { totalCount } officers { title } } }
  offences { offence { name } evidence { quote } }
  platforms { platform { name } }
  penalties { penalty { imposedOn { party { name } } } }
  events { event { kind } }
  articles { title cases { name } }
} } } }
"""


class Counting(Reader):
    """Counts the statements that the graph has run."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.run: list[str] = []

    async def read(self, query: str, **parameters: Any) -> list[Row]:
        self.run.append(query)
        return await super().read(query, **parameters)


async def statements(settings: Settings, first: int) -> tuple[int, list[str]]:
    """How many cases a nested query found, and the statements that it took."""
    async with Counting(settings) as reader:
        result = await schema.execute(NESTED, {"first": first}, context_value=Context(reader))
    assert not result.errors
    assert result.data
    return len(result.data["cases"]["edges"]), reader.run


def test_statements_do_not_grow_with_rows(graph_settings: Settings) -> None:
    fill(graph_settings, [complaint(), verdict(), *other_suits(15)])
    few, for_few = asyncio.run(statements(graph_settings, 2))
    many, for_many = asyncio.run(statements(graph_settings, 16))
    assert (few, many) == (2, 16)
    assert len(for_many) <= len(set(for_many)) + 1, "a statement was run twice for one level"
    assert len(for_many) <= 26
    assert len(for_few) <= len(for_many)


@pytest.mark.graph
def test_every_statement_is_bounded(embedded_settings: Settings) -> None:
    fill(embedded_settings, [complaint(), verdict()])
    _, run = asyncio.run(statements(embedded_settings, 1))
    unbounded = [
        s for s in run if "LIMIT $first" not in s and "count(" not in s and "Article {id: key.id})\nRETURN" not in s
    ]
    assert unbounded == []
