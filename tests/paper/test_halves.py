"""What the audit sees in a book as it is set, on small ones; and that the engine is left as it was."""

import contextlib
import gc
import importlib
from pathlib import Path
from typing import Any

import pytest

import pango
from audit import halves
from sitebuild.paper import lettering, pdf
from sitebuild.paper.imposition import SHEETS_BEFORE
from sitebuild.paper.pdf import PANGO_HELP, Job, Style

SHEET = "@page { size: 100mm 100mm; margin: 10mm } html { font-size: 12px; line-height: 1 } p, h2, li, ul { margin: 0 }"
PAPER = (Path(pdf.__file__).parent / "paper.css").read_text(encoding="utf-8")
PARAGRAPH = "<p>text</p>"
FULL = PARAGRAPH * 22
BELOW = "<p style='break-before: page'>text</p>" + PARAGRAPH * 9
ASKED = (("weasyprint.layout.inline", "strut"), ("weasyprint.layout.absolute", "shrink_to_fit"))
LETTERS = (
    "<p>text <b>text</b> <u>text</u> <small>text</small> <span lang='zh'>“字”，（字）</span> <i>a</i></p>"
    "<p style='font-feature-settings: \"kern\" 0'>AVAVA <code>AVAVA</code></p>"
    "<ol start='9'><li>one<li>two<ul><li>in it<li style='letter-spacing: 2px'>wide</ul></ol>"
    "<svg viewBox='0 0 90 20'><text x='9' y='9' font-weight='bold'>drawn</text></svg>"
)


@pytest.fixture(autouse=True)
def _able() -> None:
    if not pango.works():
        pytest.skip(PANGO_HELP)


def _seen(*bodies: str, sheet: str = SHEET) -> list[str]:
    found: list[str] = []
    documents = tuple(f"<html lang='en'><title>A</title><body style='margin: 0'>{body}" for body in bodies)
    job = Job(documents=documents, style=Style(sheets=(sheet,), pictures=Path(__file__).parent))
    pdf.printed(job, lambda sheets: found.extend(halves.faults(sheets)))
    return found


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (f"{FULL}<h2>Alone</h2><p style='break-before: page'>text</p>", "“Alone” is alone at the foot"),
        (f"{PARAGRAPH}<p style='break-before: page'>text</p>", "5% full"),
        (f"{FULL}<ul><li>a<br>b<br>c<br>d<br>e</li></ul>", "“abcde” goes on on the next one"),
        (f"<p style='white-space: nowrap'>{'wide ' * 30}</p>", "runs over the edge"),
        (f"{FULL}<article><h2>Opening</h2>{PARAGRAPH}{BELOW}</article>", "“Opening” has less than 3 lines below it"),
        ("<p style='width: 5em; overflow-wrap: anywhere'>a longinterestingword</p>", "the word “longin"),
    ],
)
def test_a_fault_of_a_page_is_seen(body: str, seen: str) -> None:
    assert [fault for fault in _seen(body) if fault.startswith("page 1: ") and seen in fault]


@pytest.mark.parametrize(
    "body",
    [
        f"{FULL}<h2>Head</h2>{PARAGRAPH}",
        f"{PARAGRAPH * 19}<article><h2>Opening</h2>{PARAGRAPH * 3}{BELOW}</article>",
        f"{FULL}<article><h2>Opening</h2>{PARAGRAPH}</article>",
        "<p style='width: 5em; overflow-wrap: anywhere'>all short words stay in a piece, and so does long-ish</p>",
        "<p style='width: 5em; overflow-wrap: anywhere'>an address, very.long.example.org, may be cut</p>",
        "<p style='width: 7em'>send (tíqián dàoqī) and wait</p>",
        "<p lang='en' style='width: 5em; hyphens: auto'>interesting hyphenation</p>",
        f"{FULL}<h2 style='display: inline'>Head</h2> text <p style='break-before: page'>text</p>",
        f"<p>end of a part</p><section style='break-before: page'><h1>Next part</h1>{PARAGRAPH}</section>",
        "<p>the last page</p>",
        f"{FULL}<ul><li style='break-inside: avoid'>a<br>b<br>c<br>d<br>e</li></ul>",
        f"{FULL}<ul><li>a<ul><li>b</li><li>c</li><li>d</li></ul></li></ul>",
    ],
)
def test_a_page_as_it_should_be_is_no_fault(body: str) -> None:
    assert _seen(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "<p><em>Write to them under the <a>Regulations for Consumers</a> now</em></p>",
        "<p><em>Write to them under <strong>Regulations for Consumers</strong> now</em></p>",
        "<table><tr><th>No.<th>Reference<th>Text<tr><td>1<td>a<td>" + "a long text of many words " * 9 + "</table>",
    ],
)
def test_the_style_of_paper_cuts_no_word(body: str) -> None:
    widths = "".join(f"<div style='width: {width}mm'>{body}</div>" for width in range(60, 80))

    assert [fault for fault in _seen(widths, sheet=SHEET + PAPER) if "is cut" in fault] == []


def test_a_part_counts_on_where_the_one_before_it_ends() -> None:
    texts: list[str] = []
    counted = (
        "@page { counter-increment: page; @bottom-left { content: counter(page) } } @page :first { counter-reset: page "
    )
    part = f"<html lang='en'><title>A</title><style>{counted}{SHEETS_BEFORE} }}</style><p>text"
    job = Job(documents=(part, part), style=Style(sheets=(SHEET,), pictures=Path(__file__).parent))

    def look(sheets: Any) -> None:
        pages = [sheet._page_box for sheet in sheets]  # noqa: SLF001 - as in imposition.py
        boxes = [box for page in pages for box in page.descendants()]
        texts.extend(box.text for box in boxes if hasattr(box, "pango_layout"))

    pdf.printed(job, look)
    assert texts == ["text", "1", "text", "2"]


def test_printing_leaves_the_engine_and_the_memory_as_they_were() -> None:
    library = importlib.import_module("pydyf").PDF
    counted = library.__dict__["page_references"]
    asked = [vars(importlib.import_module(module))[name] for module, name in ASKED]

    _seen(PARAGRAPH)

    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    assert library.__dict__["page_references"] is counted
    assert [vars(importlib.import_module(module))[name] for module, name in ASKED] == asked


def test_what_is_kept_from_line_to_line_changes_no_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = (f"<html lang='en'><title>A</title><body>{LETTERS * 3}",)
    job = Job(documents=documents, style=Style(sheets=(SHEET,), pictures=Path(__file__).parent))
    kept = pdf.printed(job)

    monkeypatch.setattr(lettering, "kept", contextlib.nullcontext)

    assert pdf.printed(job) == kept
