"""How a language writes what a translation must keep: docs/<language>/_data/parity.yml and its schema."""

import re
from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, Field

from .strict import StrictModel, Text

NUMBERS = ("ranges", "dates", "units")
"""What a language must say before its numbers can be compared: all of it, for a date is made of numbers too."""
NEGATIONS = ("prohibitions", "negations")
QUESTIONS = ("question_mark",)


def _pattern(text: str) -> str:
    """Check that a text is a regular expression, its `{number}` and its like filled in."""
    try:
        re.compile(re.sub(r"\{(?:number|year|month|day)\}", "(?:1)", text))
    except re.error as error:
        raise ValueError(f"this is no regular expression ({error})") from error
    return text


def _naming(name: str) -> AfterValidator:
    """Check that a text names what it is about: `{number}` in a unit."""

    def check(text: str) -> str:
        if name not in text:
            raise ValueError(f"this must contain {name}")
        return text

    return AfterValidator(check)


Pattern = Annotated[Text, AfterValidator(_pattern)]


class ParityPatterns(StrictModel):
    """
    How a language writes what a translation must keep: numbers, dates and prohibitions.

    `dates` and `units` are regular expressions in which `{number}`, `{year}`,
    `{month}` and `{day}` stand for themselves; `prohibitions` and `negations`
    are regular expressions too. What a language does not say yet is not
    compared, so that it can begin without.
    """

    numbers: dict[str, int | float] = Field(default_factory=dict)
    scales: dict[str, int] = Field(default_factory=dict)
    """Words that multiply the number before them: million, 万."""
    ranges: tuple[Text, ...] = ()
    """What stands between two numbers of one unit: to, 至."""
    dates: tuple[Annotated[Pattern, _naming("{month}")], ...] = ()
    units: dict[str, tuple[Annotated[Pattern, _naming("{number}")], ...]] = Field(default_factory=dict)
    neutral: tuple[Pattern, ...] = ()
    """What looks like a negation and is none."""
    repeated: tuple[Annotated[Pattern, _naming("(")], ...] = ()
    """A negation said again where other languages say it once; what is in brackets does not count."""
    prohibitions: tuple[Pattern, ...] = ()
    """Words by which a reader is told not to do something; a translation of them always has a negation."""
    negations: tuple[Pattern, ...] = ()
    """Every word that turns a sentence round; boxes, steps, lists and quotations have as many."""
    question_mark: Text | None = None

    def unsaid(self, names: Sequence[str] = (*NUMBERS, *NEGATIONS, *QUESTIONS)) -> list[str]:
        """Return which keys the language does not say, or says nothing under."""
        return [name for name in names if not getattr(self, name)]
