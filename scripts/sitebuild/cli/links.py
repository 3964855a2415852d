"""
The command `links`: checks any folder of HTML, whoever made it.

It loads neither MkDocs nor the registers, so that it is there at once. What it
knows of the handbook is where the handbook's own list of allowances stands,
and from which Markdown file a page of its site was made.
"""

import argparse
import sys
import time
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..linkcheck import allowlist, parallel
from ..linkcheck.address import is_external, is_parsable
from ..linkcheck.finding import TEMPLATES, Finding
from ..linkcheck.html_folder import Site, load
from ..model.problem import Problem, ToolError
from ..model.register_paths import EXTERNAL_LINKS, LINK_EXCEPTIONS
from ..reading.clock import today
from . import report
from .options import ExitCode, day

if TYPE_CHECKING:
    from ..linkcheck.external.link_ledger import Visit

_DESCRIPTION = "Check any folder of HTML, offline; exit code 0 clean, 1 problems, 2 wrong usage, 3 a tool failed."
_PROBES = 5
"""How many links are visited first, to tell a dead network from dead links."""


def main(arguments: Sequence[str] | None = None, root: Path | None = None) -> int:
    """
    Run `links`; return 0 clean, 1 problems, 2 wrong usage, 3 a tool failed.

    `arguments` are what stands behind the command; `root` is the folder of the
    handbook, if it is not the one that this file belongs to.
    """
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


def _offline(root: Path, options: argparse.Namespace) -> ExitCode:
    """Check a folder, and print what is wrong in it."""
    start = time.monotonic()
    site, found = parallel.check(options.site, options.url)
    findings, unfit = _without_allowed(root, options, site, found)
    problems = [_problem(finding) for finding in findings] + unfit
    text = report.render(problems, options.format)
    if text:
        print(text, flush=True)
    print(f"{len(site.pages)} pages: {report.summary(problems)} in {time.monotonic() - start:.2f} s", file=sys.stderr)
    return ExitCode.PROBLEMS if problems else ExitCode.CLEAN


def _wrong(options: argparse.Namespace) -> str:
    """Return what is wrong with the names of files and folders that were typed, or nothing."""
    if not options.site.is_dir():
        return f"there is no folder {options.site}; build the site first, or name it: --site DIR"
    if options.exceptions and not options.exceptions.is_file():
        return f"there is no file {options.exceptions}; correct its name: --exceptions FILE"
    return ""


def _parser(root: Path) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python scripts/build.py links", description=_DESCRIPTION)
    parser.add_argument("--site", type=Path, default=root / "site", help="the folder of HTML; default: site/")
    parser.add_argument(
        "--url", type=_url, default="", help="the address it is served at; default: what its home page says"
    )
    parser.add_argument("--format", choices=report.FORMATS, default="text", help="how problems are printed")
    parser.add_argument("--external", action="store_true", help="visit the links that leave the site, and note answers")
    parser.add_argument(
        "--exceptions", type=Path, metavar="FILE", help=f"what to put up with; default: for site/ {LINK_EXCEPTIONS}"
    )
    parser.add_argument("--today", type=day, default=today(), help="the day of visits and of exceptions: 2026-01-31")
    parser.add_argument("--explain", metavar="RULE", help="say what a rule wants")
    return parser


def _without_allowed(
    root: Path, options: argparse.Namespace, site: Site, findings: Sequence[Finding]
) -> tuple[list[Finding], list[Problem]]:
    """
    Return the findings that the list of allowances leaves, and what is wrong in the list.

    The list is the one that was typed; for the handbook's own site it is the
    handbook's, whose entries name Markdown files.
    """
    if options.exceptions:
        allowances, unfit = allowlist.load(options.exceptions, options.exceptions.as_posix())
        left, unused = allowlist.apply(findings, allowances, lambda finding: {finding.path}, options.today)
    elif options.site.resolve() == (root / "site").resolve():
        allowances, unfit = allowlist.load(root / LINK_EXCEPTIONS, LINK_EXCEPTIONS)
        codes = {folder.name for folder in (root / "docs").glob("*/")}
        texts = {path.relative_to(root).as_posix() for path in (root / "docs").rglob("*.md")}
        left, unused = allowlist.apply(
            findings, allowances, lambda finding: known_as(finding.path, codes, site.files, texts), options.today
        )
        # Some rules need the registers, which only the build reads: it alone can tell what is unused.
        unused = [problem for problem in unused if problem.rule != "exception-unused"]
    else:
        return list(findings), []
    return left, unfit + unused


def known_as(path: str, codes: Collection[str], files: Collection[str], texts: Collection[str]) -> set[str]:
    """
    Return the files by which an allowance may name a page of the handbook's site, whose texts were not read.

    `path` is the page below the site; `codes` are the folders of languages;
    `files` are those of the site, `texts` the Markdown files below docs/. The
    language that has no folder in the site is the source, published at its
    root. A page that a language lacks shows the text of the source.
    """
    folder = path.removesuffix("index.html").removesuffix("/")
    code, _, rest = folder.partition("/")
    source = [each for each in codes if f"{each}/index.html" not in files]
    if code in codes and code not in source:
        own = _markdown_files([code], rest)
        return {path, TEMPLATES} | (own if own & set(texts) else _markdown_files(source, rest))
    return {path, TEMPLATES} | _markdown_files(source, folder)


def _markdown_files(codes: Collection[str], route: str) -> set[str]:
    """Return the files from which a page may have been made; `route` is its address below its language, without /."""
    found = {f"docs/{code}/{route}{end}" for code in codes for end in (".md", "/index.md")}
    return {path.replace("//", "/") for path in found}


def _url(text: str) -> str:
    """Return an address that can be read."""
    if not is_parsable(text):
        raise argparse.ArgumentTypeError(f"“{text}” is no address; write it like https://site.example/handbook/")
    return text


def _external(root: Path, options: argparse.Namespace) -> ExitCode:
    """Visit every link that leaves the site, bring the ledger up to date, and print what a person should look at."""
    # Loaded here, because checking a folder offline must not wait for it.
    from ..linkcheck.external import link_ledger, refresh  # noqa: PLC0415

    site = load(options.site, options.url)
    urls = sorted(
        {
            reference.address
            for page in site.pages.values()
            for reference in page.references
            if reference.tag == "a" and "edit" not in reference.rel.split() and is_external(reference.address, site.url)
        }
    )
    if not _answering(refresh.visit(urls[:_PROBES])):
        raise ToolError("no host answers; is the network up? The ledger was left as it was")
    print(link_ledger.summary(refresh.visit_and_record(root / EXTERNAL_LINKS, urls, options.today)))
    return ExitCode.CLEAN


def _answering(visits: Sequence["Visit"]) -> bool:
    """Tell whether the network is there: one answer of any kind is enough, and nothing to ask is fine."""
    return not visits or any(made.status is not None for made in visits)


def _explain(rule: str) -> ExitCode:
    # Loaded here, because checking a folder must not wait for the words of rules about Markdown.
    from . import rules  # noqa: PLC0415

    return rules.explain(rule)


def _problem(finding: Finding) -> Problem:
    """Return a finding as a problem of its HTML file: somebody else's folder has no Markdown to point to."""
    return Problem(path=finding.path, rule=finding.rule, message=finding.message)
