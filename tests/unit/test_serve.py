"""The parts of the endpoint that need no connection: what is liked best, how values are shown, what a worker answers."""

from __future__ import annotations

import asyncio
import hashlib
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import vocabulary as v
from kg.errors import KgError, StoreError, UsageError
from kg.render import Edge, Node, View
from kg.serve import Limits, Place, address, jail, listening, pages, pool, server
from kg.serve.accept import best
from kg.serve.headers import is_local
from kg.serve.media import HTML, wanted
from kg.serve.picture import around
from kg.serve.picture import main as drawn
from kg.serve.tables import Cell, cell, iris, link, local, records, spoken_of, table
from kg.serve.wire import Job, Reply, pack_job, pack_reply, read
from kg.serve.words import words
from kg.store import Store, generation
from tests.serving import small_store


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    return small_store(tmp_path_factory.mktemp("parts") / "store")


@pytest.fixture(scope="module")
def desk(path: str) -> Iterator[jail.Desk]:
    with Store.open(path) as store:
        yield jail.Desk(store, 20_000)


@pytest.mark.parametrize(
    ("header", "media"),
    [
        (None, "a/b"),
        ("", "a/b"),
        ("*/*", "a/b"),
        ("c/d", "c/d"),
        ("A/B;q=0.1, C/D", "c/d"),
        ("a/b;q=0, */*;q=0.1", "c/d"),
        ("a/*;q=0.2, c/d;q=0.3", "c/d"),
        ("a/*, a/b;q=0.2, c/d;q=0.3", "c/d"),
        ("a/b;level=1;q=0.4, c/d;q=0.5", "c/d"),
        ("a/b;q=nonsense, c/d", "a/b"),
        ("a/b;q=2", "a/b"),
        ("a/b;q=0", None),
        ("e/f", None),
        (",;,", None),
        ("e/f,,", None),
    ],
)
def test_the_best_liked_media_type(header: str | None, media: str | None) -> None:
    assert best(header, ("a/b", "c/d")) == media


def test_a_named_format_goes_before_the_header() -> None:
    assert wanted("text/html", "csv") == ("text/csv", HTML)
    assert wanted("text/html", "Turtle") == (HTML, "text/turtle")
    assert wanted("text/csv", "html") == (HTML, HTML)
    assert (wanted("text/turtle").row_style, wanted("text/turtle").graph_style) == ("", "turtle")
    assert (wanted("text/html").row_style, wanted("text/html").graph_style) == ("json", "turtle")


def test_links_lead_to_pages_of_the_graph_or_to_the_web_and_nowhere_else() -> None:
    assert link(v.ENTITY + "mira") == Cell("id:mira", "/id/mira")
    assert link(v.KG + "Visit") == Cell("kg:Visit", "/ont#Visit")
    assert link(v.WIKIDATA + "Q1") == Cell("wd:Q1", v.WIKIDATA + "Q1", True)
    for odd in ("javascript:alert(1)", "data:text/html,x", "urn:x:y", "//x.example/", "http:x"):
        assert link(odd).href == ""
    assert cell({"type": "literal", "value": "javascript:alert(1)", "datatype": v.XSD_ANY_URI}).href == ""
    assert cell({"type": "literal", "value": "https://x.example/1", "datatype": v.XSD_ANY_URI}).href == "https://x.example/1"
    assert cell({"type": "literal", "value": "https://x.example/1"}).href == ""
    assert local(v.ENTITY + 'a"b') == "/id/a%22b"
    assert (local(v.BASE), local(v.BASE + "/evil.example/x"), local("https://x.example/id/a")) == ("", "", "")


def test_a_name_leads_to_the_thing_beside_it() -> None:
    mira, name = {"type": "uri", "value": v.ENTITY + "mira"}, {"type": "literal", "value": "Mira"}
    rows = [{"who": name, "who_iri": mira, "x_iri": mira}, {"who_iri": mira}, {"who": name}]
    shown = table(json.dumps({"head": {"vars": ["who", "who_iri", "x_iri"]}, "results": {"bindings": rows}}).encode())
    assert shown.columns == ("who", "x_iri")
    assert [row[0] for row in shown.rows] == [Cell("Mira", "/id/mira"), Cell("id:mira", "/id/mira"), Cell("Mira", outside=True)]


@pytest.mark.parametrize(
    "piece", ["a.", '"\\', "a-", '"""\\', "kg:param(", "kg:param('", "# param: a", "# param: x text - ", "\n#"]
)
def test_the_fields_of_a_hostile_text_are_found_in_no_time(piece: str) -> None:
    began = time.process_time()
    assert len(pages.fields_of(piece * (100_000 // len(piece)))) <= 1
    assert time.process_time() - began < 1, "the server would stand still for everybody"


def test_the_fields_of_a_text() -> None:
    text = "# param: day date required - from then\nSELECT * { BIND(kg:param( 'who' ) AS ?w) BIND(kg:param(\"day\") AS ?d) }"
    assert [(p.name, p.kind) for p in pages.fields_of(text)] == [("who", "any"), ("day", "date")]
    assert len(pages.fields_of("".join(f"kg:param('x{n}')" for n in range(99)))) == 20


def test_what_an_answer_speaks_of() -> None:
    mira, text = {"type": "uri", "value": v.ENTITY + "mira"}, {"type": "literal", "value": "Mira"}
    rows = [[{"a": mira, "b": text}, {"b": text}], [{"b": text}, {"b": {**text, "value": "x" * 500}}], []]
    told = [spoken_of(json.dumps({"results": {"bindings": found}}).encode()) for found in rows]
    assert told == [[v.ENTITY + "mira"], ["Mira"], []]
    assert iris(f'<{v.ENTITY}a> <http://x/p> <{v.ENTITY}b> .\n<{v.ENTITY}a> <http://x/p> "<c>" .\n'.encode()) == [
        v.ENTITY + "a",
        v.ENTITY + "b",
    ]


def test_the_editor_knows_the_words_of_the_graph(path: str) -> None:
    with Store.open(path) as store:
        rows = records(jail.Desk(store, 1 << 20).answer(Job("vocabulary", named=True)).body)
    known = dict(words(rows)["words"])
    assert known["kg:Visit"] == "A stay in another country as a whole." and known["st:alleged"]
    assert "rdfs:label" in known and 'kg:param("' in known and not any(name.endswith(":") for name in known)
    assert set(known) > set(dict(words([])["words"]))


def test_the_editor_is_as_its_authors_made_it() -> None:
    folder = pages.HERE / "static" / "yasqe"
    sums = dict(line.split()[::-1] for line in (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines())
    assert set(sums) == {path.name for path in folder.glob("*.min.*")}
    for name, told in sums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == told


def test_tables(desk: jail.Desk) -> None:
    assert table(desk.answer(Job("ASK {}")).body) == (("answer",), ((Cell("yes"),),))
    shown = table(desk.answer(Job("SELECT ?a ?b { VALUES (?a ?b) { ('x' UNDEF) } }")).body)
    assert shown == (("a", "b"), ((Cell("x", outside=True), Cell("")),))


@pytest.mark.parametrize(
    ("job", "status"),
    [
        (Job("SELECT * {"), 400),
        (Job("leaders"), 400),
        (Job("CLEAR ALL"), 403),
        (Job("ASK {}", rows=""), 406),
        (Job("DESCRIBE kg:Visit", graph=""), 406),
        (Job("CONSTRUCT { ?s <http://x/1> ?o } { ?s ?p ?o }", graph="rdfxml"), 406),
        (Job("SELECT * { ?a ?b ?c }"), 413),
        (Job("visits", True, {"since": "soon"}), 400),
    ],
)
def test_a_worker_refuses(desk: jail.Desk, job: Job, status: int) -> None:
    reply = desk.answer(job)
    assert (reply.status, reply.body) == (status, b"") and reply.message


def test_a_worker_cuts(desk: jail.Desk) -> None:
    few, all_of_it = "SELECT * { ?s a kg:Event }", "CONSTRUCT { ?s a kg:Event } { ?s a kg:Event ; ?p ?o }"
    count = desk.answer(Job(few)).count
    assert count > 2 and not desk.answer(Job(few, most=count)).cut
    cut = desk.answer(Job(few, most=count - 1))
    assert (cut.count, cut.cut) == (count - 1, True)
    assert (desk.answer(Job(all_of_it)).count, desk.answer(Job(all_of_it, most=count)).cut) == (count, False)
    assert desk.answer(Job(all_of_it, most=2)).cut


def test_messages_round_trip() -> None:
    job, reply = Job("ASK {} # é", True, {"a": "b"}), Reply(cut=True, body=b"\x00\xff")
    stream = io.BytesIO(pack_job(job) + pack_reply(reply))
    first, second = read(stream), read(stream)
    assert first and second and read(stream) is None
    assert Job(**first[0]) == job and Reply(**second[0], body=second[1]) == reply


def test_a_worker_process_tells_its_generation_and_answers(path: str) -> None:
    sent = pack_job(Job("counts", True)) + pack_job(Job("ASK {}"))
    command = [sys.executable, "-m", "kg.serve.jail"]
    environment = {**os.environ, **pool.FRUGAL}
    ran = subprocess.run([*command, path, str(1 << 30), "99999"], input=sent, env=environment, capture_output=True, check=True)
    stream = io.BytesIO(ran.stdout)
    told = [read(stream) for _ in range(3)]
    assert told[0] == ({"generation": generation(path)}, b"")
    assert told[2] and told[2][1] == b'{"head": {}, "boolean": true}\n'
    missing = subprocess.run([*command, f"{path}x", "1", "1"], capture_output=True, check=True)
    head = read(io.BytesIO(missing.stdout))
    assert head and "there is no store" in head[0]["failed"]


@pytest.mark.skipif(sys.platform != "linux", reason="the allocator of glibc")
def test_the_threads_of_a_worker_reserve_little_of_its_memory(path: str) -> None:
    async def reserved() -> list[int]:
        process = await pool.spawn("kg.serve.jail", path, str(1 << 40), "99999")
        assert process.stdin and process.stdout
        await process.stdout.readexactly(8)  # it has opened the store
        maps = Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8").splitlines()
        process.stdin.close()
        await process.wait()
        ranges = [line.split()[0].split("-") for line in maps if line.split()[1] == "---p"]
        return [megabytes for begin, end in ranges if (megabytes := (int(end, 16) - int(begin, 16)) >> 20) > 40]

    assert len(asyncio.run(reserved())) < 3, "each is 64 MB, and there may be one for every thread"


def test_a_server_does_not_start_without_store_graph_port_or_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StoreError, match="no store"):
        server(str(tmp_path / "none"), Place(), Limits())
    Store.open(tmp_path / "empty", write=True).close()
    with pytest.raises(StoreError, match="no graph yet"):
        server(str(tmp_path / "empty"), Place(), Limits())
    with listening(Place(port=0)) as sock, pytest.raises(KgError, match="cannot listen"):
        listening(Place(port=sock.getsockname()[1]))
    monkeypatch.setitem(sys.modules, "starlette", None)
    with pytest.raises(UsageError) as caught:
        server(str(tmp_path / "empty"), Place(), Limits())
    assert "attache-kg[serve]" in caught.value.hint


def test_only_this_machine_is_local() -> None:
    assert all(map(is_local, ("127.0.0.1", "127.8.8.8", "localhost", "::1", "[::1]")))
    assert not any(map(is_local, ("0.0.0.0", "192.0.2.1", "x.example", "::", "")))
    with listening(Place(port=0)) as sock:
        assert address(sock).startswith("http://127.0.0.1:")


def picture() -> View:
    labels = {"ann": "Ann", "bob": "Bob", "cid": "Cid"}
    names = {"ann": "Person", "bob": "Person", "cid": "Person", "talk": "Meeting", "trip": "Visit"}
    ends = [("talk", "ann"), ("talk", "bob"), ("trip", "cid"), ("trip", "ann")]
    return View.of(
        (Node(i, labels.get(i, i), t) for i, t in names.items()), (Edge(f"{a}{b}", a, b, "participant") for a, b in ends)
    )


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ({"ann", "bob"}, "ann bob talk"),
        ({"talk", "trip"}, "ann bob cid talk trip"),
        ({"trip"}, "ann cid trip"),
        ({"bob", "cid"}, "bob cid"),
        ({"Ann", "Bob"}, "ann bob talk"),
        ({"ann", "bob", "Cid"}, "ann bob talk"),
        ({"nobody"}, ""),
    ],
)
def test_the_picture_of_an_answer(named: set[str], shown: str) -> None:
    assert " ".join(n.id for n in around(picture(), named).nodes) == shown


def test_a_picture_of_nothing_is_refused(path: str) -> None:
    with pytest.raises(KgError, match="nothing to draw"):
        drawn(path, '{"cut": {}, "named": [], "title": "t"}')
    assert "<h1" in drawn(path, '{"cut": {"types": ["Visit"]}, "named": null, "title": "t"}')
