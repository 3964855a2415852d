"""Markdown as the words in it, for search: faster than rendering it, and good for nothing that readers see whole."""

import itertools
import re
from collections.abc import Iterator

_HIDDEN = re.compile(r"<!--.*?-->|<[^<>]*>|\{[:#.][^{}]*\}", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\([^()]*\))?[^()]*\)")
_BLANK = re.compile(r"\{\{[^{}]*\}\}")
_START = re.compile(r"^[ \t>]*(?:[-*+]|\d+[.)]|#{1,6}|!!! [\w-]+)?[ \t]*", re.MULTILINE)
_SIGNS = re.compile(r"[*_`\\]+|^[ \t]*\|[-:| ]+$", re.MULTILINE)
_GAPS = re.compile(r"[ \t]+")
_LINES = re.compile(r" ?\n[\s]*")


def of(markdown: str) -> str:
    """Return the words of Markdown, a line for each; references are expanded before, comments and ids are left out."""
    text = _HIDDEN.sub("", markdown)
    text = _LINK.sub(lambda found: found[1], _LINK.sub(lambda found: found[1], text))
    text = _BLANK.sub("", text)
    text = _SIGNS.sub("", _START.sub("", text)).replace("|", " ")
    return _LINES.sub("\n", _GAPS.sub(" ", text)).strip()


def between(markdown: str, starts: list[int]) -> Iterator[str]:
    """Yield the lines before each line number of `starts`, from the one before it, and last those to the end."""
    lines = markdown.split("\n")
    edges = [0, *(number - 1 for number in starts), len(lines)]
    for first, end in itertools.pairwise(edges):
        yield "\n".join(lines[first:end])
