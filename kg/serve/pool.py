"""The workers: each a jailed process that answers one query at a time and is killed when it takes too long."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.serve.limits import Limits
from kg.serve.wire import LENGTHS, Job, Reply, pack_job
from kg.store import generation

START_SECONDS = 30.0
# Else every thread of the engine reserves 64 MB of the address space that is limited: on many processors all there is.
FRUGAL = {"MALLOC_ARENA_MAX": "2"}


class Worker:
    """One jailed process and the generation of the graph that it has open."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.generation: str | None = None

    @classmethod
    async def start(cls, store: str, limits: Limits) -> Worker:
        """A worker that takes questions; raises StoreError where it cannot open the store."""
        process = await spawn("kg.serve.jail", store, str(limits.memory), str(limits.answer_bytes))
        worker = cls(process)
        try:
            async with asyncio.timeout(START_SECONDS):
                head, _ = await worker._read()
        except (TimeoutError, EOFError) as error:
            worker.kill()
            raise StoreError("a query process could not start", "it may need more memory") from error
        if "failed" in head:
            raise StoreError(head["failed"], head["hint"])
        worker.generation = head["generation"]
        return worker

    async def ask(self, job: Job) -> Reply:
        """The answer; raises EOFError or OSError where the process has died of the question."""
        assert self._process.stdin is not None
        self._process.stdin.write(pack_job(job))
        await self._process.stdin.drain()
        head, body = await self._read()
        return Reply(**head, body=body)

    async def _read(self) -> tuple[dict[str, Any], bytes]:
        assert self._process.stdout is not None
        head, body = LENGTHS.unpack(await self._process.stdout.readexactly(LENGTHS.size))
        told = json.loads(await self._process.stdout.readexactly(head))
        return told, await self._process.stdout.readexactly(body)

    @property
    def alive(self) -> bool:
        """Whether the process has not ended, as the system may have made it for want of memory."""
        return self._process.returncode is None

    def kill(self) -> None:
        """Nothing; the process ends at once."""
        if self._process.returncode is None:
            self._process.kill()

    async def gone(self) -> None:
        """Nothing, once the process has ended."""
        self.kill()
        await self._process.wait()


async def spawn(module: str, *arguments: str) -> asyncio.subprocess.Process:
    """A Python process that runs a module of this very package, with pipes for stdin and stdout."""
    package = str(Path(__file__).resolve().parents[2])
    paths = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # the folder that the user stands in is no place to import from
        "-m",
        module,
        *arguments,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths, **FRUGAL},
    )


class Pool:
    """A fixed number of places for workers; a place whose worker was killed gets a new one when it is next wanted."""

    def __init__(self, store: str, limits: Limits) -> None:
        self._store, self._limits = store, limits
        self._places: asyncio.LifoQueue[Worker | None] = asyncio.LifoQueue()
        for _ in range(limits.workers):
            self._places.put_nowait(None)
        self._all: set[Worker] = set()
        self._waiting = 0

    async def ask(self, job: Job) -> Reply:
        """The answer, or a refusal: 503 where all are busy, 504 after the deadline, 500 where the query killed its process."""
        if self._waiting >= self._limits.waiting:
            return _busy()
        self._waiting += 1
        try:
            async with asyncio.timeout(self._limits.timeout):
                worker = await self._places.get()
        except TimeoutError:
            return _busy()
        finally:
            self._waiting -= 1
        return await self._ask(worker, job)

    async def _ask(self, worker: Worker | None, job: Job) -> Reply:
        healthy = False
        try:
            worker = await self._fresh(worker)
            async with asyncio.timeout(self._limits.timeout):
                reply = await worker.ask(job)
            healthy = True
        except TimeoutError:
            reply = Reply(
                504, message=f"the query took longer than {self._limits.timeout:g} seconds", hint="ask for less at once"
            )
        except (EOFError, OSError):
            reply = Reply(500, message="the query needs more memory than it may have", hint="ask for less at once")
        except StoreError as error:
            reply = Reply(503, message=str(error), hint=error.hint)
        finally:  # also where the client has gone and the request is cancelled
            if worker is not None and not healthy:
                self._discard(worker)
            self._places.put_nowait(worker if healthy else None)
        return reply

    async def _fresh(self, worker: Worker | None) -> Worker:
        """The worker, or a new one where there is none or the graph has been built anew since."""
        if worker is not None and worker.alive and worker.generation == generation(self._store):
            return worker
        if worker is not None:
            self._discard(worker)
        started = await Worker.start(self._store, self._limits)
        self._all.add(started)
        return started

    def _discard(self, worker: Worker) -> None:
        worker.kill()
        self._all.discard(worker)

    async def close(self) -> None:
        """Nothing; all workers have ended."""
        await asyncio.gather(*(worker.gone() for worker in self._all))
        self._all.clear()


def _busy() -> Reply:
    return Reply(503, message="too many queries at once", hint="ask again in a moment")
