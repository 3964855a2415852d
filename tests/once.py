"""What is dear to make is made by one of the processes that test, and found there by the others."""

import time
from collections.abc import Callable
from pathlib import Path

SECONDS = 600
"""How long a process waits for another one; a build takes a tenth of it on a slow machine."""
_MADE, _FAILED = "made", "failed"


def once(folder: Path, make: Callable[[Path], object], seconds: float = SECONDS) -> Path:
    """
    Return the folder, which the first process to ask for it has made and filled; tests only look at it.

    Raises whatever `make` raises in the first process, and RuntimeError in the others, which wait for at most
    `seconds`.
    """
    outcome = folder.with_name(f"{folder.name}.outcome")
    try:
        # Of all who try, the system lets one succeed.
        folder.mkdir(parents=True)
    except FileExistsError:
        _wait(outcome, seconds)
        return folder
    try:
        make(folder)
    except BaseException:
        outcome.write_text(_FAILED, encoding="utf-8")
        raise
    outcome.write_text(_MADE, encoding="utf-8")
    return folder


def _wait(outcome: Path, seconds: float) -> None:
    end = time.monotonic() + seconds
    # A file is there a moment before its word is in it.
    while not (word := outcome.read_text(encoding="utf-8") if outcome.exists() else ""):
        if time.monotonic() > end:
            raise RuntimeError(f"{outcome.stem} is not made after {seconds} seconds; see what the other process does")
        time.sleep(0.05)
    if word != _MADE:
        raise RuntimeError(f"{outcome.stem} could not be made; the other process says why")
