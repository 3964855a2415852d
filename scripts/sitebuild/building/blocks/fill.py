"""What is filled where: markers and references in a page's Markdown, and the joining of its lines."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from ...model.content import Content
from ...model.page import Page
from ...text import markdown_text, references
from . import channel_index, figures, glossary, law_index, letter_fields, question_index, route_tables

_TO_AUTHORS = re.compile(r" ?<!--\s*(?:typed|differs):.*?-->")
"""Reasons that authors give to the checks; readers need none of them."""


def fill(page: Page, text: str, content: Content, site_url: str) -> str:
    """Return a page's Markdown, ready for MkDocs, in the page's own language."""
    code = page.language
    filled: Mapping[str, Callable[[], str]] = {
        question_index.MARKER: lambda: question_index.index(content, code, site_url),
        law_index.MARKER: lambda: law_index.index(content, code),
        law_index.SOURCES_MARKER: lambda: law_index.sources(content, page),
        channel_index.MARKER: lambda: channel_index.index(content, code),
        glossary.MARKER: lambda: glossary.index(content, code),
        **{name: partial(route_tables.table, content, page, name) for name in route_tables.MARKERS},
        **{name: partial(letter_fields.table, content, page, name) for name in letter_fields.MARKERS},
        **{name: partial(figures.figure, content, page, name) for name in figures.markers(content)},
    }
    text = references.expand(markdown_text.join_lines(text), content.registers, code, page.name)
    text = letter_fields.expand(text, content, code)
    for marker in page.markers:
        if marker.name in filled:
            text = _put(text, marker.name, filled[marker.name]())
    return _TO_AUTHORS.sub("", text)


def _put(text: str, name: str, content: str) -> str:
    return re.sub(rf"<!--\s*{re.escape(name)}(?::[^>]*?)?\s*-->", lambda _: content, text)
