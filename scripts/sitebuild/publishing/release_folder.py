"""The folder of a release: its files with their checksums, put in place in one step."""

import shutil
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from ..offline import checksums
from ..offline.edition import ZipEntry, zipped

SITE_ARCHIVE = "handbook-web.zip"
"""The site as a server needs it."""


def site_archive(site: Path, moment: datetime) -> bytes:
    """Return a zip of a built site; the same site and moment make the same bytes."""
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    return zipped((ZipEntry(path.relative_to(site).as_posix(), path.read_bytes()) for path in paths), moment)


def below(folder: Path, left_out: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the files below a folder, but for some names."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name not in left_out:
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def put(files: Mapping[str, bytes], beside: Path, target: Path) -> None:
    """
    Write files and their checksums into `target`, which takes the place of an earlier one in one step.

    `beside` is a folder on the same disk that whoever called removes: a kill leaves the old folder or the new one.
    """
    made = beside / "made"
    for name, data in files.items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (made / checksums.NAME).write_bytes(checksums.render(checksums.of(files)).encode())
    old = beside / "old"
    if target.exists():
        target.rename(old)
    try:
        made.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
