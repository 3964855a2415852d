"""
The questions that lead somebody to a door (docs/_data/routes.yml), and their words in a language.

No law stands behind an entry, so none grows old by itself; the laws that its words refer to do.
"""

from collections.abc import Iterator, Mapping
from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from .strict import StrictModel, Text

Table = Literal["routes", "doors"]
TABLES: tuple[Table, ...] = get_args(Table)
DEEPEST = 5
"""Questions that somebody in distress can be asked before they are told what to do."""


class RouteStep(StrictModel):
    """
    A stop on the way to a door: a question with options, or what to do.

    `options` name the next stop for each answer; otherwise `doors` are the
    channels to ask, the first one first, `pages` what to read and `letter`
    the one to send. `table` is the marker of the table that shows the options.
    """

    options: dict[str, Text] = Field(default_factory=dict)
    doors: tuple[Text, ...] = ()
    pages: tuple[Text, ...] = ()
    letter: Text | None = None
    table: Table | None = None

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        acts = bool(self.doors or self.letter)
        if len(self.options) == 1 or bool(self.options) == acts or (self.options and self.pages):
            raise ValueError("write either two or more options, or doors, pages and a letter")
        return self


class RouteStepWords(StrictModel):
    """A stop in a language; `first` and `next` are what its row in a table says, `heads` head the table's columns."""

    text: Text
    options: dict[str, Text] = Field(default_factory=dict)
    heads: tuple[Text, Text, Text] | None = None
    first: Text | None = None
    next: Text | None = None


def ways(stops: Mapping[str, RouteStep]) -> Iterator[tuple[str, ...]]:
    """
    Yield every way from the first stop to an end, as the stops passed; a way ends where a stop is passed again.

    A stop that is not there ends its way too.
    """
    waiting: list[tuple[str, ...]] = [(start,) for start in [*stops][:1]]
    while waiting:
        way = waiting.pop()
        stop = stops.get(way[-1])
        if stop is None or not stop.options or way[-1] in way[:-1]:
            yield way
        else:
            waiting += [(*way, following) for following in reversed(stop.options.values())]
