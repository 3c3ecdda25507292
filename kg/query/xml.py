"""Answers as SPARQL Query Results XML (W3C Recommendation of 2013)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from kg.model import Solutions
from kg.terms import parse

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def truth(value: bool) -> str:
    """The document for the answer to ASK."""
    return f"{_HEAD}<head></head>\n<boolean>{str(value).lower()}</boolean>\n</sparql>\n"


def rows(solutions: Solutions) -> str:
    """The document for the answer to SELECT; characters that XML cannot hold become U+FFFD."""
    variables = "".join(f"<variable name={quoteattr(name)}/>" for name in solutions.variables)
    body = "".join(_row(solutions, row) for row in solutions)
    return f"{_HEAD}<head>{variables}</head>\n<results>\n{body}</results>\n</sparql>\n"


def text(value: str) -> str:
    """``value`` as the content of an element; line ends are kept, which a parser would otherwise make alike."""
    return escape(_NOT_XML.sub("\ufffd", value), {"\r": "&#13;"})


def _row(solutions: Solutions, row: tuple[str | None, ...]) -> str:
    return f"<result>{''.join(_bindings(solutions.variables, row))}</result>\n"


def _bindings(variables: tuple[str, ...], row: tuple[str | None, ...]) -> Iterator[str]:
    for name, cell in zip(variables, row, strict=True):
        if cell is None:
            continue
        term = parse(cell)
        about = f" xml:lang={quoteattr(term.language)}" if term.language else ""
        about += f" datatype={quoteattr(term.datatype)}" if term.datatype else ""
        yield f"<binding name={quoteattr(name)}><{term.kind}{about}>{text(term.value)}</{term.kind}></binding>"


_HEAD = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'
