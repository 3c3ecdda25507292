"""The command that answers over HTTP: serve."""

from __future__ import annotations

from typing import Any

import click

from kg.cli.screen import say, settings, store_option


@click.command()
@store_option
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any that is free.")
@click.option("--timeout", type=click.FloatRange(0.1, 3600), default=10.0, show_default=True, help="Seconds a query may take.")
@click.option("--max-results", type=click.IntRange(1), default=10_000, show_default=True, help="Rows or triples of an answer.")
@click.option("-w", "--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Queries answered at once.")
@click.option("--cors", multiple=True, metavar="ORIGIN", help="Whose pages may read the answers, or *; may be given again.")
def serve(store: str | None, host: str, port: int, cors: tuple[str, ...], **limits: Any) -> None:
    """Answer SPARQL and show pages over HTTP, read-only.

    Only this machine can ask, unless --host names another address; pages of other sites can read
    the answers only when --cors names them. A graph that is built anew meanwhile is taken up.
    """
    from kg.serve import Limits, Place, serve

    serve(settings(store=store).store, Place(host, port, cors), Limits(**limits), lambda at: say(f"{at} (Ctrl-C stops it)"))
