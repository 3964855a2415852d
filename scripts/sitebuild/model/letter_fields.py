"""
The models of the blanks in template letters: docs/_data/fields.yml and docs/<language>/_data/fields.yml.

A page writes a blank as `{{ company }}`. Entries have no source and no review date, unlike laws or facts.
"""

from typing import Literal

from .strict import StrictModel, Text

FieldGroup = Literal["you", "them", "matter", "letter"]
"""What a blank is about: the writer, the addressee, the case, the letter itself; in the order of the tables."""


class LetterField(StrictModel):
    """A blank in a letter; in a `masked` one people write only a part, such as the last four digits of an ID."""

    kind: Literal["text", "lines", "date", "time", "number", "masked"]
    group: FieldGroup
    optional: bool = False
    """Whether a letter still reads well without it, and without the words around it: there may be no such number."""

    @property
    def masked(self) -> bool:
        """Whether the full value must not be written into a letter, because that would put the writer at risk."""
        return self.kind == "masked"


class LetterFieldWords(StrictModel):
    """A blank in one language: its name, what to write into it, and an invented example."""

    label: Text
    hint: Text | None = None
    """Shown inside the blank after its name, such as “last four digits”; required where the blank is masked."""
    write: Text
    example: Text
