"""
The command `links`: checks any folder of HTML, whoever made it.

It loads neither MkDocs nor the registers, so that it is there at once. What it
knows of the handbook is where the handbook's own list of allowances stands,
and from which Markdown file a page of its site was made.
"""

import argparse
import sys
import time
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..linkcheck import allowlist, parallel, repeated, settings
from ..linkcheck.address import is_external
from ..linkcheck.allowlist import Allowance
from ..linkcheck.finding import Finding
from ..linkcheck.html_folder import Site, load
from ..linkcheck.settings import LinkSettings
from ..model.message import Message, counted
from ..model.problem import Problem, ToolError
from ..model.register_paths import EXTERNAL_LINKS, LINK_EXCEPTIONS, TEMPLATES
from . import links_options, report, speech
from .options import ExitCode

if TYPE_CHECKING:
    from ..linkcheck.external.link_ledger import Visit

_PROBES = 5
"""How many links are visited first, to tell a dead network from dead links."""
_WORTH_TELLING = 1.0
"""Seconds after which somebody who waits at a terminal is told how far the reading is."""
_FOR_PEOPLE = ("text", "github")
"""Formats in which a fault of a template is one problem."""


def main(arguments: Sequence[str] | None = None, root: Path | None = None, command: str = links_options.COMMAND) -> int:
    """
    Run `links`; return 0 clean, 1 problems, 2 wrong usage, 3 a tool failed.

    `arguments` are what stands behind the `command`, as it is typed; `root` is
    the folder of the handbook, if it is not the one that this file belongs to.
    """
    root = root or Path(__file__).parents[3]
    typed, arguments = speech.taken(sys.argv[1:] if arguments is None else arguments)
    speech.choose(typed)
    try:
        options = links_options.parser(command).parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or ExitCode.CLEAN)
    if options.explain:
        return _explain(options.explain)
    try:
        wanted = links_options.settings(options, Path())
        site = Path(wanted.site) if wanted.site is not None else root / "site"
        if wrong := _wrong(site, wanted):
            speech.note("stopped: {wrong}", wrong=Message(wrong))
            return ExitCode.USAGE
        return _external(root, site, wanted, options) if options.external else _offline(root, site, wanted, options)
    except settings.SettingsError as error:
        speech.note("stopped: {error}", error=error)
        return ExitCode.USAGE
    except ToolError as error:
        speech.note("stopped: {error}", error=error)
    except OSError as error:
        if error.filename is None:
            raise
        speech.note(
            "stopped: {filename}: {strerror}; let this user read and write it",
            filename=error.filename,
            strerror=error.strerror,
        )
    return ExitCode.TOOL_FAILED


def _offline(root: Path, folder: Path, wanted: LinkSettings, options: argparse.Namespace) -> ExitCode:
    """Check a folder, and print what is wrong in it."""
    start = time.monotonic()
    rules = settings.chosen(wanted)
    asked = parallel.Asked(rules, _progress(start) if sys.stderr.isatty() else lambda _read, _all: None)
    site, found = parallel.check(folder, wanted.url or "", without_html=bool(wanted.without_html), asked=asked)
    findings, unfit = _without_allowed(root, site, wanted, found, options)
    number = len(findings) + len(unfit)
    summary = report.summary_of(number, len({each.path for each in findings} | {each.path for each in unfit}))
    if options.format in _FOR_PEOPLE:
        shown = [_problem(each.first, each.message) for each in repeated.gather(findings)] + unfit
    else:
        shown = [_problem(finding) for finding in findings] + unfit
    text = report.render(shown, options.format)
    if text:
        print(text, flush=True)
    pages, said = counted(len(site.pages), "{number} page", "{number} pages"), summary
    if len(shown) < number:
        said = Message("{summary}, shown as {count}", summary=said, count=len(shown))
    speech.note("{pages}: {summary} in {seconds:.2f} s", pages=pages, summary=said, seconds=time.monotonic() - start)
    return ExitCode.PROBLEMS if number else ExitCode.CLEAN


def _progress(start: float) -> Callable[[int, int], None]:
    """Return what tells somebody at a terminal, on a line that is written over, how far the reading is."""
    told = 0.0

    def tell(read: int, pages: int) -> None:
        nonlocal told
        now = time.monotonic()
        if now - max(start, told) >= _WORTH_TELLING:
            told = now
            print(
                speech.said(Message("{read} of {pages} pages read", read=read, pages=pages)),
                end="\r",
                file=sys.stderr,
                flush=True,
            )

    return tell


def _wrong(site: Path, wanted: LinkSettings) -> str:
    """Return what is wrong with the names of files and folders that were typed, or nothing."""
    if not site.is_dir():
        return Message("there is no folder {site}; build the site first, or name it: --site DIR", site=site)
    if wanted.exceptions is not None and not Path(wanted.exceptions).is_file():
        return Message(
            "there is no file {exceptions}; correct its name: --exceptions FILE", exceptions=wanted.exceptions
        )
    return ""


def _without_allowed(
    root: Path, site: Site, wanted: LinkSettings, findings: Sequence[Finding], options: argparse.Namespace
) -> tuple[list[Finding], list[Problem]]:
    """
    Return the findings that the list of allowances leaves, and what is wrong in the list.

    The list is the one that was typed; for the handbook's own site it is the
    handbook's, whose entries name Markdown files.
    """
    if wanted.exceptions is not None:
        allowances, unfit = allowlist.load(Path(wanted.exceptions), Path(wanted.exceptions).as_posix())
        everywhere = allowlist.EVERYWHERE
        left, unused = allowlist.apply(
            findings, _about(allowances, wanted), lambda finding: {finding.path, everywhere}, options.today
        )
    elif site.folder.resolve() == (root / "site").resolve() and (root / LINK_EXCEPTIONS).is_file():
        allowances, unfit = allowlist.load(root / LINK_EXCEPTIONS, LINK_EXCEPTIONS)
        codes = {folder.name for folder in (root / "docs").glob("*/")}
        texts = {path.relative_to(root).as_posix() for path in (root / "docs").rglob("*.md")}
        left, unused = allowlist.apply(
            findings,
            allowances,
            lambda finding: known_as(finding.path, codes, site.files, texts),
            options.today,
            everywhere=TEMPLATES,
        )
        # Some rules need the registers, which only the build reads: it alone can tell what is unused.
        unused = [problem for problem in unused if problem.rule != "exception-unused"]
    else:
        return list(findings), []
    return left, unfit + unused


def _about(allowances: Sequence[Allowance], wanted: LinkSettings) -> list[Allowance]:
    """Return the entries of a list that are about rules that are asked: nobody can tell whether others are needed."""
    rules = settings.chosen(wanted)
    return [allowance for allowance in allowances if allowance.rule in rules]


def known_as(path: str, codes: Collection[str], files: Collection[str], texts: Collection[str]) -> set[str]:
    """
    Return the files by which an allowance may name a page of the handbook's site, whose texts were not read.

    `path` is the page below the site; `codes` are the folders of languages;
    `files` are those of the site, `texts` the Markdown files below docs/. The
    language that has no folder in the site is the source, published at its
    root. A page that a language lacks shows the text of the source.
    """
    folder = path.removesuffix("index.html").removesuffix("/") if f"/{path}".endswith("/index.html") else path
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


def _external(root: Path, folder: Path, wanted: LinkSettings, options: argparse.Namespace) -> ExitCode:
    """Visit every link that leaves the site, bring the ledger up to date, and print what a person should look at."""
    # Loaded here, because checking a folder offline must not wait for it.
    from ..linkcheck.external import link_ledger, refresh  # noqa: PLC0415

    site = load(folder, wanted.url or "")
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


def _problem(finding: Finding, message: str = "") -> Problem:
    """Return a finding as a problem of its HTML file: somebody else's folder has no Markdown to point to."""
    return Problem(path=finding.path, rule=finding.rule, message=message or finding.message)
