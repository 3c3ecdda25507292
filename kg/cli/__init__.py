"""The command line: every command parses, calls one function of the pipeline, and prints.

Results go to stdout, everything else to stderr. Exit status: 0 done, 1 refused, 2 usage, 3 violations found.
"""

from __future__ import annotations

import os
import signal
import sys

import click

from kg import __version__
from kg.cli.ask import explain, query
from kg.cli.build import build, rebuild, remove
from kg.cli.check import evaluate, validate, verify
from kg.cli.judge import decisions, merge, review, split
from kg.cli.screen import complain
from kg.cli.serve import serve
from kg.cli.show import export, info, render
from kg.errors import KgError

CHANGE = (build, remove, rebuild, verify, validate)
READ = (query, explain)
JUDGE = (merge, split, review, decisions)
SHOW = (render, serve, export, info, evaluate)


class Flow(click.Group):
    """Commands in the order of the flow, and the one handler of errors."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order they were given, not sorted."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> None:
        """Run the command; a KgError becomes its message, its hint and its exit status."""
        try:
            super().invoke(ctx)
            sys.stdout.flush()
        except KgError as error:
            complain(error)
            ctx.exit(error.exit_status)
        except KeyboardInterrupt:
            complain(KgError("stopped", "what was read is kept: kg build goes on where it was"))
            ctx.exit(128 + signal.SIGINT)
        except BrokenPipeError:  # the reader has had enough (kg query facts | head): end as other tools do
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(128 + signal.SIGPIPE)


@click.group(
    cls=Flow,
    commands=[*CHANGE, *READ, *JUDGE, *SHOW],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Attaché: the knowledge graph of diplomacy, with the sentence behind every fact.

    \b
      kg build articles/ --store S         read articles into a store
      kg query leaders --store S           ask it (kg query --list)
      kg render --store S -o graph.html    look at it

    Settings come from flags, then KG_STORE and the like, then kg.toml, then defaults.
    """
