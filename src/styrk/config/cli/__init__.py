"""The command line. Part of the product: its words and shapes are kept stable.

Commands are loaded when they are called, so that those that need neither Django nor a database
start at once.
"""

import sys
from io import TextIOWrapper

import click

from styrk.config.cli.lazy import Commands


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="styrk", message="styrk %(version)s")
def styrk() -> None:
    """Styrk, et åpent styringssystem for helsetjenesten.

    «styrk demo» er en hel oppdiktet region å prøve i.
    """


def main() -> None:
    """The program `styrk`. Exit 0: answered. 1: the input was refused. 2: wrong use."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    styrk(prog_name="styrk")
