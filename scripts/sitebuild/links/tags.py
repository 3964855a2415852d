"""
A parsed page → its tags, each understood once: menus repeat the same ones on every page.

The parser follows the HTML standard. Writing its tree out gives the normal form, in which tags are easy to find:
every attribute is ` name="value"`, and no `<` or `>` stands in a value or in an ordinary text.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

_ADDRESSES = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src",),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""Elements and the attributes in which they name an address."""
_SETS = {"img": "srcset", "source": "srcset", "link": "imagesrcset"}
_SPECIAL = ("base", "h1", "meta")
_TEXTS = ("iframe", "noembed", "noframes", "plaintext", "script", "style", "title", "xmp")
"""Elements that hold text and nothing else; most are written without escapes."""
_NOTED = frozenset((*_ADDRESSES, *_SPECIAL, *_TEXTS, "template"))
_TAG = re.compile(r"<(?!/)([^>]*)>")
_ATTRIBUTE = re.compile(r" ([^ \t\n\f>/]+?)=\"([^\"]*)\"")
_COMMENT = re.compile(r"<!--.*?-->|(<[^>]*>)", re.DOTALL)
"""A comment, or a tag, whose names may hold what begins a comment."""
_END = re.compile(r"</([^>]*)>")
_WORDLESS = re.compile(r"<a [^>]*+>(?:\s++|&nbsp;|<(?!/a>)[^>]*+>)*+</a>")
_STAND_IN = "\0"
"""For `<` in the text of a script or style: no text of a parsed page has this character."""


class Reference(NamedTuple):
    """An address in a file: the element and attribute it stands in, and what matters about the element."""

    tag: str
    attribute: str
    address: str
    rel: str = ""
    language: str = ""
    """The hreflang of a link."""


class Tag(NamedTuple):
    """What a tag says, wherever it stands."""

    written: str
    name: str
    attributes: Mapping[str, str]
    identifier: str
    references: tuple[Reference, ...]
    link: str | None
    """The address, if it is an ordinary link."""
    special: bool
    """Whether the page must note more than the id and the references."""
    text: bool
    torn: bool
    """Whether what follows may look like tags and be none."""


@dataclass(frozen=True, slots=True)
class Page:
    """The tags of a page in their order, and the texts of those elements that hold only text."""

    tags: Sequence[Tag]
    texts: Sequence[str]
    wordless: bool
    """Whether there may be links that show and say nothing."""


def read(tree: LexborHTMLParser) -> Page:
    """Return the tags of a page; of templates, scripts and the like, `tree` keeps nothing that looks like a tag."""
    normal = tree.html or ""
    tags = _tags(normal)
    texts = None if any(tag.torn for tag in tags) else _texts(normal, tags)
    if texts is not None:
        suspects = (tag for part in _WORDLESS.findall(normal) for tag in _tags(part) if tag.name == "a")
        return Page(tags, texts, wordless=not all(labelled(tag.attributes) for tag in suspects))
    _mend(tree)
    # What is left are comments, and odd names such as <x<a>.
    normal = _END.sub(lambda end: f"</{end[1].replace('<', '')}>", _COMMENT.sub(r"\1", tree.html or ""))
    tags = _tags(normal)
    return Page(tags, _texts(normal, tags) or [], wordless=True)


def labelled(attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an element without words has a label."""
    return bool(attributes.get("aria-label") or attributes.get("title") or attributes.get("aria-labelledby"))


def _tags(normal: str) -> list[Tag]:
    return [tag for tag in map(_tag, _TAG.findall(normal)) if tag]


def _texts(normal: str, tags: Sequence[Tag]) -> list[str] | None:
    """Return the texts of the elements that hold only text, or nothing if one may look like tags."""
    found, at = [], 0
    for tag in tags:
        if tag.text:
            at = normal.index(f"<{tag.written}>", at) + len(tag.written) + 2
            end = normal.find("<", at)
            if not normal.startswith(f"</{tag.name}>", end):
                return None
            text = normal[at:end].replace(_STAND_IN, "<")
            found.append(_unescaped(text) if tag.name == "title" else text)
    return found


def _mend(tree: LexborHTMLParser) -> None:
    """Empty the templates, which no page shows, and take `<` out of the texts that are written without escapes."""
    for template in tree.css("template"):
        for content in template.template_fragments():
            for node in list(content.iter(include_text=True)):
                node.decompose()
    # The last first: inside SVG such elements may stand in each other.
    for element in reversed(tree.css(f":is({','.join(_TEXTS)})")):
        text = element.text()
        for node in list(element.iter(include_text=True)):
            node.decompose()
        element.insert_child(text.replace("<", _STAND_IN))


@functools.cache
def _tag(written: str) -> Tag | None:
    """Return what a tag says, or nothing if the checker need not know it."""
    name = written.partition(" ")[0]
    if (
        name not in _NOTED
        and ' id="' not in written
        and ' style="' not in written
        and not name.startswith("!")
        and "<" not in name
    ):
        return None
    attributes = {each: _unescaped(value) for each, value in _ATTRIBUTE.findall(written, len(name))}
    references = tuple(_references(name, attributes))
    ordinary = name == "a" and "href" in attributes and "rel" not in attributes and "hreflang" not in attributes
    tag = Tag(
        written=written,
        name=name,
        attributes=attributes,
        identifier=attributes.get("id", ""),
        references=references,
        link=references[0].address if ordinary else None,
        special=name in _SPECIAL
        or name in _TEXTS
        or "style" in attributes
        or (name == "a" and ("name" in attributes or "target" in attributes))
        or (name == "img" and "alt" not in attributes),
        text=name in _TEXTS,
        torn=name == "template" or "<" in name or (name.startswith("!--") and not _whole(written)),
    )
    return tag if tag.identifier or references or tag.special or tag.torn else None


def _whole(comment: str) -> bool:
    """Tell whether a comment ends with its first `>`."""
    return len(comment) > len("!---") and comment.endswith("--")


def _references(name: str, attributes: Mapping[str, str]) -> Iterator[Reference]:
    rel = attributes.get("rel", "") if name == "a" else attributes.get("rel", "").lower()
    language = attributes.get("hreflang", "") if name in ("a", "link") else ""
    for attribute in _ADDRESSES.get(name, ()):
        if attribute in attributes:
            yield Reference(
                name, attribute, attributes[attribute].strip(), rel if name == "a" else rel.lower(), language
            )
    for part in attributes.get(_SETS.get(name, ""), "").split(","):
        if part.strip():
            yield Reference(name, "srcset", part.split()[0])


def _unescaped(text: str) -> str:
    """Return a value or text of the normal form as the author meant it; it has these five escapes only."""
    if "&" not in text:
        return text
    for escape, sign in (("&quot;", '"'), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\xa0"), ("&amp;", "&")):
        text = text.replace(escape, sign)
    return text
