"""What a repair is: a line with a slip to the lines to write instead, or nothing where that takes a person."""

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

Repair: TypeAlias = Callable[[str, int], Sequence[str] | None]
"""Takes a line and the column of the slip, from 0; returns the lines to write instead, None if that is not clear."""


def replacing(pattern: str, by: str, *, count: int = 0) -> Repair:
    """Return a repair that replaces a pattern in the line, everywhere or `count` times."""
    compiled = re.compile(pattern)

    def repair(line: str, _: int) -> Sequence[str] | None:
        changed = compiled.sub(by, line, count=count)
        return [changed] if changed != line else None

    return repair


def replacing_at(pattern: str, by: str) -> Repair:
    """Return a repair that replaces a pattern just at the slip."""
    compiled = re.compile(pattern)

    def repair(line: str, column: int) -> Sequence[str] | None:
        found = compiled.match(line, column)
        return [line[:column] + found.expand(by) + line[found.end() :]] if found else None

    return repair


def empty_line_above(line: str, _: int) -> Sequence[str] | None:
    """Return the line with an empty one above it; not in a quotation, where that would be another sign."""
    return None if line.lstrip().startswith(">") else ["", line]
