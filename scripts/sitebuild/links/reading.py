"""Many files of HTML → their documents, on two cores where there are two."""

import os
import pickle
from collections.abc import Mapping, Sequence
from pathlib import Path

from .document import Document, read

_WORTH = 100
"""Files: below this, starting a second process costs more than it saves."""


def documents(folder: Path, places: Sequence[str], *, shared: bool = False) -> Mapping[str, Document]:
    """
    Return the document of each place below a folder, in the order of `places`.

    With `shared` a second process reads every other file. Only a program
    without threads may ask for that, and only where processes can fork.
    """
    if not (shared and len(places) >= _WORTH and hasattr(os, "fork") and (os.cpu_count() or 1) > 1):
        return _read(folder, places)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        # The child has copies of all that the parent has open: it leaves without closing any of it.
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(_read(folder, places[1::2]), pipe, protocol=pickle.HIGHEST_PROTOCOL)
        os._exit(0)
    os.close(writing)
    mine = _read(folder, places[::2])
    with os.fdopen(reading, "rb") as pipe:
        found = mine | pickle.load(pipe)  # noqa: S301 - our own child wrote it
    os.waitpid(child, 0)
    return {place: found[place] for place in places}


def _read(folder: Path, places: Sequence[str]) -> dict[str, Document]:
    return {place: read(place, (folder / place).read_bytes()) for place in places}
