"""The application: addresses, the layers around them, and what lives as long as the server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.serve import endpoints, pages
from kg.serve.accept import best
from kg.serve.headers import LOCAL_ORIGINS, Shield
from kg.serve.limits import Limits
from kg.serve.media import HTML
from kg.serve.pool import Pool
from kg.serve.studio import Studio

SPACES = "id event role article span claim report run eventtype status modality plover cameo".split()


def application(store: str, limits: Limits, origins: Sequence[str] = (), local: bool = True) -> Starlette:
    """The application over a store; ``origins`` may read it from pages of theirs, ``local`` holds it to names of this machine."""

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        pool = Pool(store, limits)
        app.state.site = endpoints.Site(limits, pool, Studio(store, limits))
        yield
        await pool.close()

    cors = Middleware(
        CORSMiddleware,
        allow_origins=origins,
        allow_origin_regex=LOCAL_ORIGINS,
        allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
        allow_headers=["Accept", "Content-Type"],
        expose_headers=["Kg-Truncated", "Retry-After"],
    )
    return Starlette(
        routes=[
            Route("/", endpoints.home),
            Route("/sparql", endpoints.sparql, methods=["GET", "POST", "OPTIONS"]),
            Route("/ask/{name}", endpoints.question),
            Route("/graph", endpoints.graph),
            Route("/ont", endpoints.ontology),
            Route("/static/{name:path}", endpoints.static),
            Route("/favicon.ico", endpoints.no_icon),
            *(Route(f"/{space}/{{local:path}}", endpoints.thing) for space in SPACES),
        ],
        middleware=[Middleware(Shield, local=local), cors],
        exception_handlers={HTTPException: refused},
        lifespan=life,
    )


async def refused(request: Request, error: Exception) -> Response:
    """Why there is no answer: a page where one is wanted, else plain text."""
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    if best(request.headers.get("accept"), ("text/plain", HTML)) == HTML:
        response: Response = pages.refusal(error.status_code, *str(error.detail).split("\n", 1))
        response.headers.update(headers)
        return response
    return PlainTextResponse(f"{error.detail}\n", error.status_code, headers)
