"""A section of one page as it stands on another: without its ids and comments, its links led from there."""

import posixpath
import re
from collections.abc import Iterator

from ..model.page import Heading, Page
from . import references

_NO_TEXT = re.compile(r"\s*(?:<!--.*?-->|</?div\b[^>]*>)\s*$")
"""A line that says nothing to readers: a comment, or the edge of a part of its own page."""
_ADDRESS = re.compile(r"\]\((?![a-z]+:)([^\s()]+)\)")


def text(page: Page, anchor: str, folder: str) -> str:
    """
    Return a section as Markdown, without its heading and with what stands below headings inside it.

    `folder` is that of the page it is to stand on, below the language's. Headings inside become bold lines, as ids
    may not stand twice. Empty if the page has no such section.
    """
    lines = page.source.split("\n")
    kept = "\n".join(_shown(page, lines, *between(page, anchor)))
    return _ADDRESS.sub(lambda found: f"]({_led(found[1], page, folder)})", kept).strip("\n")


def between(page: Page, anchor: str) -> tuple[int, int]:
    """
    Return the numbers of the lines between which a section stands: its heading, and the next one as high.

    Without such a section both are that of the last line.
    """
    last = page.source.count("\n") + 1
    own = _heading(page, anchor)
    if own is None:
        return last, last
    later = (each for each in page.headings if each.line > own.line and not each.nested)
    return own.line, next((each.line for each in later if each.level <= own.level), last + 1)


def _heading(page: Page, anchor: str) -> Heading | None:
    return next((each for each in page.headings if each.anchor == anchor), None)


def _shown(page: Page, lines: list[str], start: int, end: int) -> Iterator[str]:
    inside = {each.line: each for each in page.headings}
    for number in range(start + 1, end):
        line = lines[number - 1]
        if heading := inside.get(number):
            indent = line[: len(line) - len(line.lstrip())]
            yield f"{indent}**{heading.text}**"
        elif not _NO_TEXT.match(line):
            yield line


def _led(address: str, page: Page, folder: str) -> str:
    """Return an address that is relative to a page as one that is relative to another folder."""
    file, sign, part = address.partition("#")
    there = posixpath.normpath(posixpath.join(page.folder, file)) if file else page.name
    return references.relative_path(there, folder) + sign + part
