"""
How long the booklet takes, beside WeasyPrint without our part, and typst: python tests/benchmarks/paper.py.

All three set the text of the booklet of the site that is in site/, with the same fonts, tagged, each in a process of
its own, in turn. WeasyPrint alone gets the HTML and no style but the fonts; typst gets the text converted plainly:
headings, paragraphs, lists, tables and what is strong, without figures. Neither of them writes numbers of pages, puts
boxes around anything or keeps steps whole. Medians are printed. typst is installed into a temporary folder; if that
cannot be, it is listed as missing.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from sitebuild.building.replace_site import SITE  # noqa: E402 - found only now
from sitebuild.offline import built_site  # noqa: E402 - the same
from sitebuild.paper import fonts, pdf, plans, products  # noqa: E402 - the same
from sitebuild.paper.pdf import Job  # noqa: E402 - the same
from sitebuild.reading import docs_folder, mkdocs_config  # noqa: E402 - the same

TYPST = "typst==0.15.2"
OURS, BARE, OTHER = "booklet", "WeasyPrint alone", TYPST.replace("==", " ")
_BARE = "@page { size: A4; margin: 13mm 11mm } html { font-size: 10.5pt; line-height: 1.33 }"
_HEAD = """#set page(paper: "a4", margin: (x: 11mm, y: 13mm), columns: 2)
#set text(font: ({families}), size: 10.5pt, lang: "{language}")
#set document(title: "{title}", date: none)
"""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LEFT_OUT = ("svg", "style", "script", "head", "img")
_AROUND = {"li": "{}", "strong": "#strong[{}]", "b": "#strong[{}]", "em": "#emph[{}]", "blockquote": "#quote[{}]\n\n"}
_LISTS = {"ul": "list", "ol": "enum"}
_INLINE = ("a", "span", "code", "small", "abbr", "time", "cite", "sub", "sup", "q", "wbr", "br")


@dataclass(frozen=True, kw_only=True)
class Run:
    """What a process took: seconds on the clock and of the processor, MB of memory; and what it wrote."""

    wall: float
    processor: float
    memory: float
    pages: int
    megabytes: float


def main() -> int:
    """Set the text with each tool, and print one table a language."""
    parser = argparse.ArgumentParser(description="Measure how long the booklet takes, beside other programs.")
    parser.add_argument("--lang", nargs="+", default=["zh", "en"], help="languages of the site; default: zh en")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each tool; medians are printed")
    parser.add_argument("--alone", nargs=3, metavar=("TOOL", "LANG", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        return _alone(*options.alone)
    if options.rounds < 1:
        parser.error("--rounds counts from 1")
    if not (ROOT / SITE / "index.html").is_file():
        sys.exit("there is no built site; type: make paper")
    with tempfile.TemporaryDirectory(prefix="paper-benchmark-") as name:
        work = Path(name).resolve()
        tools = [OURS, BARE, *([OTHER] if _installed(work) else [])]
        for language in options.lang:
            runs: dict[str, list[Run]] = {tool: [] for tool in tools}
            for _ in range(options.rounds):
                for tool in tools:
                    runs[tool].append(_run(tool, language, work))
            machine = f"{os.cpu_count()} cores, {platform.platform()}"
            sys.stdout.write(f"### {language}, medians of {options.rounds}, {machine}\n\n{table(runs)}\n\n")
            sys.stdout.flush()
    return 0


def table(runs: dict[str, list[Run]]) -> str:
    """Return the medians as Markdown, and how many times typst's seconds of the processor each takes."""
    lines = ["| tool | seconds | of the processor | pages | s a page | MB of memory | MB | times typst |"]
    lines.append("| --- |" + " ---: |" * 7)
    other = statistics.median(run.processor for run in runs[OTHER]) if OTHER in runs else 0.0
    for tool, found in runs.items():
        wall, processor, memory = (
            statistics.median(getattr(run, name) for run in found) for name in ("wall", "processor", "memory")
        )
        ratio = f"{processor / other:.1f}" if other else "–"
        pages, size = found[0].pages, found[0].megabytes
        cells = (
            f"{wall:.1f}",
            f"{processor:.1f}",
            str(pages),
            f"{processor / pages:.3f}",
            f"{memory:.0f}",
            f"{size:.1f}",
        )
        lines.append(f"| {' | '.join((tool, *cells, ratio))} |")
    if OTHER not in runs:
        lines.append(f"| {OTHER} | it cannot be installed |||||||")
    return "\n".join(lines)


def _installed(work: Path) -> bool:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(work / "typst"), TYPST]
    return subprocess.run(command, check=False).returncode == 0


def _run(tool: str, language: str, work: Path) -> Run:
    """Set the text in a process of its own; what is read before the clock begins is not counted."""
    command = [sys.executable, __file__, "--alone", tool, language, str(work)]
    environment = {**os.environ, "PYTHONPATH": str(work / "typst")}
    said = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if said.returncode:
        sys.exit(f"{tool} does not set the text in {language}")
    wall, processor, memory, pages, size = map(float, said.stdout.split())
    return Run(wall=wall, processor=processor, memory=memory, pages=int(pages), megabytes=size)


def _alone(tool: str, language: str, folder: str) -> int:
    job, families = _booklet(language, Path(folder))
    text = typst_text(job.documents, families, language) if tool == OTHER else ""
    wall, processor = time.monotonic(), time.process_time()
    if tool == OURS:
        data = pdf.printed(job).data
    elif tool == BARE:
        data = _bare(job)
    else:
        data = _typst(text, Path(folder))
    taken = time.monotonic() - wall, time.process_time() - processor
    # Read only now: it takes time and memory too.
    from pypdf import PdfReader  # noqa: PLC0415 - the same

    memory = _memory()
    path = Path(folder) / "printed.pdf"
    path.write_bytes(data)
    sys.stdout.write(" ".join(f"{each}" for each in (*taken, memory, len(PdfReader(path).pages), len(data) / 1e6)))
    return 0


def _memory() -> float:
    import resource  # noqa: PLC0415 - Windows has none

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _booklet(code: str, folder: Path) -> tuple[Job, list[str]]:
    """Return the booklet of a language as it would be printed, and the names of its fonts in their own files."""
    plan = mkdocs_config.load(ROOT)
    read, _ = docs_folder.read(plan.root, plan.docs, plan.languages, plan.guides)
    content, site = read.published, built_site.open_site(ROOT / SITE)
    shelves = [plans.shelf(content, each, site, "") for each in content.languages if each.code == code]
    if not shelves:
        sys.exit(f"the site is not published in {code}")
    press = products.Press(shelves[0], products.fonts_of(shelves, folder / "fonts"))
    job = next(product.job() for product in press.products() if product.kind == "booklet")
    return job, [face.file.rpartition("/")[2].partition("[")[0] for face in fonts.of_language(code)]


def _bare(job: Job) -> bytes:
    """Return what WeasyPrint makes of the text without our styles, all at once."""
    engine = pdf.engine()
    faces = job.style.sheets[-1]
    bodies = [LexborHTMLParser(html).body for html in job.documents]
    whole = "".join(body.inner_html or "" for body in bodies if body is not None)
    html = f"<!doctype html><html lang='en'><title>A</title><style>{_BARE}{faces}</style>{whole}"
    return bytes(
        engine.HTML(string=html, base_url=f"{job.style.pictures.as_uri()}/").write_pdf(
            pdf_variant=pdf.VARIANT, pdf_tags=True
        )
    )


def _typst(text: str, folder: Path) -> bytes:
    import typst  # type: ignore[import-not-found, unused-ignore] # noqa: PLC0415 - installed only now

    source = folder / "book.typ"
    source.write_text(text, encoding="utf-8")
    return bytes(typst.compile(source, font_paths=[folder / "fonts"], ignore_system_fonts=True))


def typst_text(documents: Sequence[str], families: Sequence[str], language: str) -> str:
    """Return the text of HTML documents in typst's language."""
    names = ", ".join(f'"{_NAMES[family]}"' for family in families)
    day = datetime.now(tz=UTC).date()
    head = _HEAD.format(families=names, language=language[:2], title=f"{language} {day}")
    bodies = (LexborHTMLParser(html).body for html in documents)
    return head + "\n\n".join("".join(_converted(body)) for body in bodies if body is not None)


_NAMES = {"NotoSansSC": "Noto Sans SC", "NotoSansTC": "Noto Sans TC", "NotoSans": "Noto Sans"}


def _converted(node: LexborNode) -> Iterator[str]:
    """Yield what is inside a node; text is written as a string, in which nothing has a meaning."""
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            words = " ".join((child.text_content or "").replace("\u00a0", " ").split())
            yield f"#{_string(words)}" + " " if words else ""
        elif tag in _HEADINGS:
            yield f"\n\n#heading(level: {_HEADINGS[tag]})[{_inside(child)}]\n\n"
        elif tag in _LISTS:
            items = "".join(f"[{_inside(item)}]," for item in child.iter() if item.tag == "li")
            yield f"\n#{_LISTS[tag]}({items})\n"
        elif tag == "table":
            yield _table(child)
        elif tag in _AROUND:
            yield _AROUND[tag].format(_inside(child))
        elif tag not in _LEFT_OUT:
            yield _inside(child) if tag in _INLINE else f"{_inside(child)}\n\n"


def _inside(node: LexborNode) -> str:
    return "".join(_converted(node))


def _table(node: LexborNode) -> str:
    rows = [row.css("th, td") for row in node.css("tr")]
    cells = "".join(f"[{_inside(cell)}]," for row in rows for cell in row)
    return f"\n#table(columns: {max((len(row) for row in rows), default=1)}, {cells})\n"


def _string(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '";'


if __name__ == "__main__":
    sys.exit(main())
