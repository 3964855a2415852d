"""A folder of HTML → all that the rules look at: each file is read once, and no file system is asked afterwards."""

import gc
import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from . import address, base_address, fast_parser
from .html_page import HtmlPage
from .page_reader import XHTML, read
from .references import FOLLOWED, LookedFor, Resolver

_PAGE, _STYLESHEET, _DATA, _MANIFEST = (
    (".html", ".htm", *XHTML),
    ".css",
    (".xml", ".rss", ".atom", ".rdf"),
    ".webmanifest",
)
_NEVER_LINKED = "404.html"
"""Pages that hosts show by themselves: nobody links to them."""
_MANY = 2_000
"""So many pages leave so much behind in memory that taking it apart pays."""


class Listed(NamedTuple):
    """
    Where links may lead, as the owner of a site lists it.

    `phone_numbers` are digits and `+` only; the `domains` stand in `domains_file`. Where nothing is listed, every
    number or domain may be linked to.
    """

    phone_numbers: frozenset[str] = frozenset()
    domains: tuple[str, ...] = ()
    domains_file: str = "the list of domains"


NOTHING_LISTED = Listed()


class Site:
    """
    A site on disk.

    All paths are relative to its folder, with forward slashes.

    `paths` are those of all files; `files` maps the path under which a host
    serves a file to the path of the file, which mostly is the same. `url` is
    the address that the site is served at, with a slash at its end, empty if
    unknown. `listed` says where links may lead.

    `pages` holds the pages by path: the `judged` ones, which this process has
    read, and at least the outline of all others. `linked` are the files to
    which a judged page links, other than itself; `manifests` and `feeds`
    those that a judged page names as its web app manifest or a feed.

    `judges_files` is false in a process that leaves the files that are no pages
    to another one; `looked_for` says what is looked for in pages.
    """

    def __init__(self, folder: Path, url: str, paths: Iterable[str], *, without_html: bool = False) -> None:
        """Begin with the paths of all files, none of which has been read; `load` says what `without_html` means."""
        self.folder = folder
        self.url = address.folder_url(url)
        self.paths = tuple(paths)
        files = {path: path for path in self.paths}
        for path in self.page_paths if without_html else ():
            files.setdefault(path.rpartition(".")[0], path)
        self.files: Mapping[str, str] = files
        self.judges_files = True
        self.looked_for = LookedFor()
        self.listed = NOTHING_LISTED
        self.pages: dict[str, HtmlPage] = {}
        self.judged: dict[str, HtmlPage] = {}
        self.linked: set[str | None] = set()
        self.manifests: set[str] = set()
        self.feeds: set[str] = set()

    @cached_property
    def page_paths(self) -> Sequence[str]:
        """The paths of the HTML files."""
        return self._with_end(*_PAGE)

    @cached_property
    def stylesheet_paths(self) -> Sequence[str]:
        """The paths of the style sheets."""
        return self._with_end(_STYLESHEET)

    @cached_property
    def data_paths(self) -> Sequence[str]:
        """The paths of the files that may be sitemaps or feeds: by their names, or because a page says so."""
        return sorted({*self._with_end(*_DATA), *self.feeds.difference(self.page_paths)})

    @cached_property
    def manifest_paths(self) -> Sequence[str]:
        """The web app manifests: what a page names as one, and what can be nothing else by its name."""
        return sorted({*self._with_end(_MANIFEST), *self.manifests})

    def _with_end(self, *ends: str) -> Sequence[str]:
        return [path for path in self.paths if path.lower().endswith(ends)]

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
            if posixpath.basename(path) != _NEVER_LINKED and not page.noindex and not page.redirect
        }

    def target(self, page: HtmlPage, written: str) -> address.Target | None:
        """Return where an address on a page leads, or None if it is empty or leaves the site."""
        written = address.plain(written, self.url)
        if not written or address.is_external(written, self.url):
            return None
        if page.has_foreign_base and not address.scheme_of(written) and not address.names_host(written):
            return None
        return address.resolve(written, posixpath.dirname(page.path), page.base, self.files, self.root)

    def address_of(self, path: str) -> str:
        """Return the address of a page below the site: `a/index.html` → `a/`; that of the home page is its name."""
        return path.removesuffix("index.html") if path.endswith("/index.html") else path

    def content(self, path: str) -> bytes:
        """Return what is in a file; OSError if it cannot be read."""
        return _bytes(f"{self.folder}/{path}")

    def read(self, paths: Iterable[str]) -> None:
        """Read pages, which makes them `judged`; OSError if a file cannot be read."""
        collecting = gc.isenabled()
        # Thousands of small objects are made and none is garbage: collecting them would cost a third of the time.
        gc.disable()
        try:
            resolver = Resolver(self, self.looked_for)
            for path in paths:
                page = read(path, self.content(path), only_links=self.looked_for.only_links)
                self.judged[path] = self.pages[path] = page
                self._resolve(page, resolver)
        finally:
            if len(self.judged) >= _MANY:
                fast_parser.forget()
            if collecting:
                gc.enable()

    def _resolve(self, page: HtmlPage, resolver: Resolver) -> None:
        """Find out where the references and the redirect of a page lead, and what it links to."""
        if page.has_base:
            page.base, page.has_foreign_base = base_address.find(page.base, page.path, self.url, self.root)
        resolver.resolve(page)
        if not self.looked_for.only_links:
            linked = {target.path for reference, target in page.internal_references if reference.tag in FOLLOWED}
            self.linked |= linked - {page.path}
        for named, files in ((page.manifests, self.manifests), (page.feeds, self.feeds)):
            for written in named:
                file = self.target(page, written)
                if file and file.path:
                    files.add(file.path)
        if page.redirect:
            leads = self.target(page, page.redirect)
            # A section of the page is no other page, and one that is loaded again after a while is read until then.
            if leads and (leads.path == "" or (leads.path == page.path and page.redirect_seconds)):
                page.redirect = ""


def load_without_pages(
    folder: Path, url: str = "", listed: Listed = NOTHING_LISTED, *, without_html: bool = False
) -> Site:
    """
    Return a site of which no page has been read.

    `url` is where it is served; if it is empty, the home page says it.
    `without_html` is for hosts that serve guide.html as guide too.
    """
    paths = sorted(_files_below(str(folder)))
    site = Site(folder, url or _url_of_home(folder), paths, without_html=without_html)
    site.listed = listed
    return site


def load(folder: Path, url: str = "", listed: Listed = NOTHING_LISTED, *, without_html: bool = False) -> Site:
    """Return a site of which all pages have been read; `load_without_pages` says what is given."""
    site = load_without_pages(folder, url, listed, without_html=without_html)
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


def _url_of_home(folder: Path) -> str:
    """Return the address of the site that its home page gives: by its canonical link, or else by a base with a host."""
    home = folder / "index.html"
    if not home.is_file():
        return ""
    page = read(home.name, home.read_bytes())
    said = [*(reference.address for reference in page.canonical_links), page.base]
    return next(filter(None, map(address.folder_url, said)), "")


def _bytes(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path would cost as much as the reading
        return file.read()
