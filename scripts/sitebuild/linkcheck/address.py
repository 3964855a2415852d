"""An address as a page has it → the file and the section that a static host would answer with."""

import functools
import posixpath
import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_FRAGMENTS_OF_EVERY_PAGE = ("", "top")
_TEXT_FRAGMENT = ":~:"
"""Begins the part of a fragment that is no id, but text for the browser to look for."""


class Target(NamedTuple):
    """
    Where an address leads.

    `path` is the file below the site's folder: empty for the page itself, None
    if the site has no such file; `wanted` is then the path of the file that is
    missing. `fragment` is what follows the `#`, decoded.
    """

    path: str | None
    wanted: str
    fragment: str


def is_external(address: str, url: str) -> bool:
    """Tell whether an address leaves the site served at `url`; if that is empty, every whole address does."""
    scheme = address.split(":", 1)[0] if ":" in address.split("/", 1)[0].split("#", 1)[0].split("?", 1)[0] else ""
    if scheme:
        return not (url and is_below(address, url))
    return address.startswith("//") and not (url and is_below(f"{urlsplit(url).scheme}:{address}", url))


@functools.cache
def is_parsable(text: str) -> bool:
    """Tell whether an address can be split into its parts; `http://[` cannot."""
    try:
        urlsplit(text)
    except ValueError:
        return False
    return True


def is_below(address: str, url: str) -> bool:
    """Tell whether an address with a scheme belongs to the site that is served at `url`."""
    if url.startswith("http") and url.endswith("/") and address.startswith(url):
        return True
    try:
        one, two = urlsplit(address), urlsplit(url)
        return one.netloc == two.netloc and one.scheme in ("http", "https") and one.path.startswith(two.path or "/")
    except ValueError:
        return False


def resolve(address: str, folder: str, base: str, files: Mapping[str, str], root: str) -> Target:
    """
    Return where an address of the site leads.

    `folder` is that of the page, relative to the site and without a slash at
    its end; `base` is the page's <base href>, mostly empty; `files` maps the
    path of every file of the site to itself; `root` is the part of the site's
    URL after the host, such as `/handbook/`.
    """
    path, _, fragment = address.partition("#")
    if not path and not base:
        return Target("", "", unquote(fragment) if "%" in fragment else fragment)
    path = _without_host(path.partition("?")[0], base)
    if "%" in address:
        path, fragment = unquote(path), unquote(fragment)
    if not path:
        return Target("", "", fragment)
    if not path.startswith("/"):
        return _serve(f"{folder}/{path}" if folder else path, fragment, files)
    if not path.startswith(root):
        return Target(None, path, fragment)
    return _serve(path[len(root) :], fragment, files)


def _without_host(path: str, base: str) -> str:
    """Return the path of an address: from the root of its host, if it names one, or else joined to the base."""
    if "//" in path and ("://" in path or path.startswith("//")):
        return "/" + path.split("//", 1)[1].partition("/")[2]
    if base:
        return posixpath.join(base, path) if path else base
    return path


def _serve(path: str, fragment: str, files: Mapping[str, str]) -> Target:
    """Return what a static host answers to a path below the site: the file, or the index.html of the folder."""
    is_folder = path.endswith(("/", "/.", "/..")) or path in ("", ".", "..")
    normal = _normal(path)
    if normal.startswith(".."):
        return Target(None, normal, fragment)
    index = "index.html" if normal == "." else f"{normal}/index.html"
    found = (None if is_folder else files.get(normal)) or files.get(index)
    return Target(found, found or (index if is_folder else normal), fragment)


def _normal(path: str) -> str:
    """Return a path without `.`, `..` and doubled slashes, as posixpath.normpath does, in half the time."""
    if "./" not in path and "//" not in path and not path.endswith("."):
        return path.removesuffix("/") or "."
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if parts and parts[-1] != "..":
                parts.pop()
            else:
                parts.append(part)
        elif part and part != ".":
            parts.append(part)
    return "/".join(parts) or "."


def without_dot_segments(text: str) -> str:
    """Return a text without `../` and `./`: a template writes an address with others at every depth of the site."""
    return re.sub(r"(?:\.\./)+|\./", "", text)


def fragment_found(fragment: str, ids: set[str]) -> bool:
    """
    Tell whether a decoded fragment leads to one of the ids, in either Unicode form, or to where any page has a target.

    What follows `:~:` is not looked at: it is text for which the reader's browser searches.
    """
    name = fragment.split(_TEXT_FRAGMENT, 1)[0]
    if name.lower() in _FRAGMENTS_OF_EVERY_PAGE or name in ids:
        return True
    return unicodedata.normalize("NFC", name) in ids or unicodedata.normalize("NFD", name) in ids
