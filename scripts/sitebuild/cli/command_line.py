"""What can be typed: the commands, a line about each, and the words that each understands."""

import argparse
import os
from pathlib import Path

from ..reading.clock import today
from . import (
    doctor,
    edit,
    fix,
    hosted,
    new,
    new_language,
    offline,
    paper,
    record,
    release,
    rename,
    report,
    rules,
    speech,
)
from .options import day

COMMANDS = {
    "check": "read the pages and report what to mend; builds nothing",
    "site": "check, build the site, and look at what readers get",
    "all": "do what site does, and see that CONTRIBUTING.md lists all rules: what a pull request is judged by",
    "links": "check any folder of HTML, offline",
    **rules.COMMANDS,
    "status": "list what is overdue for a second look, and how far the translations are",
    "urls": "note what is published now in docs/_data/urls.txt, so that no address is lost",
    **record.COMMANDS,
    **new_language.COMMANDS,
    **new.COMMANDS,
    **rename.COMMANDS,
    **fix.COMMANDS,
    **paper.COMMANDS,
    **offline.COMMANDS,
    **hosted.COMMANDS,
    **release.COMMANDS,
    **doctor.COMMANDS,
    "serve": "build, then show the site on this machine",
    **edit.COMMANDS,
}
COMPARING = ("check", "site", "all")
"""Commands that can compare with an earlier commit."""
SHOWING = ("serve", *edit.COMMANDS)
"""Commands that show the site until somebody stops them."""


def parser() -> argparse.ArgumentParser:
    """Return what reads the words of any command but links."""
    typed = argparse.ArgumentParser(prog="python scripts/build.py", description="Build and check the handbook.")
    typed.add_argument(speech.OPTION, choices=speech.LANGUAGES, help=speech.HELP)
    typed.add_argument("--root", default=Path(__file__).parents[3], help=argparse.SUPPRESS)
    commands = typed.add_subparsers(dest="command", required=True, metavar=" | ".join(COMMANDS))
    for name, text in COMMANDS.items():
        command = commands.add_parser(name, help=text, description=text)
        default = "github" if os.environ.get("GITHUB_ACTIONS") else "text"
        command.add_argument("--format", choices=report.FORMATS, default=default, help="how problems are printed")
        command.add_argument("--today", type=day, default=today(), help="the day that facts are judged by: 2026-01-31")
        if name in COMPARING:
            command.add_argument("--base", default="", help="the commit that a change starts from, such as origin/main")
        for part in (new_language, new, rename, fix, paper, offline, hosted, release, edit):
            if name in part.COMMANDS:
                part.add_arguments(command)
        command.add_argument(speech.OPTION, choices=speech.LANGUAGES, help=speech.HELP)
        if name == "explain":
            command.add_argument("rule", help="what stands in brackets at the end of a message, such as page-missing")
        if name in SHOWING:
            command.add_argument("--port", type=int, help="default: the first free port from 8000")
        if name in record.COMMANDS:
            command.add_argument(
                "files", nargs="+", help="such as docs/en/index.md, docs/en/index.md#guides or docs/en"
            )
    speech.translate(typed)
    return typed
