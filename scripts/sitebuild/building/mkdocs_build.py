"""
Runs MkDocs on content that has been read, all languages at once where there are cores for it.

static-i18n builds one language after the other in one process. Here each language is a task of its own in a forked
process, which has all content in memory already; the pages are the same byte for byte. What belongs to all languages
is made at the end, by mkdocs_hooks.finish.
"""

import contextlib
import errno
import logging
import os
import subprocess
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs import utils
from mkdocs.commands.build import build as build_all
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from ..memo import two_processes
from ..memo.store import Store
from ..model.content import Content
from ..model.message import Message
from ..model.problem import Problem, ToolError
from ..reading import clock, mkdocs_config
from . import at_once, mkdocs_hooks, mkdocs_memo, mkdocs_speed, mkdocs_warnings, overdue

_LAST_LINES = 15


@dataclass(frozen=True)
class _Outcome:
    """What MkDocs said of a language: its warnings, and why it stopped, if it did for another reason."""

    warnings: tuple[str, ...] = ()
    failure: str = ""


@dataclass(frozen=True, kw_only=True)
class SiteBuild:
    """
    What is built: the project at `root`, with `content` as it is published, into the empty folder `site`.

    `today` is the day that facts are judged by; what `store` remembers of
    pages that are the same is not made again. `forgiving` finishes the site
    even if strict MkDocs objects to some pages: a preview shows the others.
    """

    root: Path
    site: Path
    content: Content
    today: date
    store: Store | None = None
    forgiving: bool = False


def build(
    plan: SiteBuild, *, processes: int | None = None, meanwhile: Callable[[], object] = lambda: None
) -> list[Problem]:
    """
    Build the site; return what strict MkDocs objects to.

    At most so many `processes` are used, by default one for each core. `meanwhile` is called in this process while
    others build. Raises ToolError if MkDocs fails for another reason.
    """
    root, content = plan.root, plan.content
    codes = [language.code for language in content.languages]
    number = min(processes or two_processes.cores(), len(codes))
    with environment(root, plan.today):
        config = mkdocs_config.configuration(root, plan.site)
        mkdocs_hooks.hand_over(config, content)
        store = plan.store or Store()
        mkdocs_speed.prepare(config)
        task = _Task(config, plan.store if mkdocs_hooks.is_known(config) else None)
        outcomes = _outcomes(number, task, codes, meanwhile)
        if any(_FULL in text for outcome in outcomes for text in (outcome.failure, *outcome.warnings)):
            raise ToolError(Message("the disk is full; the old site is as it was"))
        found = mkdocs_warnings.problems(root, content, (text for outcome in outcomes for text in outcome.warnings))
        failure = next((outcome.failure for outcome in outcomes if outcome.failure), "")
        if failure and not found:
            raise ToolError(Message("MkDocs stopped:\n{end}", end="\n".join(failure.splitlines()[-_LAST_LINES:])))
        if not found or (plan.forgiving and not failure):
            mkdocs_hooks.finish(config, content, store)
    return found


def commit_time(root: Path) -> str:
    """Return the time of the last commit in seconds, so that two builds of one commit are the same; 0 outside git."""
    try:
        run = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=root, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return "0"
    return run.stdout.strip() or "0"


_FULL = os.strerror(errno.ENOSPC)


class _Task:
    """Builds one language; made before the processes are, so that they find all of it in memory."""

    def __init__(self, config: MkDocsConfig, store: Store | None) -> None:
        self.config = config
        self.store = store

    def __call__(self, code: str) -> _Outcome:
        plugin: Any = self.config.plugins["i18n"]
        # As static-i18n itself does for every language but the first: the others are not built after this one.
        plugin.building, plugin.current_language = True, code
        others = mkdocs_speed.without_common_pages(self.config, apply=code != plugin.default_language)
        with listened() as said, nothing_cleaned(), others, mkdocs_memo.session(self.store, code, said):
            try:
                build_all(self.config)
            except Abort:
                return _Outcome(tuple(said))
            except Exception:  # noqa: BLE001 - whatever a plugin or template raises is told, not thrown
                # A template that fails is said twice: by MkDocs with the page, and by the exception.
                unsaid = tuple(each for each in said if not each.startswith("Error building page"))
                return _Outcome(unsaid, traceback.format_exc())
        return _Outcome(tuple(said))


def _outcomes(number: int, task: _Task, codes: Sequence[str], meanwhile: Callable[[], object]) -> Sequence[_Outcome]:
    """Run a task on several languages, in so many processes; in this one where none can be forked."""
    if number > 1 and two_processes.can_fork():
        return at_once.run(number, task, codes, meanwhile)
    meanwhile()
    return [task(code) for code in codes]


@contextlib.contextmanager
def environment(root: Path, today: date) -> Iterator[None]:
    """Set what MkDocs, its plugins and our hooks read from the environment, as long as they run."""
    wanted: Mapping[str, str] = {
        "NO_MKDOCS_2_WARNING": "1",
        overdue.TODAY: today.isoformat(),
        "SOURCE_DATE_EPOCH": commit_time(root) if (epoch := clock.source_date_epoch()) is None else str(epoch),
    }
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # those of libraries, which nobody here can mend
            yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextlib.contextmanager
def listened() -> Iterator[list[str]]:
    """Give the list that MkDocs's warnings go to, instead of the terminal."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    logger, listener = logging.getLogger("mkdocs"), Listener(logging.WARNING)
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(listener)
    try:
        yield said
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagates


def _keep(directory: str) -> None:
    """Leave a folder as it is."""


@contextlib.contextmanager
def nothing_cleaned() -> Iterator[None]:
    """Keep MkDocs from emptying the folder that the other languages are built into; static-i18n does it so too."""
    clean, utils.clean_directory = utils.clean_directory, _keep
    try:
        yield
    finally:
        utils.clean_directory = clean
