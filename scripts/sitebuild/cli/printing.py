"""What the command `paper` does: makes the files that it is asked for, several at a time, or finds them made."""

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any, NamedTuple

from ..building import downloads
from ..building.downloads import Download
from ..building.replace_site import SITE
from ..memo import all_or_none
from ..memo import store as memo
from ..model.message import Message, counted
from ..offline import built_site
from ..paper import book, built_pages, pdf, plans, products
from ..paper.kinds import KINDS
from ..paper.pdf import Job
from ..paper.products import Press
from . import speech, stages
from .options import ExitCode
from .paper import OUT

_FONTS = ".cache/paper-fonts"
_TABLE = "paper"
_PROCESSES = 2
"""Each takes as much memory as a booklet does; a third one would leave small machines without any."""


class _Order(NamedTuple):
    """A file that is to be made: its path below the folder of paper, what it is made of, and what is said of it.

    `name` says which of the files of its job it is.
    """

    path: str
    job: Job
    name: str
    code: str
    title: str
    checked: str


class _Made(NamedTuple):
    """A finished file: its bytes, the number of its pages, and the seconds that it took, 0 if it was known."""

    data: bytes
    pages: int
    seconds: float


def run(root: Path, options: argparse.Namespace) -> ExitCode:
    """Print what was asked for; say of each file how many pages and bytes it has. Raise ToolError without Pango."""
    pdf.engine()
    store = memo.of_project(root)
    presses = _presses(root, store)
    known = [press.shelf.language.code for press in presses]
    if unknown := [code for code in options.lang or () if code not in known]:
        speech.note(
            "the site is not published in “{unknown}”; write one of {known}", unknown=unknown[0], known=[*known]
        )
        return ExitCode.USAGE
    orders = [
        _Order(
            f"{press.shelf.language.code}/{product.path}",
            product.job(),
            product.name,
            press.shelf.language.code,
            product.title,
            built_pages.latest(press.shelf.pages),
        )
        for press in presses
        if press.shelf.language.code in (options.lang or known)
        for product in press.products()
        if product.kind in (options.only or KINDS)
    ]
    out = Path(options.out) if options.out else root / OUT
    all_or_none.finish(out)
    counts = {}
    for done, (name, made) in enumerate(_made(orders, store), start=1):
        path = out / name
        all_or_none.write_all(out, {name: made.data})
        counts[name] = made.pages
        _tell(path, made, done, len(orders))
    store.save()
    if not options.out:
        downloads.describe(root / downloads.DIST, (_described(order, counts[order.path]) for order in orders))
        downloads.put(root / downloads.DIST, root / SITE, presses[0].shelf.content)
    return ExitCode.CLEAN


def _tell(path: Path, made: _Made, done: int, orders: int) -> None:
    speech.tell(
        "{path}: {pages}, {size:.1f} MB, {took} ({done} of {orders})",
        path=path,
        pages=counted(made.pages, "{number} page", "{number} pages"),
        size=len(made.data) / 1e6,
        took=Message("{seconds:.1f} s", seconds=made.seconds) if made.seconds else Message("as before"),
        done=done,
        orders=orders,
    )


def _described(order: _Order, pages: int) -> Download:
    marks = book.marks([order.job.sheet] if order.job.sheet else order.job.documents)
    path = f"{Path(OUT).name}/{order.path}"
    return Download(path=path, titles={order.code: order.title}, pages=pages, checked=order.checked, marks=marks)


def _presses(root: Path, store: memo.Store) -> list[Press]:
    work = stages.read(root, store, convert=True)
    content = work.content.published
    site = built_site.open_site(root / SITE)
    shelves = [plans.shelf(content, each, site, work.site.site_url) for each in content.languages]
    named = products.fonts_of(shelves, root / _FONTS)
    return [Press(shelf, named) for shelf in shelves]


def _made(orders: Sequence[_Order], store: memo.Store) -> Iterator[tuple[str, _Made]]:
    """Yield the files: first those that an earlier run made of the same, then the others as soon as they are there."""
    table = store.table(_TABLE)
    of_job = {id(order.job): key(order.job) for order in orders}
    keys = {order.path: memo.key(of_job[id(order.job)], order.name) for order in orders}
    missing = []
    for order in orders:
        known: Any = table.get(keys[order.path])
        if known is not None:
            data, pages = known
            yield order.path, _Made(data, pages, 0.0)
        else:
            missing.append(order)
    for name, made in _printed(missing):
        table.put(keys[name], (made.data, made.pages))
        yield name, made


def key(job: Job) -> bytes:
    """Return what tells a job from others; drawings stand in the documents, and pictures are told by their bytes."""
    pictures = [picture.read_bytes() for picture in pdf.pictures(job)]
    extracts = repr(sorted(job.extracts.items()))
    return memo.key(
        pdf.engine_version(), repr((job.sizes, job.style.sheets)), job.sheet, *job.documents, extracts, *pictures
    )


def _printed(orders: Sequence[_Order]) -> Iterator[tuple[str, _Made]]:
    """Make files, two jobs at a time, the longest first; yield each as soon as its job is done."""
    jobs: dict[int, list[_Order]] = {}
    for order in orders:
        jobs.setdefault(id(order.job), []).append(order)
    if len(jobs) == 1:
        yield from (each for found in jobs.values() for each in _print(found[0].job, _paths(found)))
        return
    by_length = sorted(jobs.values(), key=lambda found: -sum(map(len, found[0].job.documents)))
    with ProcessPoolExecutor(max_workers=_PROCESSES) as pool:
        waiting = [pool.submit(_print, found[0].job, _paths(found)) for found in by_length]
        for each in as_completed(waiting):
            yield from each.result()


def _paths(orders: Sequence[_Order]) -> dict[str, str]:
    return {order.name: order.path for order in orders}


def _print(job: Job, paths: Mapping[str, str]) -> list[tuple[str, _Made]]:
    """Make the files of a job that have a path, and say of each the seconds that all of them took."""
    start = time.monotonic()
    made = pdf.files(job, paths)
    seconds = time.monotonic() - start
    return [(path, _Made(made[name].data, made[name].pages, seconds)) for name, path in paths.items()]
