"""Rule: every section heading has an explicit id, which other pages, translations and bookmarks depend on."""

import re
from collections.abc import Iterator

from ..model.content import Content
from ..model.message import Message
from ..model.page import OPENING, SECTION, Heading, Page
from ..model.problem import Problem

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def check(content: Content) -> Iterator[Problem]:
    """Report headings without an id, with a malformed or repeated id, and heading levels that are skipped."""
    for page in content.pages:
        seen: dict[str, int] = {}
        above = SECTION - 1
        for heading in page.headings:
            yield from _level(page, heading, above)
            yield from _id(page, heading, seen)
            above = heading.level
            if heading.anchor:
                seen.setdefault(heading.anchor, heading.line)


def _level(page: Page, heading: Heading, above: int) -> Iterator[Problem]:
    if heading.level < SECTION:
        message = Message("the title in the front matter is the page's only first-level heading; write ## here")
        yield Problem.at(page.path, heading, "heading-first-level", message)
    elif heading.level > above + 1:
        message = Message("the heading above has {above} #; write {signs} here", above=above, signs="#" * (above + 1))
        yield Problem.at(page.path, heading, "heading-skips-level", message)


def _id(page: Page, heading: Heading, seen: dict[str, int]) -> Iterator[Problem]:
    if heading.level < SECTION:
        return
    if heading.anchor is None:
        message = Message("“{text}” needs an id: add {{#short-english-name}} at the end of the line", text=heading.text)
        yield Problem.at(page.path, heading, "anchor-missing", message)
    elif not _ID.fullmatch(heading.anchor):
        message = Message(
            "“{anchor}” is not an id: use small letters, digits and hyphens, such as {{#first-steps}}",
            anchor=heading.anchor,
        )
        yield Problem.at(page.path, heading, "anchor-malformed", message)
    elif heading.anchor == OPENING:
        message = Message(
            "“{opening}” is what translations call the opening of a page; choose another id", opening=OPENING
        )
        yield Problem.at(page.path, heading, "anchor-malformed", message)
    elif heading.anchor in seen:
        message = Message(
            "#{anchor} stands on line {seen} already; choose another id",
            anchor=heading.anchor,
            seen=seen[heading.anchor],
        )
        yield Problem.at(page.path, heading, "anchor-doubled", message)
