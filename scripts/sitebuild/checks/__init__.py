"""The rules for what authors write, in the order in which they were laid down."""

from collections.abc import Callable, Iterator

from ..content import Content
from ..problem import Problem
from . import (
    anchors,
    avoided_terms,
    chinese_prose,
    conversions,
    figures,
    front_matter,
    interface,
    languages,
    letters,
    links,
    marks,
    parity,
    parity_registers,
    questions,
    register_ages,
    register_references,
    registers,
    routes,
    section_ages,
    translations,
    typed_facts,
)

CHECKS: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    front_matter.check,
    anchors.check,
    links.check,
    languages.check,
    translations.check,
    section_ages.check,
    parity.check,
    parity_registers.check,
    interface.check,
    marks.check,
    questions.check,
    registers.check,
    register_references.check,
    register_ages.check,
    typed_facts.check,
    avoided_terms.check,
    conversions.check,
    routes.check,
    letters.check,
    chinese_prose.check,
    figures.check,
)


def run(content: Content) -> list[Problem]:
    """Return every problem that a rule reports, sorted."""
    return sorted(problem for check in CHECKS for problem in check(content))
