"""
The one table of what hosts have to do: headers, how long what is kept, which page 404, where old addresses lead.

The settings of nginx and Caddy, the files of CDN hosts and the upload to an object store are all written from it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

from ..addresses.redirects import Redirect
from ..addresses.url_ledger import HOME, split
from ..building import assets, security_headers
from ..model.content import Content
from .hashed_names import FOLDERS

MINUTES = "public, max-age=300"
"""For all whose name stays when it changes: after five minutes a browser asks whether it has."""
DAY = "public, max-age=86400"
YEAR = "public, max-age=31536000, immutable"
"""For names with a hash: what is under such a name never changes."""
PICTURES = f"{assets.FOLDER}/images"
FOR_HOSTS = ("_headers", "_redirects")
"""Files that hosts read themselves and nobody else needs."""


@dataclass(frozen=True, kw_only=True)
class HostTable:
    """
    What a host has to do for a site.

    `base` is the path of the site on its host, with a slash at both ends. `kept` says, by the beginnings of paths below
    it, how long files are kept, MINUTES without one; `folders` are those of the languages that have their own page 404;
    `moved` leads from old paths to new ones, both below `base`.
    """

    base: str = "/"
    headers: Mapping[str, str] = field(default_factory=lambda: security_headers.HEADERS)
    kept: Mapping[str, str] = field(
        default_factory=lambda: {**{f"{folder}/": YEAR for folder in FOLDERS}, f"{PICTURES}/": DAY}
    )
    folders: Sequence[str] = ()
    moved: Mapping[str, str] = field(default_factory=dict)

    def cache(self, path: str) -> str:
        """Return the header Cache-Control of a path below the site."""
        return next((value for start, value in self.kept.items() if path.startswith(start)), MINUTES)

    def not_found(self, path: str) -> str:
        """Return which file, below the site, is the page 404 for a path below it."""
        return next((f"{folder}{assets.NOT_FOUND}" for folder in self.folders if path.startswith(folder)), "") or (
            assets.NOT_FOUND
        )


def of_content(content: Content, site_url: str, moved: Mapping[str, Redirect]) -> HostTable:
    """Return the table of a site that is served at an address; `moved` are its redirects by old address."""
    return HostTable(
        base=f"/{urlsplit(site_url).path.strip('/')}/".replace("//", "/"),
        folders=tuple(language.prefix for language in content.languages if language.prefix),
        moved=dict(_whole_pages(moved)),
    )


def _whole_pages(moved: Mapping[str, Redirect]) -> Iterator[tuple[str, str]]:
    """
    Yield old and new path of every page that is elsewhere as a whole.

    Where a section went another way than its page, only the page at the old address can tell: no host sees what stands
    behind the #.
    """
    apart = {split(old)[0] for old in moved if "#" in old}
    for old, redirect in moved.items():
        if "#" not in old and old not in apart:
            page, section = split(redirect.to)
            target = quote(page.removeprefix(HOME)) + (f"#{quote(section)}" if section else "")
            yield quote(old.removeprefix(HOME)), target


def patterns(table: HostTable, site: Path) -> Iterator[tuple[str, str]]:
    """
    Yield patterns of paths on the host that exclude each other, and the header Cache-Control of each.

    CDN hosts join the values of a header that two patterns give, so none may cover another. `site` is the folder of the
    built site, whose first entries they are.
    """
    yield table.base, MINUTES
    for entry in sorted(site.iterdir()):
        inside = sorted(entry.iterdir()) if entry.name == assets.FOLDER else [entry]
        for path in inside:
            name = path.relative_to(site).as_posix() + ("/" if path.is_dir() else "")
            if name not in FOR_HOSTS and path.suffix not in (".br", ".gz"):
                yield f"{table.base}{name}{'*' if path.is_dir() else ''}", table.cache(name)
