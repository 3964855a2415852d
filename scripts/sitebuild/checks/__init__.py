"""
The rules for pages and data files: every module has a function that takes the Content and yields Problems.

What a rule looks at decides when it has to look again: OF_PAGES, OF_DATA and ACROSS say it.
"""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..memo import store as memo
from ..memo import two_processes
from ..memo.store import Store
from ..model.content import Content
from ..model.page import Page
from ..model.problem import Problem
from . import (
    anchors,
    avoided_terms,
    chinese_typography,
    company_entries,
    contacts,
    conversion_decisions,
    conversions,
    figure_words,
    front_matter_keys,
    interface_words,
    languages,
    letters,
    link_targets,
    markdown_links,
    markers,
    markup,
    next_pages,
    outdated_registers,
    outdated_sections,
    plans,
    questions,
    register_consistency,
    routes,
    search_words,
    translated_sections,
    typed_facts,
    unknown_references,
)
from .parity import pages, register_texts

_Groups = Mapping[str, Sequence[Page]]
"""The pages of each name, in all languages."""
Check = Callable[[Content], Iterator[Problem]]

OF_PAGES: tuple[Check, ...] = (
    front_matter_keys.check,
    anchors.check,
    markdown_links.check,
    translated_sections.check_pages,
    outdated_sections.check,
    pages.check_pages,
    markers.check_pages,
    unknown_references.check_pages,
    typed_facts.check_pages,
    avoided_terms.check,
    conversion_decisions.check_pages,
    letters.check_pages,
    chinese_typography.check_pages,
    markup.check,
    contacts.check_pages,
    search_words.check_pages,
)
"""Rules that look at a page, the pages of the same name in other languages, and data files; at no other page."""
OF_DATA: tuple[Check, ...] = (
    languages.check,
    register_texts.check,
    interface_words.check,
    register_consistency.check,
    company_entries.check,
    unknown_references.check_data,
    outdated_registers.check,
    conversions.check,
    conversion_decisions.check_data,
    letters.check_data,
    chinese_typography.check_data,
    figure_words.check,
    contacts.check_data,
)
"""Rules that look at data files only."""
ACROSS: tuple[Check, ...] = (
    next_pages.check,
    translated_sections.check_names,
    pages.check_languages,
    typed_facts.check_languages,
    markers.check_indexes,
    questions.check,
    search_words.check_languages,
    routes.check,
    plans.check,
    link_targets.check,
)
"""Rules that look across all pages, and so always have to look."""


def run(content: Content, store: Store | None = None) -> list[Problem]:
    """
    Return the problems that all rules report, sorted; converted pages are not looked at.

    What `store` remembers of pages and data files that are the same is not looked at again.
    """
    written, store = content.written, store or Store()
    data = store.table("data-problems").remember(content.basis, lambda: tuple(_found(OF_DATA, written)))
    return sorted([*data, *_found(ACROSS, written), *_of_pages(written, store)])


def _found(checks: Iterable[Check], content: Content) -> Iterator[Problem]:
    return (problem for check in checks for problem in check(content))


def _of_pages(content: Content, store: Store) -> Iterator[Problem]:
    """Yield what OF_PAGES report, of each page together with those of the same name in other languages."""
    table = store.table("problems")
    groups: dict[str, list[Page]] = {}
    for page in content.pages:
        groups.setdefault(page.name, []).append(page)
    keys = [
        content.basis and memo.key(content.basis, *(text for page in group for text in (page.path, page.source)))
        for group in groups.values()
    ]
    looked_at = functools.partial(_looked_at, content, groups)
    for found in two_processes.remembered(table, keys, looked_at, list(groups)):
        yield from found


def _looked_at(
    content: Content, groups: Mapping[str, Sequence[Page]], names: Sequence[str]
) -> list[tuple[Problem, ...]]:
    """Return what OF_PAGES report of the pages of each name."""
    there = tuple(page for name in names for page in groups[name])
    by_path: dict[str, list[Problem]] = {page.path: [] for page in there}
    for problem in _found(OF_PAGES, replace(content, pages=there)):
        by_path[problem.path].append(problem)
    return [tuple(problem for page in groups[name] for problem in by_path[page.path]) for name in names]
