"""The process that answers queries: ``python -m kg.serve.jail STORE MEMORY BYTES``, questions on stdin, answers on stdout.

Before it takes a question it gives up what a query could abuse: it can open no file and no socket, take no more memory than told,
and a timer of the system ends it where the server should fail to. What a hostile query can do is die.
"""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress

from kg.errors import ForbiddenError, QueryError, StoreError, UsageError
from kg.export import export
from kg.model import Solutions
from kg.query import Result, named, run
from kg.query.bind import Function
from kg.query.guard import check
from kg.serve.wire import Job, Reply, pack, pack_reply, read
from kg.store import Store, generation

GRAPHS = ("CONSTRUCT", "DESCRIBE")
_NO_FUNCTIONS: Mapping[str, Function] = {}


class Limited:
    """A store that gives no more than ``most`` rows or triples; ``cut`` tells whether there were more."""

    def __init__(self, store: Store, most: int) -> None:
        self._store, self._most = store, most
        self.cut = False

    def query(self, sparql: str, functions: Mapping[str, Function] = _NO_FUNCTIONS) -> Solutions | bool | list[str]:
        """The answer, cut where it is too long."""
        found = self._store.query(sparql, functions, self._most + 1)
        if isinstance(found, bool):
            return found
        if isinstance(found, Solutions):
            self.cut = len(found.rows) > self._most
            return Solutions(found.variables, found.rows[: self._most])
        self.cut = len(found) > self._most
        return found[: self._most]


class Desk:
    """Where questions are answered: an open store, and the named queries, which could not be read from their files later."""

    def __init__(self, store: Store, largest: int) -> None:
        self._store, self._largest = store, largest
        self._questions = {question.name: question for question in named()}

    def answer(self, job: Job) -> Reply:
        """The answer to one question, or why there is none."""
        try:
            reply = self._answer(job)
        except ForbiddenError as error:
            return Reply(403, message=str(error), hint=error.hint)
        except QueryError as error:
            return Reply(400, message=str(error), hint=error.hint)
        except UsageError as error:
            return Reply(406, message=str(error), hint=error.hint)
        except (MemoryError, RecursionError):
            return Reply(500, message="the query needs more memory than it may have", hint="ask for less at once")
        if len(reply.body) > self._largest:
            return Reply(413, message=f"the answer is larger than {self._largest} bytes", hint="ask for fewer rows or columns")
        return reply

    def _answer(self, job: Job) -> Reply:
        limited = Limited(self._store, job.most)
        if not job.named:
            check(job.question)  # so that text is never taken for the name of a named query
        result = run(limited, self._questions[job.question] if job.named else job.question, job.parameters)
        style = job.graph if result.form in GRAPHS else job.rows
        if not style:
            kind = "triples" if result.form in GRAPHS else "rows"
            return Reply(406, message=f"the answer is {kind}, and the client accepts none of the formats for them")
        count = len(result.lines) if result.form in GRAPHS else len(result.solutions.rows)
        return Reply(form=result.form, style=style, count=count, cut=limited.cut, body=written(result, style))

    def warm(self) -> None:
        """Nothing; every module and table that an answer may need is loaded, since nothing can be opened later."""
        for style in ("json", "xml", "csv", "tsv"):
            self.answer(Job("SELECT * { kg:Visit ?p ?o } ORDER BY ?o", rows=style))
        for style in ("turtle", "ntriples", "jsonld", "rdfxml"):
            self.answer(Job("DESCRIBE kg:Visit", graph=style))
        self.answer(Job("SELECT (kg:fold(REPLACE('É', 'a+', 'b')) AS ?x) { nonsense"))
        self.answer(Job("counts", named=True))


def written(result: Result, style: str) -> bytes:
    """The answer as bytes: triples in a format of the export, rows in one of the query stage."""
    if result.form not in GRAPHS:
        return result.write(style).encode("utf-8")
    out = io.BytesIO()
    export(result.lines, style, out)
    return out.getvalue()


def confine(memory: int) -> None:
    """Nothing; from here on the process can open nothing and take no more than ``memory`` bytes of address space."""
    import resource

    with suppress(ValueError, OSError):  # macOS knows this limit and refuses to set it
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def main(arguments: list[str]) -> None:
    """Nothing; answers until stdin ends. The first message tells the generation of the graph, or why there is none."""
    path, memory, largest = arguments[0], int(arguments[1]), int(arguments[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends its workers itself
    inward, outward = sys.stdin.buffer, sys.stdout.buffer
    try:
        opened = generation(path)
        desk = Desk(Store.open(path), largest)
        desk.warm()
    except StoreError as error:
        outward.write(pack({"failed": str(error), "hint": error.hint}))
        return
    confine(memory)
    outward.write(pack({"generation": opened}))
    outward.flush()
    while (message := read(inward)) is not None:
        job = Job(**message[0])
        signal.setitimer(signal.ITIMER_REAL, job.seconds + 1)  # the default of this signal ends the process, whatever it does
        outward.write(pack_reply(desk.answer(job)))
        outward.flush()
        signal.setitimer(signal.ITIMER_REAL, 0)


if __name__ == "__main__":
    main(sys.argv[1:])
