"""Writes HTML as PDF with WeasyPrint: tagged, with an outline, and the same bytes for the same text."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from ..model.problem import ToolError
from .fonts import HELP

LIBRARIES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""The Debian packages that WeasyPrint calls."""
PANGO_HELP = (
    f"paper needs Pango, which sets the text; on Debian and Ubuntu type: sudo apt-get install {LIBRARIES}"
    " (elsewhere see doc.courtbouillon.org/weasyprint, First steps); the site is built without it"
)
VARIANT = "pdf/ua-1"


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a document looks: its style sheets, and the folder that it names its pictures from."""

    sheets: tuple[str, ...]
    pictures: Path


@dataclass(frozen=True, kw_only=True)
class Print:
    """A finished PDF: its bytes and the number of its pages."""

    data: bytes
    pages: int


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


def printed(html: str, style: Style) -> Print:
    """Return a document as a PDF."""
    return _finished([_laid_out(html, style)])


def fitted(documents: Iterable[Callable[[float], str]], style: Style, sizes: Sequence[float]) -> Print:
    """
    Return documents one after the other in a PDF, each on one sheet, in the largest of `sizes` that it fits in.

    Each document is given as HTML by its size in points. What does not fit in the smallest takes as many sheets as
    it needs.
    """
    return _finished([_fitted(html, style, sizes)[0] for html in documents])


def fitting(html: Callable[[float], str], style: Style, sizes: Sequence[float]) -> float:
    """Return the largest of `sizes` in which a document fits on one sheet; the smallest if it fits in none."""
    return _fitted(html, style, sizes)[1]


def _fitted(html: Callable[[float], str], style: Style, sizes: Sequence[float]) -> tuple[Any, float]:
    document, size = None, 0.0
    for size in sizes:
        document = _laid_out(html(size), style)
        if len(document.pages) == 1:
            break
    return document, size


def _laid_out(html: str, style: Style) -> Any:  # noqa: ANN401 - the same
    weasyprint = engine()
    fonts = import_module("weasyprint.text.fonts").FontConfiguration()
    styles = [weasyprint.CSS(string=sheet, font_config=fonts) for sheet in style.sheets]
    return weasyprint.HTML(string=html, base_url=f"{style.pictures.as_uri()}/").render(
        stylesheets=styles, font_config=fonts, pdf_variant=VARIANT
    )


def _finished(documents: Sequence[Any]) -> Print:
    pages = [page for document in documents for page in document.pages]
    document = documents[0].copy(pages)
    data = document.write_pdf(finisher=_complete_heads, pdf_variant=VARIANT, pdf_identifier=b"handbook", pdf_tags=True)
    return Print(data=bytes(data), pages=len(pages))


def _complete_heads(_document: object, pdf: _File) -> None:
    """Say of each head of a table whether it is that of a column or of a row, which WeasyPrint leaves out."""
    elements = {each.reference: each for each in pdf.objects if "S" in getattr(each, "keys", tuple)()}
    for element in elements.values():
        if element["S"] == "/TH":
            row = elements.get(element["P"], {})
            around = elements.get(row.get("P"), {})
            element["A"]["Scope"] = "/Column" if around.get("S") == "/THead" else "/Row"
