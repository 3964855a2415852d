"""
An address as a page has it → the file and the section that a static host would answer with.

What an address means is said by the URL standard (url.spec.whatwg.org), not by RFC 3986: tabs and line breaks in it are
dropped, a backslash is a slash, and the last segment of a base address, unless it ends with a slash, names a file.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_AROUND = "".join(map(chr, range(0x21)))
_DROPPED = re.compile("[\t\n\r]")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_FILE_OF_A_FOLDER = re.compile(r"[^/]*\.(?:[a-z]?html?|php\d?|aspx?|jsp|cgi)", re.IGNORECASE)
"""The last segment of a home page's address that names the page itself; any other one is a folder without its slash."""
_SLASHES = ("/", "\\")
_BEFORE_HOST = 2
_ODD_SLASHES = re.compile(r"(https?):(?!//[^/\\])([/\\]*)|[/\\]{3,}", re.IGNORECASE | re.ASCII)
"""Begins an address of the web that has more or fewer slashes before its host, or none of its own."""
_PORTS = {"http": "80", "https": "443"}


class Target(NamedTuple):
    """
    Where an address leads.

    `path` is the file below the site's folder: empty for the page itself, None
    if the site has no such file; `wanted` is then the path of the file that is
    missing. `fragment` is what follows the `#`, as it was written.
    """

    path: str | None
    wanted: str
    fragment: str


def cleaned(written: str) -> str:
    """Return an address without what the URL standard drops: spaces around it, tabs and line breaks in it."""
    text = written.strip(_AROUND)
    return _DROPPED.sub("", text) if "\n" in text or "\t" in text or "\r" in text else text


def scheme_of(address: str) -> str:
    """Return the scheme of an address in small letters, or nothing: a colon after other signs begins none."""
    found = _SCHEME.match(address)
    return found[0][:-1].lower() if found else ""


def plain(written: str, url: str) -> str:
    """
    Return an address of the web as it is mostly written: with as many slashes as the URL standard makes of it.

    On a site served at `url`, `https:b.html` is `b.html` if both have one
    scheme; otherwise any number of slashes leads to a host. Other addresses
    are returned as they are.
    """
    found = _ODD_SLASHES.match(written)
    if not found:
        return written
    scheme, slashes = found[1] or "", found[2] or ""
    rest = written[found.end() :]
    if scheme and len(slashes) < _BEFORE_HOST and url.lower().startswith(f"{scheme.lower()}:"):
        return f"/{rest}" if slashes else rest
    return f"{scheme}://{rest}" if scheme else f"//{rest}"


def names_host(address: str) -> bool:
    """Tell whether an address without a scheme begins with a host; browsers take a backslash for a slash."""
    return address[:1] in _SLASHES and address[1:2] in _SLASHES


def is_external(address: str, url: str) -> bool:
    """Tell whether an address leaves the site served at `url`; if that is empty, every whole address does."""
    if ":" in address and scheme_of(address):
        return not (url and is_below(address, url))
    return (
        address[:1] in _SLASHES
        and names_host(address)
        and not (url and is_below(f"{urlsplit(url).scheme}:{slashed(address)}", url))
    )


def slashed(address: str) -> str:
    """Return an address with slashes for backslashes, but for those in its query and its fragment."""
    if "\\" not in address:
        return address
    end = min((at for at in (address.find("?"), address.find("#")) if at >= 0), default=len(address))
    return address[:end].replace("\\", "/") + address[end:]


@cache
def is_parsable(text: str) -> bool:
    """Tell whether an address can be split into its parts; `http://[` cannot."""
    try:
        urlsplit(text)
    except ValueError:
        return False
    return True


def folder_url(text: str) -> str:
    """
    Return the address of the folder whose home page has this address, with a slash at its end, or nothing.

    By the URL standard a segment behind the last slash is a file; one that
    does not look like a file, as in https://h.example/docs, is a folder whose
    slash was left out. A `file:` address, or one without a host, says nothing.
    """
    if not is_parsable(text) or scheme_of(text) not in _PORTS or not urlsplit(text).netloc:
        return ""
    parts = urlsplit(text)
    folder, _, last = parts.path.rpartition("/")
    path = f"{folder}/" if not last or _FILE_OF_A_FOLDER.fullmatch(last) else f"{parts.path}/"
    return f"{parts.scheme}://{parts.netloc}{path}"


def is_below(address: str, url: str) -> bool:
    """Tell whether an address with a scheme belongs to the site that is served at `url`, which ends with a slash."""
    may_climb = "/." in address or "/%2" in address
    if url.startswith("http") and url.endswith("/") and address.startswith(url) and not may_climb:
        return True
    return is_parsable(address) and has_same_host(address, url) and _has_path_below(address, url)


def has_same_host(address: str, url: str) -> bool:
    """Tell whether two whole addresses name one host, over http or https."""
    one, two = urlsplit(address), urlsplit(url)
    return one.scheme in _PORTS and bool(one.netloc) and _host(one.netloc, one.scheme) == _host(two.netloc, two.scheme)


def _host(netloc: str, scheme: str) -> str:
    return netloc.rpartition("@")[2].lower().removesuffix(f":{_PORTS.get(scheme)}")


def _has_path_below(address: str, url: str) -> bool:
    own, root = urlsplit(address).path or "/", urlsplit(url).path or "/"
    if "/." in own or "%2" in own:
        own = _clamped(unquote(own))
    return own.startswith(root) or f"{own}/" == root or unquote(own).startswith(unquote(root))


def resolve(address: str, folder: str, base: str, files: Mapping[str, str], root: str) -> Target:
    """
    Return where an address of the site leads.

    `folder` is that of the page, relative to the site and without a slash at
    its end; `base` is the path from the root of the host that a <base href>
    gives, mostly empty; `files` maps the path of every file of the site, and
    other paths by which the host serves it, to the file; `root` is the part of
    the site's URL after the host, such as `/handbook/`.
    """
    path, _, fragment = address.partition("#")
    if not path and not base:
        return Target("", "", fragment)
    path = path.partition("?")[0]
    if "\\" in path:
        path = path.replace("\\", "/")
    if base or "//" in path:
        path = _from_root(path, base)
    if "%" in path:
        path = unquote(path)
    if not path:
        return Target("", "", fragment)
    if not path.startswith("/"):
        return _serve(f"{folder}/{path}" if folder else path, fragment, files, root)
    if "./" in path or path.endswith("."):
        path = _clamped(path)
    if not path.startswith(root):
        if path + "/" == root:
            return _serve("", fragment, files, root)
        return Target(None, path, fragment)
    return _serve(path[len(root) :], fragment, files, root)


def _from_root(path: str, base: str) -> str:
    """Return the path of an address: from the root of its host, if it names one, or else joined to the base."""
    if "//" in path and (path.startswith("//") or _SCHEME.match(path)):
        return "/" + path.split("//", 1)[1].partition("/")[2]
    if base and not path.startswith("/"):
        # The last segment of a base is a file beside which the address stands.
        return base[: base.rfind("/") + 1] + path if path else base
    return path


def _clamped(path: str) -> str:
    """Return a path from the root of a host without `.` and `..`: no way leads above that root."""
    is_folder = path.endswith(("/", "/.", "/.."))
    normal = _normal(path.lstrip("/"))
    while normal == ".." or normal.startswith("../"):
        normal = normal[3:]
    normal = normal if normal != "." else ""
    return f"/{normal}/" if is_folder and normal else f"/{normal}"


def _serve(path: str, fragment: str, files: Mapping[str, str], root: str) -> Target:
    """Return what a static host answers to a path below the site: the file, or the index.html of the folder."""
    is_folder = path.endswith(("/", "/.", "/..")) or path in ("", ".", "..")
    normal = _normal(path)
    if normal.startswith("..") and (normal == ".." or normal[2] == "/"):
        # It leaves the site, unless it comes back by the name of the folder in which the site is served.
        whole = _clamped(root + path)
        if root == "/" or not whole.startswith(root):
            return Target(None, normal, fragment)
        normal = _normal(whole[len(root) :])
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
