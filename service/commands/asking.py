"""`casegraph query`."""

import json
import sys
from pathlib import Path
from typing import Any

from schema import SettingsError, SourceError
from service.api import execute_query
from service.settings import load_settings


def run_query(file: str, variables: str) -> int:
    """Print the answer as JSON, and each error as a line; the exit status is 1 if there are errors."""
    settings = load_settings()
    response = execute_query(settings, read_query(file), _variables(variables))
    if (data := response["data"]) is not None:
        sys.stdout.write(json.dumps(data, indent=2, ensure_ascii=False) + "\n")
    errors = response.get("errors", [])
    for error in errors:
        sys.stderr.write(f"casegraph: {_line(error)}\n")
    return int(bool(errors))


def read_query(file: str) -> str:
    """The text of the query; raises SourceError if there is none."""
    try:
        query = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise SourceError("no UTF-8 text", where=file, try_="a file with a GraphQL query") from error
    except OSError as error:
        remedy = "the name of a file with a GraphQL query, or -"
        raise SourceError(f"it cannot be read ({error.strerror})", where=file, try_=remedy) from error
    if not query.strip():
        raise SourceError("there is no query in it", where=file, try_="casegraph query service/samples/1-cases.graphql")
    return query


def _variables(written: str) -> dict[str, Any]:
    try:
        variables = json.loads(written)
    except ValueError:
        variables = None
    if not isinstance(variables, dict):
        raise SettingsError("no JSON object", where="--variables", try_="""--variables '{"name": "…"}'""")
    return variables


def _line(error: dict[str, Any]) -> str:
    places = [f"line {place['line']}" for place in error.get("locations") or []]
    return ": ".join([*places[:1], *map(str, error.get("path") or []), error["message"]])
