"""The command `offline`: makes the copies that need no network, from the built site."""

import argparse
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ..building import downloads
from ..building.downloads import Download
from ..building.replace_site import SITE
from ..memo import all_or_none
from ..model.content import Content
from ..model.message import Message
from ..model.problem import ToolError
from ..offline.kinds import KINDS
from ..reading import clock, repository
from ..reading.mkdocs_config import Settings
from . import speech
from .options import ExitCode
from .stages import Work, stage

if TYPE_CHECKING:
    from ..offline.edition import Edition

COMMANDS = {"offline": "make copies of the built site that need no network: a zip, one file for a chat, e-books"}
OUT = "dist"
"""The folder of the copies, below the root of the project."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add the words that the command understands."""
    command.add_argument("--only", choices=KINDS, help="make one kind; default: all")
    command.add_argument("--out", type=Path, help=Message("the folder to write to; default: {out}/", out=OUT))


def run(work: Work, options: argparse.Namespace) -> ExitCode:
    """
    Write the copies that `options` name, and the list of their SHA-256; print the name and size of each.

    Without a built site, or with one that lacks pages of today, say what to type: that is wrong usage. Raise ToolError
    if the folder cannot be written to.
    """
    from ..offline import built_site, copies, licences, zip_site  # noqa: PLC0415 - other commands need not wait for it

    root, content = work.site.root, work.content.published
    folder = options.out.resolve() if options.out else root / OUT
    try:
        site = built_site.open_site(root / SITE)
        bundled = licences.collect(root, work.site.rights, zip_site.NAME)
        edition = _edition(work.site, content)
        wanted = [each for each in copies.of_site(site, content, edition, bundled) if options.only in (None, each.kind)]
        made = {each.name: stage(Message("making {name}", name=each.name), each.make) for each in wanted}
    except built_site.NotBuiltError as error:
        speech.note("nothing was made: {error}", error=error)
        return ExitCode.USAGE
    made[licences.NAME] = bundled.text.encode("utf-8")
    try:
        _write(folder, made)
    except OSError as error:
        raise ToolError(
            Message(
                "{folder} cannot be written to ({strerror}); name another folder: --out DIR",
                folder=folder,
                strerror=error.strerror,
            )
        ) from error
    if folder == root / OUT:
        described = [each for name in made if (each := _described(name, content)).titles]
        downloads.describe(folder, described)
        downloads.put(folder, root / SITE, content)
    for name, data in made.items():
        speech.tell("{path}: {size:,} bytes", path=folder / name, size=len(data))
    return ExitCode.CLEAN


def _write(folder: Path, made: Mapping[str, bytes]) -> None:
    """Write files, and into the list of their SHA-256 those too that an earlier command left there."""
    from ..offline import checksums  # noqa: PLC0415 - the same

    sums = folder / checksums.NAME
    earlier = checksums.read(sums.read_text(encoding="utf-8", errors="replace")) if sums.is_file() else {}
    kept = {name: known for name, known in earlier.items() if (folder / name).is_file()}
    listed = checksums.render({**kept, **checksums.of(made)})
    all_or_none.finish(folder)
    all_or_none.write_all(folder, {**made, checksums.NAME: listed})


def _described(name: str, content: Content) -> Download:
    """Return what is said of a copy on the site: its name, in the languages that it is for."""
    from ..offline import copies, licences  # noqa: PLC0415 - the same

    kind = "licences" if name == licences.NAME else copies.kind_of(name)
    codes = [each.code for each in content.languages if copies.is_for(name, content, each.code)]
    titles = {code: content.interface[code][f"downloads_{kind}"] for code in codes}
    return Download(path=name, titles=titles, checked=_newest_review(content).date().isoformat())


def _edition(settings: Settings, content: Content) -> "Edition":
    """Return what copies say of themselves; the moment is SOURCE_DATE_EPOCH, the commit's, or the newest review."""
    from ..building import qr_code  # noqa: PLC0415 - the same
    from ..offline.edition import Edition  # noqa: PLC0415 - the same

    commit = repository.last_commit(settings.root)
    seconds = clock.source_date_epoch()
    if seconds is None and commit:
        seconds = commit.seconds
    return Edition(
        moment=_newest_review(content) if seconds is None else datetime.fromtimestamp(seconds, tz=UTC),
        version=commit.name if commit else "",
        # An address on somebody's own machine leads nobody anywhere.
        site_url=settings.site_url if qr_code.on_paper(settings.site_url) else "",
        rights=settings.rights,
    )


def _newest_review(content: Content) -> datetime:
    days = [day for page in content.pages if (day := page.front_matter.day("reviewed"))]
    newest = max(days, default=clock.today())
    return datetime(newest.year, newest.month, newest.day, tzinfo=UTC)
