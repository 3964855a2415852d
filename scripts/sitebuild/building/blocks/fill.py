"""Replaces markers, references and blanks in a page's Markdown, and joins the lines of Chinese paragraphs."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from ...model.content import Content
from ...model.page import Page
from ...text import downloads, figure_labels, markdown_text, notation, references
from .. import scorecard
from . import (
    alphabet_index,
    channel_index,
    company_index,
    contact_ways,
    figures,
    glossary,
    law_index,
    law_page,
    law_sources,
    letter_fields,
    permission_tables,
    plans,
    question_index,
    route_questions,
    route_tables,
)
from .contact_ways import NOWHERE, Published

_COMMENTS_FOR_CHECKS = re.compile(r" ?(?<!`)<!--\s*(?:typed|differs|search):.*?-->")
"""Comments in which authors give a reason to the checks, or words to search; they are not published."""


def fill(page: Page, text: str, content: Content, site_url: str, published: Published = NOWHERE) -> str:
    """
    Return the Markdown of a page as MkDocs is to render it.

    `text` is the Markdown as MkDocs read it from the page's file; `site_url` ends with a slash; `published` says
    where those who publish this copy can be reached.
    """
    code = page.language
    generated = generators(page, content, site_url, published)
    text = references.expand(markdown_text.join_lines(text), content.registers, code, page.name)
    text = letter_fields.expand(text, content, code)
    for marker in page.markers:
        if marker.name in generated:
            text = _replace_marker(text, marker.name, generated[marker.name]())
    return _COMMENTS_FOR_CHECKS.sub("", text)


def generators(
    page: Page, content: Content, site_url: str, published: Published = NOWHERE
) -> Mapping[str, Callable[[], str]]:
    """Return, for every marker, the function that generates the Markdown to take its place in a page."""
    code = page.language
    return {
        notation.FAQ_INDEX: lambda: question_index.index(content, code, site_url),
        notation.LAWS_INDEX: lambda: law_index.index(content, code),
        notation.SOURCES: lambda: law_sources.sources(content, page),
        notation.CHANNELS_INDEX: lambda: channel_index.index(content, code),
        notation.CHANNELS_FINDER: lambda: channel_index.finder(content, code),
        notation.COMPANIES_INDEX: lambda: company_index.index(content, code),
        notation.GLOSSARY_INDEX: lambda: glossary.index(content, code),
        notation.ALPHABET_INDEX: lambda: alphabet_index.index(content, code),
        notation.ROUTE_QUESTIONS: lambda: route_questions.questions(content, page),
        notation.PLANS: lambda: plans.plans(content, page),
        notation.CONTACT_WAYS: lambda: contact_ways.ways(content, code, published),
        notation.DOWNLOADS: lambda: downloads.empty(content.interface[code]["downloads_none"]),
        notation.SCORECARD: lambda: scorecard.placeholder(content.interface[code]["scorecard_none"]),
        **({notation.LAW: lambda: law_page.text(content, page)} if page.law else {}),
        **{name: partial(route_tables.table, content, page, name) for name in notation.ROUTE_TABLES},
        **{name: partial(plans.table, content, page, name) for name in notation.PLAN_TABLES},
        **{name: partial(letter_fields.table, content, page, name) for name in notation.FIELD_TABLES},
        notation.PERMISSION_REFUSALS: lambda: permission_tables.entries(content, page),
        **{name: partial(permission_tables.table, content, page, name) for name in notation.PERMISSION_TABLES},
        **{name: partial(figures.figure, content, page, name) for name in figure_labels.markers(content.figures)},
    }


def _replace_marker(text: str, name: str, content: str) -> str:
    return re.sub(rf"<!--\s*{re.escape(name)}(?::[^>]*?)?\s*-->", lambda _: content, text)
