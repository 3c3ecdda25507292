"""What a request asks: its parameters, from address or body, and the query among them (SPARQL 1.1 Protocol, section 2)."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from kg.serve.limits import Limits

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
MOST_FIELDS = 50
BODY_SECONDS = 10.0  # for a client to send its body
DRAINED = 64 << 20  # bytes of a body that is too long
READ_ONLY = "this endpoint is read-only: the graph changes by kg build and kg remove"

Pairs = list[tuple[str, str]]


async def pairs_of(request: Request, limits: Limits) -> Pairs:
    """The parameters of a request; a query sent as the body counts as one. Raises HTTPException for what cannot be read."""
    pairs = decoded(request.scope["query_string"])
    if request.method != "POST":
        return pairs
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == UPDATE:
        raise HTTPException(403, READ_ONLY)
    if kind not in (FORM, QUERY):
        raise HTTPException(415, f"send {FORM} or {QUERY}", {"Accept-Post": f"{FORM}, {QUERY}"})
    body = await body_of(request, limits.query_bytes * (3 if kind == FORM else 1))  # a form may write a byte as %xx
    if kind == FORM:
        return pairs + decoded(body)
    try:
        return [*pairs, ("query", body.decode("utf-8"))]
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the query is not UTF-8") from error


def decoded(encoded: bytes) -> Pairs:
    """The fields of an address or form, decoded once."""
    try:
        return parse_qsl(
            encoded.decode("ascii"), keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=MOST_FIELDS
        )
    except ValueError as error:  # UnicodeDecodeError is one
        raise HTTPException(400, f"the parameters cannot be read: they are not UTF-8, or more than {MOST_FIELDS}") from error


async def body_of(request: Request, most: int) -> bytes:
    """The body; raises HTTPException where it is longer than ``most`` bytes or does not come.

    What is too long is read on and dropped for a while, since a client that is still sending would never see the refusal.
    """
    body, size = bytearray(), 0
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for chunk in request.stream():
                size += len(chunk)
                if size <= most:
                    body += chunk
                elif size > DRAINED:
                    break
    except (TimeoutError, ClientDisconnect) as error:
        raise HTTPException(408, "the body did not come", {"Connection": "close"}) from error
    if size > most:
        raise HTTPException(413, f"the body is longer than {most} bytes", {"Connection": "close"})
    return bytes(body)


def given_of(pairs: Pairs) -> dict[str, str]:
    """The values for the ``kg:param`` of a query: the fields whose names begin with ``$``, where they are filled in."""
    return {name[1:]: value for name, value in pairs if name.startswith("$") and value.strip()}


def query_of(pairs: Pairs, limits: Limits) -> str | None:
    """The one query; None where there is none. Raises HTTPException for an update, a chosen dataset, or more than one query."""
    names = [name for name, _ in pairs]
    if "update" in names:
        raise HTTPException(403, READ_ONLY)
    if {"default-graph-uri", "named-graph-uri"} & set(names):
        raise HTTPException(400, "this store is one graph: leave default-graph-uri and named-graph-uri out")
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) > 1:
        raise HTTPException(400, "more than one query")
    if queries and len(queries[0].encode("utf-8", "surrogatepass")) > limits.query_bytes:
        raise HTTPException(413, f"the query is longer than {limits.query_bytes} bytes")
    return queries[0] if queries else None
