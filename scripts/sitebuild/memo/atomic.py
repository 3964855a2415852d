"""A file is written beside the old one and takes its place in one step: a full disk or a kill loses nothing."""

import contextlib
import os
import tempfile
from pathlib import Path


def write(path: Path, content: str | bytes) -> None:
    """
    Write bytes, or a text as UTF-8 with the line ends that it has, keeping the permissions of the file.

    A symbolic link stays one: the file that it leads to is written. Raise OSError with the path, the file being as it
    was, if that fails.
    """
    target = path.resolve()
    beside = ""
    try:
        descriptor, beside = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        put(Path(beside), target)
    except OSError as error:
        with contextlib.suppress(OSError):
            if beside:
                Path(beside).unlink()
        raise OSError(error.errno, error.strerror, str(path)) from error


def put(made: Path, target: Path) -> None:
    """Put a finished file into the place of another one, in one step, with the permissions of that one."""
    made.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
    os.replace(made, target)  # noqa: PTH105 - one step, so that a kill leaves the old file or the new


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
