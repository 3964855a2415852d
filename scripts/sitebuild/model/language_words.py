"""What a language says of itself and of the handbook around its pages: docs/<language>/_data/language.yml."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .strict import StrictModel, Text

_FONT = r"""(?:"[\p{L}\p{N} _.-]+"|-?[A-Za-z][A-Za-z0-9_-]*(?: [A-Za-z0-9_-]+)*)"""
FONTS = rf"^{_FONT}(?:, ?{_FONT})*$"
"""A list of CSS font families; the pattern lets nothing pass that could end the CSS declaration."""


class LanguageWords(StrictModel):
    """
    The model of docs/<language>/_data/language.yml: the handbook's name, the menu's sections, direction, fonts.

    With `generated_from`, values that are missing here are converted from that language.
    """

    generated_from: Text | None = None
    site_name: Text | None = None
    short_name: Text | None = None
    """The language's own name for itself, as short as the row of languages in a page's head needs it."""
    direction: Literal["ltr", "rtl"] | None = None
    fonts: Annotated[str, StringConstraints(pattern=FONTS)] = ""
    """Value of CSS font-family, for fonts installed on the reader's device; the site serves no fonts."""
    sections: dict[str, Text] = Field(default_factory=dict)
    """The name of each section of the menu, by its key in `nav` of mkdocs.yml."""
