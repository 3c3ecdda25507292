"""The graph over HTTP: the SPARQL 1.1 Protocol, pages, and IRIs that lead somewhere (docs/decisions/serve.md).

:func:`serve` runs the server; a query is answered by a jailed process (:mod:`kg.serve.jail`), never by the server's own.
"""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError, StoreError, UsageError
from kg.serve.limits import Limits
from kg.store import Store, generation

if TYPE_CHECKING:
    import uvicorn

__all__ = ["Limits", "Place", "serve", "server"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where to listen (port 0 takes any that is free), and whose pages may read the graph (``*`` for everybody's)."""

    host: str = "127.0.0.1"
    port: int = 8000
    origins: Sequence[str] = ()


def serve(store: str, place: Place, limits: Limits, announce: Callable[[str], None]) -> None:
    """Nothing, once the server was stopped; ``announce`` is told its address. Raises KgError where it cannot start."""
    runner = server(store, place, limits)
    with listening(place) as sock:
        announce(address(sock))
        with suppress(KeyboardInterrupt):  # how the server hands on the Ctrl-C that ended it
            runner.run(sockets=[sock])


def server(store: str, place: Place, limits: Limits) -> uvicorn.Server:
    """The server, not yet running; raises UsageError where its libraries are missing, StoreError where the store is."""
    try:
        import resource  # noqa: F401

        import starlette  # noqa: F401
        import uvicorn
    except ImportError as error:
        if error.name == "resource":
            raise UsageError("kg serve needs the resource limits of Linux or macOS", "on Windows run it within WSL") from error
        raise UsageError(f"kg serve needs {error.name}", "install the extra serve: pip install 'attache-kg[serve]'") from error
    from kg.serve.app import application
    from kg.serve.headers import is_local

    Store.open(store).close()
    if generation(store) is None:
        raise StoreError(f"{store} has no graph yet", "make it from the records: kg rebuild")
    app = application(str(Path(store).resolve()), limits, place.origins, local=is_local(place.host))
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        log_level=logging.WARNING,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=max(512, limits.waiting * 4),
        timeout_keep_alive=5,
        timeout_graceful_shutdown=2,
    )
    return uvicorn.Server(config)


def listening(place: Place) -> socket.socket:
    """A socket that is bound to the place; raises KgError where that cannot be."""
    try:
        family = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((place.host, place.port), family=family, backlog=512)
    except OSError as error:
        raise KgError(
            f"cannot listen on {place.host}, port {place.port}: {error.strerror}", "choose another by --port"
        ) from error


def address(sock: socket.socket) -> str:
    """``http://127.0.0.1:8000/`` of a bound socket."""
    host, port = sock.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
