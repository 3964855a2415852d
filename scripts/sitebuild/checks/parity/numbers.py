"""Compares numbers: a section and its translation must have the same deadlines, dates, amounts and percentages."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ...model.message import Message
from .quantities import NUMBER, Quantity, QuantityReader
from .section_pair import Difference, Line, Pair, SectionText

_STEP = re.compile(r"\s*\d+[.)] ")


def differences(pair: Pair, original: QuantityReader, translation: QuantityReader) -> Iterator[Difference]:
    """Yield numbers that only one of the two sections has; one without a unit is a note, not an error."""
    theirs, ours = _found(original, pair.original), _found(translation, pair.translation)
    wanted, given = (Counter(found.name for _, found in side) for side in (theirs, ours))
    lacking = [next((line, each) for line, each in theirs if each.name == name) for name in wanted - given]
    odd = [next((line, each) for line, each in reversed(ours) if each.name == name) for name in given - wanted]
    # “5 to 10 days, 10 to 15 in grave cases”: a number may leave out the unit that stands before.
    lacking, odd = _without_same_value(lacking, odd), _without_same_value(odd, lacking)
    # “six kinds”, “6类”: one language may write in words what the other writes in digits.
    lacking = _without_words(lacking, translation.in_words(pair.translation.prose) if lacking else set())
    odd = _without_words(odd, original.in_words(pair.original.prose) if odd else set())
    said = [Message("“{shown}” (line {line})", shown=each.shown, line=line.number) for line, each in lacking]
    for line, each in odd:
        message = Message("“{shown}” is not in the original of this section", shown=each.shown)
        if said:
            path = pair.original.page.path
            message = Message(
                "“{shown}” is not in the original of this section; {path} has {said}",
                shown=each.shown,
                path=path,
                said=said,
            )
        yield _difference(line.number, each.start + 1, each, message)
    for line, each in lacking:
        message = Message(
            "“{shown}” of {path} line {number} is missing in this section",
            shown=each.shown,
            path=pair.original.page.path,
            number=line.number,
        )
        # What stands here instead has just been said, with this beside it.
        other = next((instead.name for _, instead in odd if instead.unit != NUMBER), "")
        yield replace(_difference(pair.translation.section.line, 1, each, message), other=other)


def _found(reader: QuantityReader, section: SectionText) -> list[tuple[Line, Quantity]]:
    return [(line, found) for line in section.lines for found in reader.find(_without_step(line.prose))]


def _without_step(text: str) -> str:
    """Return a line with the number of a numbered list item replaced by spaces."""
    found = _STEP.match(text)
    return " " * len(found[0]) + text[found.end() :] if found else text


def _without_same_value(
    found: list[tuple[Line, Quantity]], others: list[tuple[Line, Quantity]]
) -> list[tuple[Line, Quantity]]:
    """Leave out numbers whose value the other side has too, if one of the two has no unit."""
    all_values = {each.value for _, each in others}
    without_unit = {each.value for _, each in others if each.unit == NUMBER}
    return [
        (line, each) for line, each in found if each.value not in (all_values if each.unit == NUMBER else without_unit)
    ]


def _without_words(found: list[tuple[Line, Quantity]], in_words: set[str]) -> list[tuple[Line, Quantity]]:
    """Leave out numbers without a unit whose value the other side writes in words."""
    return [(line, each) for line, each in found if each.unit != NUMBER or each.value not in in_words]


def _difference(line: int, column: int, odd: Quantity, message: str) -> Difference:
    return Difference(
        line=line,
        column=column,
        rule="number-differs",
        subject=odd.name,
        message=message,
        severity="note" if odd.unit == NUMBER else "error",
    )
