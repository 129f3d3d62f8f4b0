"""What is known of an article beside its text: the fields of a front matter or of a line of JSON."""

import datetime
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from schema import Article, SourceError, article_id

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD_LINE = re.compile(r"^[A-Za-z_]+[ \t]*:", re.MULTILINE)
_WRITTEN_DATES = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%A, %B %d, %Y", "%A, %d %B %Y")

#: a field of Article -> the names under which it may stand; the first that has a value counts
NAMES = {
    "title": ("title",),
    "published_on": ("published_on", "date"),
    "publisher": ("publisher", "outlet"),
    "authors": ("authors", "author"),
    "url": ("url",),
}
_KNOWN = {"text", *(name for names in NAMES.values() for name in names)}


def split_front_matter(content: str, where: str) -> tuple[dict[str, Any], str]:
    """The fields at the head of a text file and the text below; raises SourceError for a head that is no YAML."""
    found = _FRONT_MATTER.match(content)
    if not found or not _FIELD_LINE.search(found["yaml"]):
        return {}, content
    return _load_yaml(found["yaml"], where), content[found.end() :]


def _load_yaml(head: str, where: str) -> dict[str, Any]:
    import yaml

    try:
        fields = yaml.safe_load(head)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" in line {mark.line + 2}" if mark else ""
        remedy = "put the value in quotation marks"
        raise SourceError(f"its front matter is no YAML{line}", where=where, try_=remedy) from error
    if not isinstance(fields, dict):
        raise SourceError("its front matter has no fields", where=where, try_="lines such as title: The title")
    return fields


def unused(fields: Mapping[str, Any]) -> list[str]:
    """The names of the fields that nobody reads."""
    return [str(name) for name in fields if name not in _KNOWN]


def describe(fields: Mapping[str, Any], text: str, source: str) -> tuple[Article, str | None]:
    """The Article of a text, and its date if that cannot be read; raises SourceError for a field of the wrong type."""
    values = {field: _first(fields, names) for field, names in NAMES.items()}
    date, bad_date = _date(values["published_on"])
    url = _words(values["url"], "url", source)
    article = Article(
        id=article_id(url, text),
        source=source,
        url=url,
        title=_words(values["title"], "title", source),
        publisher=_words(values["publisher"], "outlet", source),
        authors=_authors(values["authors"], source),
        published_on=date,
    )
    return article, bad_date


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((fields[name] for name in names if fields.get(name) not in (None, "", [])), None)


def _words(value: Any, field: str, where: str) -> str | None:
    if value is None:
        return None
    if isinstance(value, (dict, list)):
        raise SourceError(f"its {field} is no text", where=where, try_=f"one {field}, as text")
    return " ".join(str(value).split()) or None


def _authors(value: Any, where: str) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    return tuple(name for one in listed if (name := _words(one, "author", where)))


def _date(value: Any) -> tuple[datetime.date | None, str | None]:
    """The date, or the words that are none."""
    if isinstance(value, datetime.datetime):
        return value.date(), None
    if value is None or isinstance(value, datetime.date):
        return value, None
    written = " ".join(str(value).split())
    date = _iso(written) or _written(written) or _of_mail(written)
    return (date, None) if date else (None, written)


def _iso(written: str) -> datetime.date | None:
    try:
        return datetime.datetime.fromisoformat(written).date()
    except ValueError:
        return None


def _written(written: str) -> datetime.date | None:
    for form in _WRITTEN_DATES:
        try:
            return datetime.datetime.strptime(written, form).date()
        except ValueError:
            continue
    return None


def _of_mail(written: str) -> datetime.date | None:
    """As feeds write it: Fri, 04 Jan 2019 10:00:00 GMT."""
    try:
        return parsedate_to_datetime(written).date()
    except ValueError:
        return None
