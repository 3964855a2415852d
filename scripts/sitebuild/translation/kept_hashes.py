"""
Keeps translations as new or old as they were when a change was made to all languages alike, such as another address.

A link is part of the text that a translation was made from, so a page that gets another name changes the hashes of
all sections that lead to it, though nobody has anything to translate.
"""

from collections.abc import Callable, Mapping, Sequence

from ..model.page import Page
from ..text import front_matter_writer
from . import section_age


def replaced(before: Page, after: Page) -> dict[str, tuple[str, str]]:
    """Return (hash that it had, hash that it has) of each section of a source page whose hash has changed."""
    was, now = section_age.hashes(before), section_age.hashes(after)
    return {key: (was[key], now[key]) for key in now if key in was and was[key] != now[key]}


def in_translation(text: str, page: Page, hashes: Mapping[str, tuple[str, str]]) -> str:
    """
    Return the text of a translation that records the new hash wherever it recorded the one before.

    `page` is the translation as read from `text`. Raise UnwritableError if its front matter cannot be edited safely.
    """
    return _with(text, section_age.TRANSLATED, section_age.lines(page, section_age.TRANSLATED), hashes, str)


def in_source(text: str, page: Page, hashes: Mapping[str, tuple[str, str]]) -> str:
    """Return the text of a source page whose lines below `minor` begin with the new hash; `page` as in `text`."""
    return _with(text, section_age.MINOR, section_age.lines(page, section_age.MINOR), hashes, lambda line: f'"{line}"')


def _with(
    text: str,
    key: str,
    lines: Mapping[str, object],
    hashes: Mapping[str, tuple[str, str]],
    written: Callable[[str], str],
) -> str:
    said = {name: str(value).split() for name, value in lines.items()}
    new = {name: _first(value, hashes.get(name)) for name, value in said.items()}
    if new == said:
        return text
    return front_matter_writer.with_lines(text, key, {name: written(" ".join(value)) for name, value in new.items()})


def _first(line: Sequence[str], change: tuple[str, str] | None) -> list[str]:
    return [change[1], *line[1:]] if change and line[:1] == [change[0]] else list(line)
