"""What one question may take, and how many may be asked at once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of an endpoint; what goes beyond one is refused with the status named."""

    timeout: float = 10.0  # seconds until a query's process is killed (504)
    max_results: int = 10_000  # rows or triples; the rest is cut off and the client told
    workers: int = 2  # queries answered at once
    waiting: int = 64  # queries that may wait for a worker, at most ``timeout`` seconds; the next is refused (503)
    query_bytes: int = 100_000  # of a query with its parameters (413)
    answer_bytes: int = 32 << 20  # of an answer (413)
    memory: int = 2 << 30  # address space of a query's process (500)
    page_rows: int = 1_000  # rows of a table in a page; the downloads beside it have max_results
    picture_seconds: float = 120.0  # until the drawing of a graph page is given up (504)
