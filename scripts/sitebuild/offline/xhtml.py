"""
Writes parts of built pages again, as XHTML that is good HTML too.

The parser is the one that the checks trust (lexbor, which keeps to the HTML standard and the case of SVG's names);
it writes HTML only, so this module writes its tree. A parser of another kind would see other trees: libxml2's makes
SVG's names small.
"""

from collections.abc import Callable, Iterator
from html import escape

from selectolax.lexbor import LexborNode

Attributes = dict[str, str]
Adapt = Callable[[LexborNode, Attributes], str | None]
"""Gets an element and its attributes, which it may change; returns the name to write, empty for the content alone."""

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_XML_ONLY_SPACE = str.maketrans({"\u2028": "\n", "\x0b": " ", "\x0c": " "})


def written(node: LexborNode, adapt: Adapt) -> str:
    """Return an element as XHTML; one for which `adapt` returns None is left out with all that is in it."""
    return "".join(_element(node, adapt))


def inside(node: LexborNode, adapt: Adapt) -> str:
    """Return what is in an element, as XHTML."""
    return "".join(_children(node, adapt))


def _children(node: LexborNode, adapt: Adapt) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield escape((child.text_content or "").translate(_XML_ONLY_SPACE), quote=False)
        elif child.tag and not child.tag.startswith("-"):
            yield from _element(child, adapt)


def _element(node: LexborNode, adapt: Adapt) -> Iterator[str]:
    attributes = {name: value or "" for name, value in node.attributes.items()}
    name = adapt(node, attributes)
    if name is None:
        return
    if not name:
        yield from _children(node, adapt)
        return
    given = "".join(f' {key}="{escape(value.translate(_XML_ONLY_SPACE))}"' for key, value in attributes.items())
    if name in VOID:
        yield f"<{name}{given}/>"
        return
    yield f"<{name}{given}>"
    yield from _children(node, adapt)
    yield f"</{name}>"
