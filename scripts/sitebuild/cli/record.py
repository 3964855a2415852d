"""The commands `translated` and `minor`: write down what a translation was made from, and that a change was a typo."""

from collections.abc import Sequence
from pathlib import Path

from ..memo import all_or_none
from ..memo import store as memo
from ..model.content import Content
from ..model.message import Message
from ..model.page import Page
from ..reading import docs_folder, markdown_page, repository
from ..reading.mkdocs_config import Settings
from ..text import front_matter_writer
from ..translation import recording
from ..translation.recording import Change, UnfitFileError, Wanted
from . import report, speech
from .options import ExitCode

TRANSLATED, MINOR = "translated", "minor"
COMMANDS = {
    TRANSLATED: "note that translations are up to date with their source: pages, files of _data, folders",
    MINOR: "note that your change of source pages is only a mended slip, so translations stay up to date",
}
_NOTHING = {
    TRANSLATED: "everything is noted already",
    MINOR: "no section differs from the last commit; change the text first, and run this before you commit",
}


def run(command: str, site: Settings, files: Sequence[str]) -> ExitCode:
    """Run one of COMMANDS on files or folders; print what was changed, and change nothing if anything is refused."""
    from ..checks import translated_sections  # noqa: PLC0415 - the parser of all commands need not wait for it

    store = memo.of_project(site.root)
    read, problems = docs_folder.read(site.root, site.docs, site.languages, site.guides, store, convert=False)
    content = read.written
    try:
        wanted = recording.wanted(content, [_named(site.root, file) for file in files])
        changes = _planned(command, site.root, content, wanted)
    except UnfitFileError as error:
        speech.note("stopped: {error}", error=error)
        return ExitCode.USAGE
    touched = {*wanted, *(change.path for change in changes)}
    # What cannot be read, or has not the sections of its source, cannot be noted.
    found = report.errors([*problems, *translated_sections.check(content)])
    in_the_way = [each for each in found if each.path in touched]
    if in_the_way:
        print(report.render(in_the_way, "text"))
        speech.note("nothing was written; mend this first")
        return ExitCode.PROBLEMS
    try:
        texts = [(change, change.rewrite(_text(site.root / change.path))) for change in changes]
    except front_matter_writer.UnwritableError as error:
        speech.note("stopped: {error}", error=error)
        return ExitCode.PROBLEMS
    if not texts:
        speech.note(_NOTHING[command])
        return ExitCode.CLEAN
    all_or_none.write_all(site.root, {change.path: text for change, text in texts})
    for change, _ in texts:
        speech.tell("{path}: {said}", path=change.path, said=Message(change.said))
    return ExitCode.CLEAN


def _planned(command: str, root: Path, content: Content, wanted: Wanted) -> list[Change]:
    if command == TRANSLATED:
        return recording.translated(content, wanted)

    def earlier(page: Page) -> Page | None:
        text = repository.committed(root, page.path)
        return None if text is None else markdown_page.read(page.path, page.language, page.name, text)[0]

    changes, notes = recording.minor(content, wanted, earlier)
    for note in notes:
        speech.note(note)
    return changes


def _named(root: Path, file: str) -> tuple[str, str]:
    """Return the path of a file, as the repository has it, and the part of it that is meant: docs/en/a.md#guides."""
    name, _, part = file.partition("#")
    here = Path(name).resolve()
    inside = here.exists() and here.is_relative_to(root)
    return (here.relative_to(root) if inside else Path(name)).as_posix(), part


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8") if path.is_file() else ""
