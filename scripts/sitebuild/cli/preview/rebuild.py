"""Builds what was saved, and says what the browser should get anew; runs in a process of its own, see worker.py."""

import functools
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ...building import mkdocs_build
from ...building.mkdocs_build import SiteBuild
from ...memo import store as memo
from ...memo.store import Store
from ...model.content import Content
from ...model.problem import Problem, ToolError
from ...reading.mkdocs_config import UnreadableConfigError
from .. import report, stages
from .order import Order, Rebuilt


def rebuild(order: Order) -> Rebuilt:
    """
    Check everything and build it into `order.made`; return the problems and the files that differ from those shown.

    Nothing is built from what cannot be read. What a page or file has given before is remembered as long as the
    process lives, and in the store of the project. Raises ToolError if a tool fails.
    """
    store = _store(order.root)
    try:
        return _rebuilt(order, store)
    finally:
        store.save()
        store.forget_unused()


@functools.lru_cache(maxsize=1)
def _store(root: Path) -> Store:
    return memo.of_project(root)


def _rebuilt(order: Order, store: Store) -> Rebuilt:
    try:
        work = stages.read(order.root, store, convert=True)
    except UnreadableConfigError as error:
        return Rebuilt(problems=(error.problem,))
    content = work.content.published
    read = Rebuilt(sources=_sources(content))
    if not stages.is_readable(work):
        return replace(read, problems=tuple(stages.check(work, order.today)))
    shutil.rmtree(order.made, ignore_errors=True)
    plan = SiteBuild(root=order.root, site=order.made, content=content, today=order.today, store=store, forgiving=True)
    checked: list[Problem] = []
    try:
        found = mkdocs_build.build(plan, meanwhile=lambda: checked.extend(stages.check(work, order.today)))
    except ToolError:
        # What is to be mended in the pages may be what the build stopped at.
        if not report.errors(checked):
            raise
        return replace(read, problems=tuple(checked))
    complete = not found
    if complete and not report.errors(checked):
        found = stages.seen_by_readers(work, order.made, order.today)
    problems = tuple(sorted({*checked, *found}))
    return _compared(order, replace(read, problems=problems, built=True), complete=complete)


def _compared(order: Order, result: Rebuilt, *, complete: bool) -> Rebuilt:
    """Return the result with what differs; nothing is removed for a build that may not be `complete`."""
    made, shown = _files(order.made), _files(order.shown)
    differing = [name for name, path in made.items() if name not in shown or not _same(path, shown[name])]
    faulty = _faulty(result.problems, result.sources)
    kept = [name for name in differing if name in faulty and name in shown]
    gone = [name for name in shown if name not in made] if complete else []
    return replace(
        result, changed=tuple(name for name in differing if name not in kept), kept=tuple(kept), removed=tuple(gone)
    )


def _faulty(problems: Sequence[Problem], sources: Mapping[str, str]) -> set[str]:
    """Return the files of the pages whose text has an error."""
    paths = {problem.path for problem in report.errors(problems)}
    return {file for file, source in sources.items() if source in paths}


def _sources(content: Content) -> dict[str, str]:
    """Return the Markdown file that each page is made from; where a translation is missing, that is the source."""
    found = {}
    for language in content.languages:
        original = content.pages_in(content.source_language.code)
        for page in (*original, *content.pages_in(language.code)):
            found[f"{language.prefix}{page.route}index.html"] = page.path
    return found


def _files(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def _same(first: Path, second: Path) -> bool:
    return first.stat().st_size == second.stat().st_size and first.read_bytes() == second.read_bytes()
