"""The references of many pages → where they lead, each worked out once per folder and not once per page."""

import posixpath
from collections.abc import Iterator, Mapping

from . import address
from .html_page import HtmlPage
from .tags import HtmlReference


class _Climbs(dict[str, "tuple[int, str] | None"]):
    """Gives for an address of the site what `_climb` gives, and None for an address that leaves the site."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url

    def __missing__(self, written: str) -> tuple[int, str] | None:
        leaves = not written or address.is_external(written, self.url)
        self[written] = climb = None if leaves else _climb(written)
        return climb


class Resolver:
    """
    Works out where references lead, and keeps what it found for the next pages.

    A menu repeats its addresses on every page, with another number of `../` at
    every depth. So an address is resolved from the folder that it climbs to,
    and all pages below that folder share the result.
    """

    def __init__(self, files: Mapping[str, str], root: str, url: str) -> None:
        """Begin for a site; `files` and `root` are as `address.resolve` takes them, `url` is where it is served."""
        self._files = files
        self._root = root
        self._climbs = _Climbs(url)
        self._resolved: dict[tuple[str, str], dict[HtmlReference, tuple[HtmlReference, address.Target]]] = {}

    def resolve(self, page: HtmlPage) -> None:
        """Fill in the references of a page that stay in the site, and its versions in other languages."""
        base, folder = page.base, posixpath.dirname(page.path)
        # A <base> changes where all addresses lead: what holds for the folders above says nothing of them.
        folders = [folder] if base else list(_with_parents(folder))
        resolved = [self._resolved.setdefault((each, base), {}) for each in folders]
        # Most links to a section of the page itself are right: no rule asks for them.
        found, ids = page.internal_references, () if base else page.ids
        climbs = self._climbs
        for reference in page.references:
            written = reference.address
            if written[:1] == "#" and written[1:] in ids:
                continue
            climb = climbs[written]
            if climb is None:
                continue
            up, rest = climb if climb[0] < len(folders) else (0, written)
            pair = resolved[up].get(reference)
            if pair is None:
                target = address.resolve(rest, folders[up], base, self._files, self._root)
                pair = resolved[up][reference] = reference, target
            found.append(pair)
            if reference.hreflang and reference.rel == "alternate" and reference.tag == "link" and pair[1].path:
                page.versions[reference.hreflang] = pair[1].path


def _with_parents(folder: str) -> Iterator[str]:
    """Yield a folder and those above it, the folder of the site last: `a/b`, `a`, empty."""
    yield folder
    while folder:
        folder = posixpath.dirname(folder)
        yield folder


def _climb(written: str) -> tuple[int, str]:
    """Return how many folders an address goes up first, and the rest of it, as seen from there."""
    rest = written
    while rest.startswith("../"):
        rest = rest[3:]
    up = (len(written) - len(rest)) // 3
    # What is left of `../`, `../#x` and `..//x` would mean something else by itself.
    return up, f"./{rest}" if up and rest[:1] in ("", "#", "?", "/") else rest
