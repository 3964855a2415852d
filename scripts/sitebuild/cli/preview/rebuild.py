"""Builds what was saved, and says what the browser should get anew; runs in a process of its own, see worker.py."""

import functools
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ...building import mkdocs_build
from ...building.mkdocs_build import SiteBuild
from ...building.mkdocs_single_pages import SinglePages
from ...memo import store as memo
from ...memo.store import Store
from ...model.content import Content
from ...model.problem import Problem, ToolError
from ...reading.mkdocs_config import UnreadableConfigError
from .. import report, stages
from .order import Order, Rebuilt


def rebuild(order: Order) -> Iterator[Rebuilt]:
    """
    Check everything and build it into `order.made`; yield the problems and the files that differ from those shown.

    The pages that somebody waits for come first, where that is possible, by themselves. Nothing is built from what
    cannot be read. What a page or file has given before is remembered as long as the process lives, and in the store
    of the project. Raises ToolError if a tool fails.
    """
    store = _store(order.root)
    try:
        yield from _rebuilt(order, store)
    finally:
        store.save()
        store.forget_unused()


def make_ready() -> Iterator[str]:
    """Make ready, after a whole build, what lets single pages be built in a moment; yield the code of each language."""
    if _last:
        order, content = _last
        yield from _single_pages(order.root, order.early, order.today).prepare(content, _store(order.root))


_last: tuple[Order, Content] | None = None
"""What was built last, if it was whole."""


@functools.lru_cache(maxsize=1)
def _store(root: Path) -> Store:
    return memo.of_project(root)


@functools.lru_cache(maxsize=1)
def _single_pages(root: Path, folder: Path, today: date) -> SinglePages:
    return SinglePages(root, folder, today)


def _rebuilt(order: Order, store: Store) -> Iterator[Rebuilt]:
    global _last  # noqa: PLW0603 - the process answers one order after the other
    try:
        work = stages.read(order.root, store, convert=True)
    except UnreadableConfigError as error:
        yield Rebuilt(problems=(error.problem,))
        return
    # What an unpublished language lacks is nothing to mend yet, so it is checked as what it is.
    seen = replace(work, content=work.content.showing(order.languages))
    content = seen.content.published
    read = Rebuilt(sources=_sources(content))
    if not stages.is_readable(work):
        yield replace(read, problems=tuple(stages.check(work, order.today)))
        return
    # A page that is wrong is not shown. Where no page was saved none has become wrong, and checking may take long.
    is_checked = any(map(_page_of, order.saved))
    checked = stages.check(work, order.today) if is_checked else []
    known = checked if is_checked else work.unread
    if early := _early(order, content, known, read.sources):
        yield replace(read, problems=tuple(sorted(known)), changed=early, built=True, early=True)
    shutil.rmtree(order.made, ignore_errors=True)
    plan = SiteBuild(root=order.root, site=order.made, content=content, today=order.today, store=store, forgiving=True)
    try:
        found = mkdocs_build.build(
            plan, meanwhile=lambda: None if is_checked else checked.extend(stages.check(work, order.today))
        )
    except ToolError:
        # What is to be mended in the pages may be what the build stopped at.
        if not report.errors(checked):
            raise
        yield replace(read, problems=tuple(checked))
        return
    complete = not found
    if complete and not report.errors(checked):
        found = stages.seen_by_readers(seen, order.made, order.today)
    _last = (order, content) if complete else None
    problems = tuple(sorted({*checked, *found}))
    yield _compared(order, replace(read, problems=problems, built=True), complete=complete)


def _early(order: Order, content: Content, checked: Sequence[Problem], sources: Mapping[str, str]) -> tuple[str, ...]:
    """Build the pages that somebody waits for: those that were saved or are looked at; return those that differ."""
    saved = {_page_of(name) for name in order.saved} - {""}
    faulty = _faulty(checked, sources)

    def waited_for(name: str, file: str) -> bool:
        return (name in saved or file in order.looked_at) and file not in faulty

    pages = _single_pages(order.root, order.early, order.today).build(content, waited_for)
    differs = (name for name in pages if (order.shown / name).is_file())
    return tuple(name for name in differs if not _same(order.early / name, order.shown / name))


def _page_of(saved: str) -> str:
    """Return the name of the page that a file below the root is the text of; empty if it is none."""
    folder, _, rest = saved.partition("/")
    name = rest.partition("/")[2]
    return name if folder == "docs" and name.endswith(".md") else ""


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
