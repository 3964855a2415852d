"""
A new site is made beside the old one and takes its place in one step: a failed build changes nothing.

Between the two renames of the swap there is no site for a moment. Whoever is killed there leaves the old one beside,
and the next build puts it back before it does anything else.
"""

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ..memo import atomic, one_at_a_time
from ..memo.store import FOLDER as CACHE
from ..model import system_fault
from ..model.message import Message
from ..model.problem import ToolError
from .downloads import FOLDER as DOWNLOADS

SITE = "site"
"""The folder of the finished site, below the root of the project."""
_PREFIX, _OLD = ".site-", "old"
_PRINTED = f"{DOWNLOADS}/"
"""What `make paper` puts there by itself."""
_DAY = 24 * 60 * 60
"""The age in seconds after which what a killed build left is nobody's any more."""


@contextlib.contextmanager
def beside(root: Path, waiting: Callable[[], object] = lambda: None) -> Iterator[Path]:
    """
    Give a path for a new site on the disk of the old one, and remove what is left there; ToolError without room.

    While another build of the same project is at it, call `waiting` and wait until it has ended.
    """
    with one_at_a_time.alone(root / CACHE / "build.lock", waiting) as certain:
        yield from _beside(root, certain=certain)


def _beside(root: Path, *, certain: bool) -> Iterator[Path]:
    repair(root, certain=certain)
    try:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=_homes(root)[-1]))
    except OSError as error:
        raise ToolError(
            Message("no folder can be made in {root} ({strerror})", root=root, strerror=error.strerror)
        ) from error
    try:
        yield folder / SITE
    except OSError as error:
        raise ToolError(
            Message("the site cannot be built: {said}; the old one is as it was", said=system_fault.said(error))
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def repair(root: Path, *, certain: bool) -> None:
    """
    Put back a site that a kill left aside, and remove what killed builds left.

    Where it is not `certain` that no other build is at it, only what is a day old is removed.
    """
    left = sorted((folder for home in _homes(root) for folder in home.glob(f"{_PREFIX}*")), key=_age)
    site = (root / SITE).resolve()
    for folder in left:
        old = folder / _OLD
        with contextlib.suppress(OSError):
            if old.is_dir() and not site.exists():
                _move(old, site)
            if certain or _age(folder) > _DAY:
                shutil.rmtree(folder, ignore_errors=True)


def _homes(root: Path) -> list[Path]:
    """Return the folders below which a site is made beside the old one: the project, and where a link leads."""
    beside = (root / SITE).resolve().parent
    return [root, beside] if beside != root.resolve() and os.access(beside, os.W_OK) else [root]


def swap(made: Path, site: Path, known: Path) -> list[str]:
    """
    Put a new site in the place of the old one, which stays where it is if that fails: then raise ToolError.

    A site that is a symbolic link stays one: the folder that it leads to is replaced. Files in the old one that no
    build has put there, as the file `known` tells, go into the new one; return their names.
    """
    site = site.resolve()
    old = made.parent / _OLD
    try:
        built = _files(made)
        kept = _of_ones_own(_files(site), built, known)
        for name in kept:
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(site / name, made / name)
        with contextlib.suppress(OSError):
            atomic.write(known, "\n".join(built))
        if site.exists():
            _move(site, old)
        _move(made, site)
    except OSError as error:
        if old.exists() and not site.exists():
            old.rename(site)
        raise ToolError(
            Message(
                "{site} cannot be replaced ({strerror}); close what has it open", site=site, strerror=error.strerror
            )
        ) from error
    return kept


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _of_ones_own(there: Sequence[str], built: Sequence[str], known: Path) -> list[str]:
    """Return the files of a site that no build has put there; without a list of those, what lies apart from pages."""
    with contextlib.suppress(OSError):
        before = {*built, *known.read_text(encoding="utf-8").split("\n")}
        return [name for name in there if name not in before and not name.startswith(_PRINTED)]
    parts = {name.partition("/")[0] for name in built}
    return [name for name in there if name.partition("/")[0] not in parts and not name.startswith(_PRINTED)]


def _move(source: Path, target: Path) -> None:
    """Rename a folder; on another disk, copy it."""
    try:
        source.rename(target)
    except OSError:
        if source.stat().st_dev == target.parent.stat().st_dev:
            raise
        shutil.copytree(source, target)
        shutil.rmtree(source)


def _age(folder: Path) -> float:
    """Return how many seconds ago something was put into a folder."""
    try:
        return time.time() - folder.stat().st_mtime
    except OSError:
        return 0.0
