"""
A store of results, each under a key that is a hash of everything it depends on.

There is one file for each kind of result, read whole at its first use: thousands of small files would take longer to
read than their results to work out. A file begins with the hash of the program (see version) and of its own content:
one that another program wrote, that was cut off or damaged is as good as none. It is written beside itself and moved
into place, so a reader finds the old file or the new one, whoever is killed or writes at the same time. What cannot be
written is not remembered, and nobody need know: deleting the folder changes nothing but time.
"""

import contextlib
import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from . import plain_values, version

FOLDER = ".cache"
"""The folder of the store, below the root of the project."""
_RUNS = 6
"""After so many runs that wrote the file, a result that none of them used is dropped."""
_SIZE = 16
"""The length of a hash, in bytes."""
_LARGEST = 100_000_000
"""A file is written with at most so many bytes of results."""

_HOUR = 3600

Result = TypeVar("Result")


def key(*parts: str | bytes) -> bytes:
    """Return the hash of all that a result depends on."""
    found = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        content = part.encode("utf-8", errors="surrogatepass") if isinstance(part, str) else part
        # The length before each part: ("ab", "c") is not ("a", "bc").
        found.update(len(content).to_bytes(8, "little"))
        found.update(content)
    return found.digest()


class Table:
    """
    The results of one kind, in memory and in one file.

    `file` is None for a table that lives as long as the process.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._known: dict[bytes, object] = {}
        self._stored: dict[bytes, tuple[int, bytes]] | None = None
        self._run = 0
        self._used: set[bytes] = set()
        self._new: set[bytes] = set()

    def remember(self, known_by: bytes, make: Callable[[], Result]) -> Result:
        """
        Return the result with a key, which is made if it is not known; it may not be changed afterwards.

        With an empty key, which stands for not knowing what it depends on, it is made each time.
        """
        if not known_by:
            return make()
        found = self.get(known_by)
        if found is None:
            found = make()
            self.put(known_by, found)
        return found  # type: ignore[return-value]  # what was stored under this key is what `make` makes

    def get(self, known_by: bytes) -> object | None:
        """Return the result with a key, None if it is not known."""
        self._used.add(known_by)
        if known_by in self._known:
            return self._known[known_by]
        stored = self._entries().get(known_by)
        if stored is None:
            return None
        try:
            self._known[known_by] = plain_values.load(stored[1])
        except Exception:  # noqa: BLE001 - whatever bytes are no value of ours raise
            del self._entries()[known_by]
            return None
        return self._known[known_by]

    def is_empty(self) -> bool:
        """Tell whether nothing is known."""
        return not self._known and not self._entries()

    def put(self, known_by: bytes, value: object) -> None:
        """Remember a result, which is not None."""
        self._known[known_by] = value
        self._used.add(known_by)
        self._new.add(known_by)

    def forget_unused(self) -> None:
        """Begin a new run in the same process: what the last one did not use leaves the memory."""
        for known_by in self._known.keys() - self._used:
            del self._known[known_by]
        self._used.clear()

    def save(self) -> None:
        """Write what is new to the file; without anything new, or where that fails, do nothing."""
        if self._file is None or not self._new:
            return
        run, kept = self._run + 1, dict(self._entries())
        for known_by in self._used & kept.keys():
            kept[known_by] = (run, kept[known_by][1])
        kept |= {
            known_by: (run, plain_values.dump(self._known[known_by])) for known_by in self._new & self._known.keys()
        }
        kept = {known_by: entry for known_by, entry in _bounded(kept.items()) if entry[0] > run - _RUNS}
        if _write(self._file, plain_values.dump((run, kept))):
            self._stored, self._run = kept, run
            self._new.clear()

    def _entries(self) -> dict[bytes, tuple[int, bytes]]:
        if self._stored is None:
            self._run, self._stored = _read(self._file) if self._file else (0, {})
        return self._stored


class Store:
    """Tables by name; `folder` is None for a store that lives as long as the process."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._tables: dict[str, Table] = {}

    def table(self, name: str) -> Table:
        """Return the table with a name."""
        if name not in self._tables:
            self._tables[name] = Table(self._folder / name if self._folder else None)
        return self._tables[name]

    def save(self) -> None:
        """Write what is new in any table."""
        for table in self._tables.values():
            table.save()

    def forget_unused(self) -> None:
        """Begin a new run in the same process, see Table."""
        for table in self._tables.values():
            table.forget_unused()


def of_project(root: Path) -> Store:
    """Return the store of the project at `root`."""
    return Store(root / FOLDER)


def _bounded(entries: Iterable[tuple[bytes, tuple[int, bytes]]]) -> Iterable[tuple[bytes, tuple[int, bytes]]]:
    """Yield entries, those of the last runs first, until they are as large as a file may be."""
    size = 0
    for known_by, entry in sorted(entries, key=lambda each: each[1][0], reverse=True):
        size += len(entry[1])
        if size > _LARGEST:
            return
        yield known_by, entry


def _read(file: Path) -> tuple[int, dict[bytes, tuple[int, bytes]]]:
    """Return the run that wrote a file, and its entries: (run that used it last, value) by key; none of a bad file."""
    try:
        content = file.read_bytes()
        head, body = content[: 2 * _SIZE], content[2 * _SIZE :]
        if head == version.of_program() + _hash(body):
            run, entries = plain_values.load(body)
            return run, entries
    except Exception:  # noqa: BLE001, S110 - there is no file, or it holds anything else: nothing is known
        pass
    return 0, {}


def _write(file: Path, body: bytes) -> bool:
    """Write a file whole or not at all, and tell whether it was written."""
    try:
        file.parent.mkdir(exist_ok=True)
        _tidy(file)
        # So that no tool that looks for text or counts changes reads these, in whatever folder the project lies.
        descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    except OSError:
        return False
    try:
        with os.fdopen(descriptor, "wb") as made:
            made.write(version.of_program() + _hash(body))
            made.write(body)
        os.replace(name, file)  # noqa: PTH105 - the names are texts here
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108 - the same
        return False
    return True


def _tidy(file: Path) -> None:
    """Remove what a writer that was killed left beside a file; a writer that is at work has just begun."""
    for left in file.parent.glob(f".{file.name}-*"):
        if time.time() - left.stat().st_mtime > _HOUR:
            left.unlink()


def _hash(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_SIZE).digest()
