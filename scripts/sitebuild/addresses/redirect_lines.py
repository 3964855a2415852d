"""Writes redirects.yml anew when a page gets another address: lines of its own, and those that led to it."""

import json
from collections.abc import Mapping
from datetime import date

from . import redirects

_HEADER = (
    "# 旧地址通往新地址；左边是已经不在的地址，写法和urls.txt一样。\n"
    "# Where old addresses lead; on the left, as urls.txt has it, an address that is gone.\n"
)


def moved(text: str, ways: Mapping[str, str], added: Mapping[str, str], on: tuple[date, str]) -> str:
    """
    Return the text of redirects.yml after pages have moved.

    `ways` gives the new address of every page that moves by its old one: what led there leads on to the new one, and
    an entry for an address that is published again goes. `added` are those of them that need a line of their own;
    `on` is the day, and why. An empty text is that of a file that is not there yet.
    """
    known, _ = redirects.read(text)
    lines = text.split("\n")
    for entry in known.values():
        page, mark, section = entry.to.partition("#")
        if page in ways:
            at = entry.to_position.line - 1
            start = lines[at].index(entry.to, entry.to_position.column - 1)
            lines[at] = lines[at][:start] + ways[page] + mark + section + lines[at][start + len(entry.to) :]
    gone = {
        number
        for old, entry in known.items()
        if old in ways.values()
        for number in _lines_of(lines, entry.position.line - 1)
    }
    kept = "\n".join(line for number, line in enumerate(lines) if number not in gone)
    since, reason = on
    new = [
        f"{old}: {{to: {to}, since: {since}, reason: {json.dumps(reason, ensure_ascii=False)}}}"
        for old, to in added.items()
    ]
    if not new:
        return kept
    kept = kept if not kept.strip() or kept.endswith("\n") else f"{kept}\n"
    return (kept if kept.strip() else _HEADER) + "".join(f"{line}\n" for line in new)


def _lines_of(lines: list[str], first: int) -> range:
    """Return the numbers, from 0, of an entry's lines: up to the next that is not indented."""
    last = first + 1
    while last < len(lines) and lines[last].startswith((" ", "\t")):
        last += 1
    return range(first, last)
