"""Running text: what of a page is prose, and what in a line of it nobody reads as such."""

import re
from collections.abc import Iterator

from ..model.page import Page
from . import front_matter, references

REFERENCES = re.compile(rf"\[[^\[\]]*\]\((?:{'|'.join(references.SCHEMES)}):[^)]*\)")
"""References to the registers, with their words if they have any."""
_UNREAD = (
    re.compile(r"<!--.*?-->"),
    re.compile(r"\]\([^)]*\)"),  # the addresses of links
    re.compile(r"\{[#:.][^}]*\}"),  # ids and classes
    re.compile(r"`[^`]*`"),
    re.compile(r"<[^<>]*>"),
)


def lines(page: Page) -> Iterator[tuple[int, str]]:
    """Yield number and text of every line of a page that is neither front matter nor a block of code."""
    _, height = front_matter.split(page.source)
    for number, line in enumerate(page.source.split("\n"), start=1):
        if number > height and number not in page.code:
            yield number, line


def blanked(line: str, *more: re.Pattern[str], by: str = " ") -> str:
    """Return a line without comments, addresses, ids, code and tags, and `more` before them; all else at its column."""
    for pattern in (*more, *_UNREAD):
        line = pattern.sub(lambda found: by * len(found[0]), line)
    return line
