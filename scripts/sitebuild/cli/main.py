"""The commands: which stage follows which, what is printed, and the exit code."""

import argparse
import os
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
from ..reading.clock import today
from ..translation import first_set, readiness
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
    stages,
    status,
    unexpected,
)
from .options import ExitCode, day, links_arguments
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
_COMPARING = ("check", "site", "all")
"""Commands that can compare with an earlier commit."""
_SHOWING = ("serve", *edit.COMMANDS)
"""Commands that show the site until somebody stops them."""
_NAMED = 5
"""So many files are named."""
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


def main(arguments: Sequence[str] | None = None, root: Path | None = None) -> int:
    """Run a command; return 0 clean, 1 problems an author can fix, 2 wrong usage, 3 a tool failed."""
    typed, arguments = speech.taken(sys.argv[1:] if arguments is None else arguments)
    speech.choose(typed)
    if (named := links_arguments(arguments)) is not None:
        return _links([*named.arguments, *([speech.OPTION, typed] if typed else [])], root or named.root)
    try:
        options = _parser().parse_args(arguments)
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
        return ExitCode.CLEAN if options.command in _SHOWING else ExitCode.TOOL_FAILED
    except Exception as error:
        if unexpected.is_wanted_whole():
            raise
        unexpected.tell(error)
        return ExitCode.TOOL_FAILED


def _links(arguments: Sequence[str], root: Path | None) -> int:
    from . import links  # noqa: PLC0415 - other commands need not wait for it

    return links.main(arguments, root)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python scripts/build.py", description="Build and check the handbook.")
    parser.add_argument(speech.OPTION, choices=speech.LANGUAGES, help=speech.HELP)
    parser.add_argument("--root", default=Path(__file__).parents[3], help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", required=True, metavar=" | ".join(COMMANDS))
    for name, text in COMMANDS.items():
        command = commands.add_parser(name, help=text, description=text)
        default = "github" if os.environ.get("GITHUB_ACTIONS") else "text"
        command.add_argument("--format", choices=report.FORMATS, default=default, help="how problems are printed")
        command.add_argument("--today", type=day, default=today(), help="the day that facts are judged by: 2026-01-31")
        if name in _COMPARING:
            command.add_argument("--base", default="", help="the commit that a change starts from, such as origin/main")
        for part in (new_language, new, rename, fix, paper, offline, hosted, release):
            if name in part.COMMANDS:
                part.add_arguments(command)
        command.add_argument(speech.OPTION, choices=speech.LANGUAGES, help=speech.HELP)
        if name == "explain":
            command.add_argument("rule", help="what stands in brackets at the end of a message, such as page-missing")
        if name in _SHOWING:
            command.add_argument("--port", type=int, help="default: the first free port from 8000")
        if name in record.COMMANDS:
            command.add_argument(
                "files", nargs="+", help="such as docs/en/index.md, docs/en/index.md#guides or docs/en"
            )
    speech.translate(parser)
    return parser


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
    base = options.base if options.command in _COMPARING else ""
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
