"""What is filled where: markers in a page's Markdown, and the joining of its lines."""

import re

from . import faq, prose
from .content import Content


def fill(text: str, content: Content, code: str, site_url: str) -> str:
    """Return a page's Markdown, ready for MkDocs, in the language being built."""
    text = prose.join_lines(text)
    marker = re.compile(rf"<!--\s*{faq.MARKER}\s*-->")
    if not marker.search(text):
        return text
    return marker.sub(lambda _: faq.index(content, code, site_url), text)
