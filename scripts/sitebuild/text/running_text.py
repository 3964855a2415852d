"""The lines of a page's body, and a line with its markup replaced by spaces, so that only the words remain."""

import re
from collections.abc import Iterator

from ..model.page import Page
from . import front_matter, references

REFERENCES = re.compile(rf"\[[^\[\]]*\]\((?:{'|'.join(references.SCHEMES)}):[^)]*\)")
"""A reference to the registers, with the text in its square brackets."""
ADDRESSES = re.compile(r"(?:https?|mailto|tel|sms):[^\s<>()]+")
"""An address, whose letters and digits are not those of the sentence."""
_MARKUP = (
    ("<!--", re.compile(r"<!--.*?-->")),
    ("](", re.compile(r"\]\([^)]*\)")),  # the addresses of links
    ("{", re.compile(r"\{[#:.][^}]*\}")),  # ids and classes
    ("`", re.compile(r"`[^`]*`")),
    ("<", re.compile(r"<[^<>]*>")),
)
"""What every match of a pattern contains, and the pattern: most lines have none of it."""


def lines(page: Page) -> Iterator[tuple[int, str]]:
    """Yield (number, text) of every line of a page except front matter and blocks of code."""
    _, height = front_matter.split(page.source)
    for number, line in enumerate(page.source.split("\n"), start=1):
        if number > height and number not in page.code:
            yield number, line


def blanked(line: str, *more: re.Pattern[str], by: str = " ") -> str:
    """
    Return a line with comments, addresses of links, ids, inline code and HTML tags replaced by `by`.

    `more` are further patterns, replaced before these. The length stays the same, so every word keeps its column.
    """
    for sign, pattern in (*(("", each) for each in more), *_MARKUP):
        if sign in line:
            line = pattern.sub(lambda found: by * len(found[0]), line)
    return line
