"""The memory of all processes that this one has started, together."""

import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Self

_INTERVAL = 0.1
"""Seconds between two looks; each look costs the process that is looked at a millisecond or two."""
_PROC = Path("/proc")
_PSS = re.compile(rb"^Pss:\s+(\d+) kB", re.MULTILINE)


class Sampler:
    """
    Looks at the memory as long as a `with` block runs; `peak` is the largest sum seen in MiB, None where it cannot be.

    The sum is that of the proportional set sizes (PSS): what two processes share counts once. Linux only.
    """

    def __init__(self) -> None:
        self.peak: float | None = None
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._stopped.wait(_INTERVAL):
            sizes = [size for pid in _descendants(os.getpid()) if (size := _pss(pid))]
            if sizes:
                self.peak = max(self.peak or 0.0, sum(sizes))


def _descendants(pid: int) -> Iterator[int]:
    for file in (_PROC / str(pid) / "task").glob("*/children"):
        try:
            children = file.read_text(encoding="ascii").split()
        except OSError:  # the process has ended since
            continue
        for child in map(int, children):
            yield child
            yield from _descendants(child)


def _pss(pid: int) -> float | None:
    """Return the proportional set size in MiB, None for a process that has ended."""
    try:
        found = _PSS.search((_PROC / str(pid) / "smaps_rollup").read_bytes())
    except OSError:
        return None
    return int(found[1]) / 1024 if found else None
