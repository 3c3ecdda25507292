"""The commands that answer: query, explain."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.screen import output_option, print_records, printable, settings, store_option, write
from kg.errors import UsageError
from kg.terms import shorten

if TYPE_CHECKING:
    from kg.explain import ClaimLine, Explanation
    from kg.query import NamedQuery, Result

FORMATS = ("table", "list", "json", "jsonl", "csv", "tsv", "xml", "turtle")


def parameters(given: tuple[str, ...]) -> dict[str, str]:
    """``("k=v", ...)`` as a dictionary."""
    if wrong := [item for item in given if "=" not in item]:
        raise UsageError(f"not a parameter: {wrong[0]!r}", "write --param name=value")
    return dict(item.split("=", 1) for item in given)


def question_of(asked: str) -> str:
    """The text of a query file or of stdin for ``-``; a name stays a name."""
    if asked == "-":
        return sys.stdin.read()
    path = Path(asked)
    if path.suffix in (".rq", ".sparql") or path.is_file():
        try:
            return path.read_text(encoding="utf-8")
        except OSError as error:
            hint = "kg query --list names the questions that need no file"
            raise UsageError(f"cannot read {asked}: {error.strerror}", hint) from error
    return asked


@click.command()
@click.argument("asked", required=False, metavar="NAME|FILE|-")
@store_option
@click.option("-p", "--param", multiple=True, metavar="K=V", help="A parameter of the query; may be given again.")
@click.option(
    "-f",
    "--format",
    "style",
    type=click.Choice(FORMATS),
    help="[default: table or, where it is too wide, list on a terminal; else jsonl]",
)
@output_option("-")
@click.option("-l", "--list", "listing", is_flag=True, help="List the named queries, or what NAME answers and takes.")
def query(asked: str | None, store: str | None, param: tuple[str, ...], style: str | None, output: str, listing: bool) -> None:
    """Ask a named question, or SPARQL from a file or stdin."""
    from kg import pipeline

    if listing:
        if asked is None:
            print_records(pipeline.questions())
        else:
            print_question(pipeline.question(asked))
        return
    if asked is None:
        raise UsageError("which question?", "kg query --list names them; kg query FILE and kg query - take SPARQL")
    result = pipeline.ask(question_of(asked), parameters(param), settings(store=store))
    write(output, written(result, style or default_style(result, output)))


def print_question(question: NamedQuery) -> None:
    """Print what a named query answers and takes: lines to be read on a terminal, a JSON object in a pipe."""
    told = asdict(question)
    del told["text"]
    if not sys.stdout.isatty():
        print_records([told])
        return
    click.secho(question.title, bold=True)
    click.echo(f"{question.description}\n")
    for p in question.parameters:
        need = "required" if p.required else f"{p.default} unless given" if p.default else "optional"
        click.echo(f"  --param {p.name}=...  {p.meaning} ({p.kind}, {need})")


def default_style(result: Result, output: str) -> str:
    """JSON lines, but on a terminal a table or, where that is too wide for it, a list; triples are always Turtle."""
    if result.form in ("CONSTRUCT", "DESCRIBE"):
        return "turtle"
    if output != "-" or not sys.stdout.isatty():
        return "jsonl"
    widest = max(map(len, result.write("table").splitlines()), default=0)
    return "table" if widest <= shutil.get_terminal_size().columns else "list"


def written(result: Result, style: str) -> str:
    """The answer in one of FORMATS."""
    if style not in ("jsonl", "list") or result.form in ("CONSTRUCT", "DESCRIBE"):
        return result.write(style if style != "list" else "turtle")
    if result.form == "ASK":
        return f"{json.dumps(result.truth)}\n"
    if style == "list":
        return listed(result)
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in result.records())


def listed(result: Result) -> str:
    """The rows one below the other, each value on a line of its own; IRIs are shortened and unbound variables left out."""
    margin = max(map(len, result.solutions.variables), default=0)
    rows = []
    for record in result.records():
        values = {name: shorten(value, result.prefixes) or value for name, value in record.items()}
        rows.append("".join(f"{name:{margin}}  {printable(value)}\n" for name, value in values.items()))
    return "\n".join(rows)


@click.command()
@click.argument("what", metavar="IRI|NAME")
@store_option
def explain(what: str, store: str | None) -> None:
    """Show every claim about a thing, why it was merged, and why not.

    Each claim comes with its sentence, outlet, date, speaker and confidence; where sources disagree, both sides are shown.
    """
    from kg import pipeline

    for number, explanation in enumerate(pipeline.explained(what, settings(store=store))):
        if sys.stdout.isatty():
            click.echo("\n" * number, nl=False)
            print_explanation(explanation)
        else:
            print_records(records_of(explanation))


def records_of(explanation: Explanation) -> list[dict[str, object]]:
    """An explanation as records: the thing, its claims, what is told otherwise, its merges, and what was kept apart from it."""
    thing = {"iri": explanation.iri, "type": explanation.type, "label": explanation.label, "names": explanation.names}
    return [
        {"kind": "thing"} | thing,
        *({"kind": "claim"} | asdict(claim) for claim in explanation.claims),
        *({"kind": "disputed"} | asdict(line) for line in explanation.disputed),
        *({"kind": "merge"} | asdict(merge) for merge in explanation.merges),
        *({"kind": "apart"} | asdict(line) for line in explanation.apart),
    ]


def print_explanation(explanation: Explanation) -> None:
    """Print an explanation to be read: each claim over its sentence with the quote marked."""
    click.secho(f"{printable(explanation.label)} ({explanation.type})", bold=True)
    click.echo(f"  {explanation.iri}")
    if names := [printable(name) for name in explanation.names if name != explanation.label]:
        click.echo(f"  also: {', '.join(names)}")
    for claim in explanation.claims:
        print_claim(claim)
    for title, sign, lines in (
        ("told otherwise", "≠", explanation.disputed),
        ("held to be the same", "=", explanation.merges),
        ("kept apart", "≠", explanation.apart),
    ):
        if lines:
            click.secho(f"\n{title}", bold=True)
        for told in lines:
            click.echo(
                f"  {printable(told.left)}\n  {sign} {printable(told.right)}\n      {printable(told.because)} ({told.rule})"
            )


def print_claim(claim: ClaimLine) -> None:
    """Print one claim: what, by whom, where, and the words."""
    source = ", relayed by ".join(claim.said_by) if claim.said_by else "the outlet itself"
    where = ", ".join(filter(None, (claim.outlet or "unknown outlet", claim.published, claim.article)))
    click.echo(f"\n  {printable(claim.subject)}: {claim.role} = {printable(claim.value)}  [{claim.status}, {claim.confidence:g}]")
    before, quote, after = claim.sentence.partition(claim.quote)
    click.echo(f"    {printable(before)}{click.style(printable(quote), underline=True)}{printable(after)}")
    click.echo(f"    {printable(where)}, characters {claim.start} to {claim.end}; said by {printable(source)}")
