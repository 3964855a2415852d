"""What an author can fix: one sentence, with the place where to type it."""

from dataclasses import dataclass
from typing import Literal, Protocol


class Place(Protocol):
    """Whatever knows its line and column in a file, both from 1."""

    @property
    def line(self) -> int: ...  # noqa: D102 - the class says it

    @property
    def column(self) -> int: ...  # noqa: D102 - the class says it


@dataclass(frozen=True, order=True, kw_only=True)
class Problem:
    """
    One thing to mend.

    `path` is relative to the repository, with forward slashes; `line` and
    `column` count from 1; `rule` is the name that CONTRIBUTING.md explains;
    `message` says what to type, without a final full stop. A note is worth a
    look, but neither fails a check nor stops a build.
    """

    path: str
    line: int = 1
    column: int = 1
    rule: str
    message: str
    severity: Literal["error", "note"] = "error"

    @classmethod
    def at(cls, path: str, place: Place, rule: str, message: str) -> "Problem":
        """Return a problem at the place of a heading, a link or a marker."""
        return cls(path=path, line=place.line, column=place.column, rule=rule, message=message)


class ToolError(Exception):
    """A tool failed, not an author: the text says what to install or whom to ask."""
