"""A copy of the handbook in a temporary folder: what is built in it, and one page of it that changes."""

import contextlib
import itertools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from . import settings, written_out
from .settings import Language

CACHE, SITE = ".cache", "site"
"""What the build remembers, and what it makes: both below the root."""
_HAN = re.compile(r"[一-鿿]")
_STEMS = "甲乙丙丁戊己庚辛壬癸"


class StopError(Exception):
    """The benchmark cannot go on; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Handbook:
    """A copy of the handbook at `root`; `name` is what tables call it, `day` the day that it is judged by, if any."""

    root: Path
    name: str
    day: str = ""

    def command(self, *words: str) -> tuple[str, ...]:
        """Return the command line of a command of the handbook's own script."""
        return (
            sys.executable,
            str(self.root / "scripts/build.py"),
            *words,
            *(["--today", self.day] if self.day else []),
        )

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command; return what it printed and its exit code."""
        return subprocess.run(
            self.command(*words), cwd=self.root, capture_output=True, text=True, encoding="utf-8", check=False
        )

    @property
    def names(self) -> list[str]:
        """The names of the pages in the menu."""
        return settings.page_names(settings.read(self.root))

    @property
    def languages(self) -> list[Language]:
        """The published languages."""
        return settings.languages(self.root, settings.read(self.root))

    @property
    def source(self) -> Language:
        """The language that the others are translated from."""
        return next(language for language in self.languages if language.is_source)

    @property
    def pages(self) -> int:
        """The number of pages in all languages together; a page that is not translated is published too."""
        return len(self.names) * len(self.languages)

    def write_out(self, folder: Path) -> int:
        """Write every page with its markers filled, one folder a language; return how many there are."""
        site, settings_file = folder / SITE, self.root / "mkdocs-written-out.yml"
        hooks = [str(self.root / "scripts/hooks.py"), written_out.__file__]
        settings_file.write_text(yaml.safe_dump({"INHERIT": settings.CONFIG, "hooks": hooks}), encoding="utf-8")
        try:
            run = subprocess.run(
                [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(settings_file), "-d", str(site)],
                cwd=self.root,
                env={**os.environ, written_out.FOLDER: str(folder)},
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
            )
        finally:
            settings_file.unlink()
        if run.returncode:
            raise StopError(f"the pages cannot be written out: {run.stderr.strip()[-2000:]}")
        shutil.rmtree(site)
        return sum(1 for _ in folder.rglob("*.md"))

    def forget(self, *folders: str) -> None:
        """Remove folders that an earlier build made."""
        for folder in folders:
            shutil.rmtree(self.root / folder, ignore_errors=True)


class ChangingPage:
    """A page that has another sentence at its end each time, so that nobody can have remembered its text."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        self.turns = itertools.count(1)

    def change(self) -> None:
        """Add a sentence that was not there before; no rule objects to it."""
        letters = str(next(self.turns)).translate(str.maketrans("1234567890", _STEMS))
        if _HAN.search(self.text):
            sentence = f"这一行是测时间的：{letters}。"
        else:
            word = letters.translate(str.maketrans(_STEMS, "abcdefghij"))
            sentence = f"This line is here to measure time, as sentence {word}."
        self.path.write_text(f"{self.text.rstrip()}\n\n{sentence}\n", encoding="utf-8")

    def restore(self) -> None:
        """Give the page its first text again."""
        self.path.write_text(self.text, encoding="utf-8")


def changing_page(book: Handbook, name: str = "") -> ChangingPage:
    """Return the page of the source language with this name, by default the one of middle size."""
    files = [book.root / "docs" / book.source.code / each for each in book.names]
    by_size = sorted((file for file in files if file.is_file()), key=lambda file: (file.stat().st_size, file))
    chosen = book.root / "docs" / book.source.code / name if name else by_size[len(by_size) // 2]
    if not chosen.is_file():
        raise StopError(f"--page {name}: there is no {chosen.relative_to(book.root)}")
    return ChangingPage(chosen)


def copy(repository: Path, target: Path) -> Handbook:
    """Copy what git would take of the working tree, changed files too, into a repository of its own."""
    names = _git(repository, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in sorted(set(filter(None, names))):
        if (repository / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(repository / name, target / name)
    _git(target, "init", "--quiet")
    _git(target, "add", "--all")
    named = ("-c", "user.name=benchmark", "-c", "user.email=benchmark@localhost", "-c", "commit.gpgsign=false")
    _git(target, *named, "commit", "--quiet", "--no-verify", "--message", "A copy to measure")
    return Handbook(root=target, name="this tree")


@contextlib.contextmanager
def worktree(repository: Path, commit: str, target: Path) -> Iterator[Handbook]:
    """Check a commit out into a worktree at `target`, and remove it at the end; StopError if there is none."""
    name = _git(repository, "rev-parse", "--verify", "--short", f"{commit}^{{commit}}").strip()
    _git(repository, "worktree", "add", "--detach", str(target), name)
    try:
        # Its pages are judged by their own day: what has become overdue since is not to be mended there.
        yield Handbook(root=target, name=name, day=_git(target, "log", "-1", "--format=%cs").strip())
    finally:
        _git(repository, "worktree", "remove", "--force", str(target))


def _git(folder: Path, *words: str) -> str:
    run = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    if run.returncode:
        raise StopError(f"git {words[0]} failed: {run.stderr.strip()}")
    return run.stdout
