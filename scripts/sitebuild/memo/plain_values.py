"""
Plain values of the handbook → bytes and back.

The bytes are a pickle, which is read ten times faster than JSON and keeps dates, tuples and the classes of model/. What
is read may only be made of those classes: a file that names anything else is refused, so whoever can write the file
cannot run anything by it.
"""

import importlib
import io
import pickle
from typing import Any

_FOLDERS = ("sitebuild.model.", "sitebuild.linkcheck.")
_ALSO = {
    ("datetime", "date"),
    ("sitebuild.reading.data_folder", "Data"),
    ("sitebuild.text.traditional_chinese", "Converter"),
}


class ForeignClassError(pickle.UnpicklingError):
    """The bytes name a class that no value of ours is made of."""


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as the library has it
        known = _classes.get((module, name))
        if known is None:
            known = _classes[module, name] = _class(module, name)
        return known


_classes: dict[tuple[str, str], type] = {}


def _class(module: str, name: str) -> type:
    if (module, name) in _ALSO or module.startswith(_FOLDERS):
        found = getattr(importlib.import_module(module), name, None)
        # Not what a module only imports.
        if isinstance(found, type) and found.__module__ == module:
            return found
    raise ForeignClassError(f"{module}.{name}")


def dump(value: object) -> bytes:
    """Return a value as bytes."""
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


def load(content: bytes) -> Any:  # noqa: ANN401 - the caller knows what it stored
    """Return the value of bytes that `dump` made; raise some exception for any others."""
    return _Reader(io.BytesIO(content)).load()
