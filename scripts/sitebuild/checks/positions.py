"""Where in a data file the entry stands that a problem is about, if the rule only knows its name."""

from collections.abc import Iterable, Iterator, Mapping

from ..model.message import Message
from ..model.problem import Problem
from ..model.register_paths import FOLDER
from ..model.yaml_document import Document, Key
from ..text import yaml_text

_DATA = f"/{FOLDER.rpartition('/')[2]}/"
_NAMES = ("name", "key", "section")
"""What messages call the entry that they are about: a key, or the keys that lead to it, joined by dots."""


def found(problems: Iterable[Problem], texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield problems, those of data files at the line and column of what they name; `texts` are by their paths."""
    read: dict[str, Document] = {}
    for each in problems:
        if each.column > 1 or _DATA not in each.path or each.path not in texts:
            yield each
            continue
        if each.path not in read:
            read[each.path] = _read(texts[each.path])
        document = read[each.path]
        key = next((key for key in _keys(each.message) if key in document.positions), None)
        position = document.positions[key] if key else None
        yield each._replace(line=position.line, column=position.column) if position else each


def _keys(message: str) -> Iterator[Key]:
    """Yield what may lead to the entry that a message names, the most likely first."""
    if not isinstance(message, Message):
        return
    for name in _NAMES:
        value = message.values.get(name)
        if isinstance(value, str):
            yield (str(value),)
            yield tuple(value.split("."))
    if isinstance(inner := message.values.get("message"), Message):
        yield from _keys(inner)


def _read(text: str) -> Document:
    try:
        return yaml_text.parse(text)
    except yaml_text.UnreadableError:
        # Another rule says so, with its place.
        return Document()
