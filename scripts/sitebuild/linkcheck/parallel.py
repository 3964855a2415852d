"""A folder of HTML → the faults in it, found by two processes where that is faster."""

import os
import pickle
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from . import rules
from .finding import Finding
from .html_folder import NOTHING_LISTED, Listed, Site, load, load_without_pages
from .html_page import HtmlPage, outline

_FEWEST_PAGES = 100
"""Below this, starting a second process costs more than it saves."""
_MOST_BATCHES = 256
"""The number of a batch is one byte in the queue."""


class Asked(NamedTuple):
    """Which rules are asked, None for all, and whom to tell how many pages have been read, of how many."""

    rules: Collection[str] | None = None
    progress: Callable[[int, int], None] = lambda _read, _all: None


_ALL = Asked()


def check(
    folder: Path,
    url: str = "",
    listed: Listed = NOTHING_LISTED,
    *,
    without_html: bool = False,
    asked: Asked = _ALL,
) -> tuple[Site, list[Finding]]:
    """
    Return a site and what is wrong in it, sorted; `url` is where it is served, if its home page does not say it.

    `without_html` is what `html_folder.load` takes. On a large site a second
    process, which is forked, reads and judges some of the pages, and the two
    tell each other the outlines of theirs. OSError if a file cannot be read.
    """
    site = load_without_pages(folder, url, listed, without_html=without_html)
    site.looked_for = rules.looked_for(site, asked.rules)
    if len(site.page_paths) < _FEWEST_PAGES or not _can_fork():
        site.read(_counted(site.page_paths, asked))
        return site, rules.run(site, asked.rules)
    queue, (from_child, to_parent), (from_parent, to_child) = _queue_of_batches(), os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        # The child has copies of all that the parent has open: it leaves without closing any of it.
        try:
            os.close(to_child)
            _run_child(site, queue, asked.rules, from_parent, to_parent)
        finally:
            os._exit(0)
    os.close(to_parent)
    os.close(from_parent)
    try:
        return site, _run_parent(site, queue, asked, from_child, to_child)
    except (EOFError, pickle.UnpicklingError, BrokenPipeError):
        # What stopped the child stops this process too, and can be seen here.
        site = load(folder, url, listed, without_html=without_html)
        return site, rules.run(site, asked.rules)
    finally:
        os.close(queue)
        os.waitpid(child, 0)


def _can_fork() -> bool:
    """Tell whether a second process can be forked, and has a core of its own."""
    # Whoever has a second thread has loaded the module, which the link checker alone need not.
    threading = sys.modules.get("threading")
    threads = threading.active_count() if threading else 1
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and threads == 1


def _run_parent(site: Site, queue: int, asked: Asked, reading: int, writing: int) -> list[Finding]:
    """Read and judge a part of the pages; return the findings of both processes, sorted."""
    with os.fdopen(reading, "rb") as answers, os.fdopen(writing, "wb") as messages:
        site.read(_take_pages(site.page_paths, queue, asked))
        of_child = pickle.load(answers)  # noqa: S301 - our own child wrote it
        pickle.dump(_outlines(site), messages, pickle.HIGHEST_PROTOCOL)
        messages.flush()
        _add_outlines(site, *of_child)
        found = rules.run(site, asked.rules)
        return sorted({*found, *pickle.load(answers)})  # noqa: S301 - our own child wrote it


def _run_child(site: Site, queue: int, chosen: Collection[str] | None, reading: int, writing: int) -> None:
    """Read and judge a part of the pages; the files that are no pages are left to the parent."""
    site.judges_files = False
    with os.fdopen(reading, "rb") as answers, os.fdopen(writing, "wb") as messages:
        site.read(_take_pages(site.page_paths, queue, _ALL))
        pickle.dump(_outlines(site), messages, pickle.HIGHEST_PROTOCOL)
        messages.flush()
        _add_outlines(site, *pickle.load(answers))  # noqa: S301 - our own parent wrote it
        pickle.dump(rules.run(site, chosen), messages, pickle.HIGHEST_PROTOCOL)


def _queue_of_batches() -> int:
    """Return a pipe that holds the number of every batch of pages: the faster process takes more of them."""
    reading, writing = os.pipe()
    os.write(writing, bytes(range(_MOST_BATCHES)))
    os.close(writing)
    return reading


def _counted(paths: Sequence[str], asked: Asked) -> Iterator[str]:
    """Yield paths, and tell how many were taken."""
    for number, path in enumerate(paths):
        asked.progress(number, len(paths))
        yield path


def _take_pages(paths: Sequence[str], queue: int, asked: Asked) -> Iterator[str]:
    """Yield the pages of the batches that this process takes from the queue, until it is empty."""
    size = -(-len(paths) // _MOST_BATCHES)
    while batch := os.read(queue, 1):
        # The batches before this one are taken, by whichever process.
        asked.progress(min(batch[0] * size, len(paths)), len(paths))
        yield from paths[batch[0] * size : (batch[0] + 1) * size]


def _outlines(site: Site) -> tuple[list[HtmlPage], set[str | None], tuple[set[str], set[str]]]:
    """Return what the other process must know of the pages of this one, the files to which they link, and name."""
    return [outline(page) for page in site.judged.values()], site.linked, (site.manifests, site.feeds)


def _add_outlines(
    site: Site, pages: Iterable[HtmlPage], linked: set[str | None], named: tuple[set[str], set[str]]
) -> None:
    """Add what the other process knows to a site, whose pages stand in the order of their paths again."""
    found = site.pages | {page.path: page for page in pages}
    site.pages = {path: found[path] for path in site.page_paths}
    site.linked |= linked
    site.manifests |= named[0]
    site.feeds |= named[1]
