"""A folder of HTML → all that the rules look at: each file read once, no file asked for twice."""

import gc
import os
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from . import address
from .document import Document, Reference, css_addresses, read

_PAGE, _SHEET = (".html", ".htm"), ".css"
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
        """Work out where every reference leads, once per folder and address: menus repeat them on every page."""
        leaving: dict[str, bool] = {"": True}
        known: dict[tuple[str, str], dict[str, address.Target]] = {}
        for document in self.documents.values():
            folder = posixpath.dirname(document.place)
            here = known.setdefault((folder, document.base), {})
            for reference in document.references:
                to = reference.address
                outside = leaving.get(to)
                if outside is None:
                    outside = leaving[to] = address.outside(to, self.url)
                if outside:
                    continue
                target = here.get(to)
                if target is None:
                    target = here[to] = address.resolve(to, folder, document.base, self.files, self.root)
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


def load(folder: Path, url: str = "", numbers: Iterable[str] = (), domains: Iterable[str] = ()) -> Site:
    """Read a folder; `url` is guessed from its sitemap or canonical links if it is not given."""
    paths = sorted(_walk(folder))
    files = {path: path for path in paths}
    collecting = gc.isenabled()
    # Thousands of small objects are made and none is garbage: collecting them would cost a third of the time.
    gc.disable()
    try:
        documents = {path: read(path, (folder / path).read_bytes()) for path in paths if path.endswith(_PAGE)}
    finally:
        if collecting:
            gc.enable()
    sheets = {path: tuple(css_addresses(_text(folder / path))) for path in paths if path.endswith(_SHEET)}
    texts = {path: _text(folder / path) for path in paths if path.endswith((".xml", ".webmanifest", "manifest.json"))}
    site = Site(
        folder=folder,
        url=url or _guess(documents),
        files=files,
        documents=documents,
        sheets=sheets,
        texts=texts,
        numbers=frozenset(numbers),
        domains=tuple(domains),
    )
    site.resolve()
    return site


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
        if reference.tag == "link" and reference.rel == "canonical":
            return unquote(reference.address)
    return ""


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
