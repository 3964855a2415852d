"""
The command `links`: checks any folder of HTML, offline, whoever made it.

It is a command of its own because it must not wait for MkDocs to be loaded.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..linkcheck import allowlist, parallel
from ..linkcheck.address import outside, readable
from ..linkcheck.finding import Finding
from ..linkcheck.html_folder import Site, load
from ..model.problem import Problem, ToolError
from ..reading.clock import today
from . import report
from .options import ExitCode

if TYPE_CHECKING:
    from ..linkcheck.external.link_ledger import Visit

_PROBES = 5
"""Links that are asked first, to tell a dead network from dead links."""


def main(arguments: Sequence[str] | None = None, root: Path | None = None) -> int:
    """Run `links`; return 0 clean, 1 problems, 2 wrong usage, 3 a tool failed."""
    root = root or Path(__file__).parents[3]
    try:
        options = _parser(root).parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or ExitCode.CLEAN)
    if options.explain:
        return _explain(options.explain)
    if wrong := _wrong(options):
        print(f"stopped: {wrong}", file=sys.stderr)
        return ExitCode.USAGE
    try:
        return _external(root, options) if options.external else _offline(root, options)
    except ToolError as error:
        print(f"stopped: {error}", file=sys.stderr)
    except OSError as error:
        if error.filename is None:
            raise
        print(f"stopped: {error.filename}: {error.strerror}; let this user read and write it", file=sys.stderr)
    return ExitCode.TOOL_FAILED


def _offline(root: Path, options: argparse.Namespace) -> int:
    """Check a folder, and print what is wrong in it."""
    start = time.monotonic()
    site, found = parallel.check(options.site, options.url)
    findings, idle = _excuse(root, options, site, found)
    problems = [_problem(finding) for finding in findings] + idle
    text = report.render(problems, options.format)
    if text:
        print(text, flush=True)
    print(
        f"{len(site.documents)} pages: {report.summary(problems)} in {time.monotonic() - start:.2f} s", file=sys.stderr
    )
    return ExitCode.PROBLEMS if problems else ExitCode.CLEAN


def _wrong(options: argparse.Namespace) -> str:
    """Return what is wrong with the names that were given, or nothing."""
    if not options.site.is_dir():
        return f"there is no folder {options.site}; build the site first, or name it: --site DIR"
    if options.exceptions and not options.exceptions.is_file():
        return f"there is no file {options.exceptions}; correct its name: --exceptions FILE"
    return ""


def _parser(root: Path) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python scripts/build.py links", description=main.__doc__)
    parser.add_argument("--site", type=Path, default=root / "site", help="the folder of HTML; default: site/")
    parser.add_argument(
        "--url", type=_url, default="", help="the address it is served at; default: what its home page says"
    )
    parser.add_argument("--format", choices=report.FORMATS, default="text", help="how problems are printed")
    parser.add_argument("--external", action="store_true", help="visit the links that leave the site, and note answers")
    parser.add_argument(
        "--exceptions", type=Path, metavar="FILE", help=f"what to put up with; default: for site/ {allowlist.PATH}"
    )
    parser.add_argument(
        "--today", type=date.fromisoformat, default=today(), help="the day of visits and of exceptions: 2026-01-31"
    )
    parser.add_argument("--explain", metavar="RULE", help="say what a rule wants")
    return parser


def _excuse(
    root: Path, options: argparse.Namespace, site: Site, findings: Sequence[Finding]
) -> tuple[list[Finding], list[Problem]]:
    """Leave out what the list excuses; the handbook's own list is for its own site, and names its Markdown."""
    if options.exceptions:
        excused, unfit = allowlist.load(options.exceptions, options.exceptions.as_posix())
        left, idle = allowlist.apply(findings, excused, lambda finding: {finding.place}, options.today)
    elif options.site.resolve() == (root / "site").resolve():
        excused, unfit = allowlist.load(root / allowlist.PATH, allowlist.PATH)
        codes = {folder.name for folder in (root / "docs").glob("*/")}
        texts = {path.relative_to(root).as_posix() for path in (root / "docs").rglob("*.md")}
        left, idle = allowlist.apply(
            findings, excused, lambda finding: allowlist.names(finding, codes, site.files, texts), options.today
        )
        # Some rules need the registers, which only the build reads: it alone can tell what is unused.
        idle = [problem for problem in idle if problem.rule != "exception-unused"]
    else:
        return list(findings), []
    return left, unfit + idle


def _url(text: str) -> str:
    """Return an address that can be read."""
    if not readable(text):
        raise argparse.ArgumentTypeError(f"“{text}” is no address; write it like https://site.example/handbook/")
    return text


def _external(root: Path, options: argparse.Namespace) -> int:
    """Visit every link that leaves the site, bring the ledger up to date, and print what a person should look at."""
    # Loaded here, because checking a folder offline must not wait for it.
    from ..linkcheck.external import link_ledger, refresh  # noqa: PLC0415

    site = load(options.site, options.url)
    urls = sorted(
        {
            reference.address
            for document in site.documents.values()
            for reference in document.references
            if reference.tag == "a" and "edit" not in reference.rel.split() and outside(reference.address, site.url)
        }
    )
    if not _answering(refresh.visit(urls[:_PROBES])):
        raise ToolError("no host answers; is the network up? The ledger was left as it was")
    print(link_ledger.summary(refresh.refresh(root / link_ledger.PATH, urls, options.today)))
    return ExitCode.CLEAN


def _answering(visits: Sequence["Visit"]) -> bool:
    """Tell whether the network is there: one answer of any kind is enough, and nothing to ask is fine."""
    return not visits or any(made.status is not None for made in visits)


def _explain(rule: str) -> int:
    # Loaded here, because checking a folder must not wait for the words of rules about Markdown.
    from . import rules  # noqa: PLC0415

    return rules.explain(rule)


def _problem(finding: Finding) -> Problem:
    """Return a finding as a problem of its HTML file: somebody else's folder has no Markdown to point to."""
    return Problem(path=finding.place, rule=finding.rule, message=finding.message)
