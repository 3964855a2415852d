"""The command `status`: what is overdue for a second look, and what waits for translators."""

import argparse
import json
from dataclasses import asdict

from ..building import overdue
from ..model import register_paths
from ..model.companies import awaiting_live_check
from ..model.content import Content
from ..model.message import counted
from ..translation import progress
from . import speech
from .options import ExitCode


def run(content: Content, options: argparse.Namespace) -> ExitCode:
    """Print what is overdue and what waits for translators, which is nobody's fault: the exit code stays 0."""
    late = overdue.overdue(content, options.today)
    if options.format == "json":
        document = {
            "overdue": [asdict(each) for each in late],
            "awaiting_live_check": awaiting_live_check(content.registers.companies),
            "translations": [asdict(row) for row in progress.rows(content)],
        }
        print(json.dumps(document, default=str, ensure_ascii=False, indent=1))
        return ExitCode.CLEAN
    for each in late:
        path = register_paths.value_path(each.register)
        speech.tell(
            "{path}:{line}:1: {key}: checked {checked}, due {review_by}; compare it with its source, then set checked "
            "and review_by [overdue]",
            path=path,
            line=each.line,
            key=each.key,
            checked=each.checked,
            review_by=each.review_by,
        )
    speech.note("{count} overdue on {today}", count=len(late), today=options.today)
    _list_awaiting(content)
    print(progress.table(content))
    return ExitCode.CLEAN


def _list_awaiting(content: Content) -> None:
    """Print the companies that nobody has compared with a live site or app; their numbers cannot be dialled yet."""
    path = register_paths.value_path("companies")
    waiting = awaiting_live_check(content.registers.companies)
    for key in waiting:
        line = content.registers.lines.get((path, key), 1)
        speech.tell(
            "{path}:{line}:1: {key}: compare it with the live site or app, then set live_checked [live-check]",
            path=path,
            line=line,
            key=key,
        )
    if waiting:
        number = len(waiting)
        speech.note(
            counted(number, "{number} company waits for a live check", "{number} companies wait for a live check")
        )
