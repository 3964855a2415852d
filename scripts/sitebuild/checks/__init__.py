"""The rules for pages and data files: every module has a function that takes the Content and yields Problems."""

from collections.abc import Callable, Iterator

from ..model.content import Content
from ..model.problem import Problem
from . import (
    anchors,
    avoided_terms,
    chinese_typography,
    company_entries,
    conversion_decisions,
    conversions,
    figure_words,
    front_matter_keys,
    interface_words,
    languages,
    letters,
    markdown_links,
    markers,
    next_pages,
    outdated_registers,
    outdated_sections,
    questions,
    register_consistency,
    routes,
    translated_sections,
    typed_facts,
    unknown_references,
)
from .parity import pages, register_texts

CHECKS: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    front_matter_keys.check,
    next_pages.check,
    anchors.check,
    markdown_links.check,
    languages.check,
    translated_sections.check,
    outdated_sections.check,
    pages.check,
    register_texts.check,
    interface_words.check,
    markers.check,
    questions.check,
    register_consistency.check,
    company_entries.check,
    unknown_references.check,
    outdated_registers.check,
    typed_facts.check,
    avoided_terms.check,
    conversions.check,
    conversion_decisions.check,
    routes.check,
    letters.check,
    chinese_typography.check,
    figure_words.check,
)
"""Every rule that `run` applies; their order has no effect."""


def run(content: Content) -> list[Problem]:
    """Return the problems that all rules report, sorted; converted pages are not looked at."""
    written = content.written
    return sorted(problem for check in CHECKS for problem in check(written))
