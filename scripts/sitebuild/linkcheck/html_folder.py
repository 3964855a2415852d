"""A folder of HTML → all that the rules look at: each file read once, no file asked for twice."""

import gc
import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from . import address
from .document import Document, css_addresses, read
from .tags import Reference

_PAGE, _SHEET, _TEXTS = (".html", ".htm"), ".css", (".xml", ".webmanifest", "manifest.json")
FOLLOWED = ("a", "area")
"""Elements that take a reader to another page."""
_NOT_LISTED = ("404.html",)
"""Pages that hosts show by themselves: nobody links to them."""


class Site:
    """
    A site on disk.

    `files` holds every path below the folder; `url` is the address it is
    served at, empty if unknown; `sheets` are the addresses in each style
    sheet; `texts` the text of the small files that rules read (sitemaps,
    feeds, manifests). `numbers` and `domains` come from the handbook's own
    content, and are empty for a folder that somebody else made.

    `documents` is what is known of the pages: all of those that are `judged`,
    and at least the outline of the others. `reached` are the pages to which a
    judged one links.
    """

    def __init__(self, folder: Path, url: str, paths: Iterable[str]) -> None:
        """Begin a site of which no file has been read."""
        self.folder = folder
        self.url = url
        self.files: Mapping[str, str] = {path: path for path in paths}
        self.sheets: Mapping[str, tuple[str, ...]] = {}
        self.texts: Mapping[str, str] = {}
        self.numbers: frozenset[str] = frozenset()
        self.domains: tuple[str, ...] = ()
        self.documents: dict[str, Document] = {}
        self.judged: dict[str, Document] = {}
        self.reached: set[str | None] = set()

    @cached_property
    def pages(self) -> Sequence[str]:
        """The places of the HTML files."""
        return [path for path in self.files if path.endswith(_PAGE)]

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

    def read(self, places: Iterable[str]) -> None:
        """Read pages, which are to be judged then."""
        collecting = gc.isenabled()
        # Thousands of small objects are made and none is garbage: collecting them would cost a third of the time.
        gc.disable()
        try:
            found = {place: read(place, _bytes(f"{self.folder}/{place}")) for place in places}
            self._resolve(found.values())
        finally:
            if collecting:
                gc.enable()
        self.judged |= found
        self.documents |= found

    def _resolve(self, documents: Iterable[Document]) -> None:
        """
        Work out where every reference leads.

        Menus repeat addresses on every page, with another number of `../` at
        every depth: what follows them is resolved once per folder.
        """
        steps: dict[str, tuple[int, str] | None] = {}
        known: dict[tuple[str, str], dict[Reference, tuple[Reference, address.Target]]] = {}
        for document in documents:
            base, above = document.base, posixpath.dirname(document.place)
            # A <base> moves all addresses: then nothing is known of the folders above.
            folders = [above] if base else list(_upwards(above))
            pairs = [known.setdefault((folder, base), {}) for folder in folders]
            # Most links inside a page are right: there is no more to say of them.
            inner, ids = document.inner, () if base else document.ids
            for reference in document.references:
                to = reference.address
                if to[:1] == "#" and to[1:] in ids:
                    continue
                if to in steps:
                    step = steps[to]
                else:
                    step = steps[to] = _climb(to) if to and not address.outside(to, self.url) else None
                if step is None:
                    continue
                up, rest = step if step[0] < len(folders) else (0, to)
                pair = pairs[up].get(reference)
                if pair is None:
                    target = address.resolve(rest, folders[up], base, self.files, self.root)
                    pair = pairs[up][reference] = reference, target
                inner.append(pair)
                if reference.language and reference.rel == "alternate" and reference.tag == "link" and pair[1].place:
                    document.versions[reference.language] = pair[1].place
            leads = {target.place for reference, target in inner if reference.tag in FOLLOWED}
            self.reached |= leads - {document.place}

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


def survey(folder: Path, url: str = "") -> Site:
    """Return a folder of which no page has been read; `url` is what its home page says, if it is not given."""
    site = Site(folder, url or _guess(folder), sorted(_walk(str(folder))))
    site.sheets = {path: tuple(css_addresses(_text(folder / path))) for path in site.files if path.endswith(_SHEET)}
    site.texts = {path: _text(folder / path) for path in site.files if path.endswith(_TEXTS)}
    return site


def load(folder: Path, url: str = "", numbers: Iterable[str] = (), domains: Iterable[str] = ()) -> Site:
    """Read a folder with all its pages."""
    site = survey(folder, url)
    site.numbers, site.domains = frozenset(numbers), tuple(domains)
    site.read(site.pages)
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
    # What is left of `../`, `../#x` and `..//x` would mean something else by itself.
    return up, f"./{rest}" if up and rest[:1] in ("", "#", "?", "/") else rest


def _walk(folder: str, prefix: str = "") -> Iterator[str]:
    """Yield the path of every file below a folder, with forward slashes; no link to a folder is followed."""
    with os.scandir(f"{folder}/{prefix}") as entries:
        for entry in entries:
            # A link to nothing is no file, and neither is a pipe that nobody fills.
            if entry.is_file():
                yield prefix + entry.name
            elif entry.is_dir(follow_symlinks=False):
                yield from _walk(folder, f"{prefix}{entry.name}/")


def _guess(folder: Path) -> str:
    """Return the address of the site that the home page calls its own."""
    home = folder / "index.html"
    for reference in read(home.name, home.read_bytes()).references if home.is_file() else ():
        if reference.tag == "link" and reference.rel == "canonical" and address.readable(reference.address):
            return unquote(reference.address)
    return ""


def _bytes(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path would cost as much as the reading
        return file.read()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
