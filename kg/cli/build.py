"""The commands that change a store: build, remove, rebuild."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import Any

import click

from kg.cli.screen import Bar, print_issues, print_records, settings, store_option


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@store_option
@click.option("-w", "--workers", type=click.IntRange(1), help="How many processes extract.  [default: 1]")
@click.option("--pipeline", "parser", metavar="NAME", help="The spaCy pipeline that parses.")
@click.option("--gazetteer", metavar="DIR", help="A folder of your own names, beside those that come along.")
@click.option("--max-bytes", type=click.IntRange(1), help="Files larger than this become issues.")
@click.option("--strict", is_flag=True, help="Exit with status 3 when there are issues.")
def build(paths: tuple[str, ...], strict: bool, parser: str | None, **flags: Any) -> None:
    """Read articles and bring the graph up to date.

    PATH is a file, a folder, a glob, an archive, or - for stdin. Articles that the store holds unchanged are not read again; a
    run that was stopped goes on where it was. A faulty file becomes an issue on stderr and the run goes on.
    """
    from kg import pipeline

    chosen = settings(pipeline=parser, **flags)
    with Bar() as bar:
        report = pipeline.build(paths, chosen, bar, sys.stdin.buffer)
    print_issues(report.issues)
    counts = {name: len(getattr(report, name)) for name in ("added", "changed", "unchanged", "issues")}
    print_records([counts | asdict(report.graph)])
    if strict and report.issues:
        click.get_current_context().exit(3)


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@store_option
def remove(articles: tuple[str, ...], store: str | None) -> None:
    """Forget articles: the graph becomes the one that never had them.

    ARTICLE is a name as kg info --articles shows it.
    """
    from kg import pipeline

    with Bar() as bar:
        graph = pipeline.remove(articles, settings(store=store), bar)
    print_records([{"removed": len(set(articles))} | asdict(graph)])


@click.command()
@store_option
def rebuild(store: str | None) -> None:
    """Make the graph anew from the records."""
    from kg import pipeline

    with Bar() as bar:
        graph = pipeline.rebuild(settings(store=store), bar)
    print_records([asdict(graph)])
