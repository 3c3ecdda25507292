"""How the command line speaks: results on stdout, progress and complaints on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

from kg.config import Settings, load
from kg.errors import KgError
from kg.model import Issue

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

F = TypeVar("F", bound=Callable[..., Any])
Record = Mapping[str, object]


def store_option(command: F) -> F:
    """The option ``--store``, the same everywhere."""
    return click.option("-s", "--store", metavar="DIR", help="The store directory.  [default: store]")(command)


def output_option(default: str) -> Callable[[F], F]:
    """The option ``--output``, the same everywhere; ``-`` is stdout."""
    text = "Where to write; - is stdout."
    return click.option("-o", "--output", metavar="FILE", default=default, show_default=True, help=text)


def settings(**flags: object) -> Settings:
    """The settings in force under these flags."""
    return load(flags)


def complain(error: KgError) -> None:
    """Print an error and what can be done about it."""
    for number, line in enumerate([*str(error).splitlines(), *error.hint.splitlines()]):
        click.echo(f"{'    ' if number else 'kg: '}{printable(line)}", err=True)


def say(text: str) -> None:
    """Print a line that is no result."""
    click.echo(printable(text), err=True)


def print_issues(issues: Sequence[Issue]) -> None:
    """Print the faults of the data, one line each."""
    for issue in issues:
        say(f"issue: {issue.where}: {issue.kind}: {issue.message}")


def print_records(records: Iterable[Record]) -> None:
    """Print records: a table on a terminal, a single one line by line; JSON lines in a pipe."""
    if sys.stdout.isatty():
        rows = list(records)
        if len(rows) == 1:
            margin = max(map(len, rows[0]))
            for name, value in rows[0].items():
                click.echo(f"{name:{margin}}  {printable(cell(value))}")
            return
        columns = list(rows[0]) if rows else []
        print_table(columns, [[cell(row.get(column)) for column in columns] for row in rows])
        return
    for record in records:
        click.echo(json.dumps(record, ensure_ascii=False))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table as wide as the terminal; text of articles is never taken for markup or control codes."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(value)) for value in row))
    Console(file=sys.stdout, highlight=False, markup=False).print(table)


def cell(value: object) -> str:
    """A value as a table shows it."""
    if isinstance(value, list | tuple):
        return ", ".join(map(cell, value))
    return "" if value is None else str(value)


def printable(text: str) -> str:
    """``text`` on one line and without control characters, which a hostile article could hold."""
    return "".join(c if c.isprintable() else " " for c in text)


@contextmanager
def opened(output: str) -> Iterator[BinaryIO]:
    """A file to write, or stdout for ``-``; the file appears whole or not at all. Raises KgError where it cannot be written."""
    if output == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = Path(output)
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("wb") as out:
            yield out
        part.replace(target)
    except OSError as error:
        raise KgError(f"cannot write {output}: {error.strerror}", "give another place with --output") from error
    finally:
        part.unlink(missing_ok=True)


def write(output: str, text: str) -> None:
    """Write a whole text as UTF-8 to a file, or to stdout for ``-``."""
    with opened(output) as out:
        out.write(text.encode("utf-8"))


class Bar:
    """A progress bar on stderr, called with stage, done and total; silent where stderr is no terminal."""

    def __init__(self) -> None:
        self.task: TaskID | None = None
        self.stage = ""
        self.progress: Progress | None = None

    def __enter__(self) -> Bar:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            columns = (TextColumn("{task.description:<8}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self.progress = Progress(*columns, console=Console(stderr=True), transient=True)
            self.progress.start()
        return self

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show how far a stage is."""
        if self.progress is None:
            return
        if self.task is None or stage != self.stage:
            self.task, self.stage = self.progress.add_task(stage, total=None), stage
        self.progress.update(self.task, completed=done, total=total or None)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.progress is not None:
            self.progress.stop()
