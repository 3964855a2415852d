"""The messages and letters of built pages: what is sent, and what a translation says under it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from ..built_site import BuiltPage

_COPY = "data-copy"
_LINE_END = "\u2028"
_HEADINGS = "h2, h3, h4"
_TITLE_CLASS = "admonition-title"


@dataclass(frozen=True, kw_only=True)
class CopiedText:
    """
    A message or letter to copy.

    `heading` is that of its section; `before` the paragraph above it, which says what to do with it; `name` what the
    box of a letter is called. `lines` are what is sent, in the language of the source; `meaning` are lines of the
    page's language that say the same, none on a page in the source's.
    """

    heading: str
    before: str
    name: str
    lines: tuple[str, ...]
    meaning: tuple[str, ...] = ()

    @property
    def is_letter(self) -> bool:
        """Whether it is a letter, not a message."""
        return bool(self.name)


def of_page(page: BuiltPage, source: str) -> Iterator[CopiedText]:
    """Yield the messages and letters of a page in their order; `source` is the code of the source language."""
    own = page.page.language == source
    heading = ""
    for node in page.article.css(f"{_HEADINGS}, [{_COPY}]"):
        if _COPY not in node.attributes:
            heading = _plain(node)
            continue
        title = node.css_first(f".{_TITLE_CLASS}")
        sent = (node.attributes.get(_COPY) or "").split(_LINE_END)
        yield CopiedText(
            heading=heading,
            before=_before(node),
            name=_plain(title) if title else "",
            lines=tuple(line for line in sent if line) or tuple(_spoken(node, source)) or tuple(_lines(node)),
            meaning=() if own else tuple(_lines(node, without=source)),
        )


def _paragraphs(block: LexborNode) -> Iterator[LexborNode]:
    """Yield the parts of a block that are a line each."""
    for part in block.css("p, li, tr"):
        title = part.attributes.get("class") == _TITLE_CLASS
        if not title and (part.tag == "p" or not part.css_first("p")):
            yield part


def _lines(block: LexborNode, without: str = "") -> Iterator[str]:
    """Yield the lines of a block; of what is in the language `without`, none."""
    for part in _paragraphs(block):
        text = _squeezed("".join(_other(part, without))) if without else _plain(part)
        if re.search(r"\w", text):
            yield text


def _other(node: LexborNode, without: str) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text_content or ""
        elif not _is_in(child, without):
            yield from _other(child, without)


def _spoken(block: LexborNode, source: str) -> Iterator[str]:
    """Yield the lines that are marked as what is sent, in a block that says the same in two languages."""
    for part in _paragraphs(block):
        text = _squeezed("".join(each.text() for each in part.css("[lang]") if _outermost(each, source)))
        if text:
            yield text


def _outermost(node: LexborNode, source: str) -> bool:
    return _is_in(node, source) and not (node.parent and _is_in(node.parent, source))


def _is_in(node: LexborNode, code: str) -> bool:
    language = node.attributes.get("lang") or ""
    return language == code or language.startswith(f"{code}-")


def _before(block: LexborNode) -> str:
    """Return the paragraph just above a block; empty if something else stands there."""
    before = block.prev
    while before and (before.tag or "").startswith("-"):
        before = before.prev
    return _plain(before) if before and before.tag == "p" else ""


def _plain(node: LexborNode) -> str:
    return _squeezed(node.text())


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
