"""The commands that judge: verify, validate, eval."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kg.cli.screen import Bar, print_records, print_table, say, settings, store_option

if TYPE_CHECKING:
    from kg.evaluate import Score


@click.command()
@store_option
@click.pass_context
def verify(ctx: click.Context, store: str | None) -> None:
    """Check every quote against its article."""
    from kg import pipeline

    report = pipeline.verify(settings(store=store))
    print_records([asdict(violation) for violation in report.violations])
    say(", ".join(f"{count} {name}" for name, count in report.numbers.items()))
    say(f"{report.checked} quotes sliced again, {counted(len(report.violations))}")
    if report.violations:
        ctx.exit(3)


@click.command()
@store_option
@click.pass_context
def validate(ctx: click.Context, store: str | None) -> None:
    """Check the graph against its shapes (SHACL)."""
    from kg import pipeline

    violations = pipeline.validate(settings(store=store))
    print_records([asdict(violation) for violation in violations])
    say(counted(len(violations)))
    if violations:
        ctx.exit(3)


def counted(violations: int) -> str:
    """How many violations there are, in words."""
    return f"{violations or 'no'} violation{'' if violations == 1 else 's'}"


@click.command("eval")
@click.argument("gold", metavar="GOLD")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLES...")
@click.option("--by", type=click.Choice(["type", "article"]), default="type", show_default=True, help="What a line stands for.")
@click.option("-w", "--workers", type=click.IntRange(1), help="How many processes extract.  [default: 1]")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
def evaluate(gold: str, articles: tuple[str, ...], by: str, workers: int | None, as_json: bool) -> None:
    """Measure extraction against gold files.

    ARTICLES are built in a store of their own; GOLD is a folder with one JSON file for each
    article, or a quoted glob of such files. What a gold file tells of an article that is not
    given counts as missed.
    """
    from kg import pipeline

    with Bar() as bar:
        score = pipeline.evaluate(gold, articles, settings(workers=workers), bar)
    if as_json:
        click.echo(json.dumps({"articles": score.articles} | score.figures(), indent=1))
    else:
        print_score(score, by)


def print_score(score: Score, by: str) -> None:
    """Print precision, recall and F1 of every type or article, and the figures of the whole."""
    from kg.evaluate import measure

    tallies = score.by_type if by == "type" else score.by_article
    rows = []
    for name, tally in sorted(tallies.items()):
        m = measure(tally)
        facts = f"{tally.gold_facts}/{tally.predicted_facts}/{tally.equal_facts}"
        rows.append([name, str(tally.gold), str(tally.predicted), f"{m.precision:.3f}", f"{m.recall:.3f}", f"{m.f1:.3f}", facts])
    columns = [by, "gold", "predicted", "P", "R", "F1", "facts gold/predicted/equal"]
    if sys.stdout.isatty():
        print_table(columns, rows)
    else:
        click.echo("\n".join("\t".join(row) for row in [columns, *rows]))
    for name, value in score.figures().items():
        click.echo(f"{name:24} {value:.3f}")
