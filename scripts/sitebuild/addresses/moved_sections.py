"""Sections that have another id now, or are on another page: what their old page holds for whoever asks for them."""

import re
from collections.abc import Iterable, Mapping
from html import escape

from ..text import fences
from . import redirects
from .redirects import Redirect
from .url_ledger import split

_HEADING = re.compile(
    r"(?P<indent>[ \t>]*)(?P<item>(?:(?:[-*+]|\d+[.)])[ \t]+)?)#{1,6}[ \t]+"
    r"(?P<text>.*\{:?(?:[^{}]*[ \t])?#(?P<id>[^\s{}]+)[^{}]*\}[ \t#]*)$"
)


def aliases(moved: Mapping[str, Redirect]) -> dict[str, dict[str, str]]:
    """Return new ids by old ones, by address of the page, for redirects between sections of one page."""
    found: dict[str, dict[str, str]] = {}
    for redirect in moved.values():
        (page, old), (new_page, new) = split(redirect.old), split(redirect.to)
        if old and new and page == new_page:
            found.setdefault(page, {})[old] = new
    return found


def departures(moved: Mapping[str, Redirect]) -> dict[str, list[Redirect]]:
    """Return the redirects of sections that are on another page now, by address of the page they were on."""
    found: dict[str, list[Redirect]] = {}
    for redirect in moved.values():
        page, old = split(redirect.old)
        if old and page != split(redirect.to)[0]:
            found.setdefault(page, []).append(redirect)
    return found


def with_aliases(markdown: str, aliases: Mapping[str, str]) -> str:
    """
    Return a page's Markdown with an empty `<a id>` for each old id before the heading with the new one.

    `aliases` gives new ids by old ones. In a list item the element is put into
    the heading, because a line of its own would end the list.
    """
    if not aliases:
        return markdown
    lines = markdown.split("\n")
    code = fences.code_lines(lines)
    anchored = ([line] if number in code else _anchored(line, aliases) for number, line in enumerate(lines, start=1))
    return "\n".join(line for each in anchored for line in each)


def with_departures(markdown: str, departed: Iterable[Redirect]) -> str:
    """Return a page's Markdown with a link, for the script alone, to where each section is that has left the page."""
    links = redirects.section_links(departed).replace(" hidden>", " data-moved>")
    return f"{markdown}\n\n<div hidden>\n{links}</div>\n" if links else markdown


def _anchored(line: str, aliases: Mapping[str, str]) -> list[str]:
    """Return the lines that replace one line: the line itself, with the anchors for old ids before it."""
    heading = _HEADING.match(line)
    old = sorted(old for old, new in aliases.items() if heading and new == heading["id"])
    if not heading or not old:
        return [line]
    anchors = "".join(f'<a id="{escape(each)}"></a>' for each in old)
    indent, item = heading["indent"], heading["item"]
    if item:
        return [line[: heading.start("text")] + anchors + heading["text"]]
    return [indent.rstrip(), indent + anchors, indent.rstrip(), line]
