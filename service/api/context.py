"""What the resolvers of one request share: the reader, and one batching loader for each statement."""

from collections.abc import Hashable
from typing import Any, NamedTuple

import strawberry
from strawberry.dataloader import DataLoader
from strawberry.fastapi import BaseContext

from service.api.reader import Reader, Row

#: Nodes that one statement is asked about at most; a wider level is read in several.
BATCH = 1000


class Anchor(NamedTuple):
    """A node that a batched statement starts from."""

    id: str


class LinkKey(NamedTuple):
    """A link whose evidence is asked for, by the end with few such links and the one that may have many."""

    few: str
    many: str
    title: str | None


Key = Anchor | LinkKey


class Context(BaseContext):
    """Of one request."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._loaders: dict[Hashable, DataLoader[Key, list[Row]]] = {}

    async def read(self, query: str, **parameters: Any) -> list[Row]:
        return await self._reader.read(query, **parameters)

    async def read_for(self, key: Key, query: str, **parameters: Hashable) -> list[Row]:
        """The rows that a batched statement answers for a key, asked together with the other keys of the moment."""
        name = (query, *sorted(parameters.items()))
        loader = self._loaders.get(name)
        if loader is None:
            loader = self._loaders[name] = DataLoader(self._batch(query, parameters), max_batch_size=BATCH)
        return await loader.load(key)

    def _batch(self, query: str, parameters: dict[str, Hashable]) -> Any:
        async def load(keys: list[Key]) -> list[list[Row]]:
            numbered = [{"n": n, **key._asdict()} for n, key in enumerate(keys)]
            grouped: list[list[Row]] = [[] for _ in keys]
            for row in await self._reader.read(query, keys=numbered, **parameters):
                grouped[row["n"]].append(row)
            return grouped

        return load


Info = strawberry.Info[Context, None]
