"""The base class of all models of data files, and the type of a text in them."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A text that is not empty; white space around it is removed."""


Number = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^\+?[0-9]+(?:[ -][0-9]+)*$", min_length=3)]
"""A phone number: digits, perhaps with hyphens and + in front."""
Url = Annotated[str, StringConstraints(pattern=r"^https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:[:/?#][!-~]*)?$")]
"""A web address, without the punctuation and the spaces of a sentence."""
Mailbox = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$")]
Article = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]*(?:-[1-9][0-9]*)?$")]
"""The number of an article, such as 47 or 253-1."""


class StrictModel(BaseModel):
    """An immutable model; unknown keys are errors, and a value of another type is not converted."""

    # Deferred: a command that remembers what the registers say has no text to validate.
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)
