"""What the server and its workers say to each other: two lengths, a head in JSON, and a body."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, BinaryIO

LENGTHS = struct.Struct(">II")


@dataclass(frozen=True, slots=True)
class Job:
    """One question: SPARQL text, or the name of a named query where ``named``; ``rows`` and ``graph`` are the styles wanted.

    An empty style means that the client takes no answer of that kind.
    """

    question: str
    named: bool = False
    parameters: Mapping[str, str] = field(default_factory=dict)
    rows: str = "json"
    graph: str = "turtle"
    most: int = 10_000
    seconds: float = 10.0


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer in ``style``, or a refusal: a status other than 200, a message and a hint."""

    status: int = 200
    form: str = ""
    style: str = ""
    count: int = 0  # rows or triples
    cut: bool = False  # whether there were more
    message: str = ""
    hint: str = ""
    body: bytes = b""


def pack(head: Mapping[str, Any], body: bytes = b"") -> bytes:
    """One message."""
    told = json.dumps(head).encode("utf-8")
    return LENGTHS.pack(len(told), len(body)) + told + body


def pack_job(job: Job) -> bytes:
    """A question as a message."""
    return pack(asdict(job))


def pack_reply(reply: Reply) -> bytes:
    """An answer as a message."""
    head = asdict(reply)
    return pack(head, head.pop("body"))


def read(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """The next message; None at the end of the stream."""
    lengths = stream.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    head, body = LENGTHS.unpack(lengths)
    return json.loads(stream.read(head)), stream.read(body)
