"""The command `casegraph`. Each command imports what it needs when it runs, so that `--help` answers at once."""

import logging
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="Court cases and claims in news articles, as a graph: who sued whom, where, over what, and who says so.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
graph = typer.Typer(help="Start, stop or look at the embedded graph.", no_args_is_help=True)
app.add_typer(graph, name="graph")

Paths = Annotated[
    list[str], typer.Argument(metavar="FILES|FOLDERS|-", help="Text (.txt, .md) or JSONL; - is standard input.")
]
Encoding = Annotated[str | None, typer.Option(help="Encoding of the files, if it is not UTF-8.", metavar="NAME")]

Jobs = Annotated[int, typer.Option(min=1, help="Processes that read side by side; each takes some 400 MB.")]


class DocumentFormat(StrEnum):
    JSONL = "jsonl"
    TABLE = "table"


class SchemaFormat(StrEnum):
    JSON = "json"
    TABLE = "table"


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"casegraph {version('casegraph')}")
        raise typer.Exit


def _check_encoding(encoding: str | None) -> None:
    try:
        b"    ".decode(encoding or "utf-8", "ignore")  # of nothing at all, Python looks up no encoding
    except LookupError:
        raise typer.BadParameter(f"there is no encoding {encoding!r}", param_hint="--encoding") from None


@app.callback()
def casegraph(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Nothing to do before a command."""


@app.command()
def ingest(paths: Paths, jobs: Jobs = 1, encoding: Encoding = None) -> None:
    """Read articles into the graph. Exits with 1 if anything was lost or refused."""
    _check_encoding(encoding)
    from service.commands.articles import ingest_articles
    from service.settings import load_settings

    raise typer.Exit(ingest_articles(paths, encoding, load_settings(), jobs))


@app.command()
def extract(
    paths: Paths,
    format: Annotated[DocumentFormat, typer.Option(help="One JSON document a line, or tables.")] = DocumentFormat.JSONL,
    jobs: Jobs = 1,
    encoding: Encoding = None,
) -> None:
    """Print what articles say, without a graph. Exits with 1 if anything was lost or refused."""
    _check_encoding(encoding)
    from service.commands.articles import extract_articles
    from service.settings import load_settings

    raise typer.Exit(extract_articles(paths, encoding, load_settings(), jobs, as_table=format is DocumentFormat.TABLE))


@app.command()
def explain(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="One article; - is standard input.")],
    html: Annotated[Path | None, typer.Option(help="Write a page to this file instead.", metavar="OUT")] = None,
    encoding: Encoding = None,
) -> None:
    """Show an article with what is found in it, each fact with its rule and its words."""
    _check_encoding(encoding)
    from service.commands.explaining import explain_article
    from service.settings import load_settings

    raise typer.Exit(explain_article(file, html, encoding, load_settings()))


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_FOLDER", help="Annotations NAME.json of articles NAME.txt.")],
    articles: Annotated[
        Path | None, typer.Option(help="Folder of the articles, if they are elsewhere.", metavar="FOLDER")
    ] = None,
    show: Annotated[bool, typer.Option("--show", help="List what was missed and invented, and by which rule.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print it all as one JSON object.")] = False,
    jobs: Jobs = 1,
) -> None:
    """Score what is read from annotated articles. Exits with 1 if one of them could not be scored."""
    from service.commands.evaluating import evaluate_folder
    from service.evaluation import GoldFolder
    from service.settings import load_settings

    folder = GoldFolder(gold, articles)
    raise typer.Exit(evaluate_folder(folder, load_settings(), jobs, show=show, json_=json))


@app.command()
def retract(article: Annotated[str, typer.Argument(help="Its id, address or source.")]) -> None:
    """Take an article out of the graph, with all that no other article says."""
    from service.commands.upkeep import retract_article

    retract_article(article)


@app.command()
def resolve() -> None:
    """Build people, cases and their links anew from what the articles in the graph say."""
    from service.commands.upkeep import rebuild_graph

    rebuild_graph()


@app.command()
def query(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A GraphQL query; - is standard input.")],
    variables: Annotated[str, typer.Option(help="Its variables, as a JSON object.", metavar="JSON")] = "{}",
) -> None:
    """Answer a GraphQL query as JSON."""
    from service.commands.asking import run_query

    raise typer.Exit(run_query(file, variables))


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; CASEGRAPH_HOST otherwise.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port; CASEGRAPH_PORT otherwise.")] = None,
) -> None:
    """Open the GraphQL API."""
    from service.commands.serving import run_server

    run_server(host, port)


@app.command()
def schema(
    format: Annotated[SchemaFormat, typer.Option(help="JSON Schema of the documents, or the links.")] = (
        SchemaFormat.TABLE
    ),
) -> None:
    """Print what a document may say."""
    from service.commands.describing import print_schema

    print_schema(as_table=format is SchemaFormat.TABLE)


@app.command()
def doctor() -> None:
    """Say what is wrong with settings, model and graph, and what to do."""
    from service.commands.doctor import examine

    raise typer.Exit(examine())


@app.command()
def demo() -> None:
    """Ingest twelve sample articles into the embedded graph and answer three questions about them."""
    from service.commands.demo import run_demo

    raise typer.Exit(run_demo())


@graph.command()
def start() -> None:
    """Start the embedded graph."""
    from service.commands.embedded import start_graph

    start_graph()


@graph.command()
def stop() -> None:
    """Stop the embedded graph."""
    from service.commands.embedded import stop_graph

    stop_graph()


@graph.command()
def status() -> None:
    """Tell where the embedded graph runs. Exits with 1 if it does not."""
    from service.commands.embedded import print_status

    raise typer.Exit(print_status())


def main() -> None:
    """Run the command line; an error that casegraph raises on purpose is one line and exit status 1."""
    logging.getLogger("neo4j").addHandler(
        logging.NullHandler()
    )  # what the driver logs, casegraph says in its own words
    try:
        app()
    except Exception as error:
        from schema import CasegraphError  # not before an error: it loads pydantic

        if not isinstance(error, CasegraphError):
            raise
        sys.stderr.write(f"casegraph: {error}\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
