"""What Neo4j Browser fetches after it has connected: the style of the picture, and the guide with the saved queries."""

from importlib.resources import files

from fastapi import APIRouter, HTTPException, Response

_MEDIA_TYPES = {"style.grass": "text/plain", "guide.html": "text/html"}

#: Neo4j Browser comes from another origin, asks before it fetches the guide, and may itself stand on a public address.
_FROM_ANYWHERE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET",
    "Access-Control-Allow-Headers": "cache-control, pragma",
    "Access-Control-Allow-Private-Network": "true",
}

router = APIRouter(prefix="/browser", include_in_schema=False)


@router.get("/{name}")
def serve(name: str) -> Response:
    """The file `name` of this package; 404 for any but the two that Neo4j Browser asks for."""
    media_type = _MEDIA_TYPES.get(name)
    if media_type is None:
        raise HTTPException(404, f"there is no {name!r} here; there are {' and '.join(_MEDIA_TYPES)}")
    content = files("service.browser").joinpath(name).read_text(encoding="utf-8")
    return Response(content, media_type=media_type, headers=_FROM_ANYWHERE)


@router.options("/{name}")
def preflight() -> Response:
    """The answer to the question whether Neo4j Browser may fetch a file."""
    return Response(status_code=204, headers=_FROM_ANYWHERE)
