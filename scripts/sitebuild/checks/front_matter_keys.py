"""Rule: the front matter of a page has all required keys, no unknown ones, and valid values."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ..model.content import Content
from ..model.message import Message
from ..model.page import NEXT, Page
from ..model.problem import Problem
from ..model.rules.all_rules import RuleName
from ..text import search_words
from ..translation import section_age

_MISSING: Mapping[str, RuleName] = {
    "title": "title-missing",
    "description": "description-missing",
    "reviewed": "reviewed-missing",
}
_EMPTY: Mapping[str, RuleName] = {"title": "title-empty", "description": "description-empty"}
KEYS = tuple(_MISSING)
CHANGES = "changes"
"""An optional key: a mapping of dates to sentences about what changed on the page; readers see it."""
UNDATED = "about"
"""The folder whose pages need no date of review, because they describe the handbook and state no facts."""
SHORTEST, LONGEST = 20, 180
"""The length of a description in characters; search engines cut off longer ones."""


def check(content: Content) -> Iterator[Problem]:
    """Report unknown keys, missing keys, and invalid values."""
    for page in content.pages:
        # Without any line the front matter could not be parsed, which is reported by text/front_matter.py.
        if page.front_matter.lines:
            is_source = page.language == content.source_language.code
            own = (NEXT, section_age.MINOR) if is_source else (section_age.TRANSLATED,)
            yield from _keys(page, (*KEYS, CHANGES, search_words.KEY, *own))
            yield from _values(page)


def _keys(page: Page, known: Sequence[str]) -> Iterator[Problem]:
    for key, line in page.front_matter.lines.items():
        if key not in known:
            message = Message("“{key}” is not known; the keys are {known}", key=key, known=[*known])
            yield Problem(path=page.path, line=line, rule="front-matter-key-unknown", message=message)
    for key, rule in _MISSING.items():
        if key not in page.front_matter.lines and not (key == "reviewed" and page.folder == UNDATED):
            message = Message("add a line “{key}: …” between the two --- lines", key=key)
            yield Problem(path=page.path, rule=rule, message=message)


def _values(page: Page) -> Iterator[Problem]:
    matter = page.front_matter
    for key, rule in _EMPTY.items():
        if key in matter.lines and not matter.text(key).strip():
            message = Message(
                "write the {key} as text after “{key}:”, between double quotes if it holds “: ” or “#”", key=key
            )
            yield Problem(path=page.path, line=matter.line(key), rule=rule, message=message)
    for key in ("title", "description"):
        if re.fullmatch("[“”][^“”]*[“”]|[‘’][^‘’]*[’‘]", matter.text(key).strip()):
            message = Message('write " around the {key}, or nothing: readers would see “ and ”', key=key)
            yield Problem(path=page.path, line=matter.line(key), rule=_EMPTY[key], message=message)
    length = len(matter.text("description"))
    if matter.text("description").strip() and not SHORTEST <= length <= LONGEST:
        message = Message(
            "the description has {length} characters; write {shortest} to {longest}",
            length=length,
            shortest=SHORTEST,
            longest=LONGEST,
        )
        yield Problem(path=page.path, line=matter.line("description"), rule="description-length", message=message)
    if "reviewed" in matter.lines and matter.day("reviewed") is None:
        message = Message("write the date as year-month-day without quotes, such as 2026-01-31")
        yield Problem(path=page.path, line=matter.line("reviewed"), rule="reviewed-not-a-date", message=message)
    written = matter.values.get(CHANGES, {})
    if not isinstance(written, dict) or len(matter.days(CHANGES)) != len(written):
        message = Message("write a line for each change below “changes:”, such as “  2026-01-31: what changed”")
        yield Problem(path=page.path, line=matter.line(CHANGES), rule="changes-malformed", message=message)
