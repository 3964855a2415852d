"""A new site is made beside the old one and takes its place in one step: a failed build changes nothing."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..model.problem import ToolError

SITE = "site"
"""The folder of the finished site, below the root of the project."""


@contextlib.contextmanager
def beside(root: Path) -> Iterator[Path]:
    """Give a path for a new site on the disk of the old one, and remove what is left there; ToolError without room."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=".site-", dir=root))
    except OSError as error:
        raise ToolError(f"no folder can be made in {root} ({error.strerror})") from error
    try:
        yield folder / SITE
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def swap(made: Path, site: Path) -> None:
    """Put a new site in the place of the old one, which stays where it is if that fails: then raise ToolError."""
    old = made.parent / "old"
    try:
        if site.exists():
            site.rename(old)
        made.rename(site)
    except OSError as error:
        if old.exists() and not site.exists():
            old.rename(site)
        raise ToolError(f"{site} cannot be replaced ({error.strerror}); close what has it open") from error
