"""Counts, for each language, the pages and register entries that are current, older than their source, or missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.content import Content
from . import register_age, section_age

_TOP = "(top)"
"""The name of the row for pages of the menu that belong to no section."""
_COLUMNS = ("current", "older", "missing")


@dataclass(frozen=True, kw_only=True)
class Row:
    """The counts for one part of one language; a part is a section of the menu, or a register such as laws.yml."""

    language: str
    part: str
    current: int
    older: int
    missing: int


def rows(content: Content) -> list[Row]:
    """Return the rows of all translated languages: for each, the sections of the menu, then the registers."""
    return [row for language in content.translated for row in _language(content, language.code)]


def table(content: Content) -> str:
    """Return one plain-text table per translated language, with a row of sums, and a line per converted language."""
    blocks = []
    found = rows(content)
    for language in content.translated:
        own = [row for row in found if row.language == language.code]
        total = [sum(getattr(row, name) for row in own) for name in _COLUMNS]
        lines = [[row.part, row.current, row.older, row.missing] for row in own] + [["all", *total]]
        blocks.append("\n".join(_lines([[f"{language.name} ({language.code})", *_COLUMNS], *lines])))
    for language in content.translations:
        if language.generated_from:
            by_hand = len(content.written.pages_in(language.code))
            blocks.append(
                f"{language.name} ({language.code}): converted from {language.generated_from} by every build;"
                f" written by hand: {by_hand}"
            )
    return "\n\n".join(blocks)


def _language(content: Content, code: str) -> Iterator[Row]:
    parts: dict[str, list[str]] = {}
    for guide in content.guides:
        parts.setdefault(guide.name or _TOP, []).extend(guide.pages)
    for part, names in parts.items():
        originals = [page for name in names if (page := content.page(content.source_language.code, name))]
        yield _row(code, part, [_state(content, code, page.name) for page in originals])
    current, recorded = register_age.hashes(content), register_age.recorded(content, code)
    present, older = register_age.present(content, code), register_age.older(content, code)
    for name in register_age.FILES:
        entries = [entry for entry in current if entry[0] == name]
        states = [
            "missing" if entry not in present else "older" if entry in older or entry not in recorded else "current"
            for entry in entries
        ]
        if states:
            yield _row(code, f"{name}.yml", states)


def _state(content: Content, code: str, name: str) -> str:
    """Return the state of a page; one without a record of the source text it was made from counts as older."""
    page, original = content.page(code, name), content.page(content.source_language.code, name)
    if page is None or original is None:
        return "missing"
    unrecorded = section_age.hashes(original).keys() - section_age.recorded(page).keys()
    return "older" if unrecorded or section_age.older(page, original) else "current"


def _row(code: str, part: str, states: Sequence[str]) -> Row:
    return Row(
        language=code,
        part=part,
        current=states.count("current"),
        older=states.count("older"),
        missing=states.count("missing"),
    )


def _lines(cells: Sequence[Sequence[object]]) -> Iterator[str]:
    width = max(len(str(row[0])) for row in cells)
    for first, *others in cells:
        yield f"{first!s:<{width}}" + "".join(
            f"  {each!s:>{len(name)}}" for each, name in zip(others, _COLUMNS, strict=True)
        )
