"""What an author can fix: one sentence, with the place where to type it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, kw_only=True)
class Problem:
    """
    One thing to mend.

    `path` is relative to the repository, with forward slashes; `line` and
    `column` count from 1; `rule` is the name that CONTRIBUTING.md explains;
    `message` says what to type, without a final full stop.
    """

    path: str
    line: int = 1
    column: int = 1
    rule: str
    message: str


class ToolError(Exception):
    """A tool failed, not an author: the text says what to install or whom to ask."""
