"""
Several files are written all or not at all, whether the disk is full or the command is killed.

What is to be written is first put into a folder beside, then a plan that says where each file goes: from then on it
counts as done. Whoever is killed before leaves everything as it was, whoever is killed behind leaves the rest of the
plan, and the next command carries it out (see `finish`).
"""

import contextlib
import errno
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple, TypeAlias

from . import atomic, one_at_a_time

PREFIX = ".writing-"
_PLAN, _CLAIM = "plan.json", "claim"
_MINUTES = 10 * 60
"""Where the system knows no claims, a folder that is so many seconds old is that of a command that was killed."""

NewFile: TypeAlias = str | bytes | Path
"""A text, bytes, or a file to copy."""


class _Plan(NamedTuple):
    """Where each file of a folder goes, in their order, and which files go away; paths below the root."""

    put: list[str]
    gone: list[str]


def write_all(root: Path, files: Mapping[str, NewFile], gone: Iterable[str] = ()) -> None:
    """
    Write files, by their paths below `root`, and take those away that are `gone`.

    Symbolic links stay links, and permissions stay. Raise OSError, everything being as it was, if that fails.
    """
    plan = _Plan([*files], [*gone])
    before = {path: _bytes(root / path) for path in (*plan.put, *plan.gone)}
    new: list[Path] = []
    with _folder(root) as folder:
        try:
            for number, (path, made) in enumerate(files.items()):
                new += _make_folder((root / path).resolve().parent)
                _stage(folder / str(number), made, path)
            _stage(folder / f"new-{_PLAN}", json.dumps(plan), _PLAN)
            os.replace(folder / f"new-{_PLAN}", folder / _PLAN)  # noqa: PTH105 - one step: from here on it is done
            _carry_out(root, folder, plan)
        except BaseException:
            (folder / _PLAN).unlink(missing_ok=True)
            _put_back(root, before, new)
            raise


def finish(root: Path) -> list[str]:
    """
    Carry out what commands left that were killed while they wrote, and take their folders away.

    Return the paths of the files that have been written so; those of commands that are at work are left alone.
    """
    done: list[str] = []
    for folder in sorted(root.glob(f"{PREFIX}*")):
        with contextlib.ExitStack() as stack:
            if not folder.is_dir() or not _is_left(folder, stack):
                continue
            if (folder / _PLAN).is_file():
                plan = _Plan(*json.loads((folder / _PLAN).read_text(encoding="utf-8")))
                _carry_out(root, folder, plan)
                done += [*plan.put, *plan.gone]
            shutil.rmtree(folder, ignore_errors=True)
    return done


@contextlib.contextmanager
def _folder(root: Path) -> Iterator[Path]:
    """Give a folder on the disk of the project that is claimed while this process is alive, and remove it then."""
    root.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root))
    try:
        with (folder / _CLAIM).open("w", encoding="utf-8") as claim:
            one_at_a_time.claimed(claim)
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _is_left(folder: Path, stack: contextlib.ExitStack) -> bool:
    """Tell whether nobody writes from a folder any more, and claim it."""
    claim: IO[str] | None = None
    with contextlib.suppress(OSError):
        claim = stack.enter_context((folder / _CLAIM).open(encoding="utf-8"))
    claimed = one_at_a_time.claimed(claim) if claim else None
    return time.time() - folder.stat().st_mtime > _MINUTES if claimed is None else claimed


def _stage(staged: Path, made: NewFile, path: str) -> None:
    try:
        with staged.open("wb") as file:
            if isinstance(made, Path):
                with made.open("rb") as source:
                    shutil.copyfileobj(source, file)
            else:
                file.write(made.encode("utf-8") if isinstance(made, str) else made)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error


def _carry_out(root: Path, folder: Path, plan: _Plan) -> None:
    """Do what of a plan is not done yet."""
    for path in (*plan.put, *plan.gone):
        if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), path)
    for number, path in enumerate(plan.put):
        staged, target = folder / str(number), (root / path).resolve()
        if not staged.is_file():
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _move(staged, target)
        except OSError as error:
            raise OSError(error.errno, error.strerror, path) from error
    for path in plan.gone:
        (root / path).unlink(missing_ok=True)
    for path in plan.gone:
        _leave_no_empty_folder(root / path, root)


def _leave_no_empty_folder(gone: Path, root: Path) -> None:
    with contextlib.suppress(OSError):
        for folder in gone.parents:
            if folder == root:
                return
            folder.rmdir()


def _move(staged: Path, target: Path) -> None:
    try:
        atomic.put(staged, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # A link leads to another disk.
        atomic.write(target, staged.read_bytes())
        staged.unlink()


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it; return the ones that were not there, the innermost first."""
    new = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return new


def _put_back(root: Path, before: Mapping[str, bytes | None], new: Iterable[Path]) -> None:
    for path, old in before.items():
        with contextlib.suppress(OSError):
            if old is None:
                (root / path).unlink(missing_ok=True)
            elif _bytes(root / path) != old:
                atomic.write(root / path, old)
    for folder in sorted(new, reverse=True):
        with contextlib.suppress(OSError):
            folder.rmdir()


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
