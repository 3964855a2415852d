"""The texts in the words of the registers."""

from collections.abc import Iterator

from . import register_paths
from .registers import Registers


def in_language(registers: Registers, code: str) -> Iterator[tuple[str, int, str, str]]:
    """Yield (path of the file, line, keys from the top joined by dots, text) for every text of a language's words."""
    words = registers.words.get(code)
    for register in register_paths.WITH_WORDS if words else ():
        path = register_paths.words_path(register, code)
        for key, entry in getattr(words, register).items():
            for name, text in _texts(key, entry.model_dump()):
                yield path, registers.lines.get((path, name), registers.lines.get((path, key), 1)), name, text


def _texts(keys: str, value: object) -> Iterator[tuple[str, str]]:
    """Yield (keys from the top joined by dots, text) for every text inside a value; `keys` lead to the value."""
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(f"{keys}.{key}", each)
