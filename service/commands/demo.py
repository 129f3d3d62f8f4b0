"""`casegraph demo`."""

import sys
from importlib.resources import files
from pathlib import Path

from rich.console import Console
from rich.padding import Padding

from service.answers import tree_of
from service.commands.articles import ingest_articles
from service.settings import Settings, load_settings

SAMPLES = files("service").joinpath("samples")

GOING_ON = """\
Next:
  casegraph ingest FILES|FOLDERS     your own articles, into the same graph
  casegraph serve                    the GraphQL API, with an editor, at http://{host}:{port}/graphql
  casegraph query {query}
  casegraph retract SOURCE           take an article out again
The graph keeps running in the background, on this machine only: casegraph graph stop
"""


def run_demo() -> int:
    """The exit status: 1 if a sample was refused or a question could not be answered."""
    settings = load_settings().model_copy(update={"uri": None})
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
    console.print("Twelve articles of an invented country:", soft_wrap=True)
    status = ingest_articles(_files(".txt"), None, settings)
    questions = _files(".graphql")
    for question in questions:
        status |= _answer(settings, question, console)
    console.print(GOING_ON.format(host=settings.host, port=settings.port, query=questions[0]), soft_wrap=True)
    return status


def _files(suffix: str) -> list[str]:
    """Named from here where they are below here, so that their names can be typed."""
    paths = sorted(Path(str(path)) for path in SAMPLES.iterdir() if path.name.endswith(suffix))
    here = Path.cwd()
    return [str(path.relative_to(here) if path.is_relative_to(here) else path) for path in paths]


def _answer(settings: Settings, file: str, console: Console) -> int:
    """A question's first line, a comment, is its wording."""
    from service.api import execute_query
    from service.commands.asking import read_query

    query = read_query(file)
    response = execute_query(settings, query)
    title = query.partition("\n")[0].lstrip("# ")
    if response["data"]:
        console.print(Padding(tree_of(title, response["data"]), (1, 0)))
    for error in response.get("errors", []):
        sys.stderr.write(f"casegraph: {file}: {error['message']}\n")
    return int("errors" in response)
