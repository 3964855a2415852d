"""
Finds the tags in HTML of normal form, and what each of them says.

In normal form every attribute with a value is ` name="value"`, no `<` or `>` stands in a value, and texts contain no
other escapes than those of `_ESCAPES`: `full_parser` writes its tree that way. `fast_parser` uses only what says what a
tag means.
Menus repeat the same tags on every page, so each distinct tag is taken apart once.
"""

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from . import address_attributes
from .address_attributes import HtmlReference
from .html_page import ADDRESS_PROPERTIES

_OF_META = frozenset(("robots", *ADDRESS_PROPERTIES))
_NOTEWORTHY: Mapping[str, Callable[[Mapping[str, str]], bool]] = {
    "a": lambda attributes: "name" in attributes or "target" in attributes,
    "base": lambda _: True,
    "h1": lambda _: True,
    "html": lambda attributes: "lang" in attributes,
    "img": lambda attributes: "alt" not in attributes or "usemap" in attributes,
    "link": lambda attributes: (
        any(rel in attributes.get("rel", "").lower() for rel in ("canonical", "manifest")) or "type" in attributes
    ),
    "map": lambda _: True,
    "meta": lambda attributes: (
        "http-equiv" in attributes or (attributes.get("property") or attributes.get("name") or "").lower() in _OF_META
    ),
    "object": lambda attributes: "usemap" in attributes,
    "svg": lambda _: True,
}
"""Elements that say more than their id and references, and the condition on which they do."""
TEXT_ELEMENTS = ("iframe", "noembed", "noframes", "plaintext", "script", "style", "title", "xmp")
"""Elements whose content is text for the parser; in most of them it has no escapes."""
_KNOWN_ELEMENTS = frozenset((*address_attributes.ELEMENTS, *_NOTEWORTHY, *TEXT_ELEMENTS, "template"))
_START_TAG = re.compile(r"<(?!/)([^>]*)>")
_ATTRIBUTE = re.compile(r" ([^ \t\n\f>/]+?)=\"([^\"]*)\"")
# An escape may stand for a space: a link that contains nothing else than such and tags is left to the full parser.
_LINK_WITHOUT_LETTERS = re.compile(r"<(a[ \n\t][^>]*+)>((?:\s++|&[^;<]*+;|<(?!/a>)[^>]*+>)*+)</a>")
_MAY_SAY_SOMETHING = re.compile(r"&|<svg\b|\saria-label|<!")
_PICTURE = re.compile(r"<(img[ \n\t][^>]*+)>")
_OTHER_ESCAPE = re.compile(r"&(?!(?:amp|lt|gt|quot|nbsp|#39|#34|#(?!0)[0-9]{4});)")
_NUMBERED = re.compile(r"&#([0-9]{4});")
"""A sign by its number, such as the dash that begins the second half of many titles."""
MARKDOWN_BRACKETS = re.compile(rb"\][(\[]")
"""What every Markdown link contains; a page without it has none."""
_KEPT = 10_000
"""So many distinct tags are remembered: a large site has millions, and few of them on many pages."""
_ESCAPES = (("&quot;", '"'), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\xa0"), ("&#39;", "'"), ("&#34;", '"'))


class Tag(NamedTuple):
    """One start tag; equal tags are one object, on whatever pages they stand."""

    source: str
    """What stands between `<` and `>`."""
    name: str
    attributes: Mapping[str, str]
    identifier: str
    """The id, or empty."""
    references: tuple[HtmlReference, ...]
    styles: tuple[str, ...]
    """Its attributes that hold CSS."""
    is_noteworthy: bool
    """Whether it says more than its id and references, such as a <meta>."""
    holds_text: bool
    """Whether it opens one of `TEXT_ELEMENTS`."""
    may_hide_tags: bool
    """Whether what looks like tags after it may be none, as in a comment or a <template>."""
    text: str = ""
    """The content of its element, if it holds text and `fast_parser` read it."""


class ParsedPage(NamedTuple):
    """
    What a parser finds in one HTML file.

    `tags` are those that the checker must know, in the order of the file; `texts` are the contents of the ones that
    hold text, in the same order. `shadows` is the HTML of the parts that a browser shows in place of a <template>.
    `links_without_name` are the addresses of links that neither show nor say anything;
    `unresolved_markdown` are Markdown links that were published as they were typed.
    """

    language: str
    tags: Sequence[Tag]
    texts: Sequence[str]
    links_without_name: Sequence[str] = ()
    unresolved_markdown: Sequence[str] = ()
    shadows: Sequence[str] = ()


def find_tags(html: str) -> list[Tag]:
    """Return the start tags of which the checker must know, in order."""
    return [found for found in map(parse_tag, _START_TAG.findall(html)) if found]


def texts_of(html: str, tags: Sequence[Tag]) -> list[str] | None:
    """
    Return the contents of those of the tags that hold text.

    Return None if a content has a `<`, or if a title has an escape that is not of normal form.
    """
    texts, at = [], 0
    for tag in tags:
        if tag.holds_text:
            at = html.index(f"<{tag.source}>", at) + len(tag.source) + 2
            end = html.find("<", at)
            text = html[at:end]
            if not html.startswith(f"</{tag.name}>", end) or (tag.name == "title" and _OTHER_ESCAPE.search(text)):
                return None
            texts.append(_unescape_text(text) if tag.name == "title" else text)
    return texts


def links_without_name(html: str) -> list[str] | None:
    """
    Return the addresses of the links that have neither a text nor a label nor a picture with one.

    Return None if only the full parser can tell, because a link has nothing
    but escapes, which may stand for spaces, or a picture of another kind.
    """
    found = []
    for tag, content in _LINK_WITHOUT_LETTERS.findall(html):
        attributes = parse_attributes(tag)
        if has_label(attributes) or any(map(_says_something, _PICTURE.findall(content))):
            continue
        if _MAY_SAY_SOMETHING.search(content):
            return None
        if "href" in attributes:
            found.append(attributes["href"])
    return found


def _says_something(picture: str) -> bool:
    attributes = parse_attributes(picture)
    return bool((attributes.get("alt") or attributes.get("aria-label") or "").strip())


def has_label(attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an element has an attribute that names it to people who use a screen reader."""
    return bool(attributes.get("aria-label") or attributes.get("title") or attributes.get("aria-labelledby"))


def element_name(source: str) -> str:
    """Return the name of the element that a start tag opens; `source` is what stands between `<` and `>`."""
    return source.partition(" ")[0].rstrip("\n\t")


def parse_attributes(source: str) -> Mapping[str, str]:
    """Return the attributes of a start tag, without escapes; of two with one name the first counts."""
    found = _ATTRIBUTE.findall(source)
    found.reverse()
    return {name: _unescape(value) for name, value in found} if "&" in source else dict(found)


@functools.lru_cache(_KEPT)
def parse_tag(source: str) -> Tag | None:
    """Do what `parse_once` does, and remember it."""
    return parse_once(source)


def parse_once(source: str) -> Tag | None:
    """Return what a start tag says, or None if the checker need not know it; `source` is without `<` and `>`."""
    name = element_name(source)
    is_odd = name[:1] == "!" or "<" in name
    has_style = ' style="' in source or "url(" in source.lower()
    if name not in _KNOWN_ELEMENTS and ' id="' not in source and not has_style and not is_odd:
        return None
    may_hide_tags = name == "template" or (is_odd and not _ends_here(name, source))
    return made(source, name, parse_attributes(source), may_hide_tags=may_hide_tags)


def made(source: str, name: str, attributes: Mapping[str, str], *, may_hide_tags: bool = False) -> Tag | None:
    """Return a tag that has been taken apart, or None if the checker need not know it."""
    identifier = attributes.get("id", "")
    references = address_attributes.references(name, attributes) if name in address_attributes.ELEMENTS else ()
    holds_text = name in TEXT_ELEMENTS
    has_style = "style" in attributes or "url(" in source.lower()
    styles = tuple(each for each in address_attributes.STYLES if each in attributes) if has_style else ()
    is_noteworthy = holds_text or bool(styles)
    if name in _NOTEWORTHY:
        is_noteworthy = is_noteworthy or _NOTEWORTHY[name](attributes)
    if identifier or references or is_noteworthy or may_hide_tags:
        return Tag(source, name, attributes, identifier, references, styles, is_noteworthy, holds_text, may_hide_tags)
    return None


def _ends_here(name: str, source: str) -> bool:
    """Tell whether something odd, such as a comment or a doctype, really ends with the first `>` after it."""
    if "<" in name:
        return False
    return not name.startswith("!--") or (len(source) > len("!---") and source.endswith("--"))


def _unescape_text(text: str) -> str:
    """Return a title without its escapes; a sign that is written by its number is no other escape's beginning."""
    return _unescape(_NUMBERED.sub(lambda found: chr(int(found[1])), text) if "&#" in text else text)


def _unescape(text: str) -> str:
    """Return a value or text of normal form without its escapes."""
    if "&" not in text:
        return text
    for escape, character in _ESCAPES:
        text = text.replace(escape, character)
    return text.replace("&amp;", "&")
