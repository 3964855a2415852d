"""The command `fix`: mend in pages what the rules ask for in one way only, and say each line that was mended."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..memo import all_or_none
from ..model.content import Content
from ..model.message import Message, counted
from ..model.page import Page
from ..reading import docs_folder, markdown_page
from ..reading.mkdocs_config import Settings
from ..repairing import pages
from ..repairing.pages import Mended
from ..text import front_matter_writer
from ..translation import kept_hashes
from . import speech
from .options import ExitCode

COMMANDS = {"fix": Message("mend slips of signs and spaces in pages, where the rules leave no choice; say each line")}
_BOM = "\ufeff"
_AROUND = 12
"""So many signs on each side of a change are shown."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add the words that the command understands."""
    command.add_argument("files", nargs="*", help=Message("pages or folders, such as docs/zh/help; default: all pages"))
    command.add_argument("--dry-run", action="store_true", help=Message("say what would be mended, and write nothing"))


def run(site: Settings, options: argparse.Namespace) -> ExitCode:
    """Mend pages, and say each line; write nothing if a file cannot be, or a name is no page."""
    read, _ = docs_folder.read(site.root, site.docs, site.languages, site.guides, convert=False)
    content = read.written
    wanted = [page for page in content.pages if not page.made]
    for file in options.files:
        if not any(_is_in(page, _named(site.root, file)) for page in wanted):
            speech.note("there is no page at {file}; name a page or a folder of them, such as docs/zh/help", file=file)
            return ExitCode.USAGE
    if options.files:
        wanted = [page for page in wanted if any(_is_in(page, _named(site.root, file)) for file in options.files)]
    mended = {page.path: made for page in wanted if (made := pages.mend(page))[1]}
    try:
        files = (
            {} if options.dry_run else _files(site.root, content, {path: text for path, (text, _) in mended.items()})
        )
        all_or_none.write_all(site.root, files)
    except front_matter_writer.UnwritableError as error:
        speech.note("nothing was mended: {error}", error=error)
        return ExitCode.PROBLEMS
    for path, (_, lines) in mended.items():
        for line in lines:
            said = Message("{place}: {what} [{rule}]", place=f"{path}:{line.line}", what=_shown(line), rule=line.rule)
            print(speech.said(said, path))
    _conclude(mended, dry=options.dry_run)
    return ExitCode.CLEAN


def _conclude(mended: Mapping[str, tuple[str, Sequence[Mended]]], *, dry: bool) -> None:
    number = sum(len(lines) for _, lines in mended.values())
    if not number:
        speech.note("nothing to mend that is certain; what check says besides takes a person")
    elif dry:
        speech.note(counted(number, "{number} line would be mended", "{number} lines would be mended"))
    else:
        speech.note(
            counted(
                number, "{number} line mended; look at it: git diff", "{number} lines mended; look at them: git diff"
            )
        )


def _shown(line: Mended) -> Message:
    """Return what became of a line: the part that changed, with a little around it."""
    if line.after == ["", line.before]:
        return Message("an empty line above")
    after = "\n".join(line.after)
    begin = _alike(line.before, after)
    end = min(_alike(line.before[::-1], after[::-1]), len(line.before) - begin, len(after) - begin)
    return Message(
        "“{before}” → “{after}”",
        before=line.before[max(begin - _AROUND, 0) : len(line.before) - max(end - _AROUND, 0)],
        after=after[max(begin - _AROUND, 0) : len(after) - max(end - _AROUND, 0)],
    )


def _alike(one: str, other: str) -> int:
    """Return how many signs two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _files(root: Path, content: Content, mended: Mapping[str, str]) -> dict[str, str]:
    """Return the text of each file to write; a translation stays as new, or as old, as it was."""
    after = {page.path: _reread(page, mended[page.path]) for page in content.pages if page.path in mended}
    texts = dict(mended)
    source = content.source_language.code
    for page in (page for page in content.pages_in(source) if page.path in mended):
        hashes = kept_hashes.replaced(page, after[page.path])
        texts[page.path] = kept_hashes.in_source(texts[page.path], after[page.path], hashes)
        for other in content.pages:
            if other.name == page.name and other.language != source:
                text = texts.get(other.path, other.source)
                written = kept_hashes.in_translation(text, after.get(other.path, other), hashes)
                if written != text:
                    texts[other.path] = written
    return {path: _as_in(root / path, text) for path, text in sorted(texts.items())}


def _reread(page: Page, text: str) -> Page:
    return markdown_page.read(page.path, page.language, page.name, text)[0]


def _as_in(path: Path, text: str) -> str:
    """Return a text with the line ends, and the sign before the first one, that the file has."""
    raw = path.read_bytes().decode("utf-8")
    ended = text.replace("\n", "\r\n") if "\r\n" in raw else text
    return _BOM + ended if raw.startswith(_BOM) and not ended.startswith(_BOM) else ended


def _named(root: Path, file: str) -> str:
    """Return the path of a file or folder, as the repository has it."""
    here = Path(file).resolve()
    inside = here.exists() and here.is_relative_to(root)
    return (here.relative_to(root) if inside else Path(file)).as_posix()


def _is_in(page: Page, named: str) -> bool:
    return named in (page.path, ".") or page.path.startswith(f"{named}/")
