"""The rules for what authors write, in the order in which they were laid down."""

from collections.abc import Callable, Iterator

from ..content import Content
from ..problem import Problem
from . import anchors, front_matter, interface, languages, links, marks, questions, translations

CHECKS: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    front_matter.check,
    anchors.check,
    links.check,
    languages.check,
    translations.check,
    interface.check,
    marks.check,
    questions.check,
)


def run(content: Content) -> list[Problem]:
    """Return every problem that a rule reports, sorted."""
    return sorted(problem for check in CHECKS for problem in check(content))
