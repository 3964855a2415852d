"""The text files of the repository, whatever they are for."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

_LARGEST = 2_000_000
"""Bytes. Larger files are pictures and archives."""


def texts(root: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file that git knows or would add; of every file where there is no git."""
    for name in _names(root):
        path = root / name
        try:
            content = path.read_bytes() if path.is_file() and path.stat().st_size <= _LARGEST else b"\0"
        except OSError:
            continue
        if b"\0" not in content:
            yield name, content.decode("utf-8", errors="replace")


def _names(root: Path) -> list[str]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        run = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        return _walk(root)
    return sorted(set(filter(None, run.stdout.split("\0")))) if run.returncode == 0 else _walk(root)


def _walk(root: Path) -> list[str]:
    found = []
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in ("site", "node_modules")]
        found += [Path(os.path.relpath(Path(folder) / name, root)).as_posix() for name in files]
    return sorted(found)
