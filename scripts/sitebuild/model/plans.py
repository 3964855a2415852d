"""
The models of the situation picker: docs/_data/plans.yml and risks.yml, with their words in each language.

A plan is not written here: it is put together from sections that the pages have, in the order of time. An entry says
who is in the situation, on which page its plan stands, and which of its sections serve when the page has others than
the usual ones. Like routes, entries have no source and no review date.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from pydantic import Field

from .strict import StrictModel, Text

PlanGroup = Literal["urgent", "just-happened", "calls", "debt", "company", "for-others", "none"]
"""The sections of the page of the picker, whose tables list the situations; the first is asked before all others."""
GROUPS: tuple[PlanGroup, ...] = get_args(PlanGroup)
URGENT = GROUPS[0]
Who = Literal["me", "family", "colleague", "employer"]
WHO: tuple[Who, ...] = get_args(Who)
PlanPart = Literal["hour", "day", "week", "month", "call", "keep", "letters"]
"""A part of a plan: what to do when, whom to call, what to keep, what to send."""
SECTIONS: Mapping[PlanPart, str] = {
    "hour": "first-hour",
    "day": "first-day",
    "week": "first-week",
    "month": "first-month",
    "call": "whom-to-call",
    "keep": "keep",
    "letters": "letters",
}
"""The id of the section that a part is taken from, in the order in which a plan has the parts."""
FIRST: PlanPart = "hour"
"""The part without which there is no plan."""


class Situation(StrictModel):
    """
    A situation that a reader may be in.

    `page` is the page of the situation, perhaps with a section (`help/your-safety.md#despair`), that a reader without
    scripts is led to. `parts` names sections in place of the usual ones, by their ids on that page or as
    `rights/minors.md#under-18`. `lender` says that the plan depends on who lent the money. `doors` are the numbers to
    call before anything else, as keys of channels.yml.
    """

    group: PlanGroup
    who: tuple[Who, ...] = Field(default=("me",), min_length=1)
    page: Text
    parts: dict[PlanPart, tuple[Text, ...]] = Field(default_factory=dict)
    lender: bool = False
    doors: tuple[Text, ...] = ()


class SituationWords(StrictModel):
    """A situation in one language: `text` is the question that readers say yes to, `first` what is done at once."""

    text: Text
    first: Text | None = None


class Risk(StrictModel):
    """Something that a reader may lose; `pages` say how to protect it, `doors` are the numbers to call."""

    pages: tuple[Text, ...] = Field(min_length=1)
    doors: tuple[Text, ...] = ()


class RiskWords(StrictModel):
    """What may be lost, in one language: `text` names it, `first` says what is done first."""

    text: Text
    first: Text


def ways(plans: Mapping[str, Situation]) -> list[tuple[Who | None, str]]:
    """Return every way to a plan: who asks (None where that is not asked first) and the key of the situation."""
    urgent = [(None, key) for key, plan in plans.items() if plan.group == URGENT]
    return urgent + [
        (who, key) for who in WHO for key, plan in plans.items() if plan.group != URGENT and who in plan.who
    ]
