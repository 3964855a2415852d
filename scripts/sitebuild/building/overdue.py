"""What grows old: entries whose review is overdue on a day, and the pages that show them."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..model import register_paths
from ..model.content import Content
from ..model.page import Page
from ..reading import clock
from ..text import notation, references

TODAY = "HANDBOOK_TODAY"
"""The environment variable that carries the day from the command to the build."""

_INDEXED = {
    notation.LAWS_INDEX: "laws",
    notation.CHANNELS_INDEX: "channels",
    notation.COMPANIES_INDEX: "companies",
    notation.GLOSSARY_INDEX: "terms",
}
"""The register that each index shows whole."""


def day_of_build() -> date:
    """Return the day that facts are judged by: the command's --today, or today in `mkdocs serve`."""
    given = os.environ.get(TODAY)
    return date.fromisoformat(given) if given else clock.today()


@dataclass(frozen=True, order=True, kw_only=True)
class Overdue:
    """An entry past its review date, and where it stands."""

    review_by: date
    register: str
    key: str
    checked: date
    line: int


def overdue(content: Content, today: date) -> list[Overdue]:
    """Return every entry whose review date is before `today`, the oldest first."""
    return sorted(
        Overdue(
            review_by=entry.review_by,
            register=register,
            key=key,
            checked=entry.checked,
            line=content.registers.lines.get((register_paths.value_path(register), key), 1),
        )
        for register in register_paths.NAMES
        for key, entry in getattr(content.registers, register).items()
        if entry.review_by < today
    )


def shown(content: Content, page: Page, late: Iterable[Overdue]) -> date | None:
    """Return the oldest check among the overdue entries `late` that a page shows, or None if it shows none."""
    checked = {(each.register, each.key): each.checked for each in late}
    return min((checked[entry] for entry in used(content, page) if entry in checked), default=None) if checked else None


def used(content: Content, page: Page) -> Iterator[tuple[str, str]]:
    """Yield the entries that a page shows, as (register, key): those it refers to, all of an index, its own law."""
    if page.law:
        yield "laws", page.law
    for reference in page.references:
        yield references.register_of(reference), reference.key
    for marker in page.markers:
        if register := _INDEXED.get(marker.name):
            yield from ((register, key) for key in getattr(content.registers, register))
