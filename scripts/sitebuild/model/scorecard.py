"""What the scorecard holds: what each build counts, and what the last audit recorded."""

from datetime import date

from pydantic import ConfigDict

from .strict import StrictModel, Text


class LanguageScore(StrictModel):
    """The pages of a language, how many of them are only there in the source language, and what it is made from."""

    name: Text
    pages: int
    untranslated: int
    generated_from: Text | None = None


class LinkScore(StrictModel):
    """How many official addresses were visited until a day, and how many of them are dead."""

    visited: int
    dead: int
    day: date


class WeightScore(StrictModel):
    """The sizes of pages and of their style sheet in bytes, as they lie in the site, not compressed."""

    largest_page: int
    median_page: int
    style_sheet: int


class SearchScore(StrictModel):
    """How many queries were asked, and how often the right page came first or among the first three."""

    asked: int
    first: int
    three: int


class RecordedSearch(StrictModel):
    """The scores of search by the name of a set of queries and the code of a language."""

    day: date
    sets: dict[str, dict[str, SearchScore]]


class RecordedMeasure(StrictModel):
    """One figure of an audit, its bound in words, and whether it keeps that."""

    name: Text
    value: float
    target: str
    met: bool


class RecordedAudit(StrictModel):
    """The figures of a part of the audit, and when they were taken."""

    day: date
    measures: tuple[RecordedMeasure, ...]


class Measured(StrictModel):
    """What audits recorded; None is what none of them has measured."""

    search: RecordedSearch | None = None
    accessibility: RecordedAudit | None = None
    paper: RecordedAudit | None = None


class Scorecard(Measured):
    """
    All that is counted and recorded.

    `entries` are those of the registers that have a day of review, `overdue` those past it, `next_due` is the next
    such day; reviews are the days on which somebody compared a page with its sources.
    """

    model_config = ConfigDict(title="scorecard")

    day: date
    languages: dict[str, LanguageScore]
    entries: int
    overdue: int
    next_due: date | None = None
    oldest_review: date | None = None
    newest_review: date | None = None
    official_addresses: LinkScore | None = None
    page_weight: WeightScore
