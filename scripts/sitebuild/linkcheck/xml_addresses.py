"""
A sitemap or a feed → the addresses in it, read as XML: with CDATA, entities, namespaces and the file's own encoding.

The kinds are those of sitemaps.org (with Google's extensions for pictures and films), RSS 2.0 and 1.0 (with Media RSS
and the pictures of podcasts), and Atom (RFC 4287). What only names something is left out: the id of an Atom entry, and
a guid that says it is no permalink.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urljoin
from xml.parsers import expat

from .address import cleaned

_SITEMAPS = ("urlset", "sitemapindex")
_FEEDS = ("rss", "feed", "RDF")
_SEPARATOR = " "
_XML_BASE = "http://www.w3.org/XML/1998/namespace base"
_TEXTS = {"urlset": ("loc",), "sitemapindex": ("loc",), "rss": ("link", "guid", "comments", "url", "commentRss")}
_TEXTS |= {"RDF": ("link", "url"), "feed": ("icon", "logo", "uri")}
"""Elements whose text is an address, by the root element."""
_OF_ONE_NAMESPACE = ("rss", "feed")
"""Formats whose own elements are all of the namespace of the root, or of none as it is."""
_OF_EXTENSIONS = ("commentRss",)
_OTHER_FILES = ("loc", "thumbnail_loc", "content_loc", "player_loc")
"""Elements of the extensions of sitemaps, which name files that belong to a page."""
_ATTRIBUTES = {
    "link": ("href",),
    "enclosure": ("url",),
    "content": ("src", "url"),
    "source": ("url",),
    "thumbnail": ("url",),
    "player": ("url",),
    "image": ("href",),
    "generator": ("uri",),
}
"""Elements that have an address in an attribute."""
_DECLARATION = re.compile(rb"<\?xml\s[^>]*?encoding\s*=\s*[\"']([^\"'>]+)")


class XmlAddress(NamedTuple):
    """An address; `is_entry` is true for one that a sitemap lists by itself, and not as a version or part of it."""

    address: str
    is_entry: bool


class XmlAddresses(NamedTuple):
    """What is in a file; `fault` says why it ends before its end, and is empty if it does not."""

    is_sitemap: bool
    found: list[XmlAddress]
    fault: str


class _Other(Exception):  # noqa: N818 - no fault, but a way out of the parser
    """The file is neither a sitemap nor a feed."""


class _Reader:
    def __init__(self) -> None:
        self.root = ""
        self.namespace = ""
        self.found: list[XmlAddress] = []
        self._bases: list[str] = [""]
        self._text: list[str] | None = None
        self._is_permalink = True

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        namespace, _, local = name.rpartition(_SEPARATOR)
        if not self.root:
            if local not in (*_SITEMAPS, *_FEEDS):
                raise _Other
            self.root, self.namespace = local, namespace
        self._bases.append(urljoin(self._bases[-1], attributes.get(_XML_BASE, "")))
        self._is_permalink = attributes.get("isPermaLink", "true").strip().lower() != "false"
        self._text = []
        for attribute in _ATTRIBUTES.get(local, ()):
            if attribute in attributes:
                self._add(attributes[attribute], is_entry=False)

    def end(self, name: str) -> None:
        namespace, _, local = name.rpartition(_SEPARATOR)
        text, self._text = "".join(self._text or ()), None
        if text and self._is_address(namespace, local):
            self._add(text, is_entry=namespace == self.namespace)
        self._bases.pop()

    def characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _is_address(self, namespace: str, local: str) -> bool:
        if self.root in _SITEMAPS and namespace != self.namespace:
            return local in _OTHER_FILES
        if self.root in _OF_ONE_NAMESPACE and namespace != self.namespace and local not in _OF_EXTENSIONS:
            return False
        return local in _TEXTS[self.root] and (local != "guid" or self._is_permalink)

    def _add(self, written: str, *, is_entry: bool) -> None:
        address, base = cleaned(written), self._bases[-1]
        try:
            whole = urljoin(base, address) if base else address
        except ValueError:
            whole = address
        if whole:
            self.found.append(XmlAddress(whole, is_entry))


def read(content: bytes) -> XmlAddresses | None:
    """Return the addresses in a file, in their order, or None if it is neither a sitemap nor a feed."""
    try:
        reader, fault = _parsed(content)
    except (ValueError, LookupError):
        # The parser knows no encoding in which a letter takes several bytes, but for those of Unicode.
        from . import encoding  # noqa: PLC0415 - hardly any file needs it

        label = _DECLARATION.match(content)
        reader, fault = _parsed(encoding.decode(content, label[1] if label else b"").encode(), "utf-8")
    return XmlAddresses(reader.root in _SITEMAPS, reader.found, fault) if reader and reader.root else None


def _parsed(content: bytes, encoding: str | None = None) -> tuple[_Reader | None, str]:
    """Return what was read, nothing for another kind of file, and why it ended; `encoding` stands over the file's."""
    reader = _Reader()
    parser = expat.ParserCreate(encoding, namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.begin, reader.end
    parser.CharacterDataHandler = reader.characters
    try:
        parser.Parse(content, True)  # noqa: FBT003 - as the library has it
    except _Other:
        return None, ""
    except expat.ExpatError as error:
        return reader, str(error)
    return reader, ""
