"""A file is written beside the old one and takes its place in one step: a full disk or a kill loses nothing."""

import contextlib
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path


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


def write_all(root: Path, texts: Mapping[str, str], gone: Iterable[str] = ()) -> None:
    """
    Write the texts of files, by their paths below `root`, and take those away that are `gone`.

    If that fails, everything is put back as it was before the error goes on: half of it would be worse than none.
    """
    before = {path: _bytes(root / path) for path in (*texts, *gone)}
    try:
        for path, text in texts.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            write(root / path, text)
        for path in gone:
            (root / path).unlink()
    except BaseException:
        for path, old in before.items():
            with contextlib.suppress(OSError):
                if old is None:
                    (root / path).unlink(missing_ok=True)
                elif _bytes(root / path) != old:
                    write(root / path, old.decode("utf-8"))
        raise


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
