"""Reads the built site: its pages by name, and where an address on a page leads."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..linkcheck import address
from ..linkcheck.address import Target
from ..model.content import Content
from ..model.message import Message
from ..model.page import Page
from ..model.problem import ToolError
from ..text import downloads

HOME = "index.html"
_NOT_BUILT = "there is no built site in {folder}; type `make site` (python scripts/build.py site), then this again"
_OLDER = (
    "{folder} is older than docs/: it has no {place}; type `make site` (python scripts/build.py site), then this again"
)


class NotBuiltError(ToolError):
    """The site is not built, or from other pages than those of today: the text says what to type."""


@dataclass(frozen=True)
class BuiltSite:
    """The folder of a built site; `files` maps the path of every file below it, with forward slashes, to itself."""

    folder: Path
    files: Mapping[str, str] = field(repr=False)

    def text(self, place: str) -> str:
        """Return the text of a file, without files to download; raise NotBuiltError if it is not there."""
        if place not in self.files:
            raise NotBuiltError(Message(_OLDER, folder=self.folder.name, place=place))
        return downloads.without((self.folder / place).read_text(encoding="utf-8"))

    def parts(self, place: str) -> "PageParts":
        """Return what a page has at a place; raise NotBuiltError if it is not there, or no page of ours."""
        tree = LexborHTMLParser(self.text(place))
        main = tree.css_first("main")
        if main is None:
            raise NotBuiltError(Message(_OLDER, folder=self.folder.name, place=place))
        return PageParts(main, tree.css_first(".emergency"))

    def target(self, folder: str, written: str) -> Target:
        """Return where an address on a page in `folder`, empty for the root of the site, leads."""
        return address.resolve(written, folder, "", self.files, "/")


class PageParts(NamedTuple):
    """The text of a page with all that belongs to it, and the line that says whom to call, if it has one."""

    main: LexborNode
    emergency: LexborNode | None


@dataclass(frozen=True, kw_only=True)
class BuiltPage:
    """
    A page of a language as it was built.

    `place` is its file below the site; `main` is its text with all that belongs to it: the title, the line with the
    day of the review, the article, the words explained; `emergency` the line that says whom to call, if it has one.
    """

    page: Page
    place: str
    main: LexborNode
    emergency: LexborNode | None = None

    @property
    def title(self) -> str:
        """The title, as plain text."""
        heading = self.main.css_first("h1")
        return heading.text(strip=True) if heading else self.page.title

    @property
    def folder(self) -> str:
        """The folder of its file, below the site."""
        return posixpath.dirname(self.place)

    @property
    def article(self) -> LexborNode:
        """The text of the page alone."""
        return self.main.css_first("article") or self.main


def open_site(folder: Path) -> BuiltSite:
    """Return the built site in a folder; raise NotBuiltError if there is none."""
    paths = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file())
    files = {path: path for path in paths}
    if HOME not in files:
        raise NotBuiltError(Message(_NOT_BUILT, folder=folder))
    return BuiltSite(folder=folder, files=files)


def place(content: Content, page: Page) -> str:
    """Return the path of the file of a page below the site."""
    return f"{content.language(page.language).prefix}{page.route}{HOME}"


def read(site: BuiltSite, content: Content, page: Page) -> BuiltPage:
    """Return a page of the built site; raise NotBuiltError if the site does not have it."""
    where = place(content, page)
    parts = site.parts(where)
    return BuiltPage(page=page, place=where, main=parts.main, emergency=parts.emergency)


def in_order(content: Content, code: str) -> Iterator[Page]:
    """Yield the pages of a language in reading order: the menu, and pages outside it after the one they belong to."""
    pages = content.pages_in(code)
    in_menu = {name for guide in content.guides for name in guide.pages}
    for page in pages:
        if page.name in in_menu:
            yield page
            yield from below(content, page)


def below(content: Content, page: Page) -> list[Page]:
    """Return the pages outside the menu that belong to a page: `laws/pipl.md` to `laws.md`."""
    in_menu = {name for guide in content.guides for name in guide.pages}
    folder = page.name.removesuffix(".md")
    return [each for each in content.pages_in(page.language) if each.folder == folder and each.name not in in_menu]
