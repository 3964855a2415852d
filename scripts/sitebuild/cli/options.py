"""What the commands have in common: their exit codes."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command tells the shell; README.md says the same."""

    CLEAN = 0
    PROBLEMS = 1
    """An author can mend it."""
    USAGE = 2
    """The command was typed wrongly."""
    TOOL_FAILED = 3
    """The machine, not an author: a program is missing, a disk is full."""
