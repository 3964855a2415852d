"""Writes other addresses into a text: of links in Markdown, and of pages named in data; all else stays as it is."""

import re
from collections.abc import Callable, Iterable

from ..model.page import Link


def with_targets(text: str, links: Iterable[Link], target: Callable[[str], str]) -> str:
    """
    Return the text of a page with the target of each of its links replaced by what `target` makes of it.

    `links` are those of the page as read from this text, with their lines and columns.
    """
    lines = text.split("\n")
    # From the end, so that the columns of those that are left stay true.
    for link in sorted(links, key=lambda each: (each.line, each.column), reverse=True):
        line, start = lines[link.line - 1], link.column - 1
        if line.startswith(link.target, start):
            lines[link.line - 1] = line[:start] + target(link.target) + line[start + len(link.target) :]
    return "\n".join(lines)


def name_pattern(name: str) -> re.Pattern[str]:
    """Return the pattern of a page's name (`help/first.md`) in data, alone or with its folder, as `docs/zh/help/…`."""
    return re.compile(rf"(?<![\w/.-])(?P<before>(?:docs/[\w-]+/)?){re.escape(name)}(?![\w-])")


def with_name(text: str, old: str, new: str) -> str:
    """Return a text of data, such as routes.yml, with another name in place of that of a page."""
    return name_pattern(old).sub(lambda found: found["before"] + new, text)
