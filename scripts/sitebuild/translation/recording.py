"""
Plans what the commands `translated` and `minor` write: the new text of each file, and a sentence about it.

`translated` records that a translation is up to date with its source; `minor` records that a change of a source page
did not change its meaning. This module opens no files; cli/record.py reads, writes and prints.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model import register_paths
from ..model.content import Content
from ..model.message import Message
from ..model.page import Page
from ..text import front_matter_writer
from . import register_age, section_age

_MOST_NAMED = 20
"""The greatest number of sections or entries that are listed by name; of more, only the number is printed."""


class UnfitFileError(Exception):
    """A command was given a file or part that it cannot work on; the message says what to name instead."""


class Parts(set[str]):
    """The names of the sections or entries of one file that a command is for; an empty name stands for all of them."""

    def includes(self, key: str) -> bool:
        """Tell whether the command is for this section or entry."""
        return key in self or "" in self

    def check(self, path: str, known: Iterable[str]) -> None:
        """Raise UnfitFileError if a name is not among those `known` in the file at `path`."""
        if unknown := sorted(self - {*known, ""}):
            raise UnfitFileError(
                Message("{path} has no {unknown}; it has {known}", path=path, unknown=unknown[0], known=[*known])
            )


Wanted = Mapping[str, Parts]
"""The files that a command is for, by path, with their sections or entries."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """A file to write: `rewrite` makes its new text from the present one, `said` is what to print about it."""

    path: str
    rewrite: Callable[[str], str]
    said: str


def wanted(content: Content, names: Iterable[tuple[str, str]]) -> dict[str, Parts]:
    """
    Return the files, with their parts, that the arguments of a command stand for.

    An argument is (path of a file or folder, name of a section or entry or an empty string). Raise UnfitFileError for
    a path at which there is no page and no register of a translated language.
    """
    found: dict[str, Parts] = {}
    for path, part in names:
        for each in _expanded(content, path):
            found.setdefault(each, Parts()).add(part)
    return found


def translated(content: Content, files: Wanted) -> list[Change]:
    """
    Return the changes that record translations, pages or registers, as up to date with their source.

    Raise UnfitFileError for a source page, and for parts that a file does not have.
    """
    changes: list[Change] = []
    for page in _pages(content, files):
        if page.language == content.source_language.code:
            other = content.translated[0].code if content.translated else "…"
            raise UnfitFileError(
                Message(
                    "{path} is the source text; name a translation, such as docs/{other}/{name}",
                    path=page.path,
                    other=other,
                    name=page.name,
                )
            )
        original = content.page(content.source_language.code, page.name)
        now, said = (section_age.hashes(original) if original else {}), section_age.recorded(page)
        parts = files[page.path]
        parts.check(page.path, now)
        # A section that is not here yet is not recorded: it would count as lost.
        own = section_age.hashes(page)
        new = {
            key: now[key] if parts.includes(key) else said[key]
            for key in now
            if key in said or (key in own and parts.includes(key))
        }
        if original and section_age.lines(page, section_age.TRANSLATED) != new:
            changes.append(_of_front_matter(page, section_age.TRANSLATED, new, _difference(said, new)))
    for language in content.translated:
        paths = {name: register_paths.words_path(name, language.code) for name in register_age.FILES}
        named = {name: files[path] for name, path in paths.items() if path in files}
        changes += _registers(content, language.code, named) if named else []
    return changes


def minor(
    content: Content, files: Wanted, earlier: Callable[[Page], Page | None]
) -> tuple[list[Change], list[Message]]:
    """
    Return the changes that record edits of source pages as minor, and notes to print.

    `earlier` returns a page as it was at the last commit, or None if it is
    new; a note is made of a new page. Raise UnfitFileError for a file that is
    not a source page, and for parts that it does not have.
    """
    source_code = content.source_language.code
    pages = _pages(content, files)
    for path in files:
        if path not in {page.path for page in pages if page.language == source_code}:
            raise UnfitFileError(
                Message("{path} is no source page; name one of docs/{source_code}/", path=path, source_code=source_code)
            )
    for page in pages:
        files[page.path].check(page.path, section_age.hashes(page))
    changes, notes = [], []
    for page in pages:
        before = earlier(page)
        if before is None:
            notes.append(Message("{path}: this page is new, there is no earlier text", path=page.path))
            continue
        new = _minor_lines(page, before, files[page.path])
        said = {key: f'"{value}"' for key, value in section_age.lines(page, section_age.MINOR).items()}
        if new != said:
            changes.append(_of_front_matter(page, section_age.MINOR, new, _difference(said, new)))
    return changes, notes


def _minor_lines(page: Page, before: Page, parts: Parts) -> dict[str, str]:
    """Return the lines below `minor` in a source page: the old ones that are still valid, and new ones for `parts`."""
    was, now, noted = section_age.hashes(before), section_age.hashes(page), section_age.minor_changes(page)
    lines = {key: noted[key] for key in now if key in noted and noted[key][0] == now[key]}
    for key in now:
        if key in was and was[key] != now[key] and parts.includes(key):
            lines[key] = section_age.extended_minor_line(noted.get(key, ()), was[key], now[key])
    return {key: f'"{" ".join(lines[key])}"' for key in now if key in lines}


def _registers(content: Content, code: str, named: Wanted) -> list[Change]:
    """Return the change of a language's translated.yml, if any; lines for entries that are gone are removed."""
    said, now = register_age.recorded(content, code), register_age.hashes(content)
    here = register_age.present(content, code)
    for name, parts in named.items():
        parts.check(register_paths.words_path(name, code), [entry[-1] for entry in now if entry[0] == name])
    new = {entry: value for entry, value in said.items() if entry[0] not in named or entry in now}
    new |= {each: now[each] for each in now if each in here and each[0] in named and named[each[0]].includes(each[-1])}
    if new == said:
        return []
    text = register_age.render(code, {entry: new[entry] for entry in {**now, **new} if entry in new})
    before, after = ({" / ".join(entry): value for entry, value in each.items()} for each in (said, new))
    path = register_paths.made_from_path(code)
    return [Change(path=path, rewrite=lambda _: text, said=_difference(before, after))]


def _of_front_matter(page: Page, key: str, lines: Mapping[str, str], said: str) -> Change:
    return Change(path=page.path, rewrite=lambda text: front_matter_writer.with_lines(text, key, lines), said=said)


def _difference(before: Mapping[str, object], after: Mapping[str, object]) -> str:
    """Return what to print about a change, such as “first-steps noted; old-id taken out”."""
    noted = [key for key in after if before.get(key) != after[key]]
    gone = [key for key in before if key not in after]
    first, second = Message("{keys} noted", keys=_named(noted)), Message("{keys} taken out", keys=_named(gone))
    if noted and gone:
        return Message("{first}; {second}", first=first, second=second)
    return first if noted else second if gone else ""


def _named(keys: Sequence[str]) -> Message | list[str]:
    return Message("{count} entries", count=len(keys)) if len(keys) > _MOST_NAMED else [*keys]


def _pages(content: Content, paths: Container[str]) -> list[Page]:
    return [page for page in content.pages if page.path in paths]


def _expanded(content: Content, path: str) -> list[str]:
    """Return the paths of the pages and registers at a path: itself, or all below it if it is a folder."""
    known = [page.path for page in content.pages]
    for language in content.translated:
        known += [register_paths.words_path(name, language.code) for name in register_age.FILES]
    found = [each for each in known if each == path or each.startswith(f"{path}/")]
    if not found:
        raise UnfitFileError(
            Message("there is no page, register or folder {path}; write a path such as docs/en/index.md", path=path)
        )
    return found
