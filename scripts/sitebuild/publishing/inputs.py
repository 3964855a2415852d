"""What a release is made with and of: the packages that are pinned, and the files of the site that are no pages."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(.*(?:\\\n.*)*)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_CLASSIFIER = "License :: "
_LONGEST = 80
"""A longer field “License” holds the text of one, not its name."""
_KINDS = (".js", ".css", ".svg", ".png")


@dataclass(frozen=True, kw_only=True)
class Package:
    """A pinned package: the SHA-256 of each of its archives, and its licence, empty where it is not installed."""

    name: str
    version: str
    hashes: tuple[str, ...]
    licence: str = ""
    is_expression: bool = False
    """Whether the licence is an expression of SPDX rather than a name."""


@dataclass(frozen=True, kw_only=True)
class Asset:
    """A file of the site that is no page: its path there, and its SHA-256."""

    path: str
    sha256: str


def packages(*lists: str) -> list[Package]:
    """Return the packages of the texts of requirements files, each once, by name."""
    found = {name.lower(): (version, rest) for text in lists for name, version, rest in _PINNED.findall(text)}
    return [_package(name, version, rest) for name, (version, rest) in sorted(found.items())]


def _package(name: str, version: str, rest: str) -> Package:
    licence, is_expression = _licence(name, version)
    return Package(
        name=name,
        version=version,
        hashes=tuple(sorted(_HASH.findall(rest))),
        licence=licence,
        is_expression=is_expression,
    )


def _licence(name: str, version: str) -> tuple[str, bool]:
    """Return what a package says of its licence, if just this version is installed."""
    try:
        known = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return "", False
    if known["Version"] != version:
        return "", False
    if expression := known.get_all("License-Expression"):
        return str(expression[0]), True
    named = [each.rsplit(" :: ", 1)[-1] for each in known.get_all("Classifier") or () if each.startswith(_CLASSIFIER)]
    short = str((known.get_all("License") or [""])[0]).strip()
    if short and "\n" not in short and len(short) <= _LONGEST:
        return short, False
    return ", ".join(sorted(named)), False


def assets(site: Path) -> list[Asset]:
    """Return the scripts, style sheets and pictures of a site, by path."""
    return sorted(_assets(site), key=lambda each: each.path)


def _assets(site: Path) -> Iterator[Asset]:
    for path in (site / "assets").rglob("*"):
        if path.suffix in _KINDS and path.is_file():
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            yield Asset(path=path.relative_to(site).as_posix(), sha256=digest)
