"""Reads the repository: the texts of all files, one file as it was at the last commit, and when that was."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..model.message import Message
from ..model.problem import ToolError

_NO_PAST = (
    "without git and a commit the text before your change is not known; "
    "python scripts/build.py check prints the line to write for each section that counts as older"
)
_LARGEST = 2_000_000
"""The size, in bytes, above which a file is not read: such files are pictures or archives."""


class Commit(NamedTuple):
    """The last commit: its short name, and when it was made, in seconds since 1970."""

    name: str
    seconds: int


def last_commit(root: Path) -> Commit | None:
    """Return the last commit of the repository, None without git or a commit."""
    try:
        run = subprocess.run(
            ["git", "log", "-1", "--format=%h %ct", "--abbrev=9"], cwd=root, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return None
    name, _, seconds = run.stdout.strip().partition(" ")
    return Commit(name, int(seconds)) if run.returncode == 0 and seconds.isdigit() else None


def changed(root: Path) -> list[str]:
    """Return the files that differ from the last commit or are in none; raise ToolError where git knows no folder."""
    said = _git(root, "status", "--porcelain", "-z", "--untracked-files=all")
    return [each[3:] for each in said.split("\0") if each[2:3] == " "]


def copied(root: Path, target: Path) -> None:
    """Check the last commit out into a new folder, without anything that git ignores; raise ToolError if that fails."""
    _git(root, "clone", "--quiet", "--no-hardlinks", str(root), str(target))


def _git(root: Path, *arguments: str) -> str:
    """Return what git prints; raise ToolError with its last line if it fails."""
    try:
        run = subprocess.run(
            ["git", *arguments],
            cwd=root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError as error:
        raise ToolError(Message("git was not found; install it, and type the same again")) from error
    if run.returncode:
        said = (run.stderr.strip().splitlines() or [""])[-1]
        raise ToolError(Message("git {command} failed: {said}", command=arguments[0], said=said))
    return run.stdout


def texts(root: Path) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every text file that git does not ignore; without git, of all but hidden folders."""
    for name in _names(root):
        path = root / name
        try:
            content = path.read_bytes() if path.is_file() and path.stat().st_size <= _LARGEST else b"\0"
        except OSError:
            continue
        if b"\0" not in content:
            yield name, content.decode("utf-8", errors="replace")


def committed(root: Path, name: str, commit: str = "HEAD", missing: str = _NO_PAST) -> str | None:
    """
    Return the text of a file at a commit, by default the last one, None if it was not there.

    Raises ToolError with the text `missing` without git or that commit.
    """
    try:
        head = subprocess.run(
            ["git", "rev-parse", "--verify", "--end-of-options", f"{commit}^{{commit}}"],
            cwd=root,
            capture_output=True,
            check=False,
        )
        run = subprocess.run(["git", "show", f"{commit}:./{name}"], cwd=root, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise ToolError(missing) from error
    if head.returncode:
        raise ToolError(missing)
    return None if run.returncode else run.stdout.decode("utf-8-sig", errors="replace")


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
