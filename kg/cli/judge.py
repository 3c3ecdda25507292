"""The commands by which people overrule what is held to be one thing: merge, split, review, decisions."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from kg.cli.screen import Bar, print_records, printable, say, settings, store_option
from kg.config import Settings
from kg.errors import UsageError
from kg.model import Signature

if TYPE_CHECKING:
    from kg.explain import Question, Side

KEYS = {"s": True, "d": False}
MENU = "s same   d different   n next, undecided   q stop"


def signature(chosen: Settings) -> Signature:
    """Who judges, by the setting ``who`` or else the user's name, and now."""
    try:
        who = chosen.who or getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in some containers
        who = ""
    return Signature(who, datetime.now(UTC).isoformat(timespec="seconds"))


def judged(pair: tuple[str, str], same: bool, store: str | None) -> None:
    """Decide on two things and print the graph that comes of it."""
    from kg import pipeline

    chosen = settings(store=store)
    with Bar() as bar:
        graph = pipeline.judge(pair, same, signature(chosen), chosen, bar)
    print_records([asdict(graph)])


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@store_option
def merge(one: str, other: str, store: str | None) -> None:
    """Hold two things to be one, whatever the rules say.

    A and B are IRIs, names, or NAME@ARTICLE for what one article calls so.
    """
    judged((one, other), True, store)


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@store_option
def split(one: str, other: str, store: str | None) -> None:
    """Hold two things to be two, whatever the rules say.

    A and B are IRIs, names, or NAME@ARTICLE for what one article calls so. Two names of one thing split it: what is only
    called A from what is only called B.
    """
    judged((one, other), False, store)


@click.command()
@store_option
def review(store: str | None) -> None:
    """Judge what the rules leave undecided, one key each.

    Every answer is kept at once; the graph follows when the review ends.
    """
    from kg import pipeline

    chosen = settings(store=store)
    with Bar() as bar:
        bar("resolve", 0, 0)
        asked = pipeline.doubts(chosen)
    if not asked:
        say("nothing is undecided")
        return
    made = 0
    for number, question in enumerate(asked, 1):
        show(question, number, len(asked))
        same = answer()
        if same == "stop":
            break
        if isinstance(same, bool):
            pipeline.decide(question, same, signature(chosen), chosen)
            made += 1
    if made:
        with Bar() as bar:
            pipeline.rebuild(chosen, bar)
    print_records([{"decided": made, "undecided": len(asked) - made}])


def show(question: Question, number: int, total: int) -> None:
    """Print both sides of a question and what speaks for their being one."""
    click.secho(f"\n{number} of {total}: are these one {question.left.type.lower()}?", bold=True, err=True)
    for one in (question.left, question.right):
        print_side(one)
    click.echo(f"  {printable(question.because)}", err=True)
    click.echo(f"  {MENU}", err=True)


def print_side(one: Side) -> None:
    """Print a name, where it stands, and the sentence around it."""
    click.echo(f"\n  {click.style(printable(one.name), underline=True)}  {one.iri}", err=True)
    click.echo(
        f"    {printable(', '.join(filter(None, (one.outlet or 'unknown outlet', one.published, one.article))))}", err=True
    )
    click.echo(f"    {printable(one.sentence)}\n", err=True)


def answer() -> bool | str:
    """What a key says: True for the same, False for different, "next" or "stop"; other keys are not heard."""
    while True:
        try:
            key = click.getchar().lower()
        except (EOFError, KeyboardInterrupt):
            return "stop"
        except OSError as error:  # no terminal to press a key on, as in a scheduled job
            raise UsageError("review needs a terminal", "kg merge and kg split take the two names instead") from error
        if key in KEYS:
            return KEYS[key]
        if key in ("q", "\x1b", "\x03", "\x04", ""):
            return "stop"
        if key in ("n", " ", "\r", "\n"):
            return "next"


@click.command()
@store_option
@click.option("--withdraw", "numbers", type=int, multiple=True, metavar="N", help="Take back decision N; may be given again.")
def decisions(store: str | None, numbers: Sequence[int]) -> None:
    """List what people have decided, or take it back."""
    from kg import pipeline

    chosen = settings(store=store)
    if not numbers:
        print_records(pipeline.decisions(chosen))
        return
    with Bar() as bar:
        graph = pipeline.withdraw(numbers, signature(chosen), chosen, bar)
    print_records([asdict(graph)])
