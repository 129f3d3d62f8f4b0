"""Word lists and patterns are data: TOML files in `extraction/data`, loaded strictly.

A file holds tables of arrays, `[[entry]]`; what an entry may say is a pydantic model of the component that reads it.
"""

import tomllib
from collections.abc import Hashable
from importlib.resources import files
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field, ValidationError

from schema import Fact, LexiconError


def _no_stray_space(text: str) -> str:
    if text != " ".join(text.split()):
        raise ValueError(f"stray space in {text!r}")
    return text


Word = Annotated[str, Field(min_length=1), AfterValidator(_no_stray_space)]


class Entry(Fact):
    """What every entry may say beside its own fields: why it is there, sentences it is for, sentences it is not for."""

    note: str = ""
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()

    def key(self) -> Hashable:
        """What no two entries of a file may share."""
        raise NotImplementedError


E = TypeVar("E", bound=Entry)


def load_lexicon(name: str, model: type[E]) -> tuple[E, ...]:
    """The entries of `data/NAME.toml`; raises LexiconError at the first that breaks the rules."""
    where = f"extraction/data/{name}.toml"
    try:
        table = tomllib.loads(files("extraction").joinpath("data", f"{name}.toml").read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(str(error), where=where) from error
    if set(table) != {"entry"}:
        raise LexiconError(f"only [[entry]] is known here, not {sorted(set(table) - {'entry'})}", where=where)
    return _checked(table["entry"], model, where)


def _checked(rows: list[dict[str, object]], model: type[E], where: str) -> tuple[E, ...]:
    seen: dict[Hashable, int] = {}
    entries = []
    for number, row in enumerate(rows, start=1):
        try:
            entry = model.model_validate(row)
        except ValidationError as error:
            first = error.errors()[0]
            raise LexiconError(
                f"{'.'.join(map(str, first['loc']))}: {first['msg']}", where=f"{where} entry {number}"
            ) from error
        if entry.key() in seen:
            raise LexiconError(
                f"{entry.key()!r} stands in entry {seen[entry.key()]} already", where=f"{where} entry {number}"
            )
        seen[entry.key()] = number
        entries.append(entry)
    return tuple(entries)
