"""The command `release`: everything that is handed out, of the last commit, made in a clean copy of it."""

import argparse
import os
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from ..building.replace_site import SITE
from ..linkcheck.external import link_ledger
from ..memo import store as memo
from ..model.message import Message
from ..model.problem import ToolError
from ..offline import checksums
from ..publishing import changelog, inputs, live_list, notes, release_folder, sbom
from ..publishing.notes import Made
from ..reading import clock, repository
from . import offline, paper, report, rules, speech, stages
from .options import ExitCode
from .stages import Work

COMMANDS = {"release": Message("make a release of the last commit: site, copies, PDFs, checksums, bill of materials")}
_LEDGER = "docs/_data/external-links.json"
_DAY = "SOURCE_DATE_EPOCH"
_LISTS = ("requirements.txt", "paper-requirements.txt")
_NAMED = 5
"""So many changed files are named."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add the words that the command understands."""
    command.add_argument("--version", required=True, help=Message("such as 1.2.3; it has a section in CHANGELOG.md"))
    command.add_argument("--no-paper", action="store_true", help=Message("make no PDF files; the release says so"))


def run(root: Path, options: argparse.Namespace) -> ExitCode:
    """Make dist/release-VERSION/, or say what to type first; an earlier one stays until the new one is whole."""
    if refused := _refusal(root, options.version):
        speech.note("nothing was released: {error}", error=refused)
        return ExitCode.USAGE
    dist = root / offline.OUT
    dist.mkdir(exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".release-", dir=dist))
    before = os.environ.get(_DAY)
    try:
        return _make(root, beside, dist / f"release-{options.version}", options)
    finally:
        if before is None:
            os.environ.pop(_DAY, None)
        shutil.rmtree(beside, ignore_errors=True)


def _refusal(root: Path, version: str) -> Message | None:
    """Return what keeps a release from being made, before anything is built."""
    if not changelog.VERSION.fullmatch(version):
        return Message("“{version}” is no version; write one like 1.2.3", version=version)
    if changed := repository.changed(root):
        return Message(
            "these files are not committed: {files}; commit them, or put them away with git stash",
            files=changed[:_NAMED],
        )
    text = root / changelog.NAME
    if not text.is_file() or changelog.entry(text.read_text(encoding="utf-8"), version) is None:
        return Message(
            "{file} says nothing of {version}; write a heading “## {version}” there, and what changed below it",
            file=changelog.NAME,
            version=version,
        )
    return None


def _make(root: Path, beside: Path, target: Path, options: argparse.Namespace) -> ExitCode:
    copy = beside / "copy"
    repository.copied(root, copy)
    commit = repository.last_commit(copy)
    if commit is None:
        raise ToolError(Message("there is no commit here; type: git commit"))
    seconds = clock.source_date_epoch()
    moment = datetime.fromtimestamp(commit.seconds if seconds is None else seconds, tz=UTC)
    # What is overdue is judged by the day of the release, so that the same commit makes the same bytes on any day.
    os.environ[_DAY] = str(int(moment.timestamp()))
    work = stages.read(copy, memo.of_project(copy), convert=True)
    problems = stages.build(work, moment.date()) if stages.is_readable(work) else stages.check(work, moment.date())
    problems = sorted([*problems, *rules.check(copy)])
    if report.errors(problems):
        print(report.render(problems, options.format))
        speech.note("nothing was released; mend this first")
        return ExitCode.PROBLEMS
    has_paper = not options.no_paper and _printed(copy)
    if code := offline.run(work, argparse.Namespace(only=None, out=None)):
        return code
    made = Made(
        version=options.version,
        commit=commit.name,
        day=moment.date(),
        site_url=work.site.site_url,
        has_paper=has_paper,
        visited=_visited(copy),
    )
    release_folder.put(_files(copy, work, made, moment), beside, target)
    missing = notes.not_done(work.content.published, made)
    speech.tell("the release is in {folder}", folder=target)
    for line in missing:
        print(f"- {line}")
    return ExitCode.CLEAN


def _printed(copy: Path) -> bool:
    """Print everything; tell whether this machine can."""
    try:
        paper.run(copy, argparse.Namespace(lang=None, only=None, out=None))
    except ToolError as error:
        speech.note("no PDF files: {error}", error=error)
        return False
    return True


def _files(copy: Path, work: Work, made: Made, moment: datetime) -> dict[str, bytes]:
    """Return all files of the release but the list of their checksums."""
    dist, content = copy / offline.OUT, work.content.published
    files = dict(release_folder.below(dist, (checksums.NAME, "downloads.json")))
    files[release_folder.SITE_ARCHIVE] = release_folder.site_archive(copy / SITE, moment)
    lists = [(copy / name).read_text(encoding="utf-8") for name in _LISTS[: 2 if made.has_paper else 1]]
    bill = sbom.bill(made.version, made.commit, moment, inputs.packages(*lists), inputs.assets(copy / SITE))
    files[sbom.NAME] = bill.encode()
    files[live_list.NAME] = live_list.text(content).encode()
    changes = changelog.entry((copy / changelog.NAME).read_text(encoding="utf-8"), made.version) or ""
    sizes = {name: len(data) for name, data in files.items()}
    files[notes.NAME] = notes.text(made, changes, notes.not_done(content, made), sizes).encode()
    return files


def _visited(copy: Path) -> str:
    """Return the last day in the ledger of external links, empty without one."""
    path = copy / _LEDGER
    ledger = link_ledger.read(path.read_text(encoding="utf-8") if path.is_file() else "", _LEDGER)
    days = [day for entry in ledger.values() for day in (entry.since, entry.last_good, *entry.failures) if day]
    return max(days).isoformat() if days else ""
