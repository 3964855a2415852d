"""
A page written plainly → its tags, each understood once: menus repeat the same ones on every page.

Plainly means that every attribute with a value is ` name="value"`, that no `<` or `>` stands in a value, and that
texts have the escapes of HTML's own normal form at most.
"""

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

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
_SPECIAL: Mapping[str, Callable[[Mapping[str, str]], bool]] = {
    "a": lambda said: "name" in said or "target" in said,
    "base": lambda _: True,
    "h1": lambda _: True,
    "img": lambda said: "alt" not in said,
    "link": lambda said: said.get("rel", "").lower() in ("alternate", "canonical"),
    "meta": lambda _: True,
}
"""Elements of which a page must note more than the id and the references, and when."""
TEXTS = ("iframe", "noembed", "noframes", "plaintext", "script", "style", "title", "xmp")
"""Elements that hold text and nothing else; most are written without escapes."""
_NOTED = frozenset((*_ADDRESSES, *_SPECIAL, *TEXTS, "template"))
_TAG = re.compile(r"<(?!/)([^>]*)>")
_ATTRIBUTE = re.compile(r" ([^ \t\n\f>/]+?)=\"([^\"]*)\"")
# Most characters that are written as escapes can be seen: a link that may show none is looked at again.
_WORDLESS = re.compile(r"<(a[ \n\t][^>]*+)>(?:\s++|&[^;<]*+;|<(?!/a>)[^>]*+>)*+</a>")
_RARE = re.compile(r"&(?!(?:amp|lt|gt|quot|nbsp|#39|#34);)")
BRACKETS = re.compile(rb"\][(\[]")
"""What may be Markdown that nothing resolved."""
_ESCAPES = (("&quot;", '"'), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\xa0"), ("&#39;", "'"), ("&#34;", '"'))


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
    special: bool
    """Whether the page must note more than the id and the references."""
    text: bool
    torn: bool
    """Whether what follows may look like tags and be none."""


class Page(NamedTuple):
    """
    What is written on a page.

    `tags` are those that matter, in their order; `texts` are those of the elements that hold only text.
    `unnamed` are the addresses of links without any words, `unfinished` is Markdown that was published as typed.
    """

    language: str
    tags: Sequence[Tag]
    texts: Sequence[str]
    unnamed: Sequence[str] = ()
    unfinished: Sequence[str] = ()


def find(text: str) -> list[Tag]:
    """Return the tags in a text of which the checker must know."""
    return [found for found in map(_known, _TAG.findall(text)) if found]


def texts(text: str, found: Sequence[Tag]) -> list[str] | None:
    """Return the texts of the elements that hold only text, or nothing if one cannot be told from tags or escapes."""
    held, at = [], 0
    for each in found:
        if each.text:
            at = text.index(f"<{each.written}>", at) + len(each.written) + 2
            end = text.find("<", at)
            part = text[at:end]
            if not text.startswith(f"</{each.name}>", end) or (each.name == "title" and _RARE.search(part)):
                return None
            held.append(_unescaped(part) if each.name == "title" else part)
    return held


def wordless(text: str) -> bool:
    """Tell whether there may be links that show and say nothing."""
    return not all(labelled(attributes(written)) for written in _WORDLESS.findall(text))


def labelled(said: Mapping[str, str | None]) -> bool:
    """Tell whether an element without words has a label."""
    return bool(said.get("aria-label") or said.get("title") or said.get("aria-labelledby"))


def name(written: str) -> str:
    """Return the name of the element that a tag opens."""
    return written.partition(" ")[0].rstrip("\n\t")


def attributes(written: str) -> Mapping[str, str]:
    """Return the attributes of a tag; of two with one name the first counts."""
    said = _ATTRIBUTE.findall(written)
    said.reverse()
    return {each: _unescaped(value) for each, value in said} if "&" in written else dict(said)


def tag(written: str) -> Tag | None:
    """Return what a tag says, or nothing if the checker need not know it."""
    element = name(written)
    odd = element[:1] == "!" or "<" in element
    if element not in _NOTED and ' id="' not in written and ' style="' not in written and not odd:
        return None
    said = attributes(written)
    identifier = said.get("id", "")
    references = _references(element, said) if element in _ADDRESSES else ()
    text = element in TEXTS
    special = text or "style" in said
    if element in _SPECIAL:
        special = special or _SPECIAL[element](said)
    torn = element == "template" or (odd and not _whole(element, written))
    if identifier or references or special or torn:
        return Tag(written, element, said, identifier, references, special, text, torn)
    return None


_known = functools.cache(tag)


def _whole(element: str, written: str) -> bool:
    """Tell whether a mark that is no usual tag ends with its first `>`."""
    if "<" in element:
        return False
    return not element.startswith("!--") or (len(written) > len("!---") and written.endswith("--"))


def _references(element: str, said: Mapping[str, str]) -> tuple[Reference, ...]:
    rel = said.get("rel", "")
    if element == "a":
        if "href" not in said:
            return ()
        return (Reference("a", "href", said["href"].strip(), rel, said.get("hreflang", "")),)
    language = said.get("hreflang", "") if element == "link" else ""
    found = [
        Reference(element, attribute, said[attribute].strip(), rel.lower(), language)
        for attribute in _ADDRESSES[element]
        if attribute in said
    ]
    if element in _SETS:
        parts = said.get(_SETS[element], "").split(",")
        found += [Reference(element, "srcset", part.split()[0]) for part in parts if part.strip()]
    return tuple(found)


def _unescaped(text: str) -> str:
    """Return a value or text as the author meant it; written plainly, it has these escapes only."""
    if "&" not in text:
        return text
    for escape, sign in _ESCAPES:
        text = text.replace(escape, sign)
    return text.replace("&amp;", "&")
