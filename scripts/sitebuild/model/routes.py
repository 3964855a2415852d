"""
The models of the decision routes: docs/_data/routes.yml and docs/<language>/_data/routes.yml.

A route is a series of questions that ends with the channels to contact. Entries have no source and no review date,
unlike laws or facts.
"""

from collections.abc import Iterator, Mapping
from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from .strict import StrictModel, Text

RouteTable = Literal["routes", "doors"]
TABLES: tuple[RouteTable, ...] = get_args(RouteTable)
DEEPEST = 5
"""The largest number of questions on one route: more is too much for somebody in distress."""


class RouteStep(StrictModel):
    """
    A step of a route: either a question with options, or the end with what to do.

    A question has `options`: the key of the next step by the key of the
    answer. An end has `doors`, the keys of the channels to contact in this
    order, `pages` to read and the `letter` to send. A question with `table` is
    shown as a table where a page has the marker `<!-- table: … -->`.
    """

    options: dict[str, Text] = Field(default_factory=dict)
    doors: tuple[Text, ...] = ()
    pages: tuple[Text, ...] = ()
    letter: Text | None = None
    table: RouteTable | None = None

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        acts = bool(self.doors or self.letter)
        if len(self.options) == 1 or bool(self.options) == acts or (self.options and self.pages):
            raise ValueError("write either two or more options, or doors, pages and a letter")
        return self


class RouteStepWords(StrictModel):
    """A step in one language; `heads` are the column titles of its table, `first` and `next` the cells of its row."""

    text: Text
    options: dict[str, Text] = Field(default_factory=dict)
    heads: tuple[Text, Text, Text] | None = None
    first: Text | None = None
    next: Text | None = None


def ways(steps: Mapping[str, RouteStep]) -> Iterator[tuple[str, ...]]:
    """
    Yield every way through the routes, as a tuple of keys that begins with the first step.

    A way ends at a step without options, at a key that has no step, or where a step is reached a second time.
    """
    waiting: list[tuple[str, ...]] = [(start,) for start in [*steps][:1]]
    while waiting:
        way = waiting.pop()
        step = steps.get(way[-1])
        if step is None or not step.options or way[-1] in way[:-1]:
            yield way
        else:
            waiting += [(*way, following) for following in reversed(step.options.values())]
