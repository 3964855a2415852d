"""What is filled where: markers and references in a page's Markdown, and the joining of its lines."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from . import blanks, channel_index, drawings, faq, glossary, law_index, prose, references, routing
from .content import Content
from .page import Page

_TO_AUTHORS = re.compile(r" ?<!--\s*(?:typed|differs):.*?-->")
"""Reasons that authors give to the checks; readers need none of them."""


def fill(page: Page, text: str, content: Content, site_url: str) -> str:
    """Return a page's Markdown, ready for MkDocs, in the page's own language."""
    code = page.language
    filled: Mapping[str, Callable[[], str]] = {
        faq.MARKER: lambda: faq.index(content, code, site_url),
        law_index.MARKER: lambda: law_index.index(content, code),
        law_index.SOURCES_MARKER: lambda: law_index.sources(content, page),
        channel_index.MARKER: lambda: channel_index.index(content, code),
        glossary.MARKER: lambda: glossary.index(content, code),
        **{name: partial(routing.table, content, page, name) for name in routing.MARKERS},
        **{name: partial(blanks.table, content, page, name) for name in blanks.MARKERS},
        **{name: partial(drawings.figure, content, page, name) for name in drawings.markers(content)},
    }
    text = references.expand(prose.join_lines(text), content.registers, code, page.name)
    text = blanks.expand(text, content, code)
    for marker in page.markers:
        if marker.name in filled:
            text = _put(text, marker.name, filled[marker.name]())
    return _TO_AUTHORS.sub("", text)


def _put(text: str, name: str, content: str) -> str:
    return re.sub(rf"<!--\s*{re.escape(name)}(?::[^>]*?)?\s*-->", lambda _: content, text)
