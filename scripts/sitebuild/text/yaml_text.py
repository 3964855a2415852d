"""YAML text → plain values, with the position of every key; a key that stands twice is a fault."""

import yaml

from ..model.yaml_document import Document, Key, Position

_FAST: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser, four times as fast; a Python without it does the same more slowly."""
_TEXT = "tag:yaml.org,2002:str"


class UnreadableError(Exception):
    """The text is not YAML that we read; the message says why, `position` says where."""

    def __init__(self, reason: str, position: Position) -> None:
        super().__init__(reason)
        self.position = position


def parse(text: str, first_line: int = 1) -> Document:
    """Read YAML; `first_line` is where the text begins in its file. Raise UnreadableError if it is broken."""
    try:
        try:
            return _document(text, first_line, _FAST)
        except yaml.YAMLError:
            # Only the parser in Python says what is wrong in words that the messages are made of.
            return _document(text, first_line, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        position = Position(mark.line + first_line, mark.column + 1) if mark else Position(first_line)
        raise UnreadableError(str(error.problem), position) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadableError("it is not YAML", Position(first_line)) from error


def _document(text: str, first_line: int, loader: type[yaml.SafeLoader | yaml.CSafeLoader]) -> Document:
    reader = _Reader(first_line)
    node = yaml.compose(text, Loader=loader)
    value = reader.value(node, ()) if node else None
    return Document(value=value, positions=reader.positions, doubled=tuple(reader.doubled))


class _Reader:
    """Walks the nodes once, and notes where each key stands."""

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
            raise UnreadableError(f"“{node.value}” is not a value ({error})", self._position(node)) from error
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
