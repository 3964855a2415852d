"""A YAML file as plain values, with the position of every key in its text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Key: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys and list positions from the top."""


@dataclass(frozen=True)
class Position:
    """Line and column in the text, from 1."""

    line: int
    column: int = 1


@dataclass(frozen=True, kw_only=True)
class Document:
    """A value, the position of every key in it, and the keys that stand twice (with their positions)."""

    value: object = None
    positions: Mapping[Key, Position] = field(default_factory=dict)
    doubled: tuple[tuple[str, Position], ...] = ()

    def position(self, key: Key) -> Position:
        """Return the position of a value, or of the nearest value around it."""
        while key and key not in self.positions:
            key = key[:-1]
        return self.positions.get(key, Position(1))
