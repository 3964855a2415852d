"""
Reads any page as browsers do, with a parser that follows the HTML standard.

The parser's tree is written out as HTML again. That text is in normal form, so tags are easy to find in it: every
attribute is ` name="value"`, and no `<` or `>` stands in a value or in an ordinary text.
"""

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from . import tags
from .tags import ParsedPage

_PLAIN_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ODD_NAME = re.compile(r"<[^<>]*+(?:<|\Z)")
_COMMENT = re.compile(r"<!--.*?-->|(<[^>]*>)", re.DOTALL)
"""A comment; or a tag, because the name of an attribute may contain what looks like the beginning of a comment."""
_END_TAG = re.compile(r"</([^>]*)>")
_STAND_IN = "\0"
"""Replaces `<` in scripts and styles for a while: no text of a parsed page contains this character."""
_MARKDOWN_LINK = re.compile(
    # What stands behind a letter, as in a[i][j], or begins as in [, name][, module], is notation.
    r"(?<![\w\])])\[(?![ ,;|<=./\d])[^\[\]\n]{1,200}(?:"
    r"\]\((?=[^()\s]*[./:#])[^()\s]{1,200}\)|(?<![ |=])\]\[(?![ ,;|<=./])(?!\d+\])[^\[\]\n|<>=]{0,80}\])"
)
"""A link of Markdown in one piece of text, such as [words](page.md) or [words][name]."""


def parse(html: bytes, *, only_links: bool = False) -> ParsedPage:
    """Return what a file says; any bytes are a page, as they are for a browser; `only_links` as `page_reader.read`."""
    tree = LexborHTMLParser(html)
    language = (tree.root.attributes.get("lang") or "") if tree.root is not None else ""
    normal = tree.html or ""
    shadows: list[str] = []
    found = tags.find_tags(normal)
    texts = None if any(tag.may_hide_tags for tag in found) else tags.texts_of(normal, found)
    unnamed: Sequence[str] | None = [] if only_links else None
    if texts is None:
        shadows = list(_shadows(tree))
        _remove_hidden_tags(tree)
        normal = _without_comments(tree.html or "")
        found = tags.find_tags(normal)
        texts = [text.replace(_STAND_IN, "<") for text in tags.texts_of(normal, found) or []]
    elif unnamed is None:
        unnamed = tags.links_without_name(normal)
    if unnamed is None:
        unnamed = list(_links_without_name(tree))
    if only_links:
        return ParsedPage(language, found, texts, shadows=shadows)
    body = tree.body
    has_markdown = tags.MARKDOWN_BRACKETS.search(html) and body is not None and _has_markdown(_text_of(body))
    # The last, because it takes the tree apart.
    left = list(_unresolved_markdown(tree)) if has_markdown else []
    return ParsedPage(language, found, texts, unnamed, left, shadows)


def _shadows(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield the HTML of each <template> that is a shadow root: the HTML standard shows it, as part of the page."""
    for template in tree.css("template[shadowrootmode]"):
        if (template.attributes["shadowrootmode"] or "").lower() in ("open", "closed"):
            yield "".join(content.html or "" for content in template.template_fragments())


def _without_comments(html: str) -> str:
    """Return HTML in normal form, but for comments, without these and without odd names of end tags such as </x<a>."""
    simple = _PLAIN_COMMENT.sub("", html) if "<!--" in html else html
    if not _ODD_NAME.search(simple):
        return simple
    return _END_TAG.sub(lambda end: f"</{end[1].replace('<', '')}>", _COMMENT.sub(r"\1", html))


def _remove_hidden_tags(tree: LexborHTMLParser) -> None:
    """Empty all templates, which no browser shows, and replace `<` in scripts, styles and other unescaped texts."""
    for template in tree.css("template"):
        for content in template.template_fragments():
            for node in list(content.iter(include_text=True)):
                node.decompose()
    # The last first: inside SVG such elements may stand in each other.
    for element in reversed(tree.css(f":is({','.join(tags.TEXT_ELEMENTS)})")):
        text = element.text()
        for node in list(element.iter(include_text=True)):
            node.decompose()
        element.insert_child(text.replace("<", _STAND_IN))


def _links_without_name(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield the addresses of links that have neither a text nor a label nor a picture with one."""
    for link in tree.css("a[href]"):
        if not link.text().strip() and not tags.has_label(link.attributes) and not _has_named_picture(link):
            yield link.attributes["href"] or ""


def _has_named_picture(link: LexborNode) -> bool:
    """Tell whether a link contains a picture that says where it leads: by alt, label or text."""
    return any(
        (picture.attributes.get("alt") or picture.attributes.get("aria-label") or picture.text() or "").strip()
        for picture in link.css("img, svg, [aria-label]")
    )


def _unresolved_markdown(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield what looks like a link of Markdown in the text of a page; in code it is shown on purpose."""
    # The last first, because they may stand in each other.
    for node in reversed(tree.css("a, code, pre, script, style, textarea, kbd, samp")):
        node.decompose()
    body = tree.body
    for found in _MARKDOWN_LINK.finditer(_text_of(body) if body is not None else ""):
        yield found[0]


def _has_markdown(text: str) -> bool:
    return ("](" in text or "][" in text) and bool(_MARKDOWN_LINK.search(text))


def _text_of(node: LexborNode) -> str:
    """Return the texts in a node, a line break between two: what is divided by tags is not one link."""
    return node.text(separator="\n")
