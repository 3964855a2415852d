"""
Finds fenced blocks of code in the lines of a Markdown text.

It follows CommonMark 0.31.2 (https://spec.commonmark.org/0.31.2/#fenced-code-blocks), also inside lists and
quotations. One rule is not applied: inside an admonition or a nested list a block may be indented by any width, as
Python-Markdown allows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_OPENS = re.compile(r"(?P<quote>[ \t]*(?:>[ \t]?)*)(?P<indent>[ \t]*)(?P<mark>`{3,}(?=[^`]*$)|~{3,})")
_QUOTES = re.compile(r"[ \t]*((?:>[ \t]?)*)")
_ITEM = re.compile(r"([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\S")
_TOP_LEVEL_INDENT = 3
"""The widest indent, in spaces, of a block that is not inside a list item or an admonition."""


@dataclass(frozen=True, kw_only=True)
class Fence:
    """
    A block of code.

    `first` and `last` are line numbers from 1 that include the fences; `mark`
    is the opening fence, such as three backticks; `closed` is false if there
    is no closing fence.
    """

    first: int
    last: int
    mark: str
    closed: bool


def find(lines: Sequence[str]) -> list[Fence]:
    """Return the blocks in order; one without a closing fence ends with the list item or quotation around it."""
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
    """Return the numbers, from 1, of all lines that belong to a block of code, fences included."""
    return frozenset(number for block in find(lines) for number in range(block.first, block.last + 1))


def _end(lines: Sequence[str], start: int, opening: re.Match[str]) -> tuple[int, bool]:
    """Return the number, from 1, of the last line of a block, and whether that line is a closing fence."""
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
    """Return the smallest indent, in columns, of lines in the list item or admonition around a block; 0 for none."""
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
