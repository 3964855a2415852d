"""One HTML file → what it names and what it offers: read once, as browsers read it."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .address import Target

_ADDRESSES = {
    "a": ("href", "ping"),
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
_OF_THE_PAGE = ("title", "h1", "base", "style")
_SETS = {"img": "srcset", "source": "srcset", "link": "imagesrcset"}
_SELECTOR = (
    ":is(" + ",".join([*_ADDRESSES, "base", "meta", "style", "title", "[id]", "[style]", "h1", "script[type]"]) + ")"
)
"""One compound selector, because a list of selectors yields an element once for each that matches."""
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_ADDRESS = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^\"')\s]+))\s*\)|@import\s+(?:\"([^\"]*)\"|'([^']*)')")
_REFRESH = re.compile(r"^\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)


class Reference(NamedTuple):
    """An address in a file: the element and attribute it stands in, and what matters about the element."""

    tag: str
    attribute: str
    address: str
    rel: str = ""
    language: str = ""
    """The hreflang of a link."""


@dataclass(slots=True)
class Document:
    """What a file names (`references`) and offers (`ids`), and what it says of itself."""

    place: str
    language: str = ""
    title: str = ""
    base: str = ""
    refresh: str = ""
    noindex: bool = False
    withheld: bool = False
    """Not to be indexed, and without an explicit “follow”: a page that is not meant to be found."""
    headings: int = 0
    ids: set[str] = field(default_factory=set)
    doubled: list[str] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    """In the order of the file; an ordinary link that is repeated stands once."""
    inner: list[tuple[Reference, Target]] = field(default_factory=list)
    """The references that stay in the site, with where they lead; `site.load` fills it in."""
    metadata: dict[str, str] = field(default_factory=dict)
    """Values of <meta property> and <meta name>, by their name."""
    structured: list[str] = field(default_factory=list)
    """The text of each JSON-LD script."""
    unnamed: list[str] = field(default_factory=list)
    """Addresses of links without any words."""
    blind: list[str] = field(default_factory=list)
    """Addresses of pictures without an alt attribute."""
    opened: list[str] = field(default_factory=list)
    """Addresses that open a new window without rel=noopener."""
    unfinished: list[str] = field(default_factory=list)
    """Markdown that was published as it was typed."""


def read(place: str, html: bytes) -> Document:  # noqa: C901, PLR0912 - the one hot loop, see below
    """Return what a file of HTML says; whatever the bytes, a document comes back."""
    tree = LexborHTMLParser(html)
    document = Document(place)
    root = tree.root
    if root is not None:
        document.language = (root.attributes.get("lang") or "").strip()
    ids, references, plain = document.ids, document.references, set()
    # The loop runs for every link of every page: what is common is written out, the rest has functions.
    for node in tree.css(_SELECTOR):
        tag, attributes = node.tag or "", node.attributes
        identifier = attributes.get("id")
        if identifier:
            if identifier in ids:
                document.doubled.append(identifier)
            else:
                ids.add(identifier)
        if tag == "a":
            address = attributes.get("href")
            if address is not None:
                if len(attributes) > 1 and ("rel" in attributes or "hreflang" in attributes):
                    rel, language = attributes.get("rel") or "", attributes.get("hreflang") or ""
                    references.append(Reference("a", "href", address.strip(), rel, language))
                elif address not in plain:
                    plain.add(address)
                    references.append(_link_to(address))
                if "target" in attributes or not node.text().strip():
                    _link(document, node, attributes, attributes.get("rel") or "")
            if "name" in attributes:
                ids.add(attributes["name"] or "")
        elif tag in _ADDRESSES:
            _addresses(document, node, tag, attributes)
        elif tag == "meta":
            _meta(document, attributes)
        elif tag in _OF_THE_PAGE:
            _of_the_page(document, node, tag, attributes)
        if "style" in attributes:
            for each in css_addresses(attributes["style"] or ""):
                references.append(Reference(tag, "style", each))
    body = tree.body
    if (b"](" in html or b"][" in html) and body is not None and _UNFINISHED.search(body.text()):
        document.unfinished = list(_unfinished(tree))
    return document


@functools.cache
def _link_to(address: str) -> Reference:
    """Return an ordinary link; menus repeat the same ones on every page."""
    return Reference("a", "href", address.strip())


def css_addresses(text: str) -> Iterator[str]:
    """Yield the addresses in a style sheet: url() and @import, comments left out."""
    for found in _CSS_ADDRESS.finditer(_CSS_COMMENT.sub("", text)):
        yield next((group for group in found.groups() if group), "")


def _of_the_page(document: Document, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> None:
    if tag == "title":
        document.title = document.title or node.text().strip()
    elif tag == "h1":
        document.headings += 1
    elif tag == "base":
        document.base = document.base or (attributes.get("href") or "").strip()
    elif tag == "style":
        for address in css_addresses(node.text()):
            document.references.append(Reference("style", "", address))


def _addresses(document: Document, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> None:
    rel = (attributes.get("rel") or "").lower()
    for name in _ADDRESSES[tag]:
        if name in attributes:
            address = (attributes[name] or "").strip()
            language = attributes.get("hreflang") or "" if tag in ("a", "link") else ""
            document.references.append(Reference(tag, name, address, rel, language))
    several = attributes.get(_SETS.get(tag, ""))
    for part in several.split(",") if several else ():
        if part.strip():
            document.references.append(Reference(tag, "srcset", part.split()[0]))
    if tag == "img" and "alt" not in attributes:
        document.blind.append(attributes.get("src") or "")
    elif tag == "script" and "ld+json" in (attributes.get("type") or ""):
        document.structured.append(node.text())


def _link(document: Document, node: LexborNode, attributes: dict[str, str | None], rel: str) -> None:
    """Note a link without words, and one that opens a window."""
    address = attributes.get("href") or ""
    if attributes.get("target") == "_blank" and "noopener" not in rel and "noreferrer" not in rel:
        document.opened.append(address)
    named = attributes.get("aria-label") or attributes.get("title") or attributes.get("aria-labelledby")
    if not named and not node.text().strip() and not _pictured(node):
        document.unnamed.append(address)


def _pictured(node: LexborNode) -> bool:
    """Tell whether a link without text has a picture that says where it leads."""
    return any(
        (picture.attributes.get("alt") or picture.attributes.get("aria-label") or picture.text() or "").strip()
        for picture in node.css("img, svg, [aria-label]")
    )


def _meta(document: Document, attributes: dict[str, str | None]) -> None:
    content = attributes.get("content") or ""
    name = (attributes.get("property") or attributes.get("name") or "").lower()
    if name:
        document.metadata.setdefault(name, content)
        if name == "robots" and "noindex" in content.lower():
            document.noindex = True
            document.withheld = "follow" not in re.split(r"[\s,]+", content.lower())
    if (attributes.get("http-equiv") or "").lower() == "refresh":
        found = _REFRESH.match(content)
        document.refresh = found[1].strip() if found else ""


_UNFINISHED = re.compile(r"\[[^\[\]\n]{1,200}\](?:\([^()\s]{1,200}\)|\[[^\[\]\n]{0,80}\])")


def _unfinished(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield Markdown links that nothing resolved; code shows them on purpose."""
    for node in tree.css("code, pre, script, style, textarea, kbd, samp"):
        node.decompose()
    body = tree.body
    for found in _UNFINISHED.finditer(body.text() if body is not None else ""):
        yield found[0]
