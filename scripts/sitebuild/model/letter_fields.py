"""
The fields that letters leave blank for their writer (docs/_data/fields.yml), and their words in a language.

No law stands behind an entry, so none grows old by itself; the laws that its words refer to do.
"""

from typing import Literal

from .strict import StrictModel, Text

Group = Literal["you", "them", "matter", "letter"]
"""What a field is about, in the order in which the form asks."""


class LetterField(StrictModel):
    """A blank in a letter; of a `masked` one only a part may be written, such as the last four signs."""

    kind: Literal["text", "lines", "date", "time", "number", "masked"]
    group: Group

    @property
    def masked(self) -> bool:
        """Whether writing all of it into a letter would be a danger to the writer."""
        return self.kind == "masked"


class LetterFieldWords(StrictModel):
    """A blank in a language: its name, what to write, and an example that is plainly invented."""

    label: Text
    hint: Text | None = None
    """What stands in the blank itself besides its name; a masked blank needs it."""
    write: Text
    example: Text
