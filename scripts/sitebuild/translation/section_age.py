"""
Tells which sections of a translated page are older than the source page.

The front matter of a translation records the hash of each source section that it was made from:

    translated:
      page: bcdfghjk         title, description and text before the first heading
      first-steps: lmnpqrst  section {#first-steps}

A section is older if the source section has another hash now. The front matter of a source page may record that an
edit did not change the meaning of a section, so that translations of the earlier text do not count as older:

    minor:
      first-steps: "lmnpqrst ghjklmnp"   hash of the present text, then hashes of earlier texts that mean the same
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model.content import Content
from ..model.page import OPENING, Page, Section
from ..text import fingerprint, markdown_text, references, search_words

TRANSLATED, MINOR = "translated", "minor"
"""The two keys of the front matter."""
_NOTE = re.compile(r"<!-- (?![a-z-]+(?:-[a-z]+)* -->|(?:sources|typed|differs|search|table|figure)\b)[^<>]*-->\n?")
"""A comment that is no marker and no reason."""
_RULER = re.compile(r"^\|[ \t:|-]*-[ \t:|-]*\|$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Older:
    """
    A section of a translation that is older than its source.

    `key` is its id, or `page` for the opening; `mine` is the translated section, `theirs` the source section. `was` is
    the hash of the source text that was translated, `now` that of the present one.
    """

    key: str
    mine: Section
    theirs: Section
    was: str
    now: str


def hashes(page: Page) -> dict[str, str]:
    """Return the hash of every section of a page, by id, in the order of the page; the opening has the key `page`."""
    return {key: _hash(page, section) for key, section in _sections(page).items()}


def recorded(page: Page) -> dict[str, str]:
    """Return the hashes below `translated` in a translation, by id of the section; malformed ones are left out."""
    return {key: str(value) for key, value in lines(page, TRANSLATED).items() if fingerprint.is_one(value)}


def minor_changes(page: Page) -> dict[str, tuple[str, ...]]:
    """
    Return the hashes below `minor` in a source page, by id of the section.

    The first hash of a section is that of its present text; those of earlier
    texts with the same meaning follow, the newest first. Malformed lines are
    left out.
    """
    found = {}
    for key, value in lines(page, MINOR).items():
        line = tuple(value.split()) if isinstance(value, str) else ()
        if len(line) > 1 and all(map(fingerprint.is_one, line)):
            found[key] = line
    return found


def lines(page: Page, key: str) -> Mapping[str, object]:
    """Return the mapping below TRANSLATED or MINOR as read from YAML; empty if there is none."""
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


def not_yet(page: Page, original: Page) -> list[Section]:
    """
    Return the sections of a source page that nobody has translated yet, in their order.

    One that the translation records as translated is none of them: it has been lost.
    """
    mine, said = _sections(page), lines(page, TRANSLATED)
    return [section for key, section in _sections(original).items() if key not in mine and key not in said]


def order_at_translation(page: Page) -> list[str]:
    """Return the ids of sections below `translated` in a translation, in the order that its source had then."""
    return [key for key in lines(page, TRANSLATED) if key != OPENING]


def pairs(content: Content) -> Iterator[tuple[Page, Page]]:
    """Yield (translation, source page) for every page that has its own file, so that is not converted."""
    for language in content.translations:
        for page in content.pages_in(language.code):
            original = content.page(content.source_language.code, page.name)
            if original and page.path != original.path:
                yield page, original


def extended_minor_line(before: Sequence[str], was: str, now: str) -> tuple[str, ...]:
    """
    Return the hashes of a line below `minor` that adds: the text with hash `was` means the same as the present one.

    `before` are the hashes of the line so far, empty for a new line; `now` is the hash of the present text.
    """
    if before[:1] == (now,):
        found = (*before, was)
    elif was in before:
        found = (now, *before)
    else:
        found = (now, was)
    return tuple(dict.fromkeys(found))


def renamed_source(content: Content, page: Page) -> Page | None:
    """
    Return the source page of a translation whose source was renamed, or None.

    It is an untranslated source page with the same section ids, more than
    half of whose sections have the recorded hash.
    """
    said = recorded(page)
    for original in content.missing(page.language):
        now = hashes(original)
        same = sum(now[key] == said.get(key) for key in now)
        if now.keys() == said.keys() and same * 2 > len(now):
            return original
    return None


def name(content: Content, page: Page, section: Section) -> str:
    """Return the heading of a section as plain text; for the opening, the title of the page."""
    heading = next((each for each in page.headings if section.anchor and each.anchor == section.anchor), None)
    text = references.expand(heading.text, content.registers, page.language, page.name) if heading else page.title
    return markdown_text.visible_text(text) if heading else text


def _sections(page: Page) -> dict[str, Section]:
    return {section.anchor or OPENING: section for section in page.sections}


def _hash(page: Page, section: Section) -> str:
    # Every language has search words of its own: they are not translated.
    text = _without_what_nobody_sees(search_words.without(section.text))
    if section.anchor:
        return fingerprint.of(text)
    return fingerprint.of(page.title, page.front_matter.text("description"), text)


def _without_what_nobody_sees(text: str) -> str:
    """Return a text with the rulers of its tables all alike, and without notes that authors write to each other."""
    if "<!--" in text:
        text = _NOTE.sub("", text)
    return (
        _RULER.sub(lambda found: "|" + "---|" * (found[0].count("|") - 1), text)
        if "-|" in text or "- |" in text
        else text
    )


def _equivalent_hashes(line: Sequence[str] | None, now: str) -> Sequence[str]:
    """Return the hashes of a line below `minor` if its first is that of the present text; else none, it is outdated."""
    return line if line and line[0] == now else ()
