"""An address in a page → the file and the section that a static host would give."""

import functools
import posixpath
import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

TOP = ("", "top")
"""Fragments that every page has."""
_TEXT_FRAGMENT = ":~:"


class Target(NamedTuple):
    """Where an address leads: a file of the site, or none; `wanted` is the path that would have been needed."""

    place: str | None
    wanted: str
    fragment: str


def outside(address: str, url: str) -> bool:
    """Tell whether an address leaves the site that is served at `url`."""
    scheme = address.split(":", 1)[0] if ":" in address.split("/", 1)[0].split("#", 1)[0].split("?", 1)[0] else ""
    if scheme:
        return not (url and same_site(address, url))
    return address.startswith("//") and not (url and same_site(f"{urlsplit(url).scheme}:{address}", url))


@functools.cache
def readable(url: str) -> bool:
    """Tell whether an address can be taken apart; `http://[` cannot."""
    try:
        urlsplit(url)
    except ValueError:
        return False
    return True


def same_site(address: str, url: str) -> bool:
    """Tell whether an absolute address is below the address of the site."""
    if url.startswith("http") and url.endswith("/") and address.startswith(url):
        return True
    try:
        one, two = urlsplit(address), urlsplit(url)
        return one.netloc == two.netloc and one.scheme in ("http", "https") and one.path.startswith(two.path or "/")
    except ValueError:
        return False


def resolve(address: str, here: str, base: str, files: Mapping[str, str], root: str) -> Target:
    """
    Return where an address leads.

    `here` is the directory of the page below the site; `base` is its <base
    href>, mostly empty; `files` maps every path of the site to itself; `root`
    is the path that the site is served under, such as `/handbook/`.
    """
    path, _, fragment = address.partition("#")
    if not path and not base:
        return Target("", "", unquote(fragment) if "%" in fragment else fragment)
    if "?" in path:
        path = path.partition("?")[0]
    if "//" in path and ("://" in path or path.startswith("//")):
        path = "/" + path.split("//", 1)[1].partition("/")[2]
    elif base:
        path = posixpath.join(base, path) if path else base
    if "%" in address:
        path, fragment = unquote(path), unquote(fragment)
    if path.startswith("/"):
        if not path.startswith(root):
            return Target(None, path, fragment)
        wanted = path[len(root) :]
    elif path:
        wanted = f"{here}/{path}" if here else path
    else:
        return Target("", "", fragment)
    folder = wanted.endswith(("/", "/.", "/..")) or wanted in ("", ".", "..")
    normal = _normal(wanted)
    if normal.startswith(".."):
        return Target(None, normal, fragment)
    index = "index.html" if normal == "." else f"{normal}/index.html"
    place = (None if folder else files.get(normal)) or files.get(index)
    return Target(place, place or (index if folder else normal), fragment)


def shape(text: str) -> str:
    """Return a text with the way up taken off: a template writes it differently at every depth."""
    return re.sub(r"(?:\.\./)+|\./", "", text)


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


def fragment_found(fragment: str, ids: set[str]) -> bool:
    """Tell whether a decoded fragment names one of the ids, in either Unicode form; text fragments are the reader's."""
    name = fragment.split(_TEXT_FRAGMENT, 1)[0]
    if name.lower() in TOP or name in ids:
        return True
    return unicodedata.normalize("NFC", name) in ids or unicodedata.normalize("NFD", name) in ids
