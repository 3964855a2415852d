"""Writes HTML as PDF with WeasyPrint: tagged, with an outline, and the same bytes for the same text."""

import logging
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from ..model.message import Message
from ..model.problem import ToolError
from . import imposition, lettering, sparing, structure
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


WHOLE = ""
"""The name of a file that has all documents of a job."""


@dataclass(frozen=True, kw_only=True)
class Extract:
    """
    A file of one document of a job, with the pages that it has in the whole, and a document of its own before it.

    `number` says which one. A link to what is elsewhere in the whole leads to `addresses`, by the beginning of its
    target up to `--`, or nowhere.
    """

    front: str
    number: int
    addresses: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Job:
    """
    All that a PDF is made of: the same job gives the same bytes.

    `documents` are set one after the other, once for all files: the whole, and `extracts` by their names.
    With `sizes`, each gets the largest of them in which it fits on a sheet;
    what does not fit in the smallest takes as many sheets as it needs. With `sheet`, that document alone is printed, in
    the size that the first of `documents` fits in.
    """

    documents: tuple[str, ...]
    style: Style
    sizes: tuple[float, ...] = ()
    sheet: str = ""
    extracts: Mapping[str, Extract] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Print:
    """A finished PDF: its bytes and the number of its pages."""

    data: bytes
    pages: int


_PICTURE = re.compile(r'<img\b[^>]*\bsrc="([^"]+)"')


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
    return files(job, (WHOLE,), look)[WHOLE]


def files(job: Job, names: Collection[str], look: Callable[[Sequence[Any]], None] | None = None) -> Mapping[str, Print]:
    """Return the files of a job that have these names: WHOLE, or those of its extracts; `look` as in `printed`."""
    with sparing.long_book(), lettering.kept():
        press = _Press.ready(job.style)
        sheets: list[Any] = []
        begins = []
        first, size = None, 0.0
        for count, html in enumerate(job.documents, start=1):
            part = html.replace(imposition.SHEETS_BEFORE, str(len(sheets)))
            document, size, found = press.sheets(part, job.sizes)
            first = first or document
            begins.append(len(sheets))
            sheets += found
            if count < len(job.documents):
                # Nothing that follows the last part takes as much as it did.
                sparing.forget(found)
            # Or the last part would be kept until all is written.
            found.clear()
        if job.sheet:
            first, _, sheets = press.sheets(job.sheet, (size,))
        anchors = imposition.number(sheets)
        if look:
            look(sheets)
        begins.append(len(sheets))
        made = dict(_extracts(press, job, names, _Whole(sheets=sheets, begins=begins, anchors=anchors)))
        if WHOLE in names:
            made[WHOLE] = _finished(first, [sparing.PaintedOnce(sheet) for sheet in sheets], sheets)
        return made


@dataclass(frozen=True, kw_only=True)
class _Whole:
    """The sheets of a job: where each document begins, and on which page each target is."""

    sheets: Sequence[Any]
    begins: Sequence[int]
    anchors: Mapping[str, int]


def _extracts(press: "_Press", job: Job, names: Collection[str], whole: _Whole) -> Iterator[tuple[str, Print]]:
    for name, extract in job.extracts.items():
        if name in names:
            begin, end = whole.begins[extract.number : extract.number + 2]
            document, _, front = press.sheets(extract.front, ())
            imposition.number(front, whole.anchors)
            shown = [*front, *(sparing.PaintedPage(sheet) for sheet in whole.sheets[begin:end])]
            imposition.lead(shown, extract.addresses)
            yield name, _finished(document, shown, [], (len(front), begin + 1))


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


def _finished(
    document: Any,  # noqa: ANN401 - the same
    pages: list[Any],
    given_away: list[Any],
    numbered: tuple[int, int] | None = None,
) -> Print:
    """
    Return pages as a PDF.

    `given_away` is emptied before they are written; `numbered` are how many pages come before the first one with a
    number, and that number, if it is not the first page that is called 1.
    """
    languages = [box.style["lang"] for page in pages for box in imposition.spans(page)]
    count = len(pages)
    whole = document.copy([*pages])
    pages.clear()
    given_away.clear()
    # Without an identifier: for one, everything would be written twice, to count it.
    data = whole.write_pdf(
        finisher=partial(structure.complete, languages, numbered), pdf_variant=VARIANT, pdf_tags=True
    )
    return Print(data=bytes(data), pages=count)
