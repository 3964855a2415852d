"""A file is written beside the old one and takes its place in one step: a full disk or a kill loses nothing."""

import contextlib
import errno
import os
import tempfile
from pathlib import Path

_WHY = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "this is not allowed; check the permissions",
    errno.EPERM: "this is not allowed; check the permissions",
}


def said(error: OSError) -> str:
    """Return in one line why a file could not be written or read."""
    why = _WHY.get(error.errno or 0, error.strerror or str(error) or "it failed")
    return f"{error.filename}: {why}; nothing was changed there" if error.filename else why


def write(path: Path, text: str) -> None:
    """
    Write a text as UTF-8 with the line ends that it has, keeping the permissions of the file.

    A symbolic link stays one: the file that it leads to is written. Raise OSError with the path, the file being as it
    was, if that fails.
    """
    target = path.resolve()
    beside = ""
    try:
        descriptor, beside = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        Path(beside).chmod(mode)
        os.replace(beside, target)  # noqa: PTH105 - one step, so that a kill leaves the old file or the new
    except OSError as error:
        with contextlib.suppress(OSError):
            if beside:
                Path(beside).unlink()
        raise OSError(error.errno, error.strerror, str(path)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
