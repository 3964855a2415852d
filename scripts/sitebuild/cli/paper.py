"""The command `paper`: the handbook, its guides, sheets, letters and cards as PDF files, from the built site."""

import argparse
from pathlib import Path

from ..model.message import Message
from ..paper.kinds import KINDS
from .options import ExitCode

COMMANDS = {"paper": "print the built site as PDF files: the booklet, its parts, sheets, letters and cards"}
OUT = "dist/paper"
"""The folder of the files, below the root of the project."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add the words that the command understands."""
    command.add_argument("--lang", action="append", help="a language such as zh; default: every published one")
    command.add_argument("--only", choices=KINDS, action="append", help=Message("default: everything"))
    command.add_argument("--out", help=Message("the folder to write into; default: {out}", out=OUT))


def run(root: Path, options: argparse.Namespace) -> ExitCode:
    """Print what was asked for; say of each file how many pages and bytes it has. Raise ToolError without Pango."""
    from . import printing  # noqa: PLC0415 - other commands need not wait for it

    return printing.run(root, options)
