"""People's judgements, one JSON line each in ``decisions.jsonl``: lines are only ever added, a later one on a pair wins.

``{"left": [article, member], "right": [...], "same": true, "who": "...", "when": "..."}``; a line with ``"same": null`` withdraws
what was judged of its pair. A last line that a crash cut off is no decision, and the next one takes its place.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from kg.errors import StoreError
from kg.ids import digest
from kg.model import Decision, Member


class Decisions:
    """The file ``decisions.jsonl`` of a store; there is none before the first decision."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> tuple[Decision, ...]:
        """The decisions in force, in the order in which they were made. Raises StoreError for a line that is none."""
        found: dict[frozenset[Member], Decision] = {}
        for number, line in enumerate(self._lines(), 1):
            pair, decision = self._read(line, number)
            found.pop(pair, None)
            if decision is not None:
                found[pair] = decision
        return tuple(found.values())

    def add(self, decisions: Iterable[Decision]) -> None:
        """Nothing; the decisions are on disk, all of them or, after a crash, the first ones."""
        self._append(self._line(d, d.same) for d in decisions)

    def withdraw(self, decisions: Iterable[Decision], who: str, when: str) -> None:
        """Nothing; the decisions are no longer in force, and who has withdrawn them is on disk."""
        self._append(self._line(Decision(d.left, d.right, d.same, who, when), None) for d in decisions)

    def digest(self) -> str:
        """A hash of the decisions in force, whatever their order; empty where there are none."""
        rows = sorted((*d.left, *d.right, str(d.same), d.who, d.when) for d in self.all())
        return digest(*(part for row in rows for part in row), length=64) if rows else ""

    @staticmethod
    def _line(d: Decision, same: bool | None) -> str:
        row = {"left": d.left, "right": d.right, "same": same, "who": d.who, "when": d.when}
        return f"{json.dumps(row, ensure_ascii=False)}\n"

    def _lines(self) -> list[str]:
        """The whole lines of the file, and a last one without its end where that is whole all the same."""
        if not self._path.is_file():
            return []
        *lines, rest = self._path.read_bytes().split(b"\n")
        try:
            if rest.strip():
                json.loads(rest)
                lines.append(rest)
        except ValueError:  # cut off by a crash
            pass
        return [line.decode("utf-8", "replace") for line in lines]

    def _read(self, line: str, number: int) -> tuple[frozenset[Member], Decision | None]:
        if not line.strip():
            return frozenset(), None
        try:
            row = json.loads(line)
            (a, x), (b, y) = row["left"], row["right"]
            left, right = (str(a), str(x)), (str(b), str(y))
            same, who, when = row["same"], str(row.get("who") or ""), str(row.get("when") or "")
            if same not in (True, False, None) or left == right:
                raise ValueError("same is true, false or null, and left is not right")
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise StoreError(f"{self._path}, line {number} is no decision: {error}", "correct or delete the line") from error
        pair = frozenset((left, right))
        return pair, None if same is None else Decision(left, right, same, who, when)

    def _append(self, lines: Iterable[str]) -> None:
        text = "".join(lines).encode("utf-8")
        if not text:
            return
        kept = "".join(f"{line}\n" for line in self._lines()).encode("utf-8")
        try:
            with self._path.open("r+b" if self._path.is_file() else "w+b") as file:
                if file.read() != kept:  # a last line without its end, or cut off by a crash
                    file.seek(0)
                    file.truncate()
                    file.write(kept)
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StoreError(
                f"{self._path} cannot be written: {error.strerror}", "make room on the disk, then decide again"
            ) from error
