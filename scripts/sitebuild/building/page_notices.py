"""What readers are told about the age of a translation, and about a page that has none."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Protocol

from ..model.content import Content
from ..model.page import Page
from ..translation import section_age


class Item(Protocol):
    """An entry of the list of a page's sections; `title` is HTML."""

    title: str

    @property
    def children(self) -> Iterable["Item"]: ...  # noqa: D102 - the class says it


@dataclass(frozen=True, kw_only=True)
class Changed:
    """
    A section that has changed in the source, or is new there: its name there and in the translation.

    `anchor` is empty for the opening of the page, `name` for a section that the translation does not have yet.
    """

    anchor: str
    name: str
    source_name: str


def older(content: Content, page: Page) -> list[Changed]:
    """Return the sections of a page older than the source, in their order; none for the source and what is made."""
    original = content.page(content.source_language.code, page.name)
    if original is None or original.path == page.path or page.law:
        return []
    return [
        Changed(
            anchor=each.theirs.anchor,
            name=section_age.name(content, page, each.mine),
            source_name=section_age.name(content, original, each.theirs),
        )
        for each in section_age.older(page, original)
    ]


def not_yet(content: Content, page: Page) -> list[Changed]:
    """Return the sections of the source that a page does not have yet, by their names there."""
    original = content.page(content.source_language.code, page.name)
    if original is None or original.path == page.path or page.law or page.converted:
        return []
    names = (
        (section.anchor, section_age.name(content, original, section))
        for section in section_age.not_yet(page, original)
    )
    return [Changed(anchor=anchor, name="", source_name=name) for anchor, name in names]


def mark_foreign(items: Iterable[Item], code: str) -> None:
    """Say in the names of sections which language they are in."""
    for item in items:
        item.title = f'<span lang="{escape(code)}">{item.title}</span>'
        mark_foreign(item.children, code)
