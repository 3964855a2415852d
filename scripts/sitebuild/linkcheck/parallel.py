"""A folder of HTML → the faults in it, found on two cores where there are two."""

import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from . import rules
from .document import Document, outline
from .finding import Finding
from .html_folder import Site, load, survey

_WORTH = 100
"""Pages: below this, starting a second process costs more than it saves."""
_TURNS = 256
"""Into how many parts the pages are divided at most: a turn is a byte."""


def check(folder: Path, url: str = "") -> tuple[Site, list[Finding]]:
    """
    Return a site and what is wrong in it.

    A second process reads and judges some of the pages; of those that the
    other one judges, each knows the outline. Only a program without threads
    may ask for that, and it is done only where processes can fork.
    """
    site = survey(folder, url)
    if len(site.pages) < _WORTH or not hasattr(os, "fork") or (os.cpu_count() or 1) == 1:
        site.read(site.pages)
        return site, rules.run(site)
    turns, (from_child, to_parent), (from_parent, to_child) = _turns(), os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        # The child has copies of all that the parent has open: it leaves without closing any of it.
        try:
            os.close(to_child)
            _help(site, turns, from_parent, to_parent)
        finally:
            os._exit(0)
    os.close(to_parent)
    os.close(from_parent)
    try:
        return site, _lead(site, turns, from_child, to_child)
    except (EOFError, pickle.UnpicklingError, BrokenPipeError):
        # What stopped the child stops this process too, and can be seen here.
        site = load(folder, url)
        return site, rules.run(site)
    finally:
        os.close(turns)
        os.waitpid(child, 0)


def _lead(site: Site, turns: int, reading: int, writing: int) -> list[Finding]:
    with os.fdopen(reading, "rb") as answers, os.fdopen(writing, "wb") as messages:
        site.read(_taken(site.pages, turns))
        theirs = pickle.load(answers)  # noqa: S301 - our own child wrote it
        pickle.dump(_known(site), messages, pickle.HIGHEST_PROTOCOL)
        messages.flush()
        _add(site, *theirs)
        found = rules.run(site)
        return sorted({*found, *pickle.load(answers)})  # noqa: S301 - our own child wrote it


def _help(site: Site, turns: int, reading: int, writing: int) -> None:
    """Judge some of the pages; what belongs to no page is left to the parent."""
    site.sheets, site.texts = {}, {}
    with os.fdopen(reading, "rb") as answers, os.fdopen(writing, "wb") as messages:
        site.read(_taken(site.pages, turns))
        pickle.dump(_known(site), messages, pickle.HIGHEST_PROTOCOL)
        messages.flush()
        _add(site, *pickle.load(answers))  # noqa: S301 - our own parent wrote it
        pickle.dump(rules.run(site), messages, pickle.HIGHEST_PROTOCOL)


def _turns() -> int:
    """Return a pipe from which both processes take their turns: the faster one takes more."""
    reading, writing = os.pipe()
    os.write(writing, bytes(range(_TURNS)))
    os.close(writing)
    return reading


def _taken(pages: Sequence[str], turns: int) -> Iterator[str]:
    """Yield the pages of the turns that this process takes, until none is left."""
    size = -(-len(pages) // _TURNS)
    while turn := os.read(turns, 1):
        yield from pages[turn[0] * size : (turn[0] + 1) * size]


def _known(site: Site) -> tuple[list[Document], set[str | None]]:
    """Return what the other process must know of this one's pages."""
    return [outline(document) for document in site.judged.values()], site.reached


def _add(site: Site, documents: Iterable[Document], reached: set[str | None]) -> None:
    """Complete a part of the site by what the other process knows, in the order of the pages."""
    found = site.documents | {document.place: document for document in documents}
    site.documents = {place: found[place] for place in site.pages}
    site.reached |= reached
