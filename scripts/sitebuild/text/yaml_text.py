"""Parses YAML text into a Document: plain values, the position of every key, and keys that occur twice."""

import yaml

from ..model.message import Message
from ..model.yaml_document import Document, Key, Position
from . import yaml_faults

_FAST: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader that uses libyaml, four times as fast; PyYAML's Python loader where it was built without libyaml."""
_TEXT = "tag:yaml.org,2002:str"


class UnreadableError(Exception):
    """The text is not valid YAML; the message says why and `position` where."""

    def __init__(self, reason: str, position: Position) -> None:
        super().__init__(reason)
        self.position = position


def parse(text: str, first_line: int = 1) -> Document:
    """Return a YAML text as a Document; `first_line` is the line of its file it begins on. Raise UnreadableError."""
    try:
        try:
            return _document(text, first_line, _FAST)
        except yaml.YAMLError:
            # Parse again: our messages quote the errors of the Python loader, and those of libyaml differ.
            return _document(text, first_line, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise _unreadable(error, text, first_line) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadableError("it is not YAML", Position(first_line)) from error


def syntax(text: str) -> None:
    """Raise UnreadableError if a text is not valid YAML, whatever its tags mean."""
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise _unreadable(error, text, 1) from error
    except yaml.YAMLError as error:
        raise UnreadableError("it is not YAML", Position(1)) from error


def _unreadable(error: yaml.MarkedYAMLError, text: str, first_line: int) -> UnreadableError:
    mark = error.problem_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    line, column, reason = yaml_faults.explained(text, line, column, str(error.problem))
    return UnreadableError(reason, Position(line + first_line - 1, column))


def _document(text: str, first_line: int, loader: type[yaml.SafeLoader | yaml.CSafeLoader]) -> Document:
    reader = _Reader(first_line)
    node = yaml.compose(text, Loader=loader)
    value = reader.value(node, ()) if node else None
    return Document(value=value, positions=reader.positions, doubled=tuple(reader.doubled))


class _Reader:
    """Converts YAML nodes to plain values, and notes the position of every key on the way."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.positions: dict[Key, Position] = {}
        self.doubled: list[tuple[str, Position]] = []
        self._scalars = yaml.SafeLoader("")

    def value(self, node: yaml.Node, key: Key) -> object:
        self.positions.setdefault(key, self._position(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, key)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*key, number)) for number, child in enumerate(node.value)]
        if node.tag == _TEXT:
            return node.value
        try:
            value: object = self._scalars.construct_object(node)
        except ValueError as error:
            raise UnreadableError(
                Message("“{value}” is no date; write one such as 2026-01-31", value=node.value), self._position(node)
            ) from error
        return value

    def _mapping(self, node: yaml.MappingNode, key: Key) -> dict[str, object]:
        result: dict[str, object] = {}
        for name_node, child in node.value:
            name = str(name_node.value)
            if name in result:
                self.doubled.append((name, self._position(name_node)))
            self.positions[(*key, name)] = self._position(name_node)
            result[name] = self.value(child, (*key, name))
        return result

    def _position(self, node: yaml.Node) -> Position:
        return Position(node.start_mark.line + self.first_line, node.start_mark.column + 1)
