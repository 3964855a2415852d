"""The whole book on paper, in every language: nothing of the site is lacking, and every number of a page is right."""

import io
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from sitebuild.model.content import Content
from sitebuild.offline import built_site
from sitebuild.paper import pdf, plans, products
from sitebuild.paper.plans import Shelf
from sitebuild.paper.products import Press, Product

from . import halves
from .measure import Measure

if sys.platform != "win32":
    import resource

BOOKLET = "booklet"
_BOUNDS = {BOOKLET: 240, "short": 48}
"""The most sheets of the books in Chinese; a book that nobody prints helps nobody."""
MOST_MEGABYTES, MOST_MEMORY = 5, 900
"""Of a file; and of the audit, which holds more than what prints: that takes 600."""
_PAGE = re.compile(r"\((?:page)\s*(\d+)\s*\)|（第\s*(\d+)\s*[页頁]）")
_OPENING = 15
_TITLES = "h1, h2, h3, h4, .summary, .letter p, .numbers li"


def audit(site: Path, content: Content, folder: Path) -> tuple[list[str], list[Measure]]:
    """Print everything of every language of a built site; return what is wrong in it, and what was measured."""
    opened = built_site.open_site(site)
    shelves = [plans.shelf(content, language, opened, "") for language in content.languages]
    fonts = products.fonts_of(shelves, folder)
    found, measures = [], []
    for shelf in shelves:
        files = [*Press(shelf, fonts).products()]
        for job in dict.fromkeys(product.job for product in files):
            wrong, measured = _audited(shelf, job(), [product for product in files if product.job is job])
            found += wrong
            measures += measured
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 if sys.platform != "win32" else 0
    return found, [
        *measures,
        Measure(name="paper, MB of memory", value=memory, most=MOST_MEMORY),
        Measure(name="paper, faults", value=len(found), most=0),
    ]


def _audited(shelf: Shelf, job: pdf.Job, files: Sequence[Product]) -> tuple[list[str], list[Measure]]:
    """Print the files of a job; return what is wrong in them, and what was measured."""
    code, torn = shelf.language.code, list[str]()
    start = time.process_time()
    made = pdf.files(job, [product.name for product in files], partial(_look, torn) if not job.sizes else None)
    seconds = time.process_time() - start
    found, measures = [f"paper, {code}/{files[0].path}: {fault}" for fault in torn], []
    for product in files:
        name, data = f"paper, {code}/{product.path}", made[product.name].data
        whole = _whole("".join(job.documents), data) if product.kind == BOOKLET else []
        found += [f"{name}: {fault}" for fault in (*whole, *_objections(data))]
        if product.kind in _BOUNDS:
            # With its parts, which are set together with it.
            measures += _measured(name, product.kind, shelf, made[product.name], seconds)
    return found, measures


def _look(torn: list[str], sheets: Sequence[Any]) -> None:
    torn += halves.faults(sheets)


def _measured(name: str, kind: str, shelf: Shelf, made: pdf.Print, seconds: float) -> list[Measure]:
    bound = _BOUNDS[kind] if shelf.language.is_source else None
    return [
        Measure(name=f"{name}, sheets", value=made.pages, most=bound),
        Measure(name=f"{name}, MB", value=len(made.data) / 1e6, most=MOST_MEGABYTES, digits=1),
        Measure(name=f"{name}, seconds a sheet", value=seconds / made.pages, digits=3),
    ]


def _whole(html: str, data: bytes) -> list[str]:
    """Return what is wrong in the text, numbers and fonts of a book that was printed from this HTML."""
    reader = PdfReader(io.BytesIO(data))
    return [*_lacking(html, reader), *_wrong_pages(reader), *_foreign_fonts(reader)]


def _lacking(html: str, reader: PdfReader) -> Iterator[str]:
    """Yield titles, questions, letters and numbers of the HTML that are not in the book, or not in their order."""
    text = _bare(" ".join(page.extract_text() for page in reader.pages))
    place = 0
    for node in LexborHTMLParser(html).css(", ".join(f"body {each}" for each in _TITLES.split(", "))):
        # A longer paragraph may end in another column, with the foot of the page between.
        words = _bare(node.text()) if node.tag != "p" else _bare(node.text())[:_OPENING]
        after = text.find(words, place)
        if after < 0:
            yield f"“{node.text().strip()[:60]}” is not where it should be"
        else:
            place = after


def _bare(text: str) -> str:
    # Two columns, lines and the numbers of pages leave no other trace than these.
    return re.sub(r"\s", "", _PAGE.sub("", text))


def _wrong_pages(reader: PdfReader) -> Iterator[str]:
    """Yield numbers of pages to which no link of the sheet leads, and links that lead nowhere."""
    for count, page in enumerate(reader.pages, start=1):
        led = {*_leads(reader, page)}
        if 0 in led:
            yield f"page {count}: a link leads nowhere"
        for found in _PAGE.finditer(page.extract_text()):
            number = int(found[1] or found[2])
            if number not in led:
                yield f"page {count}: it says page {number}, where no link of it leads"


def _leads(reader: PdfReader, page: Any) -> Iterator[int]:
    for link in page.get("/Annots", []):
        target = link.get_object().get("/Dest") or link.get_object().get("/A", {}).get("/D")
        if target is not None:
            named = reader.named_destinations.get(str(target))
            number = reader.get_destination_page_number(named) if named else None
            yield 0 if number is None else number + 1


def _foreign_fonts(reader: PdfReader) -> Iterator[str]:
    named = set()
    for page in reader.pages:
        resources: Any = page["/Resources"]
        named |= {str(font.get_object()["/BaseFont"]) for font in resources.get("/Font", {}).values()}
    yield from (f"{name} is a font of this machine" for name in sorted(named) if "+Paper-" not in name)


def _objections(data: bytes) -> Iterator[str]:
    """Yield what qpdf objects to."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "printed.pdf"
        path.write_bytes(data)
        run = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    if run.returncode:
        yield f"qpdf: {run.stderr.strip() or run.stdout.strip()}"
