"""
Rule: a value of a register that changed was compared with its source again.

What is compared is two texts of each register: at the commit that a change is based on, and now. A number that somebody
changes while the day of its last check stays is a slip, or the swindle that this guide warns of; and whoever reviews a
change wants all changed numbers, addresses and limits in one list.
"""

import contextlib
import functools
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..model import register_paths
from ..model.message import Message
from ..model.problem import Problem
from ..model.yaml_document import Document
from ..text import yaml_text

CHECKED = "checked"
"""The day on which an entry was compared with its source."""
_ABOUT_THE_CHECK = frozenset({CHECKED, "review_by", "confidence", "source", "source_type", "live_checked"})
"""What says how and when an entry was checked; none of it is shown as advice."""
_LONGEST = 60
"""How many letters of a value are shown."""


class ChangedValue(NamedTuple):
    """A value that is not what it was: its file and line, the keys that lead to it, joined by dots, before and now."""

    path: str
    line: int
    name: str
    before: str
    now: str

    def __str__(self) -> str:
        """Return the change as one line: docs/_data/channels.yml:7: 120.numbers.main: 120 → 121."""
        return f"{self.path}:{self.line}: {self.name}: {self.before} → {self.now}"


def check(before: Mapping[str, str], now: Mapping[str, str], base: str) -> Iterator[Problem]:
    """
    Report entries that changed while the day of their check stayed.

    `before` and `now` are the texts of the registers by their paths, `base` is the name of the commit of the first.
    """
    for path, (old, new) in _both(before, now).items():
        entries = _entries(old)
        for key, entry in _entries(new).items():
            known = entries.get(key)
            if known is None or entry.get(CHECKED) != known.get(CHECKED):
                continue
            changed = sorted(name for name in _said(known) | _said(entry) if known.get(name) != entry.get(name))
            if changed:
                at = new.position((key, changed[0]))
                message = Message(
                    "“{key}”: {changed} is not what it was in {base}, but {checked} is: compare it with its "
                    "source, then write the day as {checked}",
                    key=key,
                    changed=[*changed],
                    base=base,
                    checked=CHECKED,
                )
                yield Problem.at(path, at, "value-unchecked", message)


def changes(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[ChangedValue]:
    """Yield every value of the registers that changed, came or went, for whoever reviews a change."""
    for path, (old, new) in _both(before, now).items():
        was, is_now = dict(_values(_entries(old))), dict(_values(_entries(new)))
        for keys in sorted(was.keys() | is_now.keys()):
            if was.get(keys) != is_now.get(keys) and not _ABOUT_THE_CHECK.intersection(keys[1:2]):
                shown = was.get(keys, "nothing"), is_now.get(keys, "nothing")
                yield ChangedValue(path, new.position(keys).line, ".".join(keys), *shown)


def _both(before: Mapping[str, str], now: Mapping[str, str]) -> Mapping[str, tuple[Document, Document]]:
    """Return both texts of each register that changed, read; one that is no YAML is another rule's business."""
    found = {}
    for path in map(register_paths.value_path, register_paths.NAMES):
        if path in before and path in now and before[path] != now[path]:
            with contextlib.suppress(yaml_text.UnreadableError):
                found[path] = _read(before[path]), _read(now[path])
    return found


@functools.cache
def _read(text: str) -> Document:
    """Return a register that is read; the faults and the list for the reviewer come of the same text."""
    return yaml_text.parse(text)


def _entries(document: Document) -> dict[str, dict[str, object]]:
    value = document.value
    return {key: entry for key, entry in value.items() if isinstance(entry, dict)} if isinstance(value, dict) else {}


def _said(entry: Mapping[str, object]) -> set[str]:
    return entry.keys() - _ABOUT_THE_CHECK


def _values(value: object, keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every value below some keys that holds no other, as it is shown."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, (*keys, str(key)))
    else:
        text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        yield keys, text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
