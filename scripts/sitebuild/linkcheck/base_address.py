"""What the <base href> of a page means for the other addresses on it."""

import posixpath
from typing import NamedTuple
from urllib.parse import urlsplit

from . import address, hosts

_WITHOUT_MEANING = ("data", "javascript", "file")
"""HTML passes over the first two; a file of one machine says nothing of the host that will serve the page."""


class Base(NamedTuple):
    """The path from the root of the host that addresses are joined to, empty for the page's own; or another host."""

    path: str = ""
    is_foreign: bool = False


def find(written: str, page: str, url: str, root: str) -> Base:
    """
    Return what a base address means.

    `written` is the href of the first <base> that has one: by the HTML
    standard it is itself joined to the address of the page, and by the URL
    standard its last segment, if it does not end with a slash, is a file.
    `page` is the page below the site, `url` and `root` where the site is
    served, empty and `/` if that is not known.
    """
    written = address.plain(written, url)
    scheme = address.scheme_of(written)
    if not written or scheme in _WITHOUT_MEANING or not address.is_parsable(written):
        return Base()
    if scheme or address.names_host(written):
        whole = written if scheme else f"{urlsplit(url).scheme or 'https'}:{address.slashed(written)}"
        if not _names_possible_host(whole):
            return Base()
        if not url or not address.is_parsable(whole) or not address.has_same_host(whole, url):
            return Base(is_foreign=True)
        return Base(urlsplit(whole).path or "/")
    path = address.slashed(written).partition("#")[0].partition("?")[0]
    if not path:
        return Base(root + page)
    # `.` and `..` are folders, with a slash behind them or without.
    path += "/" if path.rpartition("/")[2] in (".", "..") else ""
    return Base(path if path.startswith("/") else posixpath.join(root, posixpath.dirname(page), path))


def _names_possible_host(whole: str) -> bool:
    """Tell whether an address can be read; by the URL standard a page has no base if that of its <base> cannot."""
    if address.scheme_of(whole) not in ("http", "https"):
        return True
    parts = hosts.split(whole)
    return bool(parts and parts.hostname and hosts.is_possible(parts.hostname))
