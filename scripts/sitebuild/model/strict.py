"""What every schema is built on: unknown keys are errors, values never change, and a text is not empty."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A text with something in it; spaces around it are dropped."""


class StrictModel(BaseModel):
    """A value read from a file: a key that is not in the model is an error, and no type is guessed from another."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
