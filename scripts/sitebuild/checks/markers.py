"""Rule: every marker is known and in a place where it works, and every language shows each index exactly once."""

import difflib
from collections.abc import Iterator

from ..model.content import Content
from ..model.message import Message
from ..model.problem import Problem
from ..text import figure_labels, notation


def check(content: Content) -> Iterator[Problem]:
    """Report unknown and misplaced markers, and indexes that a language shows not at all or more than once."""
    yield from check_pages(content)
    yield from check_indexes(content)


def check_indexes(content: Content) -> Iterator[Problem]:
    """Report indexes that a language shows not at all or more than once."""
    for language in content.languages:
        if not language.generated_from:
            yield from _index_count(content, language.code)


def check_pages(content: Content) -> Iterator[Problem]:
    """Report unknown and misplaced markers."""
    known = (*notation.MARKERS, *figure_labels.markers(content.figures))
    for page in content.pages:
        for marker in page.markers:
            if marker.name not in known:
                near = difflib.get_close_matches(marker.name, known, 4, 0.5) or known
                message = Message("“{name}” is not a marker; the markers are {known}", name=marker.name, known=[*near])
                yield Problem.at(page.path, marker, "marker-unknown", message)
            elif marker.name in notation.INDEXES and page.folder:
                message = Message(
                    "<!-- {name} --> works only in a page at the top of docs/{language}/",
                    name=marker.name,
                    language=page.language,
                )
                yield Problem.at(page.path, marker, "marker-misplaced", message)


def _index_count(content: Content, code: str) -> Iterator[Problem]:
    """
    Report, for a language, every index with entries that is not on exactly one page.

    A page that is not translated is published in the source language, so its index counts too.
    """
    entries_by_index = {
        notation.FAQ_INDEX: any(content.questions(code)),
        notation.LAWS_INDEX: content.registers.laws,
        notation.CHANNELS_INDEX: content.registers.channels,
        notation.COMPANIES_INDEX: content.registers.companies,
        notation.GLOSSARY_INDEX: content.registers.terms,
        notation.ALPHABET_INDEX: content.registers.channels and content.registers.terms,
    }
    pages = [*content.pages_in(code), *content.missing(code)]
    for name, entries in entries_by_index.items():
        holders = [page for page in pages for marker in page.markers if marker.name == name]
        untranslated = not holders and _is_untranslated(content, code, name)
        if len(holders) != 1 and entries and not untranslated:
            message = Message(
                "exactly one page must hold the line <!-- {name} -->; now it is {count}", name=name, count=len(holders)
            )
            path = holders[1].path if len(holders) > 1 else f"docs/{code}"
            yield Problem(path=path, rule="index-count", message=message)


def _is_untranslated(content: Content, code: str, marker: str) -> bool:
    """Tell whether every source page with a marker has no translation in a language."""
    pages = content.pages_in(content.source_language.code)
    holders = [page for page in pages for each in page.markers if each.name == marker]
    return bool(holders) and all(content.page(code, page.name) is None for page in holders)
