"""
The marks that authors write into pages: comments that the build replaces, and the blanks of letters.

What they are replaced by is the business of building/blocks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from ..model.letter_fields import Group
from ..model.routes import TABLES

FAQ_INDEX = "faq-index"
"""The comment `<!-- faq-index -->` in a page at the top of a language folder is replaced by the index of questions."""
LAWS_INDEX = "laws-index"
CHANNELS_INDEX = "channels-index"
COMPANIES_INDEX = "companies-index"
GLOSSARY_INDEX = "glossary-index"
INDEXES = (FAQ_INDEX, LAWS_INDEX, CHANNELS_INDEX, COMPANIES_INDEX, GLOSSARY_INDEX)
"""They work only in pages at the top of a language folder: their links are relative to it."""
SOURCES = "sources"
"""The list of what a page cites, at its end."""
ROUTE_TABLES = tuple(f"table: {name}" for name in TABLES)
"""The tables that lead to a door."""
FIELD_GROUPS: tuple[Group, ...] = get_args(Group)
FIELD_TABLES = ("table: fields", *(f"table: fields-{group}" for group in FIELD_GROUPS))
"""`<!-- table: fields -->` explains all blanks, `<!-- table: fields-you -->` those of one group."""
BLANK = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
"""A blank of a letter, such as `{{ company }}`; the group is the name of its field."""


@dataclass(frozen=True, kw_only=True)
class BlankUse:
    """A blank in a line of a page; `field` is empty where nobody gave it a name. Line and column are from 1."""

    line: int
    column: int
    field: str


def blanks(line: str, number: int) -> Iterator[BlankUse]:
    """Yield the blanks in a line of Markdown; `number` is that of the line."""
    for found in BLANK.finditer(line):
        yield BlankUse(line=number, column=found.start() + 1, field=found[1])
