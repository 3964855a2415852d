"""A folder of HTML → all that the rules look at: each file read once, no file asked for twice."""

import gc
import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from . import address
from .document import Document, css_addresses
from .reading import documents
from .tags import Reference

_PAGE, _SHEET, _TEXTS = (".html", ".htm"), ".css", (".xml", ".webmanifest", "manifest.json")
_NOT_LISTED = ("404.html",)
"""Pages that hosts show by themselves: nobody links to them."""


@dataclass(kw_only=True)
class Site:
    """
    A site on disk.

    `files` holds every path below the folder; `url` is the address it is
    served at, empty if unknown; `sheets` are the addresses in each style
    sheet; `texts` the text of the small files that rules read (sitemaps,
    feeds, manifests). `languages` and `numbers` come from the handbook's own
    content, and are empty for a folder that somebody else made.
    """

    folder: Path
    url: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    sheets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    numbers: frozenset[str] = frozenset()
    domains: tuple[str, ...] = ()

    @cached_property
    def root(self) -> str:
        """The path that the site is served under, with a slash at both ends."""
        path = urlsplit(self.url).path or "/"
        return path if path.endswith("/") else f"{path}/"

    @cached_property
    def lower(self) -> Mapping[str, str]:
        """Every path by its small letters, to tell a wrong case from a missing file."""
        return {path.casefold(): path for path in self.files}

    def target(self, here: Document, reference: str) -> address.Target:
        """Return where an address on a page leads."""
        return address.resolve(reference, posixpath.dirname(here.place), here.base, self.files, self.root)

    def inside(self, reference: Reference) -> bool:
        """Tell whether an address stays in the site."""
        return bool(reference.address) and not address.outside(reference.address, self.url)

    def resolve(self) -> None:
        """
        Work out where every reference leads.

        Menus repeat addresses on every page, with another number of `../` at
        every depth: what follows them is resolved once per folder.
        """
        steps: dict[str, tuple[int, str] | None] = {"": None}
        known: dict[tuple[str, str], dict[str, address.Target]] = {}
        for document in self.documents.values():
            base, above = document.base, posixpath.dirname(document.place)
            # A <base> moves all addresses: then nothing is known of the folders above.
            folders = [above] if base else list(_upwards(above))
            targets = [known.setdefault((folder, base), {}) for folder in folders]
            for reference in document.references:
                to = reference.address
                if to not in steps:
                    steps[to] = None if address.outside(to, self.url) else _climb(to)
                step = steps[to]
                if step is None:
                    continue
                up, rest = step if step[0] < len(folders) else (0, to)
                target = targets[up].get(rest)
                if target is None:
                    target = targets[up][rest] = address.resolve(rest, folders[up], base, self.files, self.root)
                document.inner.append((reference, target))

    def address_of(self, place: str) -> str:
        """Return the address of a page below the site: `a/index.html` → `a/`."""
        return place.removesuffix("index.html")

    @cached_property
    def listed(self) -> Mapping[str, Document]:
        """The pages that readers and crawlers are meant to find: not 404, not marked noindex, not a redirect."""
        return {
            place: document
            for place, document in self.documents.items()
            if place not in _NOT_LISTED and not document.noindex and not document.refresh
        }


def load(
    folder: Path, url: str = "", numbers: Iterable[str] = (), domains: Iterable[str] = (), *, shared: bool = False
) -> Site:
    """
    Read a folder; `url` is guessed from its canonical links if it is not given.

    `shared` lets a second process read half of the pages (see `reading`).
    """
    collecting = gc.isenabled()
    # Thousands of small objects are made and none is garbage: collecting them would cost a third of the time.
    gc.disable()
    try:
        paths = sorted(_walk(folder))
        pages = documents(folder, [path for path in paths if path.endswith(_PAGE)], shared=shared)
        site = Site(
            folder=folder,
            url=url or _guess(pages),
            files={path: path for path in paths},
            documents=pages,
            sheets={path: tuple(css_addresses(_text(folder / path))) for path in paths if path.endswith(_SHEET)},
            texts={path: _text(folder / path) for path in paths if path.endswith(_TEXTS)},
            numbers=frozenset(numbers),
            domains=tuple(domains),
        )
        site.resolve()
    finally:
        if collecting:
            gc.enable()
    return site


def _upwards(folder: str) -> Iterator[str]:
    """Yield a folder and those above it, up to the site itself."""
    yield folder
    while folder:
        folder = posixpath.dirname(folder)
        yield folder


def _climb(to: str) -> tuple[int, str]:
    """Return how many folders an address goes up first, and the rest of it, as seen from there."""
    rest = to
    while rest.startswith("../"):
        rest = rest[3:]
    up = (len(to) - len(rest)) // 3
    return up, f"./{rest}" if up else to


def _walk(folder: Path) -> Iterable[str]:
    """Yield the path of every file below a folder, with forward slashes, in one walk."""
    top = str(folder)
    for here, _, names in os.walk(top):
        relative = os.path.relpath(here, top).replace(os.sep, "/")
        prefix = "" if relative == "." else f"{relative}/"
        for name in names:
            yield prefix + name


def _guess(documents: Mapping[str, Document]) -> str:
    """Return the address of the site that the home page calls its own."""
    home = documents.get("index.html")
    for reference in home.references if home else ():
        if reference.tag == "link" and reference.rel == "canonical" and address.readable(reference.address):
            return unquote(reference.address)
    return ""


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
