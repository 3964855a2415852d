"""The command `paper`: the handbook, its guides, sheets, letters and cards as PDF files, from the built site."""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from ..building.replace_site import SITE
from ..memo import store as memo
from ..paper import pdf, plans
from ..paper.products import KINDS, Press
from . import stages
from .options import ExitCode

COMMANDS = {"paper": "print the built site as PDF files: the booklet, its parts, sheets, letters and cards"}
OUT = "dist/paper"
_FONTS = ".cache/paper-fonts"
_PROCESSES = 2
"""Each takes as much memory as a booklet does; a third one would leave small machines without any."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add the words that the command understands."""
    command.add_argument("--lang", action="append", help="a language such as zh; default: every published one")
    command.add_argument("--only", choices=KINDS, action="append", help="default: everything")
    command.add_argument("--out", help=f"the folder to write into; default: {OUT}")


def run(root: Path, options: argparse.Namespace) -> ExitCode:
    """Print what was asked for; say of each file how many pages and bytes it has. Raise ToolError without Pango."""
    pdf.engine()
    presses = _presses(root)
    known = [press.shelf.language.code for press in presses]
    if unknown := [code for code in options.lang or () if code not in known]:
        print(f"the site is not published in “{unknown[0]}”; write one of {', '.join(known)}", file=sys.stderr)
        return ExitCode.USAGE
    out = Path(options.out) if options.out else root / OUT
    asked = [
        (str(root), press.shelf.language.code, product.path)
        for press in presses
        if press.shelf.language.code in (options.lang or known)
        for product in press.products()
        if product.kind in (options.only or KINDS)
    ]
    for path, line in _made(asked, out):
        print(f"{path}: {line}", flush=True)
    return ExitCode.CLEAN


def _presses(root: Path) -> list[Press]:
    store = memo.of_project(root)
    work = stages.read(root, store, convert=True)
    store.save()
    content = work.content.published
    shelves = [plans.shelf(content, each, root / SITE, work.site.site_url) for each in content.languages]
    return [Press(shelf, root / _FONTS) for shelf in shelves]


def _made(asked: Sequence[tuple[str, str, str]], out: Path) -> Iterator[tuple[Path, str]]:
    """Make the files, two at a time, the longest first; yield each as soon as it is there."""
    if len(asked) == 1:
        yield _print(*asked[0], out)
        return
    with ProcessPoolExecutor(max_workers=_PROCESSES) as pool:
        for done, each in enumerate(as_completed([pool.submit(_print, *one, out) for one in asked]), start=1):
            path, line = each.result()
            yield path, f"{line} ({done} of {len(asked)})"


_KNOWN: dict[str, list[Press]] = {}
"""What this process has read; each file would read it again."""


def _print(root: str, code: str, name: str, out: Path) -> tuple[Path, str]:
    """Make one file; return its path, and how large it is and how long it took."""
    start = time.monotonic()
    presses = _KNOWN.setdefault(root, [])
    if not presses:
        presses.extend(_presses(Path(root)))
    press = next(press for press in presses if press.shelf.language.code == code)
    made = next(product for product in press.products() if product.path == name).make()
    path = out / code / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(made.data)
    return path, f"{made.pages} pages, {len(made.data) / 1e6:.1f} MB, {time.monotonic() - start:.1f} s"
