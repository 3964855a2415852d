"""The command `hosted`: makes of the built site what is put on a host."""

import argparse
from pathlib import Path

from ..addresses import files
from ..building import qr_code
from ..building.replace_site import SITE
from ..model.message import Message
from ..model.problem import ToolError
from . import speech
from .options import ExitCode
from .stages import Work, stage

COMMANDS = {"hosted": "make what is put on a host: hashed names, compressed files, settings of servers and CDN hosts"}
OUT = "dist/hosted"
"""The folder that is written, below the root of the project."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add the words that the command understands."""
    command.add_argument("--out", type=Path, help=Message("the folder to write to; default: {out}/", out=OUT))


def run(work: Work, options: argparse.Namespace) -> ExitCode:
    """
    Write the folder that `options` names, and print where it is.

    Without an address of the site, or without a site that was built for it, say what to type: that is wrong usage.
    Raise ToolError if the folder cannot be written to.
    """
    from ..publishing import host_table, hosted  # noqa: PLC0415 - other commands need not wait for it

    root, site_url = work.site.root, work.site.site_url
    out = options.out.resolve() if options.out else root / OUT
    if not qr_code.on_paper(site_url):
        speech.note("nothing was made: set the address of the site: SITE_URL=https://handbook.example/ make hosted")
        return ExitCode.USAGE
    if not hosted.is_built_for(root / SITE, site_url):
        speech.note(
            "nothing was made: {site}/ is not built for {address}; type: SITE_URL={address} make site",
            site=SITE,
            address=site_url,
        )
        return ExitCode.USAGE
    content = work.content.published
    table = host_table.of_content(content, site_url, files.moved(root, content))
    try:
        number = stage("hashing names and compressing", lambda: hosted.make(root, root / SITE, out, table))
    except OSError as error:
        raise ToolError(
            Message(
                "{folder} cannot be written to ({strerror}); name another folder: --out DIR",
                folder=out,
                strerror=error.strerror,
            )
        ) from error
    speech.tell("{out}: {number} files; hosting/README.md says where they go", out=out, number=number)
    return ExitCode.CLEAN
