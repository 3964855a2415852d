"""
A new site is made beside the old one and takes its place in one step: a failed build changes nothing.

Between the two renames of the swap there is no site for a moment. Whoever is killed there leaves the old one beside,
and the next build puts it back before it does anything else.
"""

import contextlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from ..model import system_fault
from ..model.message import Message
from ..model.problem import ToolError

SITE = "site"
"""The folder of the finished site, below the root of the project."""
_PREFIX, _OLD = ".site-", "old"
_DAY = 24 * 60 * 60
"""The age in seconds after which what a killed build left is nobody's any more."""


@contextlib.contextmanager
def beside(root: Path) -> Iterator[Path]:
    """Give a path for a new site on the disk of the old one, and remove what is left there; ToolError without room."""
    repair(root)
    try:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=root))
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


def repair(root: Path) -> None:
    """Put back a site that a kill left aside, and remove what killed builds left more than a day ago."""
    left = sorted(root.glob(f"{_PREFIX}*"), key=_age)
    site = root / SITE
    for folder in left:
        old = folder / _OLD
        with contextlib.suppress(OSError):
            if old.is_dir() and not site.exists() and not site.is_symlink():
                old.rename(site)
            if _age(folder) > _DAY:
                shutil.rmtree(folder, ignore_errors=True)


def swap(made: Path, site: Path) -> None:
    """
    Put a new site in the place of the old one, which stays where it is if that fails: then raise ToolError.

    A site that is a symbolic link stays one: the folder that it leads to is replaced.
    """
    if site.is_symlink() and site.is_dir():
        site = site.resolve()
    old = made.parent / _OLD
    try:
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
