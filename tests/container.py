"""What a Containerfile says, for tests that cannot build an image: its words, and what its commands leave."""

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_KNOWN = ("FROM", "RUN", "COPY", "USER", "EXPOSE", "STOPSIGNAL", "CMD")


class Line(NamedTuple):
    """An instruction and the rest of its line."""

    name: str
    words: str


def read(text: str) -> list[Line]:
    """Return the instructions; ValueError for one that is not known here."""
    joined = re.sub(r"\\\n", " ", re.sub(r"(?m)^#.*\n", "", text))
    lines = [Line(*line.split(maxsplit=1)) for line in joined.splitlines() if line.strip()]
    unknown = [line.name for line in lines if line.name not in _KNOWN]
    if unknown:
        raise ValueError(f"not known: {', '.join(unknown)}")
    return lines


def command(lines: Sequence[Line]) -> list[str]:
    """Return the words of the command that a container runs."""
    return [str(word) for word in json.loads(lines[-1].words)]


def lay_out(lines: Sequence[Line], context: Path, root: Path) -> None:
    """Do below `root` what COPY says, and what RUN changes in the copied files; packages are those of this machine."""
    for line in lines:
        if line.name == "COPY":
            source, target = line.words.split()
            place = root / target.lstrip("/")
            place.parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (context / source).is_dir() else shutil.copyfile
            copy(context / source, place)
        if line.name == "RUN" and line.words.startswith("sed "):
            words = re.sub(r" /(?=\S+$)", f" {root}/", line.words)
            subprocess.run(["sh", "-ec", words], check=True)
