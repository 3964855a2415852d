"""
What pages are put together from: the blanks of letters, the questions that lead to a door, the words of drawings.

No law stands behind an entry, so none grows old by itself; the laws that its words refer to do.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Group = Literal["you", "them", "matter", "letter"]
"""What a blank is about, in the order in which the form asks."""
Table = Literal["routes", "doors"]
TABLES: tuple[Table, ...] = get_args(Table)
DEEPEST = 5
"""Questions that somebody in distress can be asked before they are told what to do."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Blank(_Part):
    """A blank in a letter; of a `masked` one only a part may be written, such as the last four signs."""

    kind: Literal["text", "lines", "date", "time", "number", "masked"]
    group: Group

    @property
    def masked(self) -> bool:
        """Whether writing all of it into a letter would be a danger to the writer."""
        return self.kind == "masked"


class BlankWords(_Part):
    """A blank in a language: its name, what to write, and an example that is plainly invented."""

    label: Text
    hint: Text | None = None
    """What stands in the blank itself besides its name; a masked blank needs it."""
    write: Text
    example: Text


class Stop(_Part):
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


class StopWords(_Part):
    """A stop in a language; `first` and `next` are what its row in a table says, `heads` head the table's columns."""

    text: Text
    options: dict[str, Text] = Field(default_factory=dict)
    heads: tuple[Text, Text, Text] | None = None
    first: Text | None = None
    next: Text | None = None


class DrawingWords(_Part):
    """A drawing in a language: its title, what it shows in sentences, and the words inside it."""

    title: Text
    description: Text
    labels: dict[str, Text]


def ways(stops: Mapping[str, Stop]) -> Iterator[tuple[str, ...]]:
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
