"""Built pages as chapters: XHTML files whose links lead to other chapters, and nowhere outside the book by chance."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote

from selectolax.lexbor import LexborNode

from ...linkcheck.address import is_external
from ...model.content import Content
from ...model.page import Page
from .. import built_site, xhtml
from ..adapting import Adapter, classes
from ..built_site import BuiltPage, BuiltSite

SHEET = Path(__file__).with_name("epub.css")
STYLE = "style.css"
"""The name of the style sheet in the book."""
_PARTS = "h1, .checked, article, aside.terms"
"""What of a page belongs into a book, by CSS selector."""
_OUTSIDE = ("http://", "https://", "mailto:", "tel:")
"""What links out of the book may begin with; readers of books do not know sms:."""


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A chapter: the page that it is made from, its file in the book, its title, its XHTML, and whether it has SVG."""

    page: Page
    file: str
    title: str
    text: str
    has_svg: bool


@dataclass(frozen=True)
class _Places:
    """Where pages of the site are in the book: file by place, and the ids that the chapter will have."""

    files: Mapping[str, str]
    ids: Mapping[str, frozenset[str]]


def make(site: BuiltSite, content: Content, code: str) -> Iterator[Chapter]:
    """Yield the chapters of a language in reading order; raise NotBuiltError if the site lacks one of its pages."""
    pages = [built_site.read(site, content, page) for page in built_site.in_order(content, code)]
    places = _Places(
        files={page.place: file(page.page) for page in pages},
        ids={page.place: frozenset(_ids(page)) for page in pages},
    )
    known = classes(SHEET.read_text(encoding="utf-8"))
    language = content.language(code)
    for page in pages:
        adapter = Adapter(lead=_Lead(site, page, places), classes=known, xml=True)
        body = "\n".join(xhtml.written(part, adapter.adapt) for part in page.main.css(_PARTS) if not _is_inner(part))
        text = document(page.title, code, language.direction, "\n".join(filter(str.strip, body.splitlines())))
        yield Chapter(page=page.page, file=file(page.page), title=page.title, text=text, has_svg="<svg" in body)


def file(page: Page) -> str:
    """Return the file of a page in the book; names of pages have no underscore, so no two are the same."""
    return page.name.removesuffix(".md").replace("/", "_") + ".xhtml"


def document(title: str, code: str, direction: str, body: str) -> str:
    """Return an XHTML file of the book."""
    spaces = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
    return f"""\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html {spaces} lang="{code}" xml:lang="{code}" dir="{direction}">
<head>
<title>{escape(title)}</title>
<link rel="stylesheet" type="text/css" href="{STYLE}"/>
</head>
<body>
{body}
</body>
</html>
"""


def _ids(page: BuiltPage) -> Iterator[str]:
    for part in page.main.css(_PARTS):
        yield from (node.attributes.get("id") or "" for node in part.css("[id]"))


def _is_inner(part: LexborNode) -> bool:
    """Tell whether a part stands in another one, such as a heading in the article."""
    outer = part.parent
    while outer is not None:
        if outer.tag == "article":
            return True
        outer = outer.parent
    return False


@dataclass(frozen=True)
class _Lead:
    """Says where the links of a page lead in the book; see adapting.Lead."""

    site: BuiltSite
    page: BuiltPage
    places: _Places

    def __call__(self, written: str) -> str | None:
        if written.startswith(_OUTSIDE):
            return written
        if is_external(written, ""):
            return None
        target = self.site.target(self.page.folder, written)
        place = self.page.place if target.path == "" else target.path
        if place is None or place not in self.places.files:
            return None
        name = "" if target.path == "" else self.places.files[place]
        if target.fragment in self.places.ids[place] and target.fragment:
            return f"{name}#{quote(target.fragment)}"
        return name or None
