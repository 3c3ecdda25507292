"""The examples in the documents: found in their pages, and run as a reader would."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_BLOCK = re.compile(r'^( *)```(\w*)(?: title="([^"]+)")?\n(.*?)^\1```$', re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"(?<!`)`(kg [^`]+)`(?!`)")


class Block(NamedTuple):
    """One fenced block of a page: its language, the file it is said to be, its text."""

    kind: str
    title: str
    text: str


class Step(NamedTuple):
    """One command and what it is said to print; None where the page does not say."""

    command: str
    prints: str | None = None


def blocks(page: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    return [Block(found[2], found[3] or "", re.sub(rf"(?m)^{found[1]}", "", found[4])) for found in _BLOCK.finditer(page)]


def inline(page: str) -> list[str]:
    """The commands of ``kg`` that stand in running text."""
    return _INLINE.findall(_BLOCK.sub("", page))


def steps(block: Block) -> Iterator[Step]:
    """The commands of a block: of ``sh`` every line, of ``console`` the lines after ``$``, each with the lines that follow it."""
    if block.kind == "sh":
        lines = block.text.replace("\\\n", "").splitlines()
        yield from (Step(line) for line in lines if line and not line.startswith("#"))
        return
    for piece in re.split(r"(?m)^\$ ", block.text)[1:]:
        command, _, prints = piece.partition("\n")
        yield Step(command, prints or None)


def fits(prints: str, out: str) -> bool:
    """Whether an output is what the page says; ``...`` stands for anything in a line, and on a line of its own for any lines."""
    pattern = ""
    for line in prints.splitlines():
        pattern += r"(?:.*\n)*" if line == "..." else ".*".join(map(re.escape, line.split("..."))) + r"\n"
    return re.fullmatch(pattern, out) is not None


def ran(command: str, folder: Path, environment: Mapping[str, str]) -> str:
    """What a command prints in a folder; fails where it fails."""
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=1200
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout
