"""Tells which files were saved, as the system reports it."""

import queue
import re
import threading
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from watchfiles import Change, watch

from ...model.message import Message
from ...model.problem import ToolError
from ...reading.mkdocs_config import CONFIG

FOLDERS = ("docs", "overrides", "scripts")
_QUIET_MILLISECONDS = 30
"""An editor that writes a file in several steps, or several files, is done when nothing more comes for so long."""
_LONGEST_MILLISECONDS = 500
_LOOK_SECONDS = 0.3
_PASSING = re.compile(r"\..*|.*~|#.*#|.*\.sw.|.*\.tmp|4913|__pycache__|.*\.pyc")
"""Names of files and folders that editors and Python keep beside what is meant."""


class Watcher:
    """Collects what is saved below a root, in threads of its own, until somebody asks for it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._saved: queue.SimpleQueue[set[str] | Exception] = queue.SimpleQueue()
        self._over = threading.Event()
        folders = [root / name for name in FOLDERS if (root / name).is_dir()]
        self._threads = [
            threading.Thread(target=self._watch, args=(folders, True), daemon=True),
            # The folder of mkdocs.yml, because an editor may put a new file in the place of the old one.
            threading.Thread(target=self._watch, args=([root], False), daemon=True),
        ]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def saved(self) -> list[str]:
        """
        Wait until something is saved; return all that was saved since the last time, sorted.

        The paths are relative to the root. Raises ToolError if the system does not let files be watched.
        """
        found: set[str] = set()
        while not found or not self._saved.empty():
            try:
                # With a limit: on Windows nothing else interrupts it.
                each = self._saved.get(timeout=_LOOK_SECONDS)
            except queue.Empty:
                continue
            if isinstance(each, Exception):
                raise ToolError(
                    Message("files cannot be watched ({each}); build with “site” instead", each=each)
                ) from each
            found |= each
        return sorted(found)

    def _watch(self, paths: Iterable[Path], deep: bool) -> None:  # noqa: FBT001 - the argument of a thread
        try:
            for changes in watch(
                *paths,
                watch_filter=self._wanted,
                debounce=_LONGEST_MILLISECONDS,
                step=_QUIET_MILLISECONDS,
                stop_event=self._over,
                recursive=deep,
                rust_timeout=500,
            ):
                self._saved.put({self._name(path) for _, path in changes})
        except Exception as error:  # noqa: BLE001 - whoever waits is told
            self._saved.put(error)

    def _wanted(self, _: Change, path: str) -> bool:
        parts = Path(self._name(path)).parts
        if not parts or any(_PASSING.fullmatch(part) for part in parts):
            return False
        return parts == (CONFIG,) or (parts[0] in FOLDERS and len(parts) > 1)

    def _name(self, path: str) -> str:
        return Path(path).relative_to(self._root).as_posix()
