"""Document: a parsed YAML file with the position of every key, for messages that name a line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Key: TypeAlias = tuple[str | int, ...]
"""The path to a value inside a document: keys and list indexes from the top."""


@dataclass(frozen=True)
class Position:
    """Line and column in a file, both counted from 1."""

    line: int
    column: int = 1


@dataclass(frozen=True, kw_only=True)
class Document:
    """The value of a file; the position of every key by its path; keys that occur twice in one mapping."""

    value: object = None
    positions: Mapping[Key, Position] = field(default_factory=dict)
    doubled: tuple[tuple[str, Position], ...] = ()

    def position(self, key: Key) -> Position:
        """Return the position of a key, or else that of the nearest enclosing key, or else line 1."""
        while key and key not in self.positions:
            key = key[:-1]
        return self.positions.get(key, Position(1))
