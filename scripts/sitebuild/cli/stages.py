"""What commands do one after the other: read, check, build. Each stage says on stderr how long it took."""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from .. import checks
from ..addresses import files
from ..building import downloads, replace_site
from ..building.replace_site import SITE
from ..checks import changed_values, consequences, days, menu, personal_data, positions
from ..linkcheck import allowlist
from ..memo import store as memo
from ..memo.store import Store
from ..model import register_paths
from ..model.content import Content
from ..model.message import Message
from ..model.problem import Problem, ToolError
from ..model.register_paths import LINK_EXCEPTIONS
from ..reading import clock, docs_folder, mkdocs_config, repository
from ..reading.mkdocs_config import Settings
from ..translation import readiness
from . import report, speech

_WAITING = "another build of this folder is running; waiting until it has ended"
_NAMED = 20
"""So many files of somebody's own in the site are named."""

Result = TypeVar("Result")


@dataclass(frozen=True, kw_only=True)
class Work:
    """
    What was read for a command.

    `texts` gives the text of every file of the repository by its path; `unread` are the faults of what was read into
    `content`; `store` remembers what is worked out of it. `before` are the registers as they were at the commit `base`,
    which a change is compared with, by their paths; empty without one.
    """

    site: Settings
    texts: Mapping[str, str]
    content: Content
    unread: Sequence[Problem]
    store: Store
    base: str = ""
    before: Mapping[str, str] = field(default_factory=dict)


def read(root: Path, store: Store, *, convert: bool, base: str = "") -> Work:
    """
    Read everything; converted pages, which only a build shows, if `convert` says so.

    `base` is the commit that a change is compared with, if any; raises ToolError if git does not know it.
    """
    site = mkdocs_config.load(root, store)
    texts = dict(repository.texts(root))
    content, unread = docs_folder.read(site.root, site.docs, site.languages, site.guides, store, convert=convert)
    before = _before(root, base) if base else {}
    return Work(site=site, texts=texts, content=content, unread=unread, store=store, base=base, before=before)


def _before(root: Path, base: str) -> dict[str, str]:
    """Return the text of each register at a commit, by its path."""
    missing = Message(
        "git knows no commit “{base}” here; type: git fetch origin, and behind --base a name of git branch --all",
        base=base,
    )
    paths = map(register_paths.value_path, register_paths.NAMES)
    found = {path: repository.committed(root, path, base, missing) for path in paths}
    return {path: text for path, text in found.items() if text is not None}


def check(work: Work, today: date) -> list[Problem]:
    """Return what is to mend in the content on a day, with what could not be read of it."""
    site, content = work.site, work.content
    personal = [problem for path, text in work.texts.items() for problem in _personal(work.store, path, text)]
    kept = files.check(site.root, content.published)
    _, unfit = allowlist.load(site.root / LINK_EXCEPTIONS, LINK_EXCEPTIONS)
    menu_and_days = [
        *menu.check(content, work.texts.get(menu.CONFIG, "")),
        *days.check(content, max(today, clock.today())),
        *changed_values.check(work.before, work.texts, work.base),
    ]
    found = readiness.without_expected_gaps(content, [*work.unread, *checks.run(content, work.store), *menu_and_days])
    causes = consequences.causes(content, {*found, *personal, *kept, *unfit, *_lacking(work)})
    return sorted(positions.found(causes, work.texts))


def _personal(store: Store, path: str, text: str) -> tuple[Problem, ...]:
    """Return the numbers of real persons in a file."""
    return store.table("personal").remember(memo.key(path, text), lambda: tuple(personal_data.check(path, text)))


def _lacking(work: Work) -> tuple[Problem, ...]:
    """Return what published languages lack of the first set."""
    content, first = work.content, work.site.first
    known_by = content.basis and memo.key(content.basis, readiness.depends_on(content, first))
    return work.store.table("first-set").remember(known_by, lambda: tuple(readiness.check(content, first, work.texts)))


def is_readable(work: Work) -> bool:
    """Tell whether what was read is whole enough to be built."""
    return not report.errors(readiness.without_expected_gaps(work.content, work.unread))


def build(work: Work, today: date) -> list[Problem]:
    """
    Check and build at the same time, aside; put the site in its place if nothing is to be mended.

    A failed build leaves the last good site untouched.
    """
    from ..building import mkdocs_build  # noqa: PLC0415 - a check need not wait for MkDocs

    root = work.site.root
    checked: list[Problem] = []
    with replace_site.beside(root, lambda: speech.note(_WAITING)) as made:
        content = work.content.published
        plan = mkdocs_build.SiteBuild(root=root, site=made, content=content, today=today, store=work.store)
        try:
            problems = stage(
                "checking the pages, building the site",
                lambda: mkdocs_build.build(plan, meanwhile=lambda: checked.extend(check(work, today))),
            )
        except ToolError:
            # What is to be mended in the pages may be what the build stopped at.
            if not report.errors(checked):
                raise
        if report.errors(checked):
            return checked
        if not problems:
            downloads.put(root / downloads.DIST, made, content)
            problems = stage("looking at what readers get", lambda: seen_by_readers(work, made, today))
        if not problems:
            kept = replace_site.swap(made, root / SITE, root / memo.FOLDER / "site-files.txt")
            if kept:
                speech.note("kept in {site}/, where no build has put it: {kept}", site=SITE, kept=kept[:_NAMED])
    return [*checked, *problems]


def seen_by_readers(work: Work, made: Path, today: date) -> list[Problem]:
    """Return what is to mend in the finished pages below `made`."""
    from ..building import built_html  # noqa: PLC0415 - the same

    allowances, _ = allowlist.load(work.site.root / LINK_EXCEPTIONS, LINK_EXCEPTIONS)
    return built_html.check(made, work.content.published, work.site.site_url, allowances, today, store=work.store)


def stage(name: str | Message, work: Callable[[], Result]) -> Result:
    """Do one stage and say on stderr how long it took."""
    start = time.monotonic()
    if sys.stderr.isatty():
        print(f"… {speech.said(name)}", end="\r", file=sys.stderr, flush=True)
    result = work()
    speech.note("{stage}: {seconds:.1f} s", stage=Message(name), seconds=time.monotonic() - start)
    return result
