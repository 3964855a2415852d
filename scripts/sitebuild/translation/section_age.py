"""
How old a translated page is, section by section.

A translation says what it was made from, a source page which changes mean nothing to translations:

    translated:              in the front matter of a translation
      page: bcdfghjk         hash of the source's title, description and text before the first heading
      first-steps: lmnpqrst  hash of the source's section {#first-steps}

    minor:                   in the front matter of a source page
      first-steps: "lmnpqrst ghjklmnp"   the present text means the same as the older ones after it
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model.content import Content
from ..model.page import OPENING, Page, Section
from ..text import fingerprint, markdown_text, references

TRANSLATED, MINOR = "translated", "minor"
"""The keys of the front matter."""


@dataclass(frozen=True, kw_only=True)
class Older:
    """A section of a translation whose source has changed since: where both stand, and the hashes then and now."""

    key: str
    mine: Section
    theirs: Section
    was: str
    now: str


def hashes(page: Page) -> dict[str, str]:
    """Return the hash of every section of a page, in its order."""
    return {key: _hash(page, section) for key, section in _sections(page).items()}


def recorded(page: Page) -> dict[str, str]:
    """Return what a translation says it was made from; lines of another form are left out."""
    return {key: str(value) for key, value in lines(page, TRANSLATED).items() if fingerprint.is_one(value)}


def minor_changes(page: Page) -> dict[str, tuple[str, ...]]:
    """
    Return the sections of a source page whose last changes mean nothing to translations.

    By section, hashes: that of the present text, then those of earlier texts
    that say the same, the newest first. Lines of another form are left out.
    """
    found = {}
    for key, value in lines(page, MINOR).items():
        chain = tuple(value.split()) if isinstance(value, str) else ()
        if len(chain) > 1 and all(map(fingerprint.is_one, chain)):
            found[key] = chain
    return found


def lines(page: Page, key: str) -> Mapping[str, object]:
    """Return the lines below one of the two keys, whatever is in them."""
    value = page.front_matter.values.get(key)
    return value if isinstance(value, dict) else {}


def older(page: Page, original: Page) -> list[Older]:
    """Return the sections of a translation that are older than its source, in the order of the source."""
    now, said, minor = hashes(original), recorded(page), minor_changes(original)
    mine, theirs = _sections(page), _sections(original)
    return [
        Older(key=key, mine=mine[key], theirs=theirs[key], was=said[key], now=now[key])
        for key in now
        if key in said
        and key in mine
        and said[key] != now[key]
        and said[key] not in _equivalent_hashes(minor.get(key), now[key])
    ]


def pairs(content: Content) -> Iterator[tuple[Page, Page]]:
    """Yield every page that somebody translated with its source page; a converted one comes from its source's file."""
    for language in content.translations:
        for page in content.pages_in(language.code):
            original = content.page(content.source_language.code, page.name)
            if original and page.path != original.path:
                yield page, original


def extended_minor_line(before: Sequence[str], was: str, now: str) -> tuple[str, ...]:
    """Return a line of `minor` that also says: what had the hash `was` means the same as the present text."""
    if before[:1] == (now,):
        found = (*before, was)
    elif was in before:
        found = (now, *before)
    else:
        found = (now, was)
    return tuple(dict.fromkeys(found))


def renamed_source(content: Content, page: Page) -> Page | None:
    """
    Return the source page that a translation without one was made from, if that only has another name now.

    Its sections have the same ids, and most of them the same text.
    """
    said = recorded(page)
    for original in content.missing(page.language):
        now = hashes(original)
        same = sum(now[key] == said.get(key) for key in now)
        if now.keys() == said.keys() and same * 2 > len(now):
            return original
    return None


def name(content: Content, page: Page, section: Section) -> str:
    """Return what a reader sees as the heading of a section; of the opening, the title."""
    heading = next((each for each in page.headings if section.anchor and each.anchor == section.anchor), None)
    text = references.expand(heading.text, content.registers, page.language, page.name) if heading else page.title
    return markdown_text.visible_text(text) if heading else text


def _sections(page: Page) -> dict[str, Section]:
    return {section.anchor or OPENING: section for section in page.sections}


def _hash(page: Page, section: Section) -> str:
    if section.anchor:
        return fingerprint.of(section.text)
    return fingerprint.of(page.title, page.front_matter.text("description"), section.text)


def _equivalent_hashes(line: Sequence[str] | None, now: str) -> Sequence[str]:
    """Return the hashes of texts that mean the same as the present one; none if the line is about another text."""
    return line if line and line[0] == now else ()
