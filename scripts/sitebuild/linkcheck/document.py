"""One HTML file → what it names and what it offers: read once, as browsers read it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from . import fast_parser
from .address import Target
from .tags import Page, Reference, Tag

_CSS_COMMENT = re.compile(r"/\*(?:.*?\*/|.*)", re.DOTALL)
"""A comment, or one that is never closed: browsers leave out all that follows."""
_CSS_ADDRESS = re.compile(
    # A bracket inside a bare url() is a fault of the sheet; not looking past it keeps the search short.
    r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^\"'()\s]+))\s*\)|@import\s+(?:\"([^\"]*)\"|'([^']*)')"
)
_REFRESH = re.compile(r"^\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)


class Document:
    """
    What a file names and offers, and what it says of itself.

    `references` stand once each, those of styles last. `own` are those by
    which the page names itself and its versions, its canonical and alternate links. The site fills in `inner`, the
    references that stay in it with where they lead, and `versions`, the files of the page's versions by language.
    """

    # No dataclass: the link checker would wait for that module longer than for fifty pages.

    def __init__(self, place: str) -> None:
        """Begin a document of which nothing is known but its place."""
        self.place = place
        self.language = self.title = self.base = self.refresh = ""
        self.noindex = False
        # Not to be indexed, and without an explicit “follow”: a page that is not meant to be found.
        self.withheld = False
        self.headings = 0
        self.ids: set[str] = set()
        self.doubled: list[str] = []
        self.references: list[Reference] = []
        self.own: list[Reference] = []
        self.inner: list[tuple[Reference, Target]] = []
        self.versions: dict[str, str] = {}
        # Values of <meta property> and <meta name>, by their name, and the text of each JSON-LD script.
        self.metadata: dict[str, str] = {}
        self.structured: list[str] = []
        # Addresses of links without any words, of pictures without alt, of links that open a window without rel.
        self.unnamed: Sequence[str] = ()
        self.blind: list[str] = []
        self.opened: list[str] = []
        # Markdown that was published as it was typed.
        self.unfinished: Sequence[str] = ()


def outline(document: Document) -> Document:
    """Return what other pages need to know of a document."""
    known = Document(document.place)
    known.language, known.title, known.base = document.language, document.title, document.base
    known.refresh, known.noindex, known.withheld = document.refresh, document.noindex, document.withheld
    known.ids, known.own, known.versions = document.ids, document.own, document.versions
    return known


def read(place: str, html: bytes) -> Document:
    """Return what a file of HTML says; whatever the bytes, a document comes back."""
    page = fast_parser.read(html) or _parsed(html)
    document, texts = Document(place), iter(page.texts)
    document.language = page.language.strip()
    document.unnamed, document.unfinished = page.unnamed, page.unfinished
    ids = [tag.identifier for tag in page.tags if tag.identifier]
    document.ids = set(ids)
    if len(ids) != len(document.ids):
        document.doubled = [each for each, number in Counter(ids).items() if number > 1]
    for tag in page.tags:
        if tag.special:
            _note(document, tag, next(texts, "") if tag.text else "")
    styled = document.references
    document.references = list(dict.fromkeys(reference for tag in page.tags for reference in tag.references))
    document.references += styled
    return document


def _parsed(html: bytes) -> Page:
    # Most sites have plain pages only: they need not wait for the parser to be loaded.
    from . import full_parser  # noqa: PLC0415

    return full_parser.read(html)


def css_addresses(text: str) -> Iterator[str]:
    """Yield the addresses in a style sheet: url() and @import, comments left out."""
    for found in _CSS_ADDRESS.finditer(_CSS_COMMENT.sub("", text)):
        yield next((group for group in found.groups() if group), "")


def _note(document: Document, tag: Tag, text: str) -> None:
    """Note what a tag says besides its id and its addresses; `text` is what the element holds."""
    attributes = tag.attributes
    if tag.name == "link":
        document.own += tag.references
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
