"""
Marks what readers copy: messages and scripts (quotations) and letters.

What is sent to a body on the mainland is the source's text, Simplified Chinese, whatever the language of the page. So
each block of a translated or converted page carries the words of the same block of the source, and the script of the
pages copies those; on a source page the block says it itself.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..model.content import Content
from ..text import fences, front_matter, markdown_text, notation
from .blocks import fill

ATTRIBUTE = "data-copy"
"""Marks a block; its value is the text to copy, or empty where that is the block's own text."""

LINE_END = "\u2028"
"""Ends a line in the attribute: Unicode's own sign for it, where a newline would need a reference (&#10;)."""
_OPENING = re.compile(r'<blockquote>|<div class="admonition letter[^">]*">')
_QUOTED = re.compile(r"\s*>")
_LETTER = re.compile(r"(\s*)!!! letter\b")
_LINES = "p, li, h1, h2, h3, h4, h5, h6, tr"


def has_blocks(html: str) -> bool:
    """Tell whether there is anything to copy in the HTML of a page."""
    return _OPENING.search(html) is not None


def of_source(content: Content, code: str, name: str, site_url: str) -> list[str] | None:
    """Return what the source of a page in another language says in its blocks; None on a source page."""
    source = content.page(content.source_language.code, name)
    if code == content.source_language.code or source is None:
        return None
    body = front_matter.body(source.source)
    if all(marker.name == notation.SOURCES for marker in source.markers):
        # Without markers nothing is quoted but what stands in the file: the rest need not be filled.
        return [_text(fill.fill(source, block, content, site_url)) for block in _blocks(body.split("\n"))]
    return texts(fill.fill(source, body, content, site_url))


def texts(markdown: str) -> list[str]:
    """Return the text of each block of a source page, in order; `markdown` is the page as MkDocs renders it."""
    return [_text(block) for block in _blocks(markdown.split("\n"))]


def marked(html: str, of_source: list[str] | None) -> str:
    """
    Return the HTML of a page with its blocks marked.

    `of_source` are the texts of the source's blocks, None on a source page. If the page has another number of blocks,
    a person has written it in a way of its own, and its own text is copied.
    """
    openings = _OPENING.findall(html)
    if of_source is None or len(of_source) != len(openings):
        return _OPENING.sub(lambda found: f'{found[0][:-1]} {ATTRIBUTE}="">', html)
    waiting = iter(of_source)
    return _OPENING.sub(lambda found: f'{found[0][:-1]} {ATTRIBUTE}="{_attribute(next(waiting))}">', html)


def _blocks(lines: list[str]) -> Iterator[str]:
    """Yield the Markdown of each block, without the signs that make it one."""
    code = fences.code_lines(lines)
    number = 0
    while number < len(lines):
        start = number
        letter = _LETTER.match(lines[number])
        if number + 1 in code:
            number += 1
        elif letter:
            inside = len(letter[1]) + 4
            number += 1
            while number < len(lines) and (not lines[number].strip() or lines[number].startswith(" " * inside)):
                number += 1
            yield "\n".join(line[inside:] for line in lines[start + 1 : number])
        elif _QUOTED.match(lines[number]):
            # Python-Markdown makes one quotation of two with only empty lines between them.
            while number < len(lines) and (_QUOTED.match(lines[number]) or not lines[number].strip()):
                number += 1
            yield "\n".join(re.sub(r"\s*> ?", "", line, count=1) for line in lines[start:number])
        else:
            number += 1


def _text(markdown: str) -> str:
    """Return Markdown as plain text, a line for each paragraph or item."""
    body = LexborHTMLParser(markdown_text.html(markdown)).body
    return "\n".join(line for line in _paragraphs(body) if line) if body else ""


def _paragraphs(body: LexborNode) -> Iterator[str]:
    for node in body.css(_LINES):
        if node.tag == "p" or len(node.css("p")) == 0:
            yield re.sub(r"\s+", " ", node.text(deep=True)).strip()


def _attribute(text: str) -> str:
    return markdown_text.entities(text).replace("\n", LINE_END)
