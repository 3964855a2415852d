"""YAML text → plain values, with the place of every key; a key that stands twice is a fault."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

Key: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys and list positions from the top."""


@dataclass(frozen=True)
class Place:
    """Line and column in the text, from 1."""

    line: int
    column: int = 1


class UnreadableError(Exception):
    """The text is not YAML that we read; the message says why, `place` says where."""

    def __init__(self, reason: str, place: Place) -> None:
        super().__init__(reason)
        self.place = place


@dataclass(frozen=True, kw_only=True)
class Document:
    """A value, the place of every key in it, and the keys that stand twice (with their places)."""

    value: object = None
    places: Mapping[Key, Place] = field(default_factory=dict)
    doubled: tuple[tuple[str, Place], ...] = ()

    def place(self, key: Key) -> Place:
        """Return the place of a value, or of the nearest value around it."""
        while key and key not in self.places:
            key = key[:-1]
        return self.places.get(key, Place(1))


def parse(text: str, first_line: int = 1) -> Document:
    """Read YAML; `first_line` is where the text begins in its file. Raise UnreadableError if it is broken."""
    reader = _Reader(first_line)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        value = reader.value(node, ()) if node else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Place(mark.line + first_line, mark.column + 1) if mark else Place(first_line)
        raise UnreadableError(str(error.problem), place) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadableError("it is not YAML", Place(first_line)) from error
    return Document(value=value, places=reader.places, doubled=tuple(reader.doubled))


class _Reader:
    """Walks the nodes once, and notes where each key stands."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.places: dict[Key, Place] = {}
        self.doubled: list[tuple[str, Place]] = []
        self._scalars = yaml.SafeLoader("")

    def value(self, node: yaml.Node, key: Key) -> object:
        self.places.setdefault(key, self._place(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, key)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*key, number)) for number, child in enumerate(node.value)]
        try:
            value: object = self._scalars.construct_object(node)
        except ValueError as error:
            raise UnreadableError(f"“{node.value}” is not a value ({error})", self._place(node)) from error
        return value

    def _mapping(self, node: yaml.MappingNode, key: Key) -> dict[str, object]:
        result: dict[str, object] = {}
        for name_node, child in node.value:
            name = str(name_node.value)
            if name in result:
                self.doubled.append((name, self._place(name_node)))
            self.places[(*key, name)] = self._place(name_node)
            result[name] = self.value(child, (*key, name))
        return result

    def _place(self, node: yaml.Node) -> Place:
        return Place(node.start_mark.line + self.first_line, node.start_mark.column + 1)
