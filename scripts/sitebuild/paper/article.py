"""Turns the text of a page as browsers show it into a chapter of a book: nothing folded, links as page numbers."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from . import columns
from .built_pages import PrintPage

_SOURCES = "sources"
_DROPPED = ("script", "button", "input", ".cited", ".terms", ".downloads")
"""What paper has no use for: what only a finger can use, and what the back of the book has for all pages."""
_BOX = "□"
"""What is ticked on paper; it stands where other items have a dot."""
_FOLDED = re.compile(r"<(/?)(details|summary)\b([^>]*)>")
_HEADING = re.compile(r"<(/?)h([2-5])\b")
_ID = re.compile(r'(?<![\w-])(id|aria-labelledby)="([^"]*)"')
_ANY_ID = re.compile(r'(?<![\w-])id="([^"]*)"')
_LONGEST_ADDRESS = 34
"""In characters: what is longer nobody types, so the paper names the host alone."""
_DRAWING = (
    "text{fill:#000;font-size:14px;text-anchor:middle;font-family:FAMILY}text.strong{fill:#fff;font-weight:700}"
    "text.alarm,text.quiet{font-weight:700}.figure-box{fill:#fff;stroke:#000;stroke-width:1}"
    ".figure-box.strong{fill:#333}.figure-box.tint{fill:#eee}.figure-box.alarm{stroke-width:3}"
    ".figure-line{fill:none;stroke:#000;stroke-width:1.5}.figure-head,.figure-solid{fill:#000}"
)
"""The style of drawings: an SVG inside a page does not see the sheet of the page."""


@dataclass(frozen=True, kw_only=True)
class Volume:
    """
    What a chapter must know of the book that it stands in.

    `pages` are the pages of the book by their address, `ids` the ids of each by its slug; `quiet` are the slugs of
    pages that the back of the book holds, so that a link to them needs no page number; `site` is the address that
    pages outside the book can be found under, empty if nobody can go there; `family` are the fonts of drawings.
    """

    pages: Mapping[str, PrintPage]
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    quiet: frozenset[str] = frozenset()
    site: str = ""
    family: str = "sans-serif"

    @classmethod
    def of(
        cls, pages: Iterable[PrintPage], lists: Iterable[PrintPage], *, quiet: frozenset[str], site: str, family: str
    ) -> "Volume":
        """Return the book of these pages; `lists` are those that paper sets anew, so nothing inside them is led to."""
        set_as_is = {page.slug: page for page in pages}
        known = {page.address: page for page in (*set_as_is.values(), *lists)}
        found = {slug: frozenset(_ANY_ID.findall(page.article)) for slug, page in set_as_is.items()}
        ids = {page.slug: found.get(page.slug, frozenset()) for page in known.values()}
        return cls(pages=known, ids=ids, quiet=quiet, site=site, family=family)


def chapter(page: PrintPage, book: Volume, *, shift: int = 1) -> str:
    """Return the HTML of a page as a chapter, its headings `shift` levels lower than on the site."""
    tree = LexborHTMLParser(f"<main>{page.article}</main>")
    (root,) = tree.css("body > main")
    _drop(root)
    for link in root.css("a"):
        _set_link(link, page, book)
    for picture in root.css("img"):
        # The writer of the PDF looks for it from the root of the site.
        picture.attrs["src"] = urljoin(f"/{page.address}", picture.attributes.get("src") or "").lstrip("/")
    for table in root.css("table"):
        columns.settle(table)
    for item in root.css("li"):
        if item.text().lstrip().startswith(_BOX):
            item.attrs["class"] = "tick"
    for drawing in root.css("svg"):
        _describe(drawing)
    html = _FOLDED.sub(_unfolded, root.inner_html or "")
    html = html.replace("</title>", f"</title><style>{_DRAWING.replace('FAMILY', book.family)}</style>")
    html = _ID.sub(lambda found: f'{found[1]}="{_own(page.slug, found[2])}"', html)
    return _HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + shift}", html).strip()


def _own(slug: str, names: str) -> str:
    return " ".join(f"{slug}--{name}" for name in names.split())


def _unfolded(found: re.Match[str]) -> str:
    closing, tag, attributes = found.groups()
    marked = "" if closing else (' class="summary"' if tag == "summary" else attributes)
    return f"<{closing}div{marked}>"


def _drop(root: LexborNode) -> None:
    for node in root.css(", ".join(_DROPPED)):
        node.decompose()
    heading = root.css_first(f"h2#{_SOURCES}")
    if heading is None:
        return
    around = heading.parent
    if around is not None and around.tag == "summary" and around.parent is not None:
        around.parent.decompose()
        return
    while (following := heading.next) is not None and following.tag != "h2":
        following.decompose()
    heading.decompose()


def _describe(drawing: LexborNode) -> None:
    """Give a drawing the text that says all, as its title: the writer of the PDF looks at nothing else."""
    title, text = drawing.css_first("title"), drawing.css_first("desc")
    if title is not None and text is not None:
        whole = f"{title.text()}: {text.text()}".replace("&", "&amp;").replace("<", "&lt;")
        title.inner_html = whole
        text.decompose()


def _set_link(link: LexborNode, page: PrintPage, book: Volume) -> None:
    href = link.attributes.get("href") or ""
    kind = href.split(":", 1)[0]
    if kind in ("tel", "sms", "mailto"):
        return
    if kind in ("http", "https"):
        _name_address(link, href)
        return
    way = urlsplit(urljoin(f"/{page.address}", href))
    address, anchor = way.path.lstrip("/"), unquote(way.fragment)
    target = book.pages.get(address)
    if target is None:
        _leave(link, f"{book.site}{address}" if book.site else "", way.fragment)
        return
    known = anchor and anchor != _SOURCES and anchor in book.ids[target.slug]
    link.attrs["href"] = f"#{target.slug}--{anchor}" if known else f"#{target.slug}"
    if "term" not in (link.attributes.get("class") or "").split() and target.slug not in book.quiet:
        link.attrs["class"] = "to"


def _leave(link: LexborNode, address: str, fragment: str) -> None:
    """Leave a link to a page outside the book its words, and the address if people can go there."""
    if address:
        link.attrs["href"] = f"{address}#{fragment}" if fragment else address
    else:
        del link.attrs["href"]


def _name_address(link: LexborNode, href: str) -> None:
    shown = short(href)
    if shown not in (link.text() or ""):
        link.attrs["class"] = "out"
        link.attrs["data-short"] = shown


def short(address: str) -> str:
    """Return how paper shows an address: as people type it if that is short, else its host."""
    way = urlsplit(address)
    whole = f"{way.netloc.removeprefix('www.')}{way.path.rstrip('/')}"
    plain = len(whole) <= _LONGEST_ADDRESS and not way.query
    return whole if plain else way.netloc.removeprefix("www.")
