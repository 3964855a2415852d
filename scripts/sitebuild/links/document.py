"""One HTML file → what it names and what it offers: read once, as browsers read it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from . import tags
from .address import Target
from .tags import Reference, Tag

_CSS_COMMENT = re.compile(r"/\*(?:.*?\*/|.*)", re.DOTALL)
"""A comment, or one that is never closed: browsers leave out all that follows."""
_CSS_ADDRESS = re.compile(
    # A bracket inside a bare url() is a fault of the sheet; not looking past it keeps the search short.
    r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^\"'()\s]+))\s*\)|@import\s+(?:\"([^\"]*)\"|'([^']*)')"
)
_REFRESH = re.compile(r"^\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)


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


def read(place: str, html: bytes) -> Document:
    """Return what a file of HTML says; whatever the bytes, a document comes back."""
    tree = LexborHTMLParser(html)
    page = tags.read(tree)
    document, texts = Document(place), iter(page.texts)
    if tree.root is not None:
        document.language = (tree.root.attributes.get("lang") or "").strip()
    ids, references, links = document.ids, document.references, set()
    for tag in page.tags:
        identifier, link = tag.identifier, tag.link
        if identifier:
            if identifier in ids:
                document.doubled.append(identifier)
            else:
                ids.add(identifier)
        if link is None:
            references += tag.references
        elif link not in links:
            links.add(link)
            references += tag.references
        if tag.special:
            _note(document, tag, next(texts, "") if tag.text else "")
    if page.wordless:
        document.unnamed = [node.attributes["href"] or "" for node in tree.css("a[href]") if _says_nothing(node)]
    body = tree.body
    if _BRACKETS.search(html) and body is not None and _UNFINISHED.search(body.text()):
        document.unfinished = list(_unfinished(tree))
    return document


def css_addresses(text: str) -> Iterator[str]:
    """Yield the addresses in a style sheet: url() and @import, comments left out."""
    for found in _CSS_ADDRESS.finditer(_CSS_COMMENT.sub("", text)):
        yield next((group for group in found.groups() if group), "")


def _note(document: Document, tag: Tag, text: str) -> None:
    """Note what a tag says besides its id and its addresses; `text` is what the element holds."""
    attributes = tag.attributes
    note = _NOTES.get(tag.name)
    if note:
        note(document, attributes, text)
    for address in css_addresses(attributes.get("style", "")):
        document.references.append(Reference(tag.name, "style", address))


def _title(document: Document, _: Mapping[str, str], text: str) -> None:
    document.title = document.title or text.strip()


def _h1(document: Document, _: Mapping[str, str], __: str) -> None:
    document.headings += 1


def _base(document: Document, attributes: Mapping[str, str], _: str) -> None:
    document.base = document.base or attributes.get("href", "").strip()


def _style(document: Document, _: Mapping[str, str], text: str) -> None:
    document.references += [Reference("style", "", address) for address in css_addresses(text)]


def _script(document: Document, attributes: Mapping[str, str], text: str) -> None:
    if "ld+json" in attributes.get("type", ""):
        document.structured.append(text)


def _img(document: Document, attributes: Mapping[str, str], _: str) -> None:
    if "alt" not in attributes:
        document.blind.append(attributes.get("src", ""))


def _a(document: Document, attributes: Mapping[str, str], _: str) -> None:
    """Note a named anchor, and a link that opens a window."""
    if "name" in attributes:
        document.ids.add(attributes["name"])
    rel = attributes.get("rel", "")
    if "href" in attributes and attributes.get("target") == "_blank" and not ("noopener" in rel or "noreferrer" in rel):
        document.opened.append(attributes["href"])


def _says_nothing(link: LexborNode) -> bool:
    return not link.text().strip() and not tags.labelled(link.attributes) and not _pictured(link)


def _pictured(node: LexborNode) -> bool:
    """Tell whether a link without text has a picture that says where it leads."""
    return any(
        (picture.attributes.get("alt") or picture.attributes.get("aria-label") or picture.text() or "").strip()
        for picture in node.css("img, svg, [aria-label]")
    )


def _meta(document: Document, attributes: Mapping[str, str], _: str) -> None:
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


_NOTES: Mapping[str, Callable[[Document, Mapping[str, str], str], None]] = {
    "a": _a,
    "base": _base,
    "h1": _h1,
    "img": _img,
    "meta": _meta,
    "script": _script,
    "style": _style,
    "title": _title,
}
_BRACKETS = re.compile(rb"\][(\[]")
_UNFINISHED = re.compile(r"\[[^\[\]\n]{1,200}\](?:\([^()\s]{1,200}\)|\[[^\[\]\n]{0,80}\])")


def _unfinished(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield Markdown links that nothing resolved; code shows them on purpose."""
    for node in tree.css("code, pre, script, style, textarea, kbd, samp"):
        node.decompose()
    body = tree.body
    for found in _UNFINISHED.finditer(body.text() if body is not None else ""):
        yield found[0]
