"""Runs a command that is killed before one of its steps: dying.py renames|steps NUMBER python scripts/build.py …"""

import os
import runpy
import signal
import sys
from collections.abc import Callable
from typing import Any

_KINDS = {"renames": ("rename", "replace"), "steps": ("replace", "rename", "unlink", "mkdir")}
"""Functions of the system by which what is on a disk changes from one state to another."""


def main() -> None:
    """Run a script in this process; what it does in .cache, which only saves time, counts as no step."""
    kind, left = sys.argv[1], int(sys.argv[2])

    def dying(step: Callable[..., Any]) -> Callable[..., Any]:
        def one(*arguments: Any, **named: Any) -> Any:
            nonlocal left
            if ".cache" not in f"{arguments[:2]}":
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)
            return step(*arguments, **named)

        return one

    for name in _KINDS[kind]:
        setattr(os, name, dying(getattr(os, name)))
    sys.argv = sys.argv[4:]
    sys.path[0] = "scripts"
    runpy.run_path(sys.argv[0], run_name="__main__")


if __name__ == "__main__":
    main()
