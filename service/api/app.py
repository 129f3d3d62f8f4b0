"""The web service: GraphQL with GraphiQL, the probes, and what Neo4j Browser fetches."""

import contextlib
from collections.abc import AsyncIterator

from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse

from schema import CasegraphError
from service.api.context import Context
from service.api.errors import response_to
from service.api.graphiql import Router, serve_files
from service.api.reader import Reader
from service.api.schema import schema
from service.browser.router import router as browser
from service.cypher.reading import READY
from service.settings import Settings


def create_app(settings: Settings) -> FastAPI:
    """The service on the graph that the settings name. It starts without the graph, too: /readyz says what is wrong."""

    @contextlib.asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with Reader(settings) as reader:
            app.state.reader = reader
            yield

    app = FastAPI(title="casegraph", lifespan=lifespan, openapi_url=None)
    app.add_exception_handler(CasegraphError, _refuse)
    app.include_router(Router(schema, context_getter=_context), prefix="/graphql", include_in_schema=False)
    serve_files(app)
    app.include_router(browser)
    app.add_api_route("/healthz", healthz, response_class=PlainTextResponse)
    app.add_api_route("/readyz", readyz, response_class=PlainTextResponse)
    return app


async def healthz() -> str:
    """Whether this process is up."""
    return "up\n"


async def readyz(request: Request) -> str:
    """Whether the graph answers; 503 and one line if it does not."""
    await request.app.state.reader.read(READY)
    return "ready\n"


async def _context(request: Request) -> Context:
    return Context(request.app.state.reader)


async def _refuse(_: Request, error: Exception) -> PlainTextResponse:
    response = response_to(error)
    return PlainTextResponse(f"{error}\n", response[1] if response else 500)
