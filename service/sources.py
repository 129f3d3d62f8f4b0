"""Articles read from files and standard input; what cannot be read comes out as a problem, never as silence."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, BinaryIO

from schema import Article, SourceError
from service.fields import describe, split_front_matter, unused
from service.listing import STANDARD_INPUT, Problem, Severity, is_jsonl
from service.plaintext import LONGEST, check, clean, decode, too_long
from service.quotation import unbalanced

# UTF-32 takes four bytes a character; what is longer than this need not be read to be refused.
_MOST_BYTES = 4 * LONGEST + 1024


@dataclass(frozen=True)
class Found:
    """An article and its text."""

    article: Article
    text: str


@dataclass
class Reader:
    """Reads files one by one; remembers what it has read, so that the same article twice is told."""

    encoding: str | None = None
    _seen: dict[str, tuple[str, int]] = field(default_factory=dict)
    _told: set[tuple[str, str]] = field(default_factory=set)

    def read(self, files: Iterable[str]) -> Iterator[Found | Problem]:
        """Every file gives at least one item."""
        for file in files:
            try:
                yield from self._read(file)
            except SourceError as error:
                yield Problem(error)
            except OSError as error:
                yield Problem(_unreadable(error, file))

    def _read(self, file: str) -> Iterator[Found | Problem]:
        if file == STANDARD_INPUT:
            yield from self._read_stream(sys.stdin.buffer)
            return
        _check_name(file)
        with open(file, "rb") as stream:
            if is_jsonl(file):
                yield from self._read_lines(stream, file)
            else:
                yield from self._read_text(stream, file)

    def _read_stream(self, stream: BinaryIO) -> Iterator[Found | Problem]:
        """Standard input is JSONL if its first line is an object."""
        first = stream.readline(_MOST_BYTES)
        if _is_object(first):
            yield from self._read_lines(chain([first], stream), STANDARD_INPUT)
        else:
            yield from self._read_text(stream, STANDARD_INPUT, first)

    def _read_text(self, stream: BinaryIO, source: str, first: bytes = b"") -> Iterator[Found | Problem]:
        data = first + stream.read(_MOST_BYTES)
        if len(data) >= _MOST_BYTES:
            raise too_long(f"over {_MOST_BYTES / 1e6:.0f} MB", source)
        text, removed = clean(decode(data, source, self.encoding))
        fields, body = split_front_matter(text, source)
        yield from self._notes(fields, source)
        yield from self._article(fields, body, source, removed)

    def _read_lines(self, lines: Iterable[bytes], source: str) -> Iterator[Found | Problem]:
        if self.encoding:
            lines = decode(b"".join(lines), source, self.encoding).encode().split(b"\n")
        blank = True
        for number, line in enumerate(lines, 1):
            blank = blank and not line.strip()
            try:
                yield from self._read_line(line, source, number)
            except SourceError as error:
                yield Problem(error)
                if number == 1 and (line.strip() in (b"{", b"[") or b"\0" in line):
                    return  # JSON over many lines, or UTF-16: every further line would say the same
        if blank:
            raise SourceError("empty", where=source, try_="one JSON object a line")

    def _read_line(self, line: bytes, source: str, number: int) -> Iterator[Found | Problem]:
        if not line.strip():
            return
        where = f"{source}:{number}"
        fields = _object(decode(line, where), where)
        yield from self._notes(fields, source)
        text, removed = clean(_text_of(fields, where))
        yield from self._article(fields, text, where, removed)

    def _article(self, fields: dict[str, Any], text: str, source: str, removed: int) -> Iterator[Found | Problem]:
        check(text, source)
        article, bad_date = describe(fields, text, source)
        yield from _warnings(text, source, removed, bad_date)
        earlier, same = self._seen.get(article.id, ("", 0))
        if earlier:
            yield _again(source, earlier, same=same == hash(text))
        if same != hash(text):
            self._seen[article.id] = (source, hash(text))
            yield Found(article, text)

    def _notes(self, fields: dict[str, Any], file: str) -> Iterator[Problem]:
        new = [name for name in unused(fields) if (file, name) not in self._told]
        self._told.update((file, name) for name in new)
        if new:
            what = f"fields that are not read: {', '.join(new)}"
            yield Problem(SourceError(what, where=file), Severity.NOTE)


def _check_name(file: str) -> None:
    try:
        file.encode()
    except UnicodeEncodeError as error:
        raise SourceError("its name is no UTF-8", where=repr(file), try_="rename it") from error
    if file.lower().endswith((".json", ".ndjson")):
        raise SourceError("a JSON file", where=file, try_="one JSON object a line, in a file named .jsonl")


def _unreadable(error: OSError, file: str) -> SourceError:
    if isinstance(error, FileNotFoundError):
        return SourceError("there is no such file (any more)", where=file, try_="check the name, run it again")
    return SourceError(f"it cannot be read ({error.strerror})", where=file, try_="check who may read it")


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _object(line: str, where: str) -> dict[str, Any]:
    remedy = 'one object a line, such as {"text": "…", "title": "…", "date": "2024-01-31"}'
    try:
        fields = json.loads(line.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise SourceError("no JSON", where=where, try_=remedy) from error
    if not isinstance(fields, dict):
        raise SourceError("no JSON object", where=where, try_=remedy)
    return fields


def _text_of(fields: dict[str, Any], where: str) -> str:
    text = fields.get("text")
    if not isinstance(text, str):
        raise SourceError("no field text with the article's words", where=where, try_='{"text": "…"}')
    return text


def _warnings(text: str, source: str, removed: int, bad_date: str | None) -> Iterator[Problem]:
    if removed:
        what = f"{removed} control character{'s' * (removed > 1)} removed"
        yield _warning(what, source, "check that the text is whole")
    if bad_date:
        yield _warning(f"its date {bad_date!r} is not understood and left out", source, "a date such as 2024-01-31")
    if words := unbalanced(text):
        yield _warning(f"quotation marks that do not pair, at {words!r}", source, "add the missing mark")


def _warning(what: str, source: str, remedy: str) -> Problem:
    return Problem(SourceError(what, where=source, try_=remedy), Severity.WARNING)


def _again(source: str, earlier: str, *, same: bool) -> Problem:
    what = f"the same article as {earlier}, left out" if same else f"the same address as {earlier}, which it replaces"
    return Problem(SourceError(what, where=source), Severity.NOTE)
