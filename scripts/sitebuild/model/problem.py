"""What an author can fix: one sentence, with the place where to type it."""

from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, Self

from .message import Message

if TYPE_CHECKING:
    # The link checker, which must start fast, loads its own rules only.
    from .rules.all_rules import RuleName


class HasPosition(Protocol):
    """Whatever knows its line and column in a file, both from 1."""

    @property
    def line(self) -> int: ...  # noqa: D102 - the class says it

    @property
    def column(self) -> int: ...  # noqa: D102 - the class says it


class _Problem(NamedTuple):
    path: str
    line: int
    column: int
    rule: "RuleName"
    message: str
    severity: Literal["error", "note"]


# A tuple, because the link checker would wait for dataclasses longer than for fifty pages.
class Problem(_Problem):
    """
    One thing to mend.

    `path` is relative to the repository, with forward slashes; `line` and
    `column` count from 1; `rule` is the name that the command `explain` takes;
    `message` says what to type, without a final full stop. A note is worth a
    look, but neither fails a check nor stops a build.
    """

    __slots__ = ()

    def __new__(  # noqa: D102, PLR0913 - the class says it; all are named
        cls,
        *,
        path: str,
        rule: "RuleName",
        message: str,
        line: int = 1,
        column: int = 1,
        severity: Literal["error", "note"] = "error",
    ) -> Self:
        return super().__new__(cls, path, line, column, rule, message, severity)

    def __getnewargs_ex__(self) -> tuple[tuple[()], dict[str, object]]:
        # Pickle would give the values without their names, which `__new__` refuses.
        return (), self._asdict()

    def named(self, name: str) -> str:
        """Return a text that the message was made of, or a message in it, by its name there; empty if it has none."""
        message: object = self.message
        while isinstance(message, Message):
            if isinstance(value := message.values.get(name), str):
                return value
            message = message.values.get("message")
        return ""

    @classmethod
    def at(cls, path: str, where: HasPosition, rule: "RuleName", message: str) -> "Problem":
        """Return a problem at the place of a heading, a link or a marker."""
        return cls(path=path, line=where.line, column=where.column, rule=rule, message=message)


class ToolError(Exception):
    """A tool failed, not an author: the text says what to install or whom to ask."""
