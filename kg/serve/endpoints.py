"""What is answered at each address."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from kg.config import data_dir
from kg.errors import QueryError
from kg.query import NamedQuery, find, named
from kg.serve import pages
from kg.serve.accept import best
from kg.serve.asked import Pairs, given_of, pairs_of, query_of
from kg.serve.describe import description
from kg.serve.jail import GRAPHS as GRAPH_FORMS
from kg.serve.limits import Limits
from kg.serve.media import FORMATS, GRAPHS, HTML, Wanted, content_type, wanted
from kg.serve.pool import Pool
from kg.serve.studio import Studio
from kg.serve.tables import Cell, Table, iris, link, local, records, spoken_of, table
from kg.serve.wire import Job, Reply
from kg.serve.words import words
from kg.terms import shorten
from kg.vocabulary import BASE, CLAIM, LABEL, PREFIXES, STATEMENT_OBJECT, STATEMENT_SUBJECT

METHODS = "GET, HEAD, POST, OPTIONS"
GONE = 499  # as nginx has it; nobody sees it
POINTING = 200  # things pointing at one thing that its page lists
STATIC = {
    "style.css": "text/css",
    "editor.css": "text/css",
    "editor.js": "text/javascript",
    "yasqe/yasqe.min.css": "text/css",
    "yasqe/yasqe.min.js": "text/javascript",
    "yasqe/LICENSES.txt": "text/plain",
}
TOLD_ELSEWHERE = {STATEMENT_SUBJECT, STATEMENT_OBJECT}  # by the claims


@dataclass(slots=True)
class Site:
    """What all endpoints share."""

    limits: Limits
    pool: Pool
    studio: Studio
    questions: list[NamedQuery] = field(default_factory=named)
    known: dict[str, Any] = field(default_factory=dict)

    async def ask(self, request: Request, job: Job) -> Reply:
        """The pool's answer; raises HTTPException for a refusal. A query is ended when its client goes away."""
        asking = asyncio.ensure_future(self.pool.ask(job))
        leaving = asyncio.ensure_future(_gone(request))
        try:
            await asyncio.wait({asking, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if not asking.done():
                raise HTTPException(GONE, "the client has gone")
            return checked(asking.result())
        finally:
            leaving.cancel()
            asking.cancel()

    def job(self, question: str, chosen: Wanted, given: Mapping[str, str], named_one: bool = True) -> Job:
        """A question with the limits of this site: the name of one, or else SPARQL text."""
        most = min(self.limits.page_rows, self.limits.max_results) if chosen.html else self.limits.max_results
        styles = {"rows": chosen.row_style, "graph": chosen.graph_style}
        return Job(question, named_one, given, **styles, most=most, seconds=self.limits.timeout)

    async def words(self, request: Request) -> dict[str, Any]:
        """What the editor completes; read from the graph once, and without definitions where it cannot be asked."""
        if not self.known:
            try:
                reply = await self.ask(request, self.job("vocabulary", Wanted(FORMATS["json"], None), {}))
            except HTTPException:
                return words([])
            self.known = words(records(reply.body))
        return self.known


async def _gone(request: Request) -> None:
    """Nothing, once the client has closed the connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def site_of(request: Request) -> Site:
    """What the application was made with."""
    site: Site = request.app.state.site
    return site


def checked(reply: Reply) -> Reply:
    """The reply; raises HTTPException where it is a refusal."""
    if reply.status == 200:
        return reply
    headers = {"Retry-After": "1"} if reply.status == 503 else None
    raise HTTPException(reply.status, "\n".join(filter(None, (reply.message, reply.hint))), headers)


async def sparql(request: Request) -> Response:
    """The SPARQL 1.1 Protocol: an answer, the service description, or the editor."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": METHODS})
    site = site_of(request)
    pairs = await pairs_of(request, site.limits)
    chosen = wanted(request.headers.get("accept"), dict(pairs).get("format"))
    text = query_of(pairs, site.limits)
    if text is None:
        if request.method == "POST":
            raise HTTPException(400, "there is no query")
        if not chosen.html:
            return describe(request)
        example = dict(pairs).get("edit")
        return pages.editor(await site.words(request), named_question(example).text if example else "", given_of(pairs))
    acceptable(chosen)
    given = given_of(pairs)
    try:
        reply = await site.ask(request, site.job(text, chosen, given, named_one=False))
    except HTTPException as error:
        if not chosen.html or error.status_code == GONE:
            raise
        return pages.editor(await site.words(request), text, given, error)
    media = media_of(reply, chosen)
    return pages.editor(await site.words(request), text, given, (reply, shown(reply))) if media == HTML else sent(reply, media)


def describe(request: Request) -> Response:
    """The service description."""
    media = best(request.headers.get("accept"), tuple(GRAPHS))
    if media is None:
        raise HTTPException(406, f"there are: {', '.join(GRAPHS)}")
    return Response(description(str(request.url.replace(query="")), GRAPHS[media]), media_type=content_type(media))


def acceptable(chosen: Wanted) -> None:
    """Nothing; raises HTTPException where no kind of answer would be accepted."""
    if chosen.rows is None and chosen.graph is None:
        raise HTTPException(406, f"there are: {', '.join(dict.fromkeys(FORMATS.values()))}")


def media_of(reply: Reply, chosen: Wanted) -> str:
    """The media type to send the reply as."""
    media = chosen.graph if reply.form in GRAPH_FORMS else chosen.rows
    assert media is not None, "the worker refuses what is not accepted"
    return media


def shown(reply: Reply) -> Table | None:
    """The rows of a reply for a page; None where it holds triples."""
    return None if reply.form in GRAPH_FORMS else table(reply.body)


def sent(reply: Reply, media: str) -> Response:
    """The reply as it is; a header tells where it was cut."""
    headers = {"Kg-Truncated": "only the first results; ask with LIMIT and OFFSET for the others"} if reply.cut else {}
    return Response(reply.body, headers=headers, media_type=content_type(media))


async def home(request: Request) -> Response:
    """The named questions."""
    return pages.home(site_of(request).questions)


async def question(request: Request) -> Response:
    """The answer to a named question; parameters left empty count as not given."""
    site = site_of(request)
    pairs = dict(await pairs_of(request, site.limits))
    chosen = wanted(request.headers.get("accept"), pairs.pop("format", None))
    given = {name: value for name, value in pairs.items() if value.strip()}
    acceptable(chosen)
    asked = named_question(request.path_params["name"])
    reply = await site.ask(request, site.job(asked.name, chosen, given))
    media = media_of(reply, chosen)
    return pages.question(asked, given, reply, shown(reply)) if media == HTML else sent(reply, media)


async def thing(request: Request) -> Response:
    """One thing of the graph, as RDF or as a page."""
    site = site_of(request)
    iri = BASE + request.scope["raw_path"].decode("ascii").lstrip("/")
    asked = FORMATS.get(dict(await pairs_of(request, site.limits)).get("format", ""))
    media = asked if asked in (*GRAPHS, HTML) else best(request.headers.get("accept"), (*GRAPHS, HTML))
    if media is None:
        raise HTTPException(406, f"there are: {', '.join((*GRAPHS, HTML))}")
    if media != HTML:
        reply = await site.ask(request, site.job("description", Wanted(None, media), {"of": iri}))
        if not reply.count:
            raise HTTPException(404, "the graph does not know this thing")
        return sent(reply, media)
    return await thing_page(request, site, iri)


async def thing_page(request: Request, site: Site, iri: str) -> Response:
    """What the graph says of one thing, what points at it, and every claim with its quote."""
    chosen = Wanted(HTML, HTML)
    reply = await site.ask(request, site.job("about", chosen, {"of": iri}))
    rows = records(reply.body)
    if not rows:
        raise HTTPException(404, "the graph does not know this thing")
    said = await site.ask(request, site.job("evidence", chosen, {"of": iri}))
    claims = [{"relayed_by": "", "outlet": "", "published": "", **row, "href": local(row["claim"])} for row in records(said.body)]
    properties: dict[str, list[Cell]] = {}
    for row in rows:
        if row["direction"] == "from":
            properties.setdefault(property_name(row), []).append(value_cell(row))
    pointing = [
        (property_name(row), value_cell(row))
        for row in rows
        if row["direction"] == "to" and row["property"] not in TOLD_ELSEWHERE
    ]
    label = next((row["value"] for row in rows if row["direction"] == "from" and row["property"] == LABEL), "")
    about = {"properties": properties, "pointing": pointing[:POINTING], "claims": [] if iri.startswith(CLAIM) else claims}
    cut = reply.cut or said.cut or len(pointing) > POINTING
    notice = "There is more than this page shows." if cut else ""
    return pages.thing(iri, label or shorten(iri, PREFIXES) or iri, {**about, "notice": notice})


def property_name(row: dict[str, str]) -> str:
    """The property of a row, shortened."""
    return shorten(row["property"], PREFIXES) or row["property"]


def value_cell(row: dict[str, str]) -> Cell:
    """The other end of a row: a link with its label where it is a thing, else its text."""
    value = row["value"]
    target = link(value) if value.startswith(("http://", "https://")) and " " not in value else Cell(value)
    return target._replace(text=row["label"]) if row.get("label") else target


async def graph(request: Request) -> Response:
    """The graph page: all, a part, or what a query or a named question speaks of."""
    site = site_of(request)
    pairs = await pairs_of(request, site.limits)
    named_things = await answer_of(request, site, pairs)
    drawn = checked(await site.studio.page({"cut": cut_of(pairs), "named": named_things, "title": "Attaché"}))
    # the page brings a policy of its own, by the hashes of its scripts
    return Response(drawn.body, media_type=content_type(HTML), headers={"Content-Security-Policy": "frame-ancestors 'none'"})


def cut_of(pairs: Pairs) -> dict[str, Any]:
    """The part asked for by ``focus``, ``hops``, ``since``, ``until``, ``outlet``, ``type``; all, if these are a question's."""
    one = dict(pairs)
    if "ask" in one:
        return {}
    if (hops := one.get("hops", "1")) not in tuple("0123456789"):
        raise HTTPException(400, "hops is a number from 0 to 9")
    return {
        "focus": one.get("focus") or None,
        "hops": int(hops),
        "since": one.get("since", ""),
        "until": one.get("until", ""),
        "outlets": [value for name, value in pairs if name == "outlet"],
        "types": [value for name, value in pairs if name == "type"],
    }


async def answer_of(request: Request, site: Site, pairs: Pairs) -> list[str] | None:
    """What the answer to ``query``, or to the named question ``ask``, speaks of; None where neither is given."""
    text, asked = query_of(pairs, site.limits), dict(pairs).get("ask")
    chosen = Wanted(FORMATS["json"], FORMATS["ntriples"])
    if asked:
        given = {name: value for name, value in pairs if name not in ("ask", "query") and value.strip()}
        job = site.job(named_question(asked).name, chosen, given)
    elif text is not None:
        job = site.job(text, chosen, given_of(pairs), named_one=False)
    else:
        return None
    reply = await site.ask(request, job)
    return iris(reply.body) if reply.form in GRAPH_FORMS else spoken_of(reply.body)


def named_question(name: str) -> NamedQuery:
    """The named query; raises HTTPException, with the nearest names, where there is none."""
    try:
        return find(name)
    except QueryError as error:
        raise HTTPException(404, f"{error}\n{error.hint}") from error


async def ontology(request: Request) -> Response:
    """The vocabulary of the graph, as Turtle."""
    return FileResponse(data_dir("ontology") / "kg.ttl", media_type="text/turtle")


async def static(request: Request) -> Response:
    """A style sheet or script of the pages."""
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404, "there is no such file")
    return FileResponse(pages.HERE / "static" / name, media_type=STATIC[name], headers={"Cache-Control": "no-cache"})


async def no_icon(request: Request) -> Response:
    """Nothing: browsers ask for an icon without being told of one."""
    return Response(status_code=204)
