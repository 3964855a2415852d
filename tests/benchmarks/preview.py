"""
How long an author waits for a saved page, on this machine: python tests/benchmarks/preview.py.

A copy of the handbook is shown by `edit` and opened in a real browser. A file is saved with a mark in its text, and
the time runs until the mark stands in the open page and the page is complete (its event `load`). Each round saves
another mark; medians are printed, and beside them what `edit` itself says that building took. With
--saves NAME only that kind of save is measured.
"""

import argparse
import contextlib
import os
import platform
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

import browser as finder  # noqa: E402 - it lies beside

TIME_LIMIT = 120.0
"""Seconds after which a save counts as lost."""
_SEEN = """mark => document.readyState === "complete" && document.documentElement.innerHTML.includes(mark)"""


@dataclass(frozen=True, kw_only=True)
class Save:
    """A kind of save: the file, the page that is open, and how a mark is put into the file's text."""

    name: str
    file: str
    place: str
    marked: Callable[[str, str], str]


@dataclass(frozen=True, kw_only=True)
class Wait:
    """The seconds from a save to the complete page, and those of it that building took."""

    total: float
    building: float


def main() -> int:
    """Measure each kind of save, and print one table."""
    parser = argparse.ArgumentParser(description="Measure how long a saved page takes to be in the browser.")
    parser.add_argument("--rounds", type=int, default=10, help="saves of each kind; medians are printed")
    parser.add_argument("--saves", nargs="+", choices=[save.name for save in SAVES], help="default: all kinds")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds counts from 1")
    wanted = [save for save in SAVES if not options.saves or save.name in options.saves]
    with tempfile.TemporaryDirectory(prefix="preview-benchmark-") as name:
        copy = Path(name).resolve() / "handbook"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "__pycache__", "node_modules", "site"))
        with running(copy, Path(name)) as preview, visitor() as page:
            waits = {save.name: measured(page, preview, save, options.rounds) for save in wanted}
    machine = f"{os.cpu_count()} cores, {platform.platform()}"
    sys.stdout.write(f"### Preview, medians of {options.rounds} saves, {machine}\n\n{table(wanted, waits)}\n\n")
    sys.stdout.write(f"The first build takes {preview.first:.1f} s.\n")
    return 0


def in_text(text: str, mark: str) -> str:
    """Put a mark behind the first heading of the second level and its search words, in a paragraph of its own."""
    return re.sub(r"(?m)^(## .*(?:\n<!-- search: .*-->)?)$", rf"\1\n\n{mark}", text, count=1)


def in_words(text: str, mark: str) -> str:
    """Put a mark into the name of the law that forty pages of a language cite."""
    return text.replace('cite: "《民法典', f'cite: "《{mark}民法典', 1)


def in_template(text: str, mark: str) -> str:
    """Put a mark at the end of every page."""
    return text + f"<p>{mark}</p>\n"


SAVES = (
    Save(name="zh page", file="docs/zh/help/phone-lost.md", place="/help/phone-lost/", marked=in_text),
    Save(name="en page", file="docs/en/help/phone-lost.md", place="/en/help/phone-lost/", marked=in_text),
    Save(name="register", file="docs/zh/_data/laws.yml", place="/collection/old-debts/", marked=in_words),
    Save(name="template", file="overrides/partials/footer.html", place="/help/phone-lost/", marked=in_template),
)


@dataclass(frozen=True, kw_only=True)
class Preview:
    """A running `edit`: where its site is, what it has printed, and the seconds until it was ready."""

    root: Path
    address: str
    log: Path
    first: float

    def building(self) -> list[float]:
        """Return the seconds that it says each build took."""
        return [float(each) for each in re.findall(r" in ([0-9.]+) s$", self.log.read_text("utf-8"), re.MULTILINE)]


@contextlib.contextmanager
def running(root: Path, folder: Path) -> Iterator[Preview]:
    """Run `edit` on a copy."""
    log = folder / "terminal.txt"
    command = [sys.executable, str(root / "scripts/build.py"), "edit", "--port", "0"]
    start = time.monotonic()
    with log.open("wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=file)
    try:
        while not (found := re.search(r"the preview is at (http\S+)/ ", log.read_text(encoding="utf-8"))):
            if process.poll() is not None or time.monotonic() - start > TIME_LIMIT:
                sys.exit(f"the preview does not start:\n{log.read_text(encoding='utf-8')}")
            time.sleep(0.05)
        yield Preview(root=root, address=found[1], log=log, first=time.monotonic() - start)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


@contextlib.contextmanager
def visitor() -> Iterator[Page]:
    """Give a page of a real browser."""
    place = finder.find() or sys.exit(finder.HELP)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place, args=list(finder.FLAGS))
        yield browser.new_page()
        browser.close()


def measured(page: Page, preview: Preview, save: Save, rounds: int) -> list[Wait]:
    """Return what each round took; the file has its own text again at the end."""
    path = preview.root / save.file
    before = path.read_text(encoding="utf-8")
    page.goto(preview.address + save.place)
    waits = []
    for turn in range(rounds):
        # Letters: no rule has anything to say of them, in no language.
        mark = f"mark{chr(ord('a') + turn % 26)}"
        text = save.marked(before, mark)
        if text == before:
            sys.exit(f"{save.file} has no place for a mark; correct SAVES in {Path(__file__).name}")
        known, start = len(preview.building()), time.monotonic()
        path.write_text(text, encoding="utf-8")
        page.wait_for_function(_SEEN, arg=mark, timeout=TIME_LIMIT * 1000, polling=10)
        waited = time.monotonic() - start
        waits.append(Wait(total=waited, building=said(preview, known)))
    # The page is as it was before the next kind of save.
    known = len(preview.building())
    path.write_text(before, encoding="utf-8")
    page.wait_for_function(f"mark => !({_SEEN})(mark)", arg=mark, timeout=TIME_LIMIT * 1000, polling=10)
    said(preview, known)
    return waits


def said(preview: Preview, known: int) -> float:
    """Return the seconds of the last build, once more than the `known` ones are printed."""
    while len(found := preview.building()) <= known:
        time.sleep(0.02)
    return found[-1]


def table(saves: Sequence[Save], waits: Mapping[str, list[Wait]]) -> str:
    """Return the medians as Markdown."""
    lines = ["| saved | file | median s | best s | worst s | building s |", "| --- | --- | ---: | ---: | ---: | ---: |"]
    for save in saves:
        totals = [wait.total for wait in waits[save.name]]
        building = statistics.median(wait.building for wait in waits[save.name])
        numbers = [f"{number:.2f}" for number in (statistics.median(totals), min(totals), max(totals), building)]
        lines.append("| " + " | ".join((save.name, save.file, *numbers)) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
