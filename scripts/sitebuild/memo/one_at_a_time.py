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
def alone(file: Path, waiting: Callable[[], object]) -> Iterator[bool]:
    """
    Let one process at a time go on, whichever names this file; call `waiting` once if another one is at it.

    Give whether it is certain that no other process is at it. The system ends the claim of a process that is killed.
    Where no such file can be made, nobody waits.
    """
    with contextlib.ExitStack() as stack:
        claim: IO[str] | None = None
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            claim = stack.enter_context(file.open("w", encoding="utf-8"))
        found = claimed(claim) if claim else None
        if claim and found is False:
            waiting()
            fcntl.flock(claim, fcntl.LOCK_EX)
        yield found is not None


def claimed(file: IO[str]) -> bool | None:
    """Claim an open file for this process; tell whether it has it now, None where the system knows no claims."""
    if not fcntl:
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        # A disk of another machine may know none.
        return None
    return True
