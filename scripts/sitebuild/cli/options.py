"""What the commands have in common: their exit codes, and which of them was typed."""

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple


class ExitCode(IntEnum):
    """What a command tells the shell; README.md says the same."""

    CLEAN = 0
    PROBLEMS = 1
    """An author can mend it."""
    USAGE = 2
    """The command was typed wrongly."""
    TOOL_FAILED = 3
    """The machine, not an author: a program is missing, a disk is full."""


class LinksArguments(NamedTuple):
    """What was typed behind the command `links`, and the folder behind --root, if there was one."""

    arguments: Sequence[str]
    root: Path | None


def links_arguments(arguments: Sequence[str], root: Path | None = None) -> LinksArguments | None:
    """
    Return what was typed for the command `links`, or None for any other command; `root` was typed before.

    Here, and without argparse, because the parser of all commands loads MkDocs and `links` must not wait for it.
    """
    match arguments:
        case ["links", *rest]:
            return LinksArguments(rest, root)
        case ["--root", folder, *rest]:
            return links_arguments(rest, Path(folder))
        case [option, *rest] if option.startswith("--root="):
            return links_arguments(rest, Path(option.removeprefix("--root=")))
        case _:
            return None
