"""What hostile clients try: each attack gets the refusal that docs/decisions/serve.md names, and the next query its answer."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from kg.serve import Limits, asked
from kg.serve.pool import FRUGAL
from tests.serving import Answer, Client, running, small_store

pytestmark = [pytest.mark.e2e, pytest.mark.loopback]
DIRECT, FORM = "application/sparql-query", "application/x-www-form-urlencoded"
CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
ENDLESS = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
WAITING = 16
PATIENT = Limits(timeout=120, waiting=WAITING, memory=1 << 30)  # where an answer is due, however busy the machine is
HURRIED = Limits(timeout=1.5, waiting=WAITING, memory=1 << 30)  # where none can come


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    return small_store(tmp_path_factory.mktemp("attacked") / "store")


@pytest.fixture(scope="module")
def patient(store: str) -> Iterator[Client]:
    with running(store, PATIENT) as found:
        yield found


@pytest.fixture(scope="module")
def hurried(store: str) -> Iterator[Client]:
    with running(store, HURRIED) as found:
        yield found


@pytest.fixture
def client(patient: Client) -> Iterator[Client]:
    """A server with time; it answers a normal query after every attack."""
    yield patient
    answers(patient)


@pytest.fixture
def brief(hurried: Client) -> Iterator[Client]:
    """A server that kills a query after 1.5 s; it answers a normal one after every attack, if the machine gives it the time."""
    yield hurried
    answers(hurried, tries=20)


def answers(client: Client, tries: int = 1) -> None:
    for _ in range(tries):
        got = client.query("SELECT ?v { ?v a kg:Visit }", "text/csv")
        if got.status != 504:
            break
    assert (got.status, got.text.count("\r\n")) == (200, 2)


@pytest.fixture
def bait() -> Iterator[tuple[int, Callable[[], bool]]]:
    """A port that listens, and whether anybody came."""
    with socket.create_server(("127.0.0.1", 0)) as sock:
        sock.settimeout(0.3)

        def visited() -> bool:
            try:
                sock.accept()[0].close()
            except TimeoutError:
                return False
            return True

        yield sock.getsockname()[1], visited


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE SILENT <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:PORT/> { ?s ?p ?o }",
        "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
        "LOAD <file:///etc/passwd>",
        "LOAD <http://127.0.0.1:PORT/>",
        "INSERT DATA { <x:a> <x:b> <x:c> }",
        "DELETE WHERE { ?s ?p ?o }",
    ],
)
def test_nothing_is_reached_and_nothing_changed(client: Client, bait: tuple[int, Callable[[], bool]], query: str) -> None:
    port, visited = bait
    text = query.replace("PORT", str(port))
    for got in (client.query(text), client.post(text, DIRECT), client.post(urlencode({"query": text}), FORM)):
        assert got.status == 403, got.text
    assert client.get(f"/sparql?update={quote(text)}").status == 403
    assert client.post(urlencode({"update": text}), FORM).status == 403
    assert client.post(text, "application/sparql-update").status == 403
    assert not visited()
    assert client.query("ASK { <x:a> <x:b> <x:c> }").json()["boolean"] is False


JAILED = """
import sys
from kg.serve import jail
from kg.store import Store
store = Store.open(sys.argv[1])
store.query("ASK {}")
jail.confine(1 << 30)
for attempt in sys.argv[2:]:
    try:
        print("reached", store.query(attempt))
    except (RuntimeError, OSError, ValueError) as error:
        print("refused")
try:
    open("/etc/passwd")
except OSError:
    print("refused")
print("alive", store.query("ASK { ?s ?p ?o }"))
"""


def test_the_jail_holds_without_the_guard(store: str, bait: tuple[int, Callable[[], bool]]) -> None:
    port, visited = bait
    attempts = [
        f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
        f"ASK {{ SERVICE <http://localhost:{port}/> {{}} }}",
    ]
    command = [sys.executable, "-c", JAILED, store, *attempts]
    ran = subprocess.run(command, env={**os.environ, **FRUGAL}, capture_output=True, text=True, check=False)
    assert ran.stdout.split("\n") == ["refused"] * 3 + ["alive True", ""], ran.stderr
    assert not visited()


@pytest.mark.parametrize("megabytes", [1, 10])
def test_a_query_of_megabytes(client: Client, megabytes: int) -> None:
    text = "ASK {} #" + "x" * (megabytes << 20)
    assert client.post(text, DIRECT).status == 413
    assert client.post(urlencode({"query": text}), FORM).status == 413


def test_an_address_of_a_megabyte(client: Client) -> None:
    with socket.create_connection(("127.0.0.1", client.port), timeout=60) as sock:
        try:
            sock.sendall(b"GET /sparql?query=ASK%7B%7D%23" + b"x" * (1 << 20) + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert sock.recv(100).startswith(b"HTTP/1.1 400")
        except ConnectionError:
            pass  # the server has hung up while we were still sending


def test_a_long_query_within_a_short_address(client: Client) -> None:
    assert client.get("/sparql?query=" + "x" * 60_000).status == 400
    assert client.post("ASK {" + "?s?p?o." * 14_000 + "}", DIRECT).status == 400


@pytest.mark.parametrize("pattern", ["^(a+)+$", "^(a|aa)+$", "(.*a){20}", "(a{500}){500}"])
def test_a_catastrophic_pattern_is_no_catastrophe(client: Client, pattern: str) -> None:
    got = client.query(f"SELECT * {{ ?s a kg:Visit FILTER(REGEX('{'a' * 5000}!', '{pattern}')) }}")
    assert got.status == 200


ENDLESS_ONES = {
    "cross product": ENDLESS,
    "sorted cross product": f"SELECT * {{ {CROSS} }} ORDER BY ?a",
    "paths": "SELECT (COUNT(*) AS ?n) { ?a (!<x:y>|^!<x:y>)* ?b . ?c (!<x:y>|^!<x:y>)* ?d . ?e (!<x:y>|^!<x:y>)* ?f }",
    "many patterns": "SELECT * { " + " ".join(f"?a{n} ?b{n} ?c{n % 7} ." for n in range(600)) + " }",
    "a text that grows": f"SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?x) {{ {CROSS} }}",
}


@pytest.mark.parametrize("name", ENDLESS_ONES)
def test_an_endless_query_is_killed(brief: Client, name: str) -> None:
    got = brief.query(ENDLESS_ONES[name])
    assert got.status in ((500, 504) if name in ("sorted cross product", "a text that grows") else (504,)), got.text[:200]
    assert "took longer than 1.5 s" in got.text or "memory" in got.text


def test_a_query_that_eats_memory_is_ended_by_its_limit(store: str) -> None:
    with running(store, Limits(timeout=240, memory=500 << 20)) as other:
        got = other.query(ENDLESS_ONES["sorted cross product"])
        assert got.status == 500 and "memory" in got.text
        assert other.query("ASK {}").status == 200


@pytest.mark.parametrize("text", ["(" * 5000, "{" * 5000, "!" * 20_000, "IF(" * 2000, "[" * 5000, "\\u0028" * 3000])
def test_what_would_overflow_the_stack(client: Client, text: str) -> None:
    for query in (f"SELECT * {{ ?s ?p ?o FILTER({text}", f"ASK {{ ?s ?p {text} }}"):
        assert client.query(query).status == 400


def crowd(client: Client, query: str, size: int) -> list[Answer]:
    with ThreadPoolExecutor(size) as pool:
        return list(pool.map(lambda _: client.query(query), range(size)))


def test_two_hundred_clients_at_once(client: Client) -> None:
    got = crowd(client, "SELECT ?v { ?v a kg:Visit }", 200)
    statuses = Counter(a.status for a in got)
    assert set(statuses) <= {200, 503} and statuses[200] >= WAITING
    assert all(a.headers["retry-after"] == "1" for a in got if a.status == 503)


def test_two_hundred_endless_queries_at_once(brief: Client) -> None:
    statuses = Counter(a.status for a in crowd(brief, ENDLESS, 200))
    assert set(statuses) <= {503, 504} and statuses[503] > 100


def test_a_client_that_leaves_takes_its_query_along(store: str) -> None:
    with running(store, Limits(timeout=60, workers=1)) as other:
        assert other.query("ASK {}").status == 200
        with socket.create_connection(("127.0.0.1", other.port)) as sock:
            sock.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            sock.settimeout(0.5)
            with pytest.raises(TimeoutError):
                sock.recv(1)
        assert other.query("ASK {}").status == 200


def test_a_body_that_never_comes(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "BODY_SECONDS", 0.3)
    with socket.create_connection(("127.0.0.1", client.port), timeout=60) as sock:
        head = f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {DIRECT}\r\nContent-Length: 9\r\n\r\nASK"
        sock.sendall(head.encode())
        assert sock.recv(100).startswith(b"HTTP/1.1 408")


@pytest.mark.skipif(not Path(f"/proc/self/task/{os.getpid()}/children").is_file(), reason="the kernel tells of no children")
def test_a_worker_that_dies_is_replaced(store: str) -> None:
    before = children()
    with running(store, Limits(workers=1)) as other:
        assert other.query("ASK {}").status == 200
        (worker,) = soon(lambda: children() - before, lambda new: len(new) == 1)
        os.kill(worker, signal.SIGKILL)
        assert other.query("ASK {}").status in (200, 500)
        assert other.query("ASK {}").status == 200
        soon(lambda: children() - before, lambda new: len(new) == 1 and worker not in new)
    assert soon(children, lambda left: left <= before) <= before, "the server leaves no process behind"


def soon(read: Callable[[], set[int]], fits: Callable[[set[int]], bool], seconds: float = 60.0) -> set[int]:
    """What is read, once it fits: the kernel hands a dying thread's children on while they are being read."""
    end = time.monotonic() + seconds
    while not fits(found := read()):
        assert time.monotonic() < end, found
        time.sleep(0.01)
    return found


def children() -> set[int]:
    """The processes that this one has started; a thread that ends while they are read is passed over."""
    found: set[int] = set()
    for task in Path(f"/proc/{os.getpid()}/task").iterdir():
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            found.update(map(int, (task / "children").read_text(encoding="ascii").split()))
    return found
