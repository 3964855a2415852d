"""The list of the copies with their SHA-256, as `sha256sum -c` reads it."""

import hashlib
import re
from collections.abc import Mapping

NAME = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def of(data: Mapping[str, bytes]) -> dict[str, str]:
    """Return the SHA-256 of each file by its name."""
    return {name: hashlib.sha256(each).hexdigest() for name, each in data.items()}


def read(text: str) -> dict[str, str]:
    """Return what an earlier list says, by the name of the file."""
    return {found[2]: found[1] for line in text.splitlines() if (found := _LINE.fullmatch(line))}


def render(sums: Mapping[str, str]) -> str:
    """Return the list, in the order of names."""
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))
