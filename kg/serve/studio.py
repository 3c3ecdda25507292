"""Graph pages, drawn one at a time by a process and kept until the graph is built anew."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from kg.serve.limits import Limits
from kg.serve.pool import spawn
from kg.serve.wire import Reply
from kg.store import generation

KEPT = 8  # pages; each is half a megabyte or more


class Studio:
    """Draws and keeps graph pages."""

    def __init__(self, store: str, limits: Limits) -> None:
        self._store, self._limits = store, limits
        self._pages: dict[str, bytes] = {}
        self._generation: str | None = None
        self._turn = asyncio.Lock()
        self._waiting = 0

    async def page(self, wanted: dict[str, Any]) -> Reply:
        """The page as the body of a reply, or a refusal."""
        key = json.dumps(wanted, sort_keys=True)
        if (kept := self._kept(key)) is not None:
            return Reply(style="html", body=kept)
        if self._waiting >= self._limits.workers * 2:
            return Reply(503, message="too many pictures at once", hint="ask again in a moment")
        self._waiting += 1
        try:
            async with self._turn:
                if (kept := self._kept(key)) is not None:
                    return Reply(style="html", body=kept)
                return await self._draw(key)
        finally:
            self._waiting -= 1

    def _kept(self, key: str) -> bytes | None:
        current = generation(self._store)
        if current != self._generation:
            self._pages, self._generation = {}, current
        return self._pages.get(key)

    async def _draw(self, key: str) -> Reply:
        process = await spawn("kg.serve.picture", self._store)
        try:
            async with asyncio.timeout(self._limits.picture_seconds):
                drawn, _ = await process.communicate(key.encode("utf-8"))
        except TimeoutError:
            return Reply(504, message="the picture took too long", hint="show less of the graph at once")
        finally:
            if process.returncode is None:
                process.kill()
        if process.returncode:
            return Reply(400, message=drawn.decode("utf-8", "replace").strip() or "the picture cannot be drawn")
        while len(self._pages) >= KEPT:
            self._pages.pop(next(iter(self._pages)))
        self._pages[key] = drawn
        return Reply(style="html", body=drawn)
