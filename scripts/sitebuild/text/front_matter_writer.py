"""Sets one key in the text of a file's front matter, and leaves every other character as it is."""

import re
from collections.abc import Mapping

from ..model.message import Message
from . import front_matter

_FENCE = "---"


class UnwritableError(Exception):
    """The front matter has a form that the command cannot edit safely; the message tells the author what to do."""


def with_lines(text: str, key: str, lines: Mapping[str, str]) -> str:
    """
    Return the text of a file with `key` in its front matter set to a mapping of these lines; removed if there are none.

    `lines` gives values as they are written in YAML, with quotes where needed. Raise UnwritableError if the result,
    read again, would differ in anything else.
    """
    newline = "\n" if "\n" in text else "\r"
    old = text.split(newline)
    tail = "\r" if newline == "\n" and old[0].endswith("\r") else ""
    block = [f"{key}:{tail}", *(f"  {name}: {value}{tail}" for name, value in lines.items())] if lines else []
    close = next((index for index, line in enumerate(old) if index and line.rstrip() == _FENCE), 0)
    start, end = _block(old, key, close)
    new = newline.join([*old[:start], *block, *old[end:]])
    _compare(text, new, key, {name: value.strip('"') for name, value in lines.items()})
    return new


def _block(lines: list[str], key: str, close: int) -> tuple[int, int]:
    """Return the index of a key's first line and that after its last; `close` twice if the key is not there."""
    begins = re.compile(rf"""(["']?){key}\1[ \t]*:""")
    start = next((index for index in range(1, close) if begins.match(lines[index])), None)
    if start is None:
        return close, close
    end = start + 1
    for index in range(start + 1, close):
        line = lines[index]
        if line.strip() and not line.startswith((" ", "\t", "#")):
            break
        if line.strip() and not line.startswith("#"):
            end = index + 1
    return start, end


def _compare(before: str, after: str, key: str, lines: Mapping[str, str]) -> None:
    """Raise UnwritableError unless the new text, when read, differs from the old one in the value of `key` only."""
    old, new = (front_matter.parse("", _plain(text)) for text in (before, after))
    wanted = {name: value for name, value in old[0].values.items() if name != key} | ({key: lines} if lines else {})
    if old[1] or new[1] or dict(new[0].values) != wanted:
        raise UnwritableError(
            Message("“{key}” cannot be written there by the command; write it by hand, as check says", key=key)
        )


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
