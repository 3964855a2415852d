"""
What can be asked of the machine that a command runs on.

It runs with any Python that can read it, before anything is installed, so it imports the standard library only.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Machine:
    """
    What can be asked of a machine, so that a test can answer for another one.

    `which` gives the path of a program or None, `loads` tells whether a shared library is there, `imports` whether this
    Python has a module, `said` what a command prints, empty if it fails; `free` is the space on the disk in MB.
    """

    version: tuple[int, int, int]
    windows: bool
    free: int
    writable: bool
    which: Callable[[str], str | None]
    loads: Callable[[str], bool]
    imports: Callable[[str], bool]
    said: Callable[[Sequence[str]], str]


def this_machine(root: Path) -> Machine:
    """Return the machine that this runs on."""
    return Machine(
        version=sys.version_info[:3],
        windows=os.name == "nt",
        free=shutil.disk_usage(root).free // 1_000_000,
        writable=os.access(root, os.W_OK),
        which=shutil.which,
        loads=_loads,
        imports=lambda name: find_spec(name) is not None,
        said=_said,
    )


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _said(command: Sequence[str]) -> str:
    """Return what a command prints, empty if it cannot run."""
    try:
        run = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return run.stdout or run.stderr if run.returncode == 0 else ""
