"""A marker that nothing fills would be published as an invisible comment."""

from collections.abc import Iterator

from ..model.content import Content
from ..model.problem import Problem
from ..text import figure_labels, notation

KNOWN = (*notation.INDEXES, notation.SOURCES, *notation.ROUTE_TABLES, *notation.FIELD_TABLES)


def check(content: Content) -> Iterator[Problem]:
    """
    Report markers without meaning, and an index that no page of a language shows.

    Where a translation lacks a page, readers find the source page, and with it the source's index.
    """
    known = (*KNOWN, *figure_labels.markers(content.figures))
    for page in content.pages:
        for marker in page.markers:
            if marker.name not in known:
                message = f"“{marker.name}” is not a marker; the markers are {', '.join(known)}"
                yield Problem.at(page.path, marker, "marker-unknown", message)
            elif marker.name in notation.INDEXES and page.folder:
                message = f"<!-- {marker.name} --> works only in a page at the top of docs/{page.language}/"
                yield Problem.at(page.path, marker, "marker-misplaced", message)
    for language in (each for each in content.languages if not each.generated_from):
        needed = {
            notation.FAQ_INDEX: any(content.questions(language.code)),
            notation.LAWS_INDEX: content.registers.laws,
            notation.CHANNELS_INDEX: content.registers.channels,
            notation.COMPANIES_INDEX: content.registers.companies,
            notation.GLOSSARY_INDEX: content.registers.terms,
        }
        for name, entries in needed.items():
            pages = [*content.pages_in(language.code), *content.missing(language.code)]
            shown = [page for page in pages for marker in page.markers if marker.name == name]
            waiting = not shown and _untranslated(content, language.code, name)
            if len(shown) != 1 and entries and not waiting:
                message = f"exactly one page must hold the line <!-- {name} -->; now it is {len(shown)}"
                path = shown[1].path if len(shown) > 1 else f"docs/{language.code}"
                yield Problem(path=path, rule="index-count", message=message)


def _untranslated(content: Content, code: str, marker: str) -> bool:
    """Tell whether the source's page with a marker is not there in a language, whose readers get the notice."""
    pages = content.pages_in(content.source_language.code)
    holders = [page for page in pages for each in page.markers if each.name == marker]
    return bool(holders) and all(content.page(code, page.name) is None for page in holders)
