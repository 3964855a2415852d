"""A folder of HTML → all that the rules look at: each file is read once, and no file system is asked afterwards."""

import gc
import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from . import address
from .html_page import HtmlPage, css_addresses, read
from .references import Resolver
from .tags import HtmlReference

_PAGE, _STYLESHEET, _DATA = (".html", ".htm"), ".css", (".xml", ".webmanifest", "manifest.json")
FOLLOWED = ("a", "area")
"""Elements that take a reader to another page."""
_NEVER_LINKED = ("404.html",)
"""Pages that hosts show by themselves: nobody links to them."""
_UNNAMED_LIST = "the list of domains"


class Site:
    """
    A site on disk.

    All paths are relative to its folder, with forward slashes.

    `files` maps the path of every file to itself. `url` is the address that
    the site is served at, empty if unknown. `stylesheets` gives the addresses
    in each style sheet, `data_files` the texts of sitemaps, feeds and
    manifests. `phone_numbers` (digits and `+` only) and `domains` are those to
    which links may lead, as the owner of the site lists them, the domains in
    `domains_file`; where nothing is listed, every number or domain may be
    linked to.

    `pages` holds the pages by path: the `judged` ones, which this process has
    read, and at least the outline of all others. `linked` are the files to
    which a judged page links, other than itself.
    """

    def __init__(self, folder: Path, url: str, paths: Iterable[str]) -> None:
        """Begin with the paths of all files, none of which has been read."""
        self.folder = folder
        self.url = url
        self.files: Mapping[str, str] = {path: path for path in paths}
        self.stylesheets: Mapping[str, tuple[str, ...]] = {}
        self.data_files: Mapping[str, str] = {}
        self.phone_numbers: frozenset[str] = frozenset()
        self.domains: tuple[str, ...] = ()
        self.domains_file = _UNNAMED_LIST
        self.pages: dict[str, HtmlPage] = {}
        self.judged: dict[str, HtmlPage] = {}
        self.linked: set[str | None] = set()

    @cached_property
    def page_paths(self) -> Sequence[str]:
        """The paths of the HTML files."""
        return [path for path in self.files if path.endswith(_PAGE)]

    @cached_property
    def root(self) -> str:
        """The part of the URL after the host, with a slash at both ends."""
        path = urlsplit(self.url).path or "/"
        return path if path.endswith("/") else f"{path}/"

    @cached_property
    def casefolded(self) -> Mapping[str, str]:
        """Every path by itself without differences of case, to tell a misspelt path from a missing file."""
        return {path.casefold(): path for path in self.files}

    @cached_property
    def public(self) -> Mapping[str, HtmlPage]:
        """The pages that readers and crawlers are meant to find: not 404, not marked noindex, not a redirect."""
        return {
            path: page
            for path, page in self.pages.items()
            if path not in _NEVER_LINKED and not page.noindex and not page.redirect
        }

    def resolve(self, page: HtmlPage, written: str) -> address.Target:
        """Return where an address on a page leads."""
        return address.resolve(written, posixpath.dirname(page.path), page.base, self.files, self.root)

    def is_internal(self, reference: HtmlReference) -> bool:
        """Tell whether an address stays in the site."""
        return bool(reference.address) and not address.is_external(reference.address, self.url)

    def address_of(self, path: str) -> str:
        """Return the address of a page below the site: `a/index.html` → `a/`."""
        return path.removesuffix("index.html")

    def read(self, paths: Iterable[str]) -> None:
        """Read pages, which makes them `judged`; OSError if a file cannot be read."""
        collecting = gc.isenabled()
        # Thousands of small objects are made and none is garbage: collecting them would cost a third of the time.
        gc.disable()
        try:
            found = {path: read(path, _bytes(f"{self.folder}/{path}")) for path in paths}
            resolver = Resolver(self.files, self.root, self.url)
            for page in found.values():
                resolver.resolve(page)
                linked = {target.path for reference, target in page.internal_references if reference.tag in FOLLOWED}
                self.linked |= linked - {page.path}
        finally:
            if collecting:
                gc.enable()
        self.judged |= found
        self.pages |= found


def load_without_pages(folder: Path, url: str = "") -> Site:
    """
    Return a site of which everything but the pages has been read.

    `url` is where it is served; if it is empty, the canonical link of the home
    page says it.
    """
    site = Site(folder, url or _canonical_url(folder), sorted(_files_below(str(folder))))
    site.stylesheets = {
        path: tuple(css_addresses(_text(folder / path))) for path in site.files if path.endswith(_STYLESHEET)
    }
    site.data_files = {path: _text(folder / path) for path in site.files if path.endswith(_DATA)}
    return site


def load(
    folder: Path,
    url: str = "",
    phone_numbers: Iterable[str] = (),
    domains: Iterable[str] = (),
    domains_file: str = _UNNAMED_LIST,
) -> Site:
    """Return a site of which everything has been read; `Site` says what the lists are for."""
    site = load_without_pages(folder, url)
    site.phone_numbers, site.domains, site.domains_file = frozenset(phone_numbers), tuple(domains), domains_file
    site.read(site.page_paths)
    return site


def _files_below(folder: str, prefix: str = "") -> Iterator[str]:
    """Yield the path of every file below a folder, with forward slashes; no link to a folder is followed."""
    with os.scandir(f"{folder}/{prefix}") as entries:
        for entry in entries:
            # A link to nothing is no file, and neither is a pipe that nobody fills.
            if entry.is_file():
                yield prefix + entry.name
            elif entry.is_dir(follow_symlinks=False):
                yield from _files_below(folder, f"{prefix}{entry.name}/")


def _canonical_url(folder: Path) -> str:
    """Return the address that the home page gives as its canonical one, or nothing."""
    home = folder / "index.html"
    for reference in read(home.name, home.read_bytes()).references if home.is_file() else ():
        if reference.tag == "link" and reference.rel == "canonical" and address.is_parsable(reference.address):
            return unquote(reference.address)
    return ""


def _bytes(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path would cost as much as the reading
        return file.read()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
