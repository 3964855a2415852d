"""Which size is measured after which, what is said meanwhile, and the tables at the end."""

import argparse
import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import growth, handbook, measure, tables, tools
from .handbook import Handbook, StopError
from .measure import Case
from .tables import Measured

ROOT = Path(__file__).resolve().parents[3]
_DESCRIPTION = """
Measure the build beside other generators on the same pages, in temporary folders.
Cold: nothing is remembered. Warm: what the last run left is there.
"""
_NOTE = (
    "peak MiB: PSS of all processes together. Ratios are of wall seconds, but for CPU and the time a page.\n"
    "Plain MkDocs ({versions}) is given the same pages with every marker filled; it has no hooks and no search, and "
    "checks nothing; zensical neither."
)


@dataclass(frozen=True, kw_only=True)
class Bench:
    """What all sizes share: the options, a folder for everything, zensical's program, the commit to compare with."""

    options: argparse.Namespace
    work: Path
    zensical: Path | None
    against: Handbook | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; return 0, or 1 if the handbook could not be built, or 3 if something else stopped the benchmark."""
    options = _options(arguments)
    # As on a fresh machine: pages are built for the default address, problems are printed as text, and Python keeps
    # what it has compiled.
    for name in ("SITE_URL", "REPO_URL", "GITHUB_ACTIONS", "PYTHONDONTWRITEBYTECODE"):
        os.environ.pop(name, None)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    try:
        with (
            tempfile.TemporaryDirectory(prefix="builds-", ignore_cleanup_errors=True) as name,
            _bench(options, Path(name).resolve()) as bench,
        ):
            sizes = []
            for size in _sizes(bench):
                # Printed at once: whoever stops the benchmark keeps what was measured.
                print(f"{tables.of_one_size(size)}\n", flush=True)
                sizes.append(size)
            if len(sizes) > 1:
                print(f"{tables.of_growth(sizes)}\n")
            print(_NOTE.format(versions=tools.versions()), flush=True)
    except StopError as error:
        _say(f"stopped: {error}")
        return 3
    except KeyboardInterrupt:
        _say("stopped")
        return 3
    return int(
        any(result.failure for size in sizes for result in size.results.values() if result.case.tool == size.own)
    )


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python tests/benchmarks/build.py", description=_DESCRIPTION)
    parser.add_argument("--quick", action="store_true", help="one round, today's size only")
    parser.add_argument("--rounds", type=int, default=5, help="rounds at today's size; medians are printed")
    parser.add_argument("--grown-rounds", type=int, default=3, help="rounds at each larger size")
    parser.add_argument("--languages", type=int, default=9, help="measure so many languages too; 0: do not")
    parser.add_argument("--pages", type=int, default=1100, help="measure so many pages a language too; 0: do not")
    parser.add_argument("--against", default="", help="a commit that is built in the same rounds, at today's size")
    parser.add_argument(
        "--page", default="", help="the page that changes, such as help/index.md; default: a middling one"
    )
    options = parser.parse_args(arguments)
    if min(options.rounds, options.grown_rounds) < 1:
        parser.error("--rounds and --grown-rounds count from 1")
    if options.quick:
        options.rounds, options.languages, options.pages = 1, 0, 0
    return options


@contextlib.contextmanager
def _bench(options: argparse.Namespace, work: Path) -> Iterator[Bench]:
    """Prepare what all sizes share."""
    with contextlib.ExitStack() as stack:
        against = None
        if options.against:
            _say(f"checking out {options.against}")
            against = stack.enter_context(handbook.worktree(ROOT, options.against, work / "against"))
        _say("installing zensical")
        program, missing = tools.install_zensical(work / "zensical-program")
        if missing:
            _say(missing)
        yield Bench(options=options, work=work, zensical=program, against=against)


def _sizes(bench: Bench) -> Iterator[Measured]:
    """Measure the site as it is, with more languages, and with more pages in two steps."""
    options = bench.options
    _say("copying the handbook")
    book = handbook.copy(ROOT, bench.work / "today")
    if (run := book.run("check")).returncode:
        raise StopError(f"the pages have problems; mend them first:\n{run.stdout}{run.stderr}")
    names = book.names
    yield _measured(bench, book, "today", options.rounds)
    if options.languages > len(book.languages):
        with _larger(book, "languages") as larger:
            growth.add_languages(larger, options.languages)
            yield _measured(bench, larger, f"{options.languages} languages", options.grown_rounds)
    fit = names
    for total in sorted({min(3 * len(names), options.pages), options.pages}):
        if total > len(names):
            with _larger(book, "pages") as larger:
                _say(f"making {total} pages a language")
                fit = growth.add_pages(larger, total, fit, _say)
                yield _measured(bench, larger, f"{total} pages a language", options.grown_rounds)


@contextlib.contextmanager
def _larger(book: Handbook, name: str) -> Iterator[Handbook]:
    """Give a copy of the handbook that can be made larger; remove it at the end."""
    root = book.root.with_name(name)
    made = (handbook.CACHE, handbook.SITE)
    shutil.copytree(book.root, root, ignore=lambda folder, _: made if Path(folder) == book.root else ())
    try:
        yield Handbook(root=root, name=book.name)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _measured(bench: Bench, book: Handbook, title: str, rounds: int) -> Measured:
    """Measure one size of the site with all tools; the commit to compare with is built at today's size only."""
    today = title == "today"
    against = bench.against if today else None
    load = os.getloadavg()[0]
    _say(f"{title}: {len(book.languages)} languages × {len(book.names)} pages of the menu; writing them out")
    with tempfile.TemporaryDirectory(dir=bench.work) as name:
        pages = Path(name) / "pages"
        number = book.write_out(pages)
        groups: list[list[Case]] = [tools.own(book, number, bench.options.page)]
        if against:
            groups.append(tools.own(against, against.pages))
        groups.append(tools.plain_mkdocs(book, pages, Path(name) / "plain"))
        if bench.zensical:
            groups.append(tools.zensical(book, pages, Path(name) / "zensical", bench.zensical))
        results = measure.measure(groups, rounds, _say, warm_up=today and rounds > 1)
    return Measured(
        title=title,
        languages=len(book.languages),
        pages=number,
        rounds=rounds,
        own=book.name,
        against=against.name if against else "",
        load=load,
        results=results,
    )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
