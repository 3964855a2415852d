"""
Any page → its tags, as browsers see them.

The parser follows the HTML standard. Writing its tree out gives the normal form, in which tags are easy to find:
every attribute is ` name="value"`, and no `<` or `>` stands in a value or in an ordinary text.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from . import tags
from .tags import Page

_COMMENT = re.compile(r"<!--.*?-->|(<[^>]*>)", re.DOTALL)
"""A comment, or a tag, whose names may hold what begins a comment."""
_END = re.compile(r"</([^>]*)>")
_STAND_IN = "\0"
"""For `<` in the text of a script or style: no text of a parsed page has this character."""
_UNFINISHED = re.compile(r"\[[^\[\]\n]{1,200}\](?:\([^()\s]{1,200}\)|\[[^\[\]\n]{0,80}\])")


def read(html: bytes) -> Page:
    """Return what a page says; whatever the bytes, a page comes back."""
    tree = LexborHTMLParser(html)
    language = (tree.root.attributes.get("lang") or "") if tree.root is not None else ""
    normal = tree.html or ""
    found = tags.find(normal)
    texts = None if any(tag.torn for tag in found) else tags.texts(normal, found)
    if texts is None:
        _mend(tree)
        # What is left are comments, and odd names such as <x<a>.
        normal = _END.sub(lambda end: f"</{end[1].replace('<', '')}>", _COMMENT.sub(r"\1", tree.html or ""))
        found = tags.find(normal)
        texts = [text.replace(_STAND_IN, "<") for text in tags.texts(normal, found) or []]
        unnamed = list(_unnamed(tree))
    else:
        unnamed = list(_unnamed(tree)) if tags.wordless(normal) else []
    body = tree.body
    marked = tags.BRACKETS.search(html) and body is not None and _UNFINISHED.search(body.text())
    # The last, because it takes the tree apart.
    return Page(language, found, texts, unnamed, list(_unfinished(tree)) if marked else [])


def _mend(tree: LexborHTMLParser) -> None:
    """Empty the templates, which no page shows, and take `<` out of the texts that are written without escapes."""
    for template in tree.css("template"):
        for content in template.template_fragments():
            for node in list(content.iter(include_text=True)):
                node.decompose()
    # The last first: inside SVG such elements may stand in each other.
    for element in reversed(tree.css(f":is({','.join(tags.TEXTS)})")):
        text = element.text()
        for node in list(element.iter(include_text=True)):
            node.decompose()
        element.insert_child(text.replace("<", _STAND_IN))


def _unnamed(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield the addresses of links that show and say nothing."""
    for link in tree.css("a[href]"):
        if not link.text().strip() and not tags.labelled(link.attributes) and not _pictured(link):
            yield link.attributes["href"] or ""


def _pictured(node: LexborNode) -> bool:
    """Tell whether a link without text has a picture that says where it leads."""
    return any(
        (picture.attributes.get("alt") or picture.attributes.get("aria-label") or picture.text() or "").strip()
        for picture in node.css("img, svg, [aria-label]")
    )


def _unfinished(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield Markdown links that nothing resolved; code shows them on purpose."""
    for node in tree.css("code, pre, script, style, textarea, kbd, samp"):
        node.decompose()
    body = tree.body
    for found in _UNFINISHED.finditer(body.text() if body is not None else ""):
        yield found[0]
