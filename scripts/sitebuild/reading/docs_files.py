"""What lies in docs/ besides what is read: every file there may be published, so only a few kinds may lie there."""

import difflib
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..model.message import Message
from ..model.problem import Problem
from ..model.register_paths import DATA_FILES

LARGEST = 300_000
"""The size in bytes above which a file is no page and no drawing of ours; readers pay for every byte."""
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATA, _ASSETS = "_data", "assets"
_KINDS = {_DATA: (".yml", ".svg", ".txt", ".json"), _ASSETS: (".svg",)}
_PAGES = (".md",)
_NO_SHAPE = re.compile(
    r"<(?!/?(?:svg|g|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|title|desc|defs|marker)\b|!--|\?xml)[^\s>]+"
    r"|\s(?:on\w+|style|href|xlink:\w+)\s*=|[a-z]+script:|\bdata:",
    re.IGNORECASE,
)
"""What a drawing must not hold: scripts, styles, pictures in it, and addresses."""


def read(root: Path, docs: Path, codes: Sequence[str]) -> tuple[frozenset[str], list[Problem]]:
    """
    Return the paths of all files below `docs`, relative to it, and what must not lie there.

    Symbolic links are named and not followed. Hidden files are left out, for they are never published. Paths of
    problems are relative to `root`.
    """
    files: set[str] = set()
    problems: list[Problem] = []
    for folder, folders, names in os.walk(docs):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        linked = [name for name in folders if (here / name).is_symlink()]
        # A folder that is named like a page is another rule's business.
        folders[:] = [name for name in folders if name not in linked and not name.endswith(".md")]
        within = here.relative_to(docs).parts
        for name in (*linked, *(name for name in sorted(names) if not name.startswith("."))):
            shown = Path(os.path.relpath(here / name, root)).as_posix()
            files.add("/".join((*within, name)))
            problems += _faults(shown, here / name, within, codes)
        problems += _folders(root, here, within, folders, codes)
    return frozenset(files), problems


def _faults(shown: str, path: Path, within: Sequence[str], codes: Sequence[str]) -> Iterator[Problem]:
    if path.is_symlink():
        message = Message("this is a symbolic link, not a file: put the file itself here, or delete the link")
        yield Problem(path=shown, rule="file-link", message=message)
        return
    place = next((part for part in within if part in _KINDS), "")
    kinds = _KINDS.get(place, _PAGES)
    if path.suffix not in kinds and (within or path.suffix not in _PAGES):
        message = Message("only {kinds} lie here; move this file out of docs/, or delete it", kinds=[*kinds])
        yield Problem(path=shown, rule="file-kind", message=message)
        return
    if place == _DATA and within[-1:] == (_DATA,) and path.stem not in DATA_FILES:
        near = difflib.get_close_matches(path.stem, DATA_FILES, 1)
        message = Message("there is no register of this name; move this file out of docs/, or delete it")
        if near:
            message = Message("there is no register of this name; did you mean {near}.yml?", near=near[0])
        yield Problem(path=shown, rule="file-kind", message=message)
        return
    try:
        size = path.stat().st_size
        drawn = path.read_text(encoding="utf-8", errors="replace") if path.suffix == ".svg" else ""
    except OSError:
        return  # whoever reads it says so
    if found := _NO_SHAPE.search(drawn):
        message = Message(
            "“{found}” is no shape and no word; draw it with path, rect, circle, line and text only",
            found=found[0].strip()[:30],
        )
        line = drawn.count("\n", 0, found.start()) + 1
        yield Problem(path=shown, line=line, rule="drawing-forbidden", message=message)
    if size > LARGEST and place != _DATA:
        message = Message(
            "this file has {size:.1f} MB; make it smaller than {largest} KB, or take it out",
            size=size / 1000000,
            largest=LARGEST // 1000,
        )
        yield Problem(path=shown, rule="file-large", message=message)
    if place != _DATA and within[:1] and within[0] in {*codes, _ASSETS} and not _NAME.fullmatch(path.stem):
        yield _misnamed(shown, f"{_proposed(path.stem)}{path.suffix}")


def _folders(
    root: Path, here: Path, within: Sequence[str], folders: Sequence[str], codes: Sequence[str]
) -> Iterator[Problem]:
    for name in folders if within and within[0] in codes and _DATA not in within else ():
        if name != _DATA and not name.endswith(".md") and not _NAME.fullmatch(name):
            yield _misnamed(Path(os.path.relpath(here / name, root)).as_posix(), _proposed(name))


def _misnamed(shown: str, proposed: str) -> Problem:
    message = Message(
        "names have small English letters, digits and hyphens only; rename it, such as to {proposed}", proposed=proposed
    )
    return Problem(path=shown, rule="file-name", message=message)


def _proposed(stem: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "short-name"
