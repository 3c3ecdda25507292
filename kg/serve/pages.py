"""The pages: everything that came from elsewhere is set as text by the template engine, and there is no script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import jinja2
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse

from kg.query import NamedQuery, Parameter, declared, named
from kg.serve.headers import EDITOR_POLICY
from kg.serve.tables import Table, columns_shown
from kg.serve.wire import Reply

HERE = Path(__file__).parent
PROGRAMS = {"view-nodes", "view-edges", "view-disputes", "about", "description"}  # asked by programs and pages, not by readers
KINDS = {"date": "date", "integer": "number"}
LINKED = 8_000  # characters of a query that its address may hold
MOST_FORM_FIELDS = 20
_ASKED = re.compile(r"""kg:param\(\s{0,9}["'](\w{1,40})["']\s{0,9}\)""")
NOTHING: Mapping[str, str] = {}
Found = tuple[Reply, Table | None] | HTTPException | None


@cache
def templates() -> jinja2.Environment:
    """The templates, with autoescape for all."""
    loader = jinja2.FileSystemLoader(HERE / "templates")
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)


def page(name: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page by its template."""
    return HTMLResponse(templates().get_template(f"{name}.html.j2").render(**values), status)


@cache
def examples() -> tuple[NamedQuery, ...]:
    """The questions that the editor can start from."""
    return tuple(readable(named()))


def fields_of(text: str) -> list[Parameter]:
    """What a text asks for by ``kg:param``, by the looks of it: only a worker takes the time to read a query."""
    told = {parameter.name: parameter for parameter in declared(text)}
    names = dict.fromkeys(_ASKED.findall(text))
    return [told.get(name) or Parameter(name, "any", False, None, "") for name in list(names)[:MOST_FORM_FIELDS]]


def home(questions: list[NamedQuery]) -> HTMLResponse:
    """The named questions with forms for their parameters."""
    return page("home", questions=readable(questions), kinds=KINDS)


def readable(questions: Iterable[NamedQuery]) -> list[NamedQuery]:
    """The questions that are for people."""
    return [q for q in questions if q.name not in PROGRAMS]


def editor(words: Mapping[str, Any], text: str = "", given: Mapping[str, str] = NOTHING, found: Found = None) -> HTMLResponse:
    """The place to write SPARQL in, with fields for what the text asks for by ``kg:param``, and what was found."""
    told: dict[str, Any] = {"answer": None, "notice": "", "refusal": None}
    if isinstance(found, HTTPException):
        told["refusal"] = str(found.detail)
    elif found is not None:
        asked = {"query": text, **{f"${name}": value for name, value in given.items()}}
        told |= {"answer": _answer(*found, "/sparql", asked), "notice": notice(found[0])}
    values: dict[str, Any] = {
        "text": text,
        "given": given,
        "parameters": fields_of(text),
        "questions": examples(),
        "words": words,
    }
    refused = found if isinstance(found, HTTPException) else None
    shown = page("sparql", refused.status_code if refused else 200, kinds=KINDS, **values, **told)
    shown.headers.update({"Content-Security-Policy": EDITOR_POLICY, **((refused.headers if refused else None) or {})})
    return shown


def question(asked: NamedQuery, given: dict[str, str], reply: Reply, shown: Table | None) -> HTMLResponse:
    """The answer to a named question under its form."""
    answer = _answer(reply, shown, f"/ask/{asked.name}", given)
    edit = f"/sparql?{urlencode({'edit': asked.name, **{f'${name}': value for name, value in given.items()}})}"
    return page("ask", question=asked, given=given, kinds=KINDS, notice=notice(reply), answer=answer, edit=edit)


def _answer(reply: Reply, shown: Table | None, path: str, given: dict[str, str]) -> dict[str, Any]:
    styles = ("json", "xml", "csv", "tsv") if shown else ("turtle", "ntriples", "jsonld", "rdfxml")
    return {
        "columns": columns_shown(shown.columns) if shown else (),
        "rows": shown.rows if shown else (),
        "text": "" if shown else reply.body.decode("utf-8"),
        "link": f"{path}?{urlencode(given)}" if path == "/sparql" and len(given["query"]) < LINKED else "",
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
