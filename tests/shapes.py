"""
Which pages show everything that pages can look like: what colours and sizes are judged by need be seen once.

The style sheet knows an element by its shape: by its tag, classes and
attributes, and by those of the elements around it. Two elements of one shape
have the same colours, so of the pages that share a shape one is enough; a test
holds the sheet to it.
"""

import functools
from collections.abc import Iterator, Mapping
from enum import IntEnum
from types import MappingProxyType

from selectolax.lexbor import LexborHTMLParser, LexborNode

_REFERENCES = ("aria-describedby", "aria-labelledby", "cite", "data-field", "for", "href", "id", "src")
_TEXTS = ("alt", "aria-label", "content", "data-plain-title", "datetime", "property", "title")
_SAID = ("copied", "copy", "copy-converted", "copy-failed", "language", "print-letter")
_CARRIED = ("data-copy", "data-label", "data-next", *(f"data-say-{name}" for name in _SAID))
_MEASURES = ("d", "height", "rx", "transform", "viewbox", "width", "x", "y")
FREE = frozenset((*_REFERENCES, *_TEXTS, *_CARRIED, *_MEASURES))
"""Attributes whose values are a page's own; of all others the value is part of the shape."""


class Words(IntEnum):
    """What text an element itself holds: axe judges words for their contrast, signs perhaps, and no single letter."""

    NONE = 0
    ONE_LETTER = 1
    SIGNS = 2
    WORDS = 3


Element = tuple[str, ...]
"""
An element's tag, its classes in order, its attributes as `name=value`, or as `name` or `name=` if free.

Last, `text` if it holds text outside links: a link in a text has to look like one.
"""
Shape = tuple[Element, ...]
"""An element after all those around it, from `html` on, which says the language."""


@functools.cache
def shapes(html: str) -> Mapping[Shape, Words]:
    """Return the shapes of all elements of a page, each with the most that an element of this shape holds."""
    root = LexborHTMLParser(html).root
    assert root is not None
    found: dict[Shape, Words] = {}
    for shape, words in _below(root, ()):
        found[shape] = max(words, found.get(shape, Words.NONE))
    return MappingProxyType(found)


def _below(node: LexborNode, around: Shape) -> Iterator[tuple[Shape, Words]]:
    here = (*around, _element(node))
    yield here, _words(node.text(deep=False))
    for child in node.iter():
        yield from _below(child, here)


def _element(node: LexborNode) -> Element:
    classes = sorted((node.attributes.get("class") or "").split())
    others = sorted((name, value or "") for name, value in node.attributes.items() if name != "class")
    text = ["text"] if _has_text(node) else []
    return (node.tag or "", *classes, *(_attribute(name, value) for name, value in others), *text)


def _has_text(node: LexborNode) -> bool:
    return bool(node.text(deep=False).strip()) or any(_has_text(child) for child in node.iter() if child.tag != "a")


def _attribute(name: str, value: str) -> str:
    return f"{name}={value}" if name not in FREE else f"{name}=" if value else name


def _words(text: str) -> Words:
    signs = "".join(text.split())
    if not signs:
        return Words.NONE
    if len(signs) == 1:
        return Words.ONE_LETTER
    return Words.WORDS if any(map(str.isalnum, signs)) else Words.SIGNS


def chosen(pages: Mapping[str, Mapping[Shape, Words]]) -> list[str]:
    """
    Return places of a few pages that have every shape between them, with the most that an element of it holds.

    The next is always the one with the most that those before it do not have.
    """
    most: dict[Shape, Words] = {}
    for page in pages.values():
        for shape, words in page.items():
            most[shape] = max(words, most.get(shape, Words.NONE))
    # A number with one bit a shape is a set that counts fast.
    bit = {shape: 1 << number for number, shape in enumerate(most)}
    full = {
        place: sum(bit[shape] for shape, words in page.items() if words == most[shape]) for place, page in pages.items()
    }
    left = (1 << len(most)) - 1
    found = []
    while left:
        best = max(full, key=lambda place: (full[place] & left).bit_count())
        found.append(best)
        left &= ~full[best]
    return found
