"""
Finds fenced blocks of code in the lines of a Markdown text.

It follows CommonMark 0.31.2 (https://spec.commonmark.org/0.31.2/#fenced-code-blocks), also inside lists and
quotations. One rule is not applied: inside an admonition or a nested list a block may be indented by any width, as
Python-Markdown allows.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_BULLET = r"(?:[-*+]|\d{1,9}[.)])(?:[ \t]{1,4}(?=[^ \t])|[ \t]$)"
"""The beginning of a list item, up to its text or to the end of its line."""
_OPENS = re.compile(rf"(?P<before>(?:[ \t]*(?:>|{_BULLET}))*[ \t]*)(?P<mark>`{{3,}}(?=[^`]*$)|~{{3,}})")
_ITEM = re.compile(rf"[ \t]*(?:{_BULLET})+")
_QUOTE = re.compile(r"[ \t]*>[ \t]?")
_QUOTES = re.compile(r".*>[ \t]?")
_WIDEST_INDENT = 3
"""
In spaces, the widest indent of a fence: of the opening one where it is not inside a list item or an admonition, and of
the closing one in relation to the opening one.
"""


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
        opening = _OPENS.match(lines[number]) if "```" in lines[number] or "~~~" in lines[number] else None
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
    mark, depth = opening["mark"], opening["before"].count(">")
    before = _QUOTES.sub("", opening["before"])
    indent = _width(before)
    inside = indent if before.strip() else _container(_unquoted(reversed(lines[:start]), depth), indent)
    closing = re.compile(rf"[ \t]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$")
    last = start
    for last, line in enumerate(_unquoted(lines[start + 1 :], depth), start=start + 1):
        if line.strip() and _indent(line) < inside:
            return last, False
        if closing.match(line) and _indent(line) <= indent + _WIDEST_INDENT:
            return last + 1, True
    return last + 1, False


def _unquoted(lines: Iterable[str], depth: int) -> Iterator[str]:
    """Yield lines without `depth` quotation marks, up to the first line that has fewer."""
    for line in lines:
        rest = line
        for _ in range(depth):
            quote = _QUOTE.match(rest)
            if quote is None:
                return
            rest = rest[quote.end() :]
        yield rest


def _container(above: Iterable[str], indent: int) -> int:
    """
    Return the smallest indent, in columns, of lines in the list item or admonition around a block; 0 for none.

    `above` are the lines above the block, from the last to the first; `indent` is that of its opening fence.
    """
    least = indent
    for line in above:
        if line.strip() and _indent(line) < least:
            item = _ITEM.match(line.rstrip() + " ")
            width = _width(item[0]) if item else 0
            if 0 < width <= indent:
                return width
            least = _indent(line)
    return max(indent - _WIDEST_INDENT, 0)


def _indent(line: str) -> int:
    return _width(line[: len(line) - len(line.lstrip(" \t"))])


def _width(text: str) -> int:
    """Return how many columns a text takes, with tabs as wide as four."""
    return len(text.expandtabs(4))
