"""The base class of all models of data files, and the type of a text in them."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A text that is not empty; white space around it is removed."""


class StrictModel(BaseModel):
    """An immutable model; unknown keys are errors, and a value of another type is not converted."""

    # Deferred: a command that remembers what the registers say has no text to validate.
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)
