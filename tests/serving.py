"""A server on a free port of 127.0.0.1 for the tests, in a thread of theirs, and a plain client for it."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from kg.emit import triples
from kg.serve import Limits, Place, listening, server
from kg.store import Store
from tests import worlds

JSON = "application/sparql-results+json"


def small_store(path: Path) -> str:
    """The path of a store that holds the small world."""
    with Store.open(path, write=True) as store:
        for extraction in worlds.world():
            store.put(extraction)
        store.load(triples(worlds.world(), worlds.resolution()))
    return str(path)


class Answer(NamedTuple):
    """What came back; the names of ``headers`` are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


class Client(NamedTuple):
    """Where a server listens; one connection a request."""

    port: int

    @property
    def url(self) -> str:
        """The address of the endpoint."""
        return f"http://127.0.0.1:{self.port}/sparql"

    def ask(self, method: str, path: str, body: bytes | str | None = None, **headers: str) -> Answer:
        """The answer; underscores in names of headers stand for hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            got = connection.getresponse()
            return Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, got.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        """The answer to GET."""
        return self.ask("GET", path, **headers)

    def query(self, text: str, accept: str = JSON, **more: str) -> Answer:
        """The answer to a query by GET."""
        return self.get(f"/sparql?{urlencode({'query': text, **more})}", Accept=accept)

    def post(self, body: bytes | str, kind: str, accept: str = JSON) -> Answer:
        """The answer to a body of that media type."""
        return self.ask(
            "POST", "/sparql", body.encode("utf-8") if isinstance(body, str) else body, Content_Type=kind, Accept=accept
        )


@contextmanager
def running(store: str, limits: Limits, *origins: str) -> Iterator[Client]:
    """A client for a server that runs as long as the context."""
    place = Place(port=0, origins=origins)
    runner = server(store, place, limits)
    with listening(place) as sock:
        thread = threading.Thread(target=runner.run, kwargs={"sockets": [sock]})
        thread.start()
        try:
            yield Client(sock.getsockname()[1])
        finally:
            runner.should_exit = True
            thread.join(120)
    assert not thread.is_alive()
