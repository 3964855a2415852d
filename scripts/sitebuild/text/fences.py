"""
Fenced blocks of code in Markdown: the one reader of them.

By CommonMark 0.31.2 (https://spec.commonmark.org/0.31.2/#fenced-code-blocks), in lists and quotations too. Only the
indent of a block inside a box or a deep list is free, as Python-Markdown's authors write it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_OPENS = re.compile(r"(?P<quote>[ \t]*(?:>[ \t]?)*)(?P<indent>[ \t]*)(?P<mark>`{3,}(?=[^`]*$)|~{3,})")
_QUOTES = re.compile(r"[ \t]*((?:>[ \t]?)*)")
_ITEM = re.compile(r"([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\S")
_TOP_LEVEL_INDENT = 3
"""Spaces that a block may be indented by without being inside anything."""


@dataclass(frozen=True, kw_only=True)
class Fence:
    """A block of code: its first and last line, from 1, fences included; its opening mark; whether it is closed."""

    first: int
    last: int
    mark: str
    closed: bool


def find(lines: Sequence[str]) -> list[Fence]:
    """Return the blocks in the lines of a text, in order; one that nothing closes ends with what it stands in."""
    found = []
    number = 0
    while number < len(lines):
        opening = _OPENS.match(lines[number])
        if opening:
            end, closed = _end(lines, number, opening)
            found.append(Fence(first=number + 1, last=end, mark=opening["mark"], closed=closed))
            number = end
        else:
            number += 1
    return found


def code_lines(lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers of all lines, from 1, that belong to a block of code."""
    return frozenset(number for block in find(lines) for number in range(block.first, block.last + 1))


def _end(lines: Sequence[str], start: int, opening: re.Match[str]) -> tuple[int, bool]:
    """Return the number of the last line of a block, from 1, and whether it is a closing fence."""
    mark, depth = opening["mark"], opening["quote"].count(">")
    closing = re.compile(rf"[ \t>]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$")
    inside = 0 if depth else _container(lines, start)
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if _quotes(line) < depth or (line.strip() and _indent(line) < inside):
            return number, False
        if closing.match(line):
            return number + 1, True
    return len(lines), False


def _container(lines: Sequence[str], start: int) -> int:
    """Return the indent, in columns, that lines need to be inside the list item or box that a block stands in."""
    indent = _indent(lines[start])
    for line in reversed(lines[:start]):
        if line.strip() and _indent(line) < indent:
            item = _ITEM.match(line)
            width = len(item[1].expandtabs(4)) if item else 0
            if 0 < width <= indent:
                return width
            break
    return max(indent - _TOP_LEVEL_INDENT, 0)


def _indent(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip(" "))


def _quotes(line: str) -> int:
    found = _QUOTES.match(line)
    return found[1].count(">") if found else 0
