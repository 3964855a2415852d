"""The commands `translated` and `minor`: write down what a translation was made from, and that a change was a typo."""

import sys
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..checks import translated_sections
from ..model import register_paths
from ..model.content import Content
from ..model.page import Page
from ..model.problem import Problem, ToolError
from ..reading import docs_folder, markdown_page, repository
from ..reading.mkdocs_config import Settings
from ..text import front_matter_writer
from ..translation import register_age, section_age
from . import report
from .options import ExitCode

COMMANDS = {
    "translated": "note that translations are up to date with their source: pages, files of _data, folders",
    "minor": "note that your change of source pages is only a mended slip, so translations stay up to date",
}


_NOTHING = {
    "translated": "everything is noted already",
    "minor": "no section differs from the last commit; change the text first, and run this before you commit",
}
_MOST_NAMED = 20
"""Sections or entries. More of them are counted."""


class _WrongUsageError(Exception):
    """The command was given a file that it is not for; the message says which one it is for."""


def run(command: str, site: Settings, files: Sequence[str]) -> int:
    """Run one of COMMANDS on files or folders; print what was changed, and change nothing if anything is refused."""
    read, problems = docs_folder.read(site.root, site.docs, site.languages, site.guides)
    content = read.written
    plan = _translated if command == section_age.TRANSLATED else _minor
    try:
        wanted = _wanted(site.root, content, files)
        changes = plan(site.root, content, wanted)
    except _WrongUsageError as error:
        print(f"stopped: {error}", file=sys.stderr)
        return ExitCode.USAGE
    touched = {*wanted, *(path for path, _, _ in changes)}
    in_the_way = [each for each in _in_the_way(content, problems) if each.path in touched]
    if in_the_way:
        print(report.render(in_the_way, "text"))
        print("nothing was written; mend this first", file=sys.stderr)
        return ExitCode.PROBLEMS
    try:
        texts = [(path, make(_text(site.root / path)), said) for path, make, said in changes]
    except front_matter_writer.UnwritableError as error:
        print(f"stopped: {error}", file=sys.stderr)
        return ExitCode.PROBLEMS
    for path, text, said in texts:
        _write(site.root / path, text)
        print(f"{path}: {said}")
    if not texts:
        print(_NOTHING[command], file=sys.stderr)
    return ExitCode.CLEAN


_Change = tuple[str, Callable[[str], str], str]
"""A file, what makes its new text from its old one, and what to say of it."""
_Wanted = Mapping[str, "_Parts"]
"""The files that the command was given, each with the sections or entries that were named."""


class _Parts(set[str]):
    """The sections of a page or entries of a register that the command is for; an empty name stands for all."""

    def have(self, key: str) -> bool:
        return key in self or "" in self

    def check(self, path: str, known: Iterable[str]) -> None:
        if unknown := sorted(self - {*known, ""}):
            raise _WrongUsageError(f"{path} has no {unknown[0]}; it has {', '.join(known)}")


def _translated(_root: Path, content: Content, wanted: _Wanted) -> list[_Change]:
    changes: list[_Change] = []
    for page in _pages(content, wanted):
        if page.language == content.source_language.code:
            other = content.translated[0].code if content.translated else "…"
            raise _WrongUsageError(
                f"{page.path} is the source text; name a translation, such as docs/{other}/{page.name}"
            )
        original = content.page(content.source_language.code, page.name)
        now, said = (section_age.hashes(original) if original else {}), section_age.recorded(page)
        parts = wanted[page.path]
        parts.check(page.path, now)
        new = {key: now[key] if parts.have(key) else said[key] for key in now if parts.have(key) or key in said}
        if original and section_age.lines(page, section_age.TRANSLATED) != new:
            changes.append((page.path, _writer(section_age.TRANSLATED, new), _difference(said, new)))
    for language in content.translated:
        paths = {name: register_paths.words_path(name, language.code) for name in register_age.FILES}
        named = {name: wanted[path] for name, path in paths.items() if path in wanted}
        changes += _registers(content, language.code, named) if named else []
    return changes


def _registers(content: Content, code: str, named: Mapping[str, _Parts]) -> list[_Change]:
    """Return the change of `translated.yml` that notes these files; their lines about nothing are taken out."""
    said, now = register_age.recorded(content, code), register_age.hashes(content)
    here = register_age.present(content, code)
    for name, parts in named.items():
        parts.check(register_paths.words_path(name, code), [entry[-1] for entry in now if entry[0] == name])
    new = {entry: value for entry, value in said.items() if entry[0] not in named or entry in now}
    new |= {each: now[each] for each in now if each in here and each[0] in named and named[each[0]].have(each[-1])}
    if new == said:
        return []
    text = register_age.render(code, {entry: new[entry] for entry in {**now, **new} if entry in new})
    before, after = ({" / ".join(entry): value for entry, value in each.items()} for each in (said, new))
    return [(register_paths.made_from_path(code), lambda _: text, _difference(before, after))]


def _minor(root: Path, content: Content, wanted: _Wanted) -> list[_Change]:
    changes: list[_Change] = []
    pages = _pages(content, wanted)
    for path in wanted:
        if path not in {page.path for page in pages if page.language == content.source_language.code}:
            raise _WrongUsageError(f"{path} is no source page; name one of docs/{content.source_language.code}/")
    for page in pages:
        wanted[page.path].check(page.path, section_age.hashes(page))
    for page in pages:
        before = repository.committed(root, page.path)
        if before is None:
            print(f"{page.path}: this page is new, there is no earlier text", file=sys.stderr)
            continue
        was = section_age.hashes(markdown_page.read(page.path, page.language, page.name, before)[0])
        now, marked = section_age.hashes(page), section_age.minor_changes(page)
        chains = {key: marked[key] for key in now if key in marked and marked[key][0] == now[key]}
        for key in now:
            if key in was and was[key] != now[key] and wanted[page.path].have(key):
                chains[key] = section_age.extended_minor_line(marked.get(key, ()), was[key], now[key])
        new = {key: f'"{" ".join(chains[key])}"' for key in now if key in chains}
        said = {key: f'"{value}"' for key, value in section_age.lines(page, section_age.MINOR).items()}
        if new != said:
            changes.append((page.path, _writer(section_age.MINOR, new), _difference(said, new)))
    return changes


def _writer(key: str, lines: Mapping[str, str]) -> Callable[[str], str]:
    return lambda text: front_matter_writer.with_lines(text, key, lines)


def _difference(before: Mapping[str, object], after: Mapping[str, object]) -> str:
    noted = [key for key in after if before.get(key) != after[key]]
    gone = [key for key in before if key not in after]
    return "; ".join(f"{_list(keys)} {done}" for keys, done in ((noted, "noted"), (gone, "taken out")) if keys)


def _list(keys: Sequence[str]) -> str:
    return f"{len(keys)} entries" if len(keys) > _MOST_NAMED else ", ".join(keys)


def _in_the_way(content: Content, problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield what keeps a file from being noted: it cannot be read, or its sections are not those of its source."""
    yield from problems
    yield from translated_sections.check(content)


def _pages(content: Content, paths: Container[str]) -> list[Page]:
    return [page for page in content.pages if page.path in paths]


def _wanted(root: Path, content: Content, files: Sequence[str]) -> _Wanted:
    """Return what is meant by names such as docs/en, docs/en/index.md and docs/en/index.md#guides."""
    wanted: dict[str, _Parts] = {}
    for file in files:
        name, _, part = file.partition("#")
        for path in _expanded(content, _shown(root, name)):
            wanted.setdefault(path, _Parts()).add(part)
    return wanted


def _expanded(content: Content, path: str) -> list[str]:
    """Return the files that a name stands for: itself, or all of a folder's that the commands are for."""
    known = [page.path for page in content.pages]
    for language in content.translated:
        known += [register_paths.words_path(name, language.code) for name in register_age.FILES]
    found = [each for each in known if each == path or each.startswith(f"{path}/")]
    if not found:
        raise _WrongUsageError(f"there is no page, register or folder {path}; write a path such as docs/en/index.md")
    return found


def _shown(root: Path, file: str) -> str:
    """Return a path relative to the repository, as it is named from here or from the repository."""
    here = Path(file).resolve()
    return here.relative_to(root).as_posix() if here.exists() and here.is_relative_to(root) else Path(file).as_posix()


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8") if path.is_file() else ""


def _write(path: Path, text: str) -> None:
    try:
        path.write_bytes(text.encode("utf-8"))
    except OSError as error:
        raise ToolError(f"{path} cannot be written ({error.strerror}); check its permissions") from error
