"""The e-book of a language, as the bytes of an EPUB 3 file."""

from collections.abc import Iterator

from ...model.content import Content
from .. import built_site, xhtml
from ..adapting import Adapter
from ..built_site import BuiltSite
from ..edition import Edition, ZipEntry, content_hash, zipped
from . import chapters, package
from .chapters import SHEET, STYLE
from .package import Book

FOLDER = "EPUB"
_MIME = b"application/epub+zip"


def name(content: Content, code: str) -> str:
    """Return the name of the file of a language."""
    return "handbook.epub" if content.language(code).is_source else f"handbook-{code}.epub"


def make(site: BuiltSite, content: Content, code: str, edition: Edition) -> bytes:
    """Return the book of a language; raise NotBuiltError if the site lacks one of its pages."""
    made = tuple(chapters.make(site, content, code))
    hashed = content_hash(*(each.text for each in made))
    book = Book(content=content, code=code, chapters=made, edition=edition, hashed=hashed)
    return zipped(_entries(book, _emergency(site, book)), edition.moment)


def _entries(book: Book, emergency: str) -> Iterator[ZipEntry]:
    """Yield the files of the book: first, and not packed, what it is."""
    yield ZipEntry("mimetype", _MIME, packed=False)
    texts = {
        "META-INF/container.xml": package.CONTAINER,
        f"{FOLDER}/package.opf": package.package(book),
        f"{FOLDER}/{package.CONTENTS}": package.contents(book),
        f"{FOLDER}/{package.TITLE_PAGE}": package.title_page(book, emergency),
        f"{FOLDER}/{STYLE}": SHEET.read_text(encoding="utf-8"),
        **{f"{FOLDER}/{each.file}": each.text for each in book.chapters},
    }
    for path, text in texts.items():
        yield ZipEntry(path, text.encode("utf-8"))


def _emergency(site: BuiltSite, book: Book) -> str:
    """Return the line that says whom to call, as the built pages have it, with links into the book."""
    by_place = {built_site.place(book.content, each.page): each.file for each in book.chapters}
    for chapter in book.chapters:
        page = built_site.read(site, book.content, chapter.page)
        line = page.emergency
        if line is None:
            continue

        def lead(written: str, folder: str = page.folder) -> str | None:
            if written.startswith("tel:"):
                return written
            return by_place.get(site.target(folder, written).path or "")

        return xhtml.inside(line, Adapter(lead=lead, classes=frozenset(), xml=True).adapt)
    return ""
