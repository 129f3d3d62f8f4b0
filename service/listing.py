"""The files that the user's paths stand for, and the problems that are told, one line each."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from schema import SourceError

STANDARD_INPUT = "-"
SUFFIXES = (".txt", ".md", ".jsonl")


class Severity(StrEnum):
    """How a problem leaves its article: not read; read, but something in it was removed or is in doubt; read."""

    REFUSED = "refused"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Problem:
    """One line to the user. `error` names the file and the remedy."""

    error: SourceError
    severity: Severity = Severity.REFUSED

    def __str__(self) -> str:
        return f"{self.severity}: {self.error}"


@dataclass(frozen=True)
class Listing:
    """The files to read, in order, and what was wrong with the paths given."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]

    def expected(self) -> int | None:
        """How many articles the files hold, for a progress bar; None where standard input is among them."""
        if STANDARD_INPUT in self.files:
            return None
        return sum(_lines(file) if is_jsonl(file) else 1 for file in self.files)


def list_files(paths: Iterable[str]) -> Listing:
    """Folders are walked to the bottom in the order of names; hidden files and folders are left out."""
    files: dict[str, None] = {}
    problems: list[Problem] = []
    for path in paths:
        if path != STANDARD_INPUT and os.path.isdir(path):
            listed, others, closed = _walk(path)
            files.update(dict.fromkeys(listed))
            problems += map(_closed, closed)
            problems += _of_folder(path, listed, others)
        else:
            files[path] = None
    return Listing(tuple(files), tuple(problems))


def _walk(folder: str) -> tuple[list[str], Counter[str], list[OSError]]:
    """The folder's articles, of its other files how many have which suffix, and the folders that cannot be entered."""
    listed: list[str] = []
    others: Counter[str] = Counter()
    closed: list[OSError] = []
    entered = {os.path.realpath(folder)}
    for where, folders, names in os.walk(folder, onerror=closed.append, followlinks=True):
        folders[:] = [name for name in sorted(folders) if not name.startswith(".") and _enter(where, name, entered)]
        for name in sorted(name for name in names if not name.startswith(".")):
            suffix = Path(name).suffix
            if suffix.lower() in SUFFIXES:
                listed.append(os.path.join(where, name))
            else:
                others[suffix or "no suffix"] += 1
    return listed, others, closed


def _enter(where: str, name: str, entered: set[str]) -> bool:
    """Whether this folder is new; links may lead in a circle."""
    real = os.path.realpath(os.path.join(where, name))
    new = real not in entered
    entered.add(real)
    return new


def _of_folder(folder: str, listed: list[str], others: Counter[str]) -> Iterator[Problem]:
    kinds = ", ".join(SUFFIXES)
    if not listed:
        yield Problem(SourceError("no articles in this folder", where=folder, try_=f"a folder with {kinds} files"))
    elif others:
        counted = ", ".join(f"{count} {suffix}" for suffix, count in sorted(others.items()))
        what = f"files that are no articles were passed over ({counted})"
        yield Problem(SourceError(what, where=folder, try_=f"give them {kinds} names if they are"), Severity.NOTE)


def _closed(error: OSError) -> Problem:
    what = f"this folder cannot be entered ({error.strerror})"
    return Problem(SourceError(what, where=str(error.filename), try_="check who may read it"))


def _lines(file: str) -> int:
    try:
        with open(file, "rb") as stream:
            return sum(1 for line in stream if line.strip())
    except OSError:
        return 0


def is_jsonl(file: str) -> bool:
    return file.lower().endswith(".jsonl")
