"""The entry of a version in CHANGELOG.md."""

import re

NAME = "CHANGELOG.md"
VERSION = re.compile(r"\d+\.\d+\.\d+(?:-[0-9a-z]+(?:\.[0-9a-z]+)*)?")
"""How a version is written: three numbers, perhaps with a name behind a hyphen, as semver.org has it."""


def entry(text: str, version: str) -> str | None:
    """Return what stands below the heading `## 1.2.3` of a version, or `## 1.2.3 · 2026-12-01`; None without one."""
    heading = re.compile(rf"^## {re.escape(version)}(?:\s.*)?$", re.MULTILINE)
    if not (found := heading.search(text)):
        return None
    following = re.compile(r"^## ", re.MULTILINE).search(text, found.end())
    said = text[found.end() : following.start() if following else len(text)].strip()
    return f"{said}\n" if said else None
