"""The files around the chapters: what is in the book and in which order, its contents, its first page."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain

from ...model.content import Content
from ...model.page import Page
from .. import built_site
from ..edition import Edition
from ..words import CopyWords, made
from . import chapters
from .chapters import STYLE, Chapter

CONTAINER = """\
<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
TITLE_PAGE, CONTENTS = "title.xhtml", "contents.xhtml"
_FEATURES = ("alternativeText", "readingOrder", "structuralNavigation", "tableOfContents")
_XHTML = "application/xhtml+xml"


@dataclass(frozen=True, kw_only=True)
class Book:
    """A language's book: its words, its chapters in order, when it was made, and the hash of its content."""

    content: Content
    code: str
    chapters: Sequence[Chapter]
    edition: Edition
    hashed: str

    @property
    def words(self) -> CopyWords:
        """The words of the language."""
        return CopyWords(self.content, self.code)

    @property
    def direction(self) -> str:
        """The direction of its script, ltr or rtl."""
        return self.content.language(self.code).direction


def package(book: Book) -> str:
    """Return package.opf."""
    items = "\n".join(_items(book))
    spine = "\n".join(f'<itemref idref="{_id(name)}"/>' for name in _spine(book))
    return f"""\
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{book.code}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{chr(10).join(_metadata(book))}
</metadata>
<manifest>
{items}
</manifest>
<spine page-progression-direction="{book.direction}">
{spine}
</spine>
</package>
"""


def title_page(book: Book, emergency: str) -> str:
    """Return the first page; `emergency` is the line that says whom to call, as XHTML."""
    words = book.words
    lines = [
        f"<h1>{escape(words.site_name)}</h1>",
        f'<div class="emergency">{emergency}</div>',
        f'<p class="from">{escape(made(words, book.edition, book.hashed))}</p>',
        *(f"<p>{escape(words.say(key))}</p>" for key in ("trust", "not_advice")),
        f"<p>{escape(book.edition.rights)}</p>",
    ]
    return chapters.document(words.site_name, book.code, book.direction, "\n".join(lines))


def contents(book: Book) -> str:
    """Return the contents, with the parts of the menu and their pages, and the landmarks."""
    title = escape(book.words.say("theme_toc"))
    first = book.chapters[0].file
    body = f"""\
<nav epub:type="toc" role="doc-toc" id="toc">
<h1>{title}</h1>
<ol>
{"".join(_parts(book))}</ol>
</nav>
<nav epub:type="landmarks" id="landmarks" hidden="hidden">
<ol>
<li><a epub:type="toc" href="{CONTENTS}">{title}</a></li>
<li><a epub:type="bodymatter" href="{first}">{escape(book.chapters[0].title)}</a></li>
</ol>
</nav>"""
    return chapters.document(book.words.say("theme_toc"), book.code, book.direction, body)


def _metadata(book: Book) -> Iterator[str]:
    edition, words = book.edition, book.words
    # The same book in a later edition keeps its name, so that a shelf replaces the older one.
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"online-loan-privacy-handbook/{book.code}")
    home = book.content.page(book.code, "index.md")
    yield f'<dc:identifier id="id">urn:uuid:{name}</dc:identifier>'
    yield f"<dc:title>{escape(words.site_name)}</dc:title>"
    yield f"<dc:language>{book.code}</dc:language>"
    yield f"<dc:creator>{escape(words.site_name)}</dc:creator>"
    if home and (description := home.front_matter.text("description")):
        yield f"<dc:description>{escape(description)}</dc:description>"
    yield f"<dc:rights>{escape(edition.rights)}</dc:rights>"
    if edition.site_url:
        yield f"<dc:source>{escape(edition.site_url)}</dc:source>"
    yield f"<dc:date>{edition.day.isoformat()}</dc:date>"
    yield f'<meta property="dcterms:modified">{edition.moment:%Y-%m-%dT%H:%M:%SZ}</meta>'
    yield '<meta property="schema:accessMode">textual</meta>'
    yield '<meta property="schema:accessModeSufficient">textual</meta>'
    yield from (f'<meta property="schema:accessibilityFeature">{each}</meta>' for each in _FEATURES)
    yield '<meta property="schema:accessibilityHazard">none</meta>'


def _items(book: Book) -> Iterator[str]:
    yield f'<item id="{_id(CONTENTS)}" href="{CONTENTS}" media-type="{_XHTML}" properties="nav"/>'
    yield f'<item id="{_id(STYLE)}" href="{STYLE}" media-type="text/css"/>'
    yield f'<item id="{_id(TITLE_PAGE)}" href="{TITLE_PAGE}" media-type="{_XHTML}"/>'
    for each in book.chapters:
        svg = ' properties="svg"' if each.has_svg else ""
        yield f'<item id="{_id(each.file)}" href="{each.file}" media-type="{_XHTML}"{svg}/>'


def _spine(book: Book) -> Iterator[str]:
    return chain((TITLE_PAGE, CONTENTS), (each.file for each in book.chapters))


def _id(name: str) -> str:
    """Return the name of a file as XML wants ids."""
    return f"f-{name}"


def _parts(book: Book) -> Iterator[str]:
    """Yield the entries of the contents: a part with its pages, or a page that is in no part."""
    known = {each.page.name: each for each in book.chapters}
    for guide in book.content.guides:
        own = [known[name] for name in guide.pages if name in known]
        if guide.name and own:
            name = escape(book.content.guide_name(guide, book.code))
            yield _entry(f'<a href="{own[0].file}">{name}</a>', [_link(each) for each in own])
            continue
        for each in own:
            inner = [_link(known[page.name]) for page in _below(book, each.page) if page.name in known]
            yield _entry(_link(each), inner)


def _below(book: Book, page: Page) -> list[Page]:
    return built_site.below(book.content, page)


def _entry(link: str, inner: Sequence[str]) -> str:
    below = f"\n<ol>\n{''.join(f'<li>{each}</li>{chr(10)}' for each in inner)}</ol>\n" if inner else ""
    return f"<li>{link}{below}</li>\n"


def _link(chapter: Chapter) -> str:
    return f'<a href="{chapter.file}">{escape(chapter.title)}</a>'
