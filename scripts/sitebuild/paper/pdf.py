"""Writes HTML as PDF with WeasyPrint: tagged, with an outline, and the same bytes for the same text."""

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from ..model.message import Message
from ..model.problem import ToolError
from . import imposition, lettering, sparing
from .fonts import HELP

LIBRARIES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""The Debian packages that WeasyPrint calls."""
PANGO_HELP = Message(
    "paper needs Pango, which sets the text; on Debian and Ubuntu type: sudo apt-get install "
    "{libraries} (elsewhere see doc.courtbouillon.org/weasyprint, First steps); the site is "
    "built without it",
    libraries=LIBRARIES,
)
VARIANT = "pdf/ua-1"
_NARROW = 600.0
"""In px; a sheet of A4 has 794, half of one 397, and a card, which is no half of a sheet, 321."""


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a document looks: its style sheets, and the folder that it names its pictures from."""

    sheets: tuple[str, ...]
    pictures: Path


SIZE = "SIZE-OF-THE-LETTERS"
"""Stands in a document where its size in points comes."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """
    All that a PDF is made of: the same job gives the same bytes.

    `documents` are set one after the other. With `sizes`, each gets the largest of them in which it fits on a sheet;
    what does not fit in the smallest takes as many sheets as it needs. With `sheet`, that document alone is printed, in
    the size that the first of `documents` fits in.
    """

    documents: tuple[str, ...]
    style: Style
    sizes: tuple[float, ...] = ()
    sheet: str = ""


@dataclass(frozen=True, kw_only=True)
class Print:
    """A finished PDF: its bytes and the number of its pages."""

    data: bytes
    pages: int


_PICTURE = re.compile(r'<img\b[^>]*\bsrc="([^"]+)"')


class _File(Protocol):
    """What a PDF is before it is written: its objects, those of its structure are dicts with an `S`."""

    objects: list[Any]


def engine() -> Any:  # noqa: ANN401 - a library that is not there when types are checked
    """Return WeasyPrint; raise ToolError, which says what to type, if it or Pango is missing."""
    try:
        weasyprint = import_module("weasyprint")
    except ImportError as error:
        raise ToolError(HELP) from error
    except OSError as error:
        raise ToolError(PANGO_HELP) from error
    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.ERROR)
    return weasyprint


def engine_version() -> str:
    """Return the version of WeasyPrint."""
    return str(engine().__version__)


def pictures(job: Job) -> list[Path]:
    """Return the files of the pictures that a job shows, in their order."""
    names = dict.fromkeys(name for html in (*job.documents, job.sheet) for name in _PICTURE.findall(html))
    return [path for name in names if (path := job.style.pictures / name).is_file()]


def printed(job: Job, look: Callable[[Sequence[Any]], None] | None = None) -> Print:
    """Return what a job asks for as a PDF; `look` is shown the finished sheets before they are written."""
    with sparing.long_book(), lettering.kept():
        press = _Press.ready(job.style)
        sheets: list[Any] = []
        first, size = None, 0.0
        for count, html in enumerate(job.documents, start=1):
            part = html.replace(imposition.SHEETS_BEFORE, str(len(sheets)))
            document, size, found = press.sheets(part, job.sizes)
            first = first or document
            sheets += found
            if count < len(job.documents):
                # Nothing that follows the last part takes as much as it did.
                sparing.forget(found)
            # Or the last part would be kept until all is written.
            found.clear()
        if job.sheet:
            first, _, sheets = press.sheets(job.sheet, (size,))
        imposition.number(sheets)
        if look:
            look(sheets)
        return _finished(first, sheets)


@dataclass(frozen=True)
class _Press:
    """WeasyPrint with a style sheet and its fonts, which all parts of a file share."""

    engine: Any
    fonts: Any
    style: Any
    pictures: str

    @classmethod
    def ready(cls, style: Style) -> "_Press":
        weasyprint = engine()
        fonts = import_module("weasyprint.text.fonts").FontConfiguration()
        sheet = weasyprint.CSS(string="\n".join(style.sheets), font_config=fonts)
        return cls(weasyprint, fonts, sheet, f"{style.pictures.as_uri()}/")

    def sheets(self, html: str, sizes: Sequence[float]) -> tuple[Any, float, list[Any]]:
        """Return a document without its pages, the size of its letters, and its pages as sheets."""
        document, size = self._fitted(html, sizes)
        # Narrow pages are those of books.
        found = imposition.side_by_side(document.pages, _NARROW)
        document.pages = []
        return document, size, found

    def _fitted(self, html: str, sizes: Sequence[float]) -> tuple[Any, float]:
        """Return a document in the largest of `sizes`, which fall, that fits on a sheet, or in the last; and that."""
        if not sizes:
            return self._laid_out(html), 0.0
        made: dict[int, Any] = {}
        first, last = 0, len(sizes) - 1
        while first < last:
            middle = (first + last) // 2
            made[middle] = self._laid_out(html.replace(SIZE, f"{sizes[middle]}"))
            first, last = (first, middle) if len(made[middle].pages) == 1 else (middle + 1, last)
        document = made.get(first) or self._laid_out(html.replace(SIZE, f"{sizes[first]}"))
        return document, sizes[first]

    def _laid_out(self, html: str) -> Any:  # noqa: ANN401 - the same
        # Without hints the number that a list begins with is not heard.
        document = self.engine.HTML(string=html, base_url=self.pictures).render(
            stylesheets=[self.style], font_config=self.fonts, pdf_variant=VARIANT, presentational_hints=True
        )
        document._html = None  # noqa: SLF001 - the whole text as a tree, which nothing asks for again
        return document


def _finished(document: Any, pages: list[Any]) -> Print:  # noqa: ANN401 - the same
    languages = [box.style["lang"] for page in pages for box in imposition.spans(page)]
    count = len(pages)
    whole = document.copy([sparing.PaintedOnce(page) for page in pages])
    pages.clear()
    # Without an identifier: for one, everything would be written twice, to count it.
    data = whole.write_pdf(finisher=partial(_complete, languages), pdf_variant=VARIANT, pdf_tags=True)
    return Print(data=bytes(data), pages=count)


def _complete(languages: Sequence[str], document: Any, pdf: _File) -> None:  # noqa: ANN401 - the same
    """Write into the structure what WeasyPrint leaves out: what a head of a table is the head of, and languages."""
    elements = [each for each in pdf.objects if "S" in getattr(each, "keys", tuple)()]
    by_reference = {each.reference: each for each in elements}
    for element in elements:
        if element["S"] == "/TH":
            row = by_reference.get(element["P"], {})
            around = by_reference.get(row.get("P"), {})
            element["A"]["Scope"] = "/Column" if around.get("S") == "/THead" else "/Row"
    _name_languages(languages, document.metadata.lang, elements)


def _name_languages(languages: Sequence[str], own: str, elements: Sequence[Any]) -> None:
    """Say of phrases in another language, which pages mark by `<span lang>`, which one it is."""
    # The structure has one element for each span, in their order; those with a number are its pieces of text.
    spans = [each for each in elements if each["S"] == "/Span" and not any(isinstance(kid, int) for kid in each["K"])]
    string = import_module("pydyf").String
    if len(spans) != len(languages):
        return
    for element, language in zip(spans, languages, strict=True):
        if language and language != own:
            element["Lang"] = string(language)
