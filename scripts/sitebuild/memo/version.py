"""The hash of the program: of its code, of Python, and of the names and versions of all installed packages."""

import functools
import hashlib
import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


@functools.cache
def of_program() -> bytes:
    """Return a hash that is another one as soon as any code may be another one."""
    found = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for path in sorted(_PACKAGE.rglob("*.py")):
        found.update(f"\0{path.relative_to(_PACKAGE).as_posix()}\0".encode())
        found.update(path.read_bytes())
    for name in sorted(_installed()):
        found.update(f"\0{name}".encode("utf-8", errors="surrogateescape"))
    return found.digest()


def _installed() -> set[str]:
    """Return such as `mkdocs-1.6.1.dist-info` for every installed package."""
    names: set[str] = set()
    for folder in filter(os.path.isdir, sys.path):
        with os.scandir(folder) as entries:
            names.update(entry.name for entry in entries if entry.name.endswith((".dist-info", ".egg-info")))
    return names
