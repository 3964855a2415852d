"""Where in a data file the entry stands that a problem is about, if the rule only knows its name."""

from collections.abc import Iterable, Iterator, Mapping

from ..model.message import Message
from ..model.problem import Problem
from ..model.register_paths import FOLDER
from ..model.yaml_document import Document, Key, Position
from ..text import yaml_text

_DATA = f"/{FOLDER.rpartition('/')[2]}/"
_MISSING = ("interface-key-missing", "register-words-missing")
_LEAVES = {"fact-value": "value", "fact-text": "text", "gist-missing": "gists", "route-target": "pages"}
"""The line of an entry that a rule is about."""
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
        key = next((key for key in _keys(each) if key in document.positions), None)
        position = document.positions[key] if key else _beside(each, document, texts)
        yield each._replace(line=position.line, column=position.column) if position else each


def _beside(problem: Problem, document: Document, texts: Mapping[str, str]) -> Position | None:
    """Return where an entry belongs that is missing: that of the one before it in the source or among the values."""
    if problem.rule not in _MISSING or not isinstance(problem.message, Message):
        return None
    key, name = problem.message.values.get("key"), problem.path.rpartition("/")[2]
    for path in (f"docs/zh{_DATA}{name}", f"{FOLDER}/{name}"):
        order = [each[0] for each in _read(texts.get(path, "")).positions if len(each) == 1]
        if path != problem.path and key in order:
            before = (each for each in reversed(order[: order.index(key)]) if (each,) in document.positions)
            return next((document.positions[(each,)] for each in before), None)
    return None


def _keys(problem: Problem) -> Iterator[Key]:
    """Yield what may lead to the entry that a problem is about, the most likely first."""
    message = problem.message
    inner = message.values.get("message") if isinstance(message, Message) else None
    leaves = [_LEAVES.get(problem.rule, ""), *(str(inner).split(" ", maxsplit=1)[:1] if inner else [])]
    entries = list(_named(message))
    yield from ((*entry, leaf) for leaf in leaves if leaf for entry in entries)
    yield from entries


def _named(message: object) -> Iterator[Key]:
    """Yield what a message names, the most likely first."""
    if not isinstance(message, Message):
        return
    for name in _NAMES:
        value = message.values.get(name)
        if isinstance(value, str):
            yield (str(value),)
            yield tuple(value.split("."))
    if isinstance(inner := message.values.get("message"), Message):
        yield from _named(inner)


def _read(text: str) -> Document:
    try:
        return yaml_text.parse(text)
    except yaml_text.UnreadableError:
        # Another rule says so, with its place.
        return Document()
