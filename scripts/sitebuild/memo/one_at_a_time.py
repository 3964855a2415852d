"""Of two processes that would write the same, one waits for the other."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows, where nobody waits
    fcntl = None  # type: ignore[assignment]


@contextlib.contextmanager
def alone(file: Path, waiting: Callable[[], object]) -> Iterator[None]:
    """
    Let one process at a time go on, whichever names this file; call `waiting` once if another one is at it.

    The system ends the claim of a process that is killed. Where no such file can be made, nobody waits.
    """
    with contextlib.ExitStack() as stack:
        claim: IO[str] | None = None
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            claim = stack.enter_context(file.open("w", encoding="utf-8"))
        if claim and fcntl:
            _claim(claim, waiting)
        yield


def _claim(claim: IO[str], waiting: Callable[[], object]) -> None:
    try:
        fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(claim, fcntl.LOCK_EX)
    except OSError:
        # A disk of another machine may know no claims.
        return
