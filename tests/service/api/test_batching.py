"""One statement per level and field, however many rows."""

import asyncio
from typing import Any

import pytest

from service.api.context import Context
from service.api.reader import Reader, Row
from service.api.schema import schema
from service.settings import Settings

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


@pytest.fixture(scope="module")
def for_all(filled: Settings) -> tuple[int, list[str]]:
    return asyncio.run(statements(filled, 100))


def test_statements_do_not_grow_with_rows(filled: Settings, for_all: tuple[int, list[str]]) -> None:
    few, for_few = asyncio.run(statements(filled, 2))
    many, for_many = for_all
    assert (few, many) == (2, 6)
    assert len(for_many) == len(set(for_many)), "a statement was run twice"
    assert len(for_few) <= len(for_many) <= 26


def test_every_statement_is_bounded(for_all: tuple[int, list[str]]) -> None:
    _, run = for_all
    bounds = ("LIMIT $first", "count(", "Article {id: key.id})\nRETURN")
    assert [statement for statement in run if not any(bound in statement for bound in bounds)] == []
