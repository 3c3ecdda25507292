"""The questions that come with Attaché: one ``.rq`` file each, with title, description and parameters in its header."""

from __future__ import annotations

import difflib
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kg.config import data_dir
from kg.errors import QueryError

KINDS = ("entity", "iri", "date", "integer", "text", "any")
_FIELD = re.compile(r"#\s*(title|param):\s*(.+)")
_PARAM = re.compile(
    r"(?P<name>[a-z][a-z_]*)\s+(?P<kind>[a-z]+)\s+(?P<need>required|optional|default=(?P<default>\S+))\s+-\s+(?P<is>.+)"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its kind (see KINDS) says which values it takes; without ``default`` and ``required`` it may be left out."""

    name: str
    kind: str
    required: bool
    default: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One question: the file's name without ending, what it answers, what it takes, and the SPARQL text with its header."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str


def named(folder: Path | None = None) -> list[NamedQuery]:
    """All named queries, by name."""
    return [read(path) for path in sorted((folder or data_dir("queries")).glob("*.rq"))]


def find(name: str, folder: Path | None = None) -> NamedQuery:
    """The query of that name; raises QueryError, with the nearest names, where there is none."""
    known = {path.stem: path for path in (folder or data_dir("queries")).glob("*.rq")}
    if name in known:
        return read(known[name])
    near = difflib.get_close_matches(name, sorted(known), n=3, cutoff=0.4)
    hint = f"did you mean {' or '.join(near)}?" if near else "see: kg query --list"
    raise QueryError(f"there is no query named {name!r}", hint)


def read(path: Path) -> NamedQuery:
    """The named query in a file; raises QueryError where its header lacks a title or has an unreadable parameter."""
    text = path.read_text(encoding="utf-8")
    title, described, parameters = "", [], []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        field = _FIELD.fullmatch(line.strip())
        if field is None:
            described.append(line.lstrip("# ").strip())
        elif field[1] == "title":
            title = field[2].strip()
        else:
            parameters.append(_parameter(field[2].strip(), path.name))
    if not title:
        raise QueryError(f"{path.name} has no title", "its first line should be: # title: ...")
    return NamedQuery(path.stem, title, " ".join(filter(None, described)), tuple(parameters), text)


def declared(text: str) -> tuple[Parameter, ...]:
    """The parameters that the header of SPARQL text declares, as a named query does; a line that is none is a mere comment."""
    found = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        field = _FIELD.fullmatch(line.strip())
        if field is not None and field[1] == "param":
            with suppress(QueryError):
                found.append(_parameter(field[2].strip(), "the query"))
    return tuple(found)


def _parameter(text: str, where: str) -> Parameter:
    match = _PARAM.fullmatch(text)
    if match is None or match["kind"] not in KINDS:
        raise QueryError(
            f"{where}: cannot read the parameter {text!r}",
            f"write: # param: name {'|'.join(KINDS)} required|optional|default=VALUE - meaning",
        )
    return Parameter(match["name"], match["kind"], match["need"] == "required", match["default"], match["is"])
