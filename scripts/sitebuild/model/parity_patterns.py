"""The model of docs/<language>/_data/parity.yml: how a language writes numbers, dates and negations."""

import re
from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, Field

from .message import Message
from .strict import StrictModel, Text

NUMBERS = ("ranges", "dates", "units")
"""The keys that a language needs before numbers are compared; all three, because dates contain numbers."""
NEGATIONS = ("prohibitions", "negations")
QUESTIONS = ("question_mark",)


def _pattern(text: str) -> str:
    """Raise ValueError unless the text, with placeholders such as `{number}` filled in, is a regular expression."""
    try:
        re.compile(re.sub(r"\{(?:number|year|month|day)\}", "(?:1)", text))
    except re.error as error:
        raise ValueError(Message("this is no regular expression ({error})", error=error)) from error
    return text


def _naming(name: str) -> AfterValidator:
    """Return a validator that requires a placeholder such as `{number}` in a text."""

    def check(text: str) -> str:
        if name not in text:
            raise ValueError(Message("this must contain {name}", name=name))
        return text

    return AfterValidator(check)


Pattern = Annotated[Text, AfterValidator(_pattern)]


class ParityPatterns(StrictModel):
    """
    How a language writes what a translation must keep: numbers, dates and negations.

    `dates` and `units` are regular expressions with the placeholders
    `{number}`, `{year}`, `{month}` and `{day}`; `neutral`, `repeated`,
    `prohibitions` and `negations` are regular expressions without. A new
    language may leave keys out: what they describe is then not compared.
    """

    numbers: dict[str, int | float] = Field(default_factory=dict)
    """Values of number words: three, half."""
    scales: dict[str, int] = Field(default_factory=dict)
    """Words that multiply the number before them: million, 万."""
    ranges: tuple[Text, ...] = ()
    """Words between two numbers with one unit: to, 至."""
    dates: tuple[Annotated[Pattern, _naming("{month}")], ...] = ()
    units: dict[str, tuple[Annotated[Pattern, _naming("{number}")], ...]] = Field(default_factory=dict)
    neutral: tuple[Pattern, ...] = ()
    """Words that look like a negation but are none, such as “not only”."""
    repeated: tuple[Annotated[Pattern, _naming("(")], ...] = ()
    """Patterns for a negation that this language repeats where others say it once; group 1 is not counted."""
    prohibitions: tuple[Pattern, ...] = ()
    """Words that forbid the reader something, such as “do not”; their translation must contain a negation."""
    negations: tuple[Pattern, ...] = ()
    """All words that negate, such as not, never, without; a translated admonition must have as many."""
    question_mark: Text | None = None

    def unsaid(self, names: Sequence[str] = (*NUMBERS, *NEGATIONS, *QUESTIONS)) -> list[str]:
        """Return those of the keys in `names` that are missing or empty."""
        return [name for name in names if not getattr(self, name)]
