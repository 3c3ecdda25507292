"""The pages: everything that came from elsewhere is set as text by the template engine, and there is no script."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import jinja2
from starlette.responses import HTMLResponse

from kg.query import NamedQuery
from kg.serve.tables import Table, columns_shown
from kg.serve.wire import Reply

HERE = Path(__file__).parent
PROGRAMS = {"view-nodes", "view-edges", "about", "description"}  # asked by programs and pages, not by readers
KINDS = {"date": "date", "integer": "number"}


@cache
def templates() -> jinja2.Environment:
    """The templates, with autoescape for all."""
    loader = jinja2.FileSystemLoader(HERE / "templates")
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)


def page(name: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page by its template."""
    return HTMLResponse(templates().get_template(f"{name}.html.j2").render(**values), status)


def home(questions: list[NamedQuery]) -> HTMLResponse:
    """The named questions with forms for their parameters."""
    return page("home", questions=[q for q in questions if q.name not in PROGRAMS], kinds=KINDS)


def editor(text: str = "") -> HTMLResponse:
    """The place to write SPARQL in."""
    return page("sparql", text=text, answer=None, notice="")


def answered(text: str, reply: Reply, shown: Table | None) -> HTMLResponse:
    """The answer to SPARQL text above the editor."""
    return page("sparql", text=text, notice=notice(reply), answer=_answer(reply, shown, "/sparql", {"query": text}))


def question(asked: NamedQuery, given: dict[str, str], reply: Reply, shown: Table | None) -> HTMLResponse:
    """The answer to a named question under its form."""
    answer = _answer(reply, shown, f"/ask/{asked.name}", given)
    return page("ask", question=asked, given=given, kinds=KINDS, notice=notice(reply), answer=answer)


def _answer(reply: Reply, shown: Table | None, path: str, given: dict[str, str]) -> dict[str, Any]:
    styles = ("json", "xml", "csv", "tsv") if shown else ("turtle", "ntriples", "jsonld", "rdfxml")
    return {
        "columns": columns_shown(shown.columns) if shown else (),
        "rows": shown.rows if shown else (),
        "text": "" if shown else reply.body.decode("utf-8"),
        "picture": f"/graph?{urlencode(given if path == '/sparql' else {**given, 'ask': path.removeprefix('/ask/')})}",
        "downloads": {style: f"{path}?{urlencode({**given, 'format': style})}" for style in styles},
    }


def notice(reply: Reply) -> str:
    """What a reader of the page must know of the answer."""
    return "There is more: only the first results are shown." if reply.cut else ""


def thing(iri: str, label: str, about: dict[str, Any]) -> HTMLResponse:
    """What the graph says of one thing, and in which words."""
    return page("thing", iri=iri, label=label, **about)


def refusal(status: int, message: str, hint: str = "") -> HTMLResponse:
    """Why there is no answer."""
    return page("refusal", status, code=status, message=message, hint=hint)
