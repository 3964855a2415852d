"""The commands: which stage follows which, what is printed, and the exit code."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ..addresses import files
from ..building.replace_site import SITE
from ..checks import changed_values
from ..memo import all_or_none
from ..memo import store as memo
from ..model import system_fault
from ..model.message import counted
from ..model.problem import Problem, ToolError
from ..model.register_paths import URLS
from ..reading import mkdocs_config
from ..translation import first_set, readiness
from . import (
    command_line,
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
    stages,
    status,
    unexpected,
)
from .options import ExitCode, links_arguments
from .stages import Work, stage

_MAKING: dict[str, Callable[[Path, argparse.Namespace], ExitCode]] = {
    **dict.fromkeys(paper.COMMANDS, paper.run),
    **dict.fromkeys(doctor.COMMANDS, lambda root, _: doctor.run(root)),
    **dict.fromkeys(edit.COMMANDS, edit.run),
    **dict.fromkeys(release.COMMANDS, release.run),
    **dict.fromkeys(
        record.COMMANDS, lambda root, named: record.run(named.command, mkdocs_config.load(root), named.files)
    ),
    **dict.fromkeys(new_language.COMMANDS, lambda root, named: new_language.run(mkdocs_config.load(root), named)),
    **dict.fromkeys(new.COMMANDS, lambda root, named: new.run(mkdocs_config.load(root), named)),
    **dict.fromkeys(fix.COMMANDS, lambda root, named: fix.run(mkdocs_config.load(root), named)),
    **dict.fromkeys(rename.COMMANDS, lambda root, named: rename.run(mkdocs_config.load(root), named)),
}
"""What a command calls that does neither check nor build first."""
_BUILDING = ("site", "all", "serve")
"""Commands that build the site."""
_NAMED = 5
"""So many files are named."""


def main(arguments: Sequence[str] | None = None, root: Path | None = None) -> int:
    """Run a command; return 0 clean, 1 problems an author can fix, 2 wrong usage, 3 a tool failed."""
    typed, arguments = speech.taken(sys.argv[1:] if arguments is None else arguments)
    speech.choose(typed)
    if (named := links_arguments(arguments)) is not None:
        return _links([*named.arguments, *([speech.OPTION, typed] if typed else [])], root or named.root)
    try:
        options = command_line.parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or ExitCode.CLEAN)
    root = (root or Path(options.root)).resolve()
    if options.command == "links":
        # Typed in a way of argparse's own, such as after “--”.
        return _links(["--format", options.format, "--today", options.today.isoformat()], root)
    return _guarded(options, root)


def _guarded(options: argparse.Namespace, root: Path) -> int:
    """Run a command; say in one line what no author can mend, and never end in a traceback."""
    try:
        if done := all_or_none.finish(root):
            speech.note(
                "an earlier command was stopped while it wrote; now it is done: {done}", done=sorted(done)[:_NAMED]
            )
        return _run(options, root)
    except mkdocs_config.UnreadableConfigError as error:
        return _finish(options, root, [error.problem])
    except (ToolError, OSError) as error:
        # Whoever writes a file says so; other errors of the system are those that nobody thought of.
        speech.note("stopped: {error}", error=system_fault.said(error) if isinstance(error, OSError) else error)
        return ExitCode.TOOL_FAILED
    except KeyboardInterrupt:
        speech.note("\nstopped")
        return ExitCode.CLEAN if options.command in command_line.SHOWING else ExitCode.TOOL_FAILED
    except Exception as error:
        if unexpected.is_wanted_whole():
            raise
        unexpected.tell(error)
        return ExitCode.TOOL_FAILED


def _links(arguments: Sequence[str], root: Path | None) -> int:
    from . import links  # noqa: PLC0415 - other commands need not wait for it

    return links.main(arguments, root)


def _run(options: argparse.Namespace, root: Path) -> ExitCode:
    code = _apart(options, root)
    return _on_content(options, root) if code is None else code


def _apart(options: argparse.Namespace, root: Path) -> ExitCode | None:
    """Run a command that reads what it needs itself; None for the others."""
    if options.command in rules.COMMANDS:
        return rules.explain(options.rule) if options.command == "explain" else rules.renew(root)
    if options.command in _MAKING:
        return _MAKING[options.command](root, options)
    return None


def _on_content(options: argparse.Namespace, root: Path) -> ExitCode:
    store = memo.of_project(root)
    builds = options.command in _BUILDING
    copying = {**dict.fromkeys(offline.COMMANDS, offline.run), **dict.fromkeys(hosted.COMMANDS, hosted.run)}
    converts = builds or options.command in copying
    base = options.base if options.command in command_line.COMPARING else ""
    work = stage("reading the pages", lambda: stages.read(root, store, convert=converts, base=base))
    if options.command in copying:
        return copying[options.command](work, options)
    if builds and stages.is_readable(work):
        problems = stages.build(work, options.today)
    else:
        problems = stage("checking the pages", lambda: stages.check(work, options.today))
    if options.command == "all":
        problems = sorted([*problems, *rules.check(root)])
    store.save()
    _list_missing(work)
    if options.command == "status":
        return status.run(work.content.written, options)
    if options.command == "urls" and not report.errors(problems):
        number = files.record(root, work.content.published)
        speech.note(counted(number, "{number} address in {file}", "{number} addresses in {file}", file=URLS))
    code = _finish(options, root, problems)
    _list_changes(work)
    return code


def _list_changes(work: Work) -> None:
    """Print for the reviewer what changed in the registers since the commit that a change starts from."""
    changed = list(changed_values.changes(work.before, work.texts))
    if changed:
        speech.note("changed since {base}, compare each with its source:", base=work.base)
        print(*changed, sep="\n", file=sys.stderr)


def _finish(options: argparse.Namespace, root: Path, problems: Sequence[Problem]) -> ExitCode:
    text = report.render(problems, options.format)
    if text:
        print(text, flush=True)
    speech.note(report.whole_summary(problems))
    if report.errors(problems):
        return ExitCode.PROBLEMS
    if options.command == "serve":
        _serve(root / SITE, options.port)
    return ExitCode.CLEAN


def _serve(site: Path, port: int | None) -> None:
    from . import server as site_server  # noqa: PLC0415 - only what serves waits for it

    try:
        server = site_server.server(site, port)
    except OSError as error:
        raise site_server.taken(port, error) from error
    with server:
        address = f"http://{site_server.HOST}:{server.server_address[1]}/"
        speech.tell("the site is at {address} — stop with Ctrl-C", address=address)
        server.serve_forever()


def _list_missing(work: Work) -> None:
    content = work.content
    for language in content.translated:
        if not language.published:
            pieces = readiness.missing_from_first_set(content, language, work.site.first, work.texts)
            for line in first_set.summary(language, pieces):
                speech.note(line)
            continue
        missing = [page.name for page in content.written.missing(language.code)]
        if missing:
            speech.note(
                "not yet in {name} ({count}): {missing}",
                name=language.name,
                count=len(missing),
                missing=[*missing],
            )
