"""What a query may not do is refused here, before any engine sees it.

The text is cut into tokens, so that a word within a comment, a string or an IRI is never taken for a command. Two readings
are checked: the text as it is and the text with ``\\u`` escapes undone, since engines differ on when they undo them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kg.errors import ForbiddenError, QueryError

MAX_DEPTH = 100  # measured: 960 nested IF( or 2,240 nested { overflow the engine's stack and kill the process
# A prefix is looked for in 100 characters: without a bound, a text of "a.a.a." takes time by the square of its length.
MAX_TOKENS = 5_000  # measured: chains of 3,000 BIND or MINUS, or 10,000 "!", do the same

_TOKEN = re.compile(
    r"""(?P<space>[\s]+|\#[^\n\r]*)
      | (?P<string>\"{3}(?:\"{0,2}(?:[^\"\\]|\\.))*\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                  |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
      | (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
      | (?P<variable>[?$]\w+)
      | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
      | (?P<name>(?:[^\W\d_](?:[\w.-]{0,99}[\w-])?)?:(?:[\w:%-]|\\[^\w\s]|\.(?=[\w:%\\-]))*)
      | (?P<word>[^\W\d]\w*)
      | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
      | (?P<open>[({\[])
      | (?P<close>[)}\]])
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_READS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_WRITES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
_REACHES = {
    "SERVICE": "SERVICE would ask another machine",
    "FROM": "FROM would read another document",
}
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class Token(NamedTuple):
    """One piece of a query: its kind (``word``, ``iri``, ``string``...), text and offset."""

    kind: str
    text: str
    at: int


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query, without spaces and comments."""
    for match in _TOKEN.finditer(text):
        if match.lastgroup and match.lastgroup != "space":
            yield Token(match.lastgroup, match[0], match.start())


def check(text: str) -> str:
    """The query's form (SELECT, ASK, CONSTRUCT or DESCRIBE); raises QueryError for whatever is no reading of this graph."""
    form = _check(text)
    plain = _CODEPOINT.sub(_character, text)
    if plain != text:
        _check(plain)
    return form


def _character(match: re.Match[str]) -> str:
    number = int(match[1] or match[2], 16)
    return chr(number) if number < 0x110000 else match[0]


def _check(text: str) -> str:
    form, depth, prologue, count = "", 0, 0, 0
    for count, token in enumerate(tokens(text), 1):
        if count > MAX_TOKENS:
            raise QueryError(f"the query is too long: more than {MAX_TOKENS} words and signs", "split it, or filter its output")
        depth += (token.kind == "open") - (token.kind == "close")
        if depth > MAX_DEPTH:
            raise QueryError(f"{place(text, token.at)}: more than {MAX_DEPTH} brackets within each other", "make it flatter")
        word = token.text.upper() if token.kind == "word" else ""
        if reaching := _reaching(token):
            raise ForbiddenError(f"{place(text, token.at)}: {_REACHES[reaching]}", "queries read this store only; leave it out")
        if token.text == "\\":
            raise QueryError(f"{place(text, token.at)}: a stray backslash", "escapes belong into strings and IRIs")
        if not form:
            form, prologue = _advance(text, token, word, prologue)
    if not form:
        raise QueryError("there is no query" if not count else "the query ends before SELECT, ASK, CONSTRUCT or DESCRIBE")
    return form


def _reaching(token: Token) -> str:
    """The command a token may hide: engines need no space, so ``trueSERVICE`` and ``SERVICE:x`` are read as SERVICE too."""
    if token.kind == "word":
        hidden = token.text.upper()
    elif token.kind == "name":
        prefix, _, local = token.text.upper().partition(":")
        hidden = f"{prefix} {local.rpartition('.')[2] if '.' in local else ''}"
    else:
        return ""
    return next((command for command in _REACHES if command in hidden), "")


def _advance(text: str, token: Token, word: str, prologue: int) -> tuple[str, int]:
    """The form if the token settles it, and how many tokens of a PREFIX or BASE declaration are still to come."""
    if prologue:
        return "", prologue - 1
    if word in ("PREFIX", "BASE") and token.kind == "word":
        return "", 2 if word == "PREFIX" else 1
    if word in _READS:
        return word, 0
    if word in _WRITES:
        raise ForbiddenError(
            f"{place(text, token.at)}: {word} would change the graph", "the graph changes by kg build and kg remove"
        )
    raise QueryError(
        f"{place(text, token.at)}: a query cannot begin with {token.text[:40]!r}", "begin with SELECT, ASK, CONSTRUCT or DESCRIBE"
    )


def undeclared(text: str, prefixes: Mapping[str, str]) -> dict[str, str]:
    """Those of the prefixes that the query uses and does not declare itself."""
    used: set[str] = set()
    declared: set[str] = set()
    after_prefix = False
    for token in tokens(text):
        if token.kind == "name":
            (declared if after_prefix else used).add(token.text.partition(":")[0])
        after_prefix = token.kind == "word" and token.text.upper() == "PREFIX"
    return {p: prefixes[p] for p in sorted(used - declared) if p in prefixes}


def called(text: str, function: str) -> set[str]:
    """The string arguments with which the query calls ``function`` (a prefixed name)."""
    found: set[str] = set()
    last = ("", "")
    for token in tokens(text):
        if token.kind == "string" and last == (function, "("):
            found.add(token.text.strip("\"'"))
        last = (last[1], token.text)
    return found


def place(text: str, at: int) -> str:
    """``line 3, column 7`` of an offset."""
    return f"line {text.count(chr(10), 0, at) + 1}, column {at - (text.rfind(chr(10), 0, at) + 1) + 1}"
