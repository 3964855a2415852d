"""
The markers that authors write into pages, by name, and the blanks of letters.

A marker is a comment such as `<!-- faq-index -->` or `<!-- table: routes -->`; building/blocks generates the text that
replaces it. A blank such as `{{ company }}` stands in a letter for what its writer fills in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from ..model.letter_fields import FieldGroup
from ..model.plans import GROUPS
from ..model.routes import TABLES

FAQ_INDEX = "faq-index"
"""The comment `<!-- faq-index -->` in a page at the top of a language folder is replaced by the index of questions."""
LAWS_INDEX = "laws-index"
LAW = "law"
"""Stands in the page of a law, which the build makes; no author writes it."""
CHANNELS_INDEX = "channels-index"
CHANNELS_FINDER = "channels-finder"
"""The ways into the index of channels: by number and by need."""
COMPANIES_INDEX = "companies-index"
GLOSSARY_INDEX = "glossary-index"
ALPHABET_INDEX = "alphabet-index"
"""Questions, pages, words and numbers from A to Z: what stands in for search where no script runs."""
INDEXES = (FAQ_INDEX, LAWS_INDEX, CHANNELS_INDEX, COMPANIES_INDEX, GLOSSARY_INDEX, ALPHABET_INDEX)
"""Allowed only in pages directly in a language folder, because the links they generate are relative to it."""
SOURCES = "sources"
"""The list of the laws that a page cites."""
ROUTE_TABLES = tuple(f"table: {name}" for name in TABLES)
"""A table of the options of one step of the routes (docs/_data/routes.yml)."""
ROUTE_QUESTIONS = "route-questions"
"""The questions of the routes, to be tapped through."""
PLAN_TABLE = "table: plans-"
PLAN_TABLES = tuple(f"{PLAN_TABLE}{group}" for group in GROUPS)
"""The situations of a group (docs/_data/plans.yml), each with the page that helps."""
PLANS = "situation-plans"
"""The plans of all situations, hidden: what the script of the picker shows."""
CONTACT_WAYS = "contact-ways"
"""How to reach those who publish this copy of the handbook, as far as its build was told."""
DOWNLOADS = "download-list"
"""The list of files on paper and for use without a network, as far as they are there when the site is built."""
SCORECARD = "scorecard-table"
"""The table of what the checks count, written when the whole site is there."""
FIELD_GROUPS: tuple[FieldGroup, ...] = get_args(FieldGroup)
FIELD_TABLES = ("table: fields", *(f"table: fields-{group}" for group in FIELD_GROUPS))
"""`<!-- table: fields -->` explains all blanks, `<!-- table: fields-you -->` those of one group."""
PERMISSION_TABLES = (
    "table: permissions",
    *(f"table: permissions-{kind}" for kind in ("list", "listed", "phone", "app")),
)
"""What lending apps ask for (docs/_data/permissions.yml), as a list or tables to tick."""
PERMISSION_REFUSALS = "permission-refusals"
"""What to say and where to switch it off, for each thing that may be refused."""
MARKERS = (
    *(*INDEXES, CHANNELS_FINDER, SOURCES, ROUTE_QUESTIONS, CONTACT_WAYS, DOWNLOADS, SCORECARD, PLANS),
    PERMISSION_REFUSALS,
    *(*ROUTE_TABLES, *PLAN_TABLES, *FIELD_TABLES, *PERMISSION_TABLES),
)
"""All markers but those of figures, which are named after their files; see figure_labels.markers."""
BLANK = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
"""A blank of a letter, such as `{{ company }}`; group 1 is its key in docs/_data/fields.yml."""


@dataclass(frozen=True, kw_only=True)
class BlankUse:
    """A blank in a page: `field` is its key, empty for `{{ }}`; line and column count from 1."""

    line: int
    column: int
    field: str


def blanks(line: str, number: int) -> Iterator[BlankUse]:
    """Yield the blanks in a line of Markdown; `number` is the number of that line in its file."""
    for found in BLANK.finditer(line):
        yield BlankUse(line=number, column=found.start() + 1, field=found[1])
