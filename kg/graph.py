"""The graph in Python and in notebooks: ``kg.open(store)`` gives a :class:`KnowledgeGraph`.

Every call opens the store, reads, and closes it, so that a graph built anew meanwhile is seen by the next call.
"""

from __future__ import annotations

import datetime
import html
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, overload

from kg import pipeline
from kg.config import Settings
from kg.errors import QueryError, UsageError
from kg.query import Result, named
from kg.store import Store
from kg.terms import parse, shorten
from kg.vocabulary import PREFIXES, XSD

if TYPE_CHECKING:
    import networkx
    import pandas
    import rdflib

Value = str | int | float | bool | datetime.date | None
Row = Mapping[str, Value]
Given = str | int | datetime.date  # what a parameter may be given as

_SHOWN = 50  # rows of a table that a notebook shows


@dataclass(frozen=True, slots=True, repr=False)
class Table(Sequence[Row]):
    """Rows of an answer: a sequence of dictionaries by column. IRIs are strings; numbers, dates and truth values are Python's."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Table: ...
    def __getitem__(self, index: int | slice) -> Row | Table:
        """A row, or a part of the table."""
        return Table(self.columns, self.rows[index]) if isinstance(index, slice) else self.rows[index]

    def __repr__(self) -> str:
        return f"<Table of {len(self.rows)} row{'' if len(self.rows) == 1 else 's'}: {', '.join(self.columns)}>"

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def column(self, name: str) -> list[Value]:
        """The values of one column, None where a row has none."""
        return [row[name] for row in self.rows]

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a data frame of pandas; raises UsageError where that is not installed."""
        try:
            import pandas
        except ImportError as error:
            raise UsageError("to_pandas() needs pandas", "install the extra: pip install 'attache-kg[pandas]'") from error
        return pandas.DataFrame([list(row.values()) for row in self.rows], columns=list(self.columns))

    def _repr_html_(self) -> str:
        """The first rows, for a notebook."""
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        body = "".join(f"<tr>{''.join(_cell(row[name]) for name in self.columns)}</tr>" for row in self.rows[:_SHOWN])
        more = f" (the first {_SHOWN} shown)" if len(self.rows) > _SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{len(self.rows)} rows{more}</p>"


@dataclass(frozen=True, slots=True, repr=False)
class Page:
    """A graph page: shown by a notebook, or saved as a file that needs no network."""

    html: str

    def __repr__(self) -> str:
        return f"<Page of {len(self.html)} characters; .save(path) writes it>"

    def save(self, path: str | Path) -> Path:
        """The path, where the page is now a file."""
        Path(path).write_text(self.html, encoding="utf-8", newline="\n")
        return Path(path)

    def _repr_html_(self) -> str:
        """The page in a frame of its own, where it can reach neither the notebook nor the network."""
        inner = html.escape(self.html, quote=True)
        look = 'width="100%" height="640" style="border: 0"'
        return f'<iframe title="Graph" sandbox="allow-scripts allow-downloads" {look} srcdoc="{inner}"></iframe>'


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """A store to ask.

    >>> graph = kg.open("store")
    >>> graph.query("visits", visitor="Mira Tolane").column("destination")
    ['Belmora']
    >>> graph.query("articles")
    <Table of 2 rows: article, outlet, published, headline, facts, claims>
    """

    store: str

    def query(self, question: str, /, **parameters: Given) -> Table:
        """The rows that answer a named question or SELECT in SPARQL; parameters are bound, never pasted.

        Raises QueryError for what cannot be asked, with what is wrong in it.

        >>> graph = kg.open("store")
        >>> for row in graph.query("leaders", person="Tolane"):
        ...     print(row["leader"], "|", row["quote"])
        Mira Tolane | A delegation of Avaria led by Foreign Minister Mira Tolane arrived in Port Selin on Tuesday
        >>> graph.query('SELECT ?n { ?a a kg:Article ; kg:name ?n } ORDER BY ?n').column("n")
        ['harbour-1', 'other-2']
        >>> who = 'SELECT ?l { ?x rdfs:label ?l FILTER(STR(?l) = kg:param("name")) }'
        >>> len(graph.query(who, name="Mira Tolane")), len(graph.query(who, name='x" } DROP ALL'))
        (1, 0)
        """
        found = self._ask(question, parameters)
        if found.form != "SELECT":
            hint = "use ask() for ASK, graph() for CONSTRUCT and DESCRIBE"
            raise QueryError(f"the answer to {found.form} is no table", hint)
        return _table(found)

    def ask(self, question: str, /, **parameters: Given) -> bool:
        """The answer to ASK in SPARQL.

        >>> kg.open("store").ask("ASK { ?visit a kg:Visit }")
        True
        """
        found = self._ask(question, parameters)
        if found.form != "ASK":
            raise QueryError(f"the answer to {found.form} is not yes or no", "use query() for SELECT")
        return found.truth

    def questions(self) -> Table:
        """The named questions: name, title and parameters.

        >>> "leaders" in kg.open("store").questions().column("name")
        True
        """
        rows: list[Row] = [
            {"name": q.name, "title": q.title, "parameters": ", ".join(p.name for p in q.parameters)} for q in named()
        ]
        return Table(("name", "title", "parameters"), tuple(rows))

    def claims(self, thing: str, role: str | None = None) -> Table:
        """Every claim about a person, state, delegation or event (a name or an IRI), with the words, source, outlet and date.

        >>> for claim in kg.open("store").claims("Mira Tolane", role="led_by"):
        ...     print(claim["said_by"], "|", claim["outlet"], "|", claim["published"], "|", claim["at"], claim["until"])
        Harbour News | Harbour News | 2027-05-05 | 70 161
        """
        return self.query("evidence", of=thing, **({"role": role} if role else {}))

    def graph(self, question: str | None = None, /, **parameters: Given) -> rdflib.Graph:
        """The whole graph as rdflib has it, or the triples that answer a named question, CONSTRUCT or DESCRIBE.

        >>> whole, part = kg.open("store").graph(), kg.open("store").graph("subgraph", of="Tolane")
        >>> 0 < len(part) < len(whole)
        True
        """
        from kg.export import rdf_graph

        if question is None:
            return rdf_graph(self._lines())
        found = self._ask(question, parameters)
        if found.form not in ("CONSTRUCT", "DESCRIBE"):
            raise QueryError(f"the answer to {found.form} is no graph", "use query() for SELECT, ask() for ASK")
        return rdf_graph(found.lines)

    def network(self) -> networkx.MultiDiGraph[str]:
        """Entities and events as nodes, and an edge for each claim between them, for analysis with networkx.

        Nodes have ``label`` and ``type``, edges ``role``, ``status``, ``quote``, ``said_by``, ``outlet``, ``published`` and
        ``confidence``.

        >>> network = kg.open("store").network()
        >>> denied = [data for *_, data in network.edges(data=True) if data.get("status") == "denied"]
        >>> sorted({(data["role"], data["said_by"], data["quote"]) for data in denied})
        [('giver', 'Avaria', 'Avaria denied it'), ('recipient', 'Avaria', 'Avaria denied it')]
        """
        from kg.export import network

        return network(self._lines())

    def render(self, focus: str | None = None, hops: int = 1, since: str = "", until: str = "", title: str = "Attaché") -> Page:
        """The graph, or what is within ``hops`` of ``focus`` or between two dates, as a page to look at.

        >>> page = kg.open("store").render(focus="Mira Tolane")
        >>> page.html.lower().startswith("<!doctype html>")
        True
        """
        cut = pipeline.Cut(focus=focus, hops=hops, since=since, until=until)
        return Page(pipeline.page(cut, title, self._settings()))

    def _repr_html_(self) -> str:
        """What the store holds, for a notebook."""
        counts: list[Row] = [{k: str(v) for k, v in row.items()} for row in pipeline.info(self._settings())]
        return f"<p>{html.escape(self.store)}</p>{Table(('class', 'members'), tuple(counts))._repr_html_()}"

    def _settings(self) -> Settings:
        return Settings(store=self.store)

    def _ask(self, question: str, parameters: Mapping[str, Given]) -> Result:
        return pipeline.ask(question, {name: str(value) for name, value in parameters.items()}, self._settings())

    def _lines(self) -> list[str]:
        with Store.open(self.store) as store:
            return store.quads()


def _table(result: Result) -> Table:
    names = result.solutions.variables
    rows = tuple({name: _value(cell) for name, cell in zip(names, row, strict=True)} for row in result.solutions)
    return Table(names, rows)


def _value(cell: str | None) -> Value:
    """A term as a Python value; a literal that is not of its datatype stays text."""
    if cell is None:
        return None
    term = parse(cell)
    made = _PYTHON.get(term.datatype)
    try:
        return made(term.value) if made else term.value
    except ValueError:
        return term.value


def _cell(value: Value) -> str:
    """A value in a table for a notebook: IRIs shortened, everything else as text."""
    text = "" if value is None else str(value)
    return f"<td>{html.escape(shorten(text, PREFIXES) or text if ':' in text else text)}</td>"


_PYTHON: Mapping[str, Callable[[str], Value]] = {
    XSD + "integer": int,
    XSD + "decimal": float,
    XSD + "double": float,
    XSD + "boolean": lambda text: text in ("true", "1"),
    XSD + "date": datetime.date.fromisoformat,
}
