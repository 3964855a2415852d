"""What the commands have in common: their exit codes, how a day is typed, and which command was."""

from argparse import ArgumentTypeError
from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

from ..model.message import Message


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


def day(text: str) -> date:
    """Return the day behind --today; raise ArgumentTypeError, which argparse prints, if it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(Message("“{text}” is no day; write one like 2026-01-31", text=text)) from error


def links_arguments(arguments: Sequence[str], root: Path | None = None) -> LinksArguments | None:
    """
    Return what was typed for the command `links`, or None for any other command; `root` was typed before.

    Here, and without argparse, because the parser of all commands loads MkDocs and `links` must not wait for it.
    """
    match arguments:
        case ["links", *rest]:
            return LinksArguments(rest, root)
        case ["--language", language, *rest] if found := links_arguments(rest, root):
            return LinksArguments(["--language", language, *found.arguments], found.root)
        case ["--root", folder, *rest]:
            return links_arguments(rest, Path(folder))
        case [option, *rest] if option.startswith("--root="):
            return links_arguments(rest, Path(option.removeprefix("--root=")))
        case _:
            return None
