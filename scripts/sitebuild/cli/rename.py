"""The command `rename`: give a page another name, and change whatever leads to it, in all languages."""

import argparse
import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..addresses import renaming
from ..addresses.renaming import Renaming, UnfitNameError
from ..memo import all_or_none
from ..memo import store as memo
from ..model.content import Content
from ..model.message import Message
from ..model.page import Page
from ..reading import docs_folder, markdown_page, repository
from ..reading.mkdocs_config import Settings
from ..text import front_matter_writer
from ..translation import kept_hashes
from . import report, speech
from .options import ExitCode

COMMANDS = {"rename": Message("give a page another name: files, menu, links and data in all languages, and a redirect")}
REASON = "the page has another name"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add the words that the command understands."""
    command.add_argument("old", help=Message("the page, such as help/first-hour.md"))
    command.add_argument(
        "new", help=Message("its new name, such as help/first-steps.md, or another folder of the menu")
    )
    command.add_argument("--reason", default=REASON, help=Message("why, for redirects.yml"))


def run(site: Settings, options: argparse.Namespace) -> ExitCode:
    """Rename a page, and say what was changed; change nothing if anything is refused or cannot be written."""
    store = memo.of_project(site.root)
    read, problems = docs_folder.read(site.root, site.docs, site.languages, site.guides, store, convert=False)
    content = read.written
    if unreadable := report.errors(problems):
        print(report.render(unreadable, "text"))
        speech.note("nothing was renamed; mend this first")
        return ExitCode.PROBLEMS
    old, new = renaming.name(options.old, content), renaming.name(options.new, content)
    texts = dict(_texts(site.root))
    try:
        plan = renaming.plan(content, texts, old, new, (options.today, " ".join(options.reason.split()) or REASON))
        files = dict(_with_hashes(content, texts, plan, (old, new)))
    except (UnfitNameError, front_matter_writer.UnwritableError) as error:
        speech.note("nothing was renamed: {error}", error=error)
        return ExitCode.USAGE
    all_or_none.write_all(site.root, files, plan.moved)
    for before, after in plan.moved.items():
        print(f"{before} → {after}")
    for path in sorted(set(files) - set(plan.moved.values())):
        speech.tell("{path}: changed", path=path)
    if plan.left:
        speech.note("still the old name, look at each: {left}", left=[*plan.left])
    return ExitCode.CLEAN


def _texts(root: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file as it is, line ends too; what is no text is left out."""
    for path, _ in repository.texts(root):
        with contextlib.suppress(UnicodeDecodeError):
            yield path, (root / path).read_bytes().decode("utf-8")


def _with_hashes(
    content: Content, texts: Mapping[str, str], plan: Renaming, names: tuple[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file to write; a translation stays as new, or as old, as it was."""
    old, new = names
    source = content.source_language.code
    paths = {page.path: plan.moved.get(page.path, page.path) for page in content.pages}
    after = {page.path: _after(page, plan.files.get(paths[page.path]), old, new) for page in content.pages}
    changes = {
        page.name: kept_hashes.replaced(page, after[page.path]) for page in content.pages if page.language == source
    }
    yield from ((path, text) for path, text in plan.files.items() if path not in paths.values())
    for page in content.pages:
        before = texts[page.path]
        text = plan.files.get(paths[page.path], before)
        if hashes := changes.get(page.name):
            write = kept_hashes.in_source if page.language == source else kept_hashes.in_translation
            text = write(text, after[page.path], hashes)
        if text != before or paths[page.path] != page.path:
            yield paths[page.path], text


def _after(page: Page, text: str | None, old: str, new: str) -> Page:
    """Return a page as it will be read, of its new text; None for one that stays."""
    name = new if page.name == old else page.name
    return page if text is None else markdown_page.read(page.path, page.language, name, text)[0]
