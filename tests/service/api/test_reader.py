"""The reader's connection: opened once, closed, and opened anew after the graph was lost."""

import asyncio
import datetime

import pytest
from pydantic import SecretStr

from schema import GraphError, GraphRefused, GraphUnavailable
from service.api.reader import Reader
from service.graph import server
from service.settings import Settings


def test_values_are_plain_python(graph_settings: Settings) -> None:
    async def read() -> object:
        async with Reader(graph_settings) as reader:
            [row] = await reader.read(
                "RETURN {days: [date('2020-01-10')], none: null} AS value, $given AS given", given=1
            )
            return row

    assert asyncio.run(read()) == {"value": {"days": [datetime.date(2020, 1, 10)], "none": None}, "given": 1}


@pytest.mark.graph
def test_an_embedded_graph_that_went_away_is_started_again(embedded_settings: Settings) -> None:
    async def read() -> tuple[list[object], list[object]]:
        async with Reader(embedded_settings) as reader:
            await reader.read("RETURN 1 AS one")
            await asyncio.to_thread(server.stop, embedded_settings)
            lost = await asyncio.gather(*(reader.read("RETURN 1 AS one") for _ in range(2)), return_exceptions=True)
            found = await asyncio.gather(*(reader.read("RETURN 1 AS one") for _ in range(2)))
            return list(lost), list(found)

    lost, found = asyncio.run(read())
    assert any(isinstance(error, GraphUnavailable) for error in lost)
    assert found == [[{"one": 1}]] * 2


@pytest.mark.graph
@pytest.mark.neo4j
def test_a_wrong_password_is_refused(neo4j_settings: Settings) -> None:
    wrong = neo4j_settings.model_copy(update={"password": SecretStr("wrong")})

    async def read() -> None:
        async with Reader(wrong) as reader:
            await reader.read("RETURN 1 AS one")

    with pytest.raises(GraphRefused, match="CASEGRAPH_USER"):
        asyncio.run(read())


def test_a_statement_that_is_none_is_an_error_of_the_graph(graph_settings: Settings) -> None:
    async def read() -> None:
        async with Reader(graph_settings) as reader:
            with pytest.raises(GraphError):
                await reader.read("no Cypher")
            assert await reader.read("RETURN 1 AS one") == [{"one": 1}]

    asyncio.run(read())


def test_those_who_wait_hear_of_one_failure() -> None:
    nowhere = Settings(uri="bolt://127.0.0.1:1", user="neo4j", password=SecretStr("x"))

    async def read() -> list[BaseException | list[object]]:
        async with Reader(nowhere) as reader:
            return await asyncio.gather(*(reader.read("RETURN 1") for _ in range(3)), return_exceptions=True)  # type: ignore[return-value]

    errors = asyncio.run(read())
    assert all(isinstance(error, GraphUnavailable) for error in errors)
    assert len({id(error) for error in errors}) == 1
