"""Writes a key into the front matter of a file; every other byte stays as it is."""

import re
from collections.abc import Mapping

from . import front_matter

_FENCE = "---"


class UnwritableError(Exception):
    """The front matter is of a form that only a person can change; the message says so."""


def with_lines(text: str, key: str, lines: Mapping[str, str]) -> str:
    """Return the text of a file whose front matter has `key` with these lines below it; without the key if none."""
    newline = "\n" if "\n" in text else "\r"
    old = text.split(newline)
    tail = "\r" if newline == "\n" and old[0].endswith("\r") else ""
    block = [f"{key}:{tail}", *(f"  {name}: {value}{tail}" for name, value in lines.items())] if lines else []
    close = next((place for place, line in enumerate(old) if place and line.rstrip() == _FENCE), 0)
    start, end = _block(old, key, close)
    new = newline.join([*old[:start], *block, *old[end:]])
    _compare(text, new, key, {name: value.strip('"') for name, value in lines.items()})
    return new


def _block(lines: list[str], key: str, close: int) -> tuple[int, int]:
    """Return where a key's lines begin and end; where the front matter ends if it is not there."""
    begins = re.compile(rf"""(["']?){key}\1[ \t]*:""")
    start = next((place for place in range(1, close) if begins.match(lines[place])), None)
    if start is None:
        return close, close
    end = start + 1
    for place in range(start + 1, close):
        line = lines[place]
        if line.strip() and not line.startswith((" ", "\t", "#")):
            break
        if line.strip() and not line.startswith("#"):
            end = place + 1
    return start, end


def _compare(before: str, after: str, key: str, lines: Mapping[str, str]) -> None:
    """Make sure that what is written is read again, and that nothing else has another value."""
    old, new = (front_matter.parse("", _plain(text)) for text in (before, after))
    wanted = {name: value for name, value in old[0].values.items() if name != key} | ({key: lines} if lines else {})
    if old[1] or new[1] or dict(new[0].values) != wanted:
        raise UnwritableError(f"“{key}” cannot be written there by the command; write it by hand, as check says")


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
