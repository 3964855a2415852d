"""The command `edit`: shows the handbook on this machine, and again whatever of it is saved."""

import argparse
from pathlib import Path

from .options import ExitCode

COMMANDS = {"edit": "show the site on this machine, and every page again as soon as it is saved"}


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add the words that the command understands."""
    command.add_argument(
        "--with",
        dest="languages",
        metavar="CODE",
        action="append",
        default=[],
        help="show a language that is not published yet, such as ug",
    )


def run(root: Path, options: argparse.Namespace) -> ExitCode:
    """Show the site at `root` until Ctrl-C, see editing.py."""
    from . import editing  # noqa: PLC0415 - other commands need not wait for it

    return editing.run(root, options)
