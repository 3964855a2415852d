"""What follows from another fault of the same line, which has to be typed anew anyway, is held back."""

from collections.abc import Iterable, Sequence
from typing import get_args

from ..model.problem import Problem
from ..model.rules import registers, writing
from .said_once import SLIPS

_OF_PEOPLE = ("personal-data", "contact-typed", "hotline-typed")
"""What a number of somebody may be called; of several in a line the first of these is reported."""
_OF_LINE = (*_OF_PEOPLE, "markup-full-width", "address-glued-to-chinese")
"""What is not said of such a line besides."""
_FOLLOW = {
    *SLIPS,
    *get_args(writing.WritingRule),
    *get_args(registers.TypedFacts),
    "anchor-unknown",
    "reference-unknown",
    "markup-published",
} - {"personal-data"}


def first(problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems without those that follow from a slip of markup, or say again whose number stands there."""
    slips = _first_of(problems, SLIPS)
    unnamed = _first_of(problems, ("anchor-missing", "anchor-malformed"))
    people = _first_of(problems, _OF_PEOPLE)
    wrong = {(each.path, each.line) for each in problems if each.rule != "value-unchecked" and each.severity == "error"}

    def stays(each: Problem) -> bool:
        place = each.path, each.line
        whose = people.get(place)
        if whose and whose.rule != _OF_PEOPLE[-1] and each.rule in _OF_LINE:
            return each == whose
        if each.rule == "value-unchecked":
            return place not in wrong
        if each.rule == "search-words-misplaced":
            # The comment below a heading whose name is not read as one.
            above = each.path, each.line - 1
            return above not in slips and above not in unnamed
        return each.rule not in _FOLLOW or slips.get(place, each) == each

    return [each for each in problems if stays(each)]


def _first_of(problems: Iterable[Problem], rules: Sequence[str]) -> dict[tuple[str, int], Problem]:
    """Return for each line the problem with the first of these rules."""
    found: dict[tuple[str, int], Problem] = {}
    for each in problems:
        if each.rule in rules:
            best = found.get((each.path, each.line))
            if best is None or rules.index(each.rule) < rules.index(best.rule):
                found[each.path, each.line] = each
    return found
