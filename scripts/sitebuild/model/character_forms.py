"""What docs/zh-Hant/_data/conversion.yml says of one Simplified character."""

from pydantic import ConfigDict, RootModel, model_validator

from .strict import Text

ELSE = "else"
"""The key of the form that a character has everywhere else."""


class CharacterForms(RootModel[dict[str, Text]]):
    """
    The Traditional forms of a character, each with the Simplified words that it is used in, with spaces between them.

    `else` is the form in all other words; a form alone, `万: 萬`, is the one everywhere.
    """

    model_config = ConfigDict(frozen=True, strict=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _everywhere(cls, value: object) -> object:
        return {ELSE: value} if isinstance(value, str) else value
