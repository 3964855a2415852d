"""Writes lines of the menu in mkdocs.yml, and leaves every other line as it is."""

import posixpath
import re


def added(config: str, name: str) -> str | None:
    """Return mkdocs.yml with a page behind the last of its folder in the menu; None if the menu has no such folder."""
    lines = config.split("\n")
    last = _last(lines, posixpath.dirname(name))
    if last is None:
        return None
    margin = lines[last][: lines[last].index("-")]
    ending = "\r" if lines[last].endswith("\r") else ""
    return "\n".join([*lines[: last + 1], f"{margin}- {name}{ending}", *lines[last + 1 :]])


def moved(config: str, name: str, folder: str) -> str | None:
    """
    Return mkdocs.yml with the line of a page, as it is, behind the last page of another folder.

    It is the same text if the menu does not have the page, and None if it does not have the folder.
    """
    lines = config.split("\n")
    entry = re.compile(rf"\s*-\s+{re.escape(name)}\s*(?:#.*)?$")
    at = next((number for number in _menu(lines) if entry.match(lines[number])), None)
    last = _last(lines, folder)
    if at is None or last is None:
        return config if at is None else None
    lines.insert(last + 1, lines[at])
    del lines[at if at < last else at + 1]
    return "\n".join(lines)


def _last(lines: list[str], folder: str) -> int | None:
    """Return the number, from 0, of the last line of the menu that names a page of this folder."""
    entry = re.compile(rf"\s*-\s+{re.escape(folder)}/[a-z0-9-]+\.md\s*(?:#.*)?$")
    menu = _menu(lines)
    return max((number for number in menu if entry.match(lines[number])), default=None)


def _menu(lines: list[str]) -> range:
    """Return the numbers of the lines below `nav:`; other lists of mkdocs.yml name pages too."""
    first = next((number for number, line in enumerate(lines) if re.match(r"nav:\s*$", line)), len(lines))
    last = first + 1
    while last < len(lines) and (not lines[last].strip() or lines[last].startswith((" ", "-", "#"))):
        last += 1
    return range(first + 1, last)
