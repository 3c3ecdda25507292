"""The commands that hand out: render, export, info."""

from __future__ import annotations

import datetime

import click

from kg.cli.screen import opened, output_option, print_records, say, settings, store_option, write

FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml", "graphml", "csv")


def date(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    """The value where it is an ISO date or the beginning of one; a usage error else."""
    try:
        datetime.date.fromisoformat(value + "1970-01-01"[len(value) :])
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date; write 2023, 2023-07 or 2023-07-25", ctx, parameter) from error
    return value


@click.command()
@store_option
@output_option("graph.html")
@click.option("--focus", metavar="X", help="Only what is near X (an IRI or a name).")
@click.option("--hops", type=click.IntRange(0), default=1, show_default=True, help="How far from --focus.")
@click.option("--since", metavar="DATE", default="", callback=date, help="Only what happened on this day or later.")
@click.option("--until", metavar="DATE", default="", callback=date, help="Only what happened on this day or earlier.")
@click.option("--outlet", "outlets", multiple=True, metavar="NAME", help="Only what this outlet prints; may be given again.")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Only this type of thing; may be given again.")
@click.option("--article", "articles", multiple=True, metavar="NAME", help="Only what this article says; may be given again.")
@click.option("--texts/--no-texts", default=True, show_default=True, help="Let the articles be read in the page.")
@click.option("--title", metavar="TEXT", default="Attaché", show_default=True, help="The title of the page.")
def render(store: str | None, output: str, title: str, **cut: object) -> None:
    """Write the graph, or a part of it, as one HTML page.

    The page needs no network. It holds the texts of the articles, for reading what was read in them; leave them out of a page
    that is passed on where the articles may not be.
    """
    from kg import pipeline

    page = pipeline.page(pipeline.Cut(**cut), title, settings(store=store))  # type: ignore[arg-type]
    write(output, page)
    if output != "-":
        say(f"wrote {output} ({len(page.encode()) / 1e6:.1f} MB)")


@click.command()
@store_option
@output_option("-")
@click.option("-f", "--format", "style", type=click.Choice(FORMATS), help="[default: by the ending of FILE, else turtle]")
def export(store: str | None, output: str, style: str | None) -> None:
    """Write the graph in another format."""
    from kg import pipeline
    from kg.export import format_of

    with opened(output) as out:
        form = style or format_of(output) or "turtle"
        pipeline.write_graph(form, out, settings(store=store))
    if output != "-":
        say(f"wrote {output} ({form})")


@click.command()
@store_option
@click.option("--articles", is_flag=True, help="List the articles instead.")
def info(store: str | None, articles: bool) -> None:
    """Show what a store holds."""
    from kg import pipeline

    if articles:
        print_records(pipeline.articles(settings(store=store)))
        return
    print_records(pipeline.info(settings(store=store)))
