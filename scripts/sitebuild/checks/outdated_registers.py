"""Rule: translated.yml of a language records the source words of every entry; older entries are noted."""

from collections.abc import Iterator

from ..model import register_paths
from ..model.content import Content
from ..model.message import Message
from ..model.problem import Problem
from ..text import fingerprint
from ..translation import register_age
from ..translation.register_age import EntryKey

_COMMAND = "python scripts/build.py translated"


def check(content: Content) -> Iterator[Problem]:
    """Report entries without a record, records without an entry or hash, and, as notes, entries that are older."""
    now = register_age.hashes(content)
    for language in content.translated:
        yield from _unrecorded(content, language.code, now)
        yield from _lines(content, language.code, now)
        for entry, value in register_age.older(content, language.code).items():
            yield _older(content, language.code, entry, value)


def _unrecorded(content: Content, code: str, now: dict[EntryKey, str]) -> Iterator[Problem]:
    """Report, once for each file, entries without a record; `now` gives the present hash of each entry."""
    recorded, present = register_age.recorded(content, code), register_age.present(content, code)
    path = register_paths.made_from_path(code)
    for name in register_age.FILES:
        missing = {
            entry: hash_now
            for entry, hash_now in now.items()
            if entry[0] == name and entry in present and entry not in recorded
        }
        if missing:
            message = Message(
                "say what the words of docs/{code}/_data/{name}.yml were translated from: type {command} "
                "docs/{code}/_data/{name}.yml, or write these lines into this file\n{body}",
                code=code,
                name=name,
                command=_COMMAND,
                body=register_age.body(missing),
            )
            yield Problem(path=path, rule="translation-unrecorded", message=message)


def _lines(content: Content, code: str, now: dict[EntryKey, str]) -> Iterator[Problem]:
    """Report lines of translated.yml that are about no entry, or whose value is not a hash."""
    path = register_paths.made_from_path(code)
    for entry, value in register_age.recorded(content, code).items():
        line, shown = content.made_from[code].position(entry).line, " / ".join(entry)
        if entry not in now:
            message = Message(
                "“{shown}” has no words in {name}; delete the line", shown=shown, name=content.source_language.name
            )
            yield Problem(path=path, line=line, rule="translated-unknown", message=message)
        elif not fingerprint.is_one(value):
            message = Message(
                "“{shown}: {value}” does not end with a hash; write {now} if it is up to date",
                shown=shown,
                value=value,
                now=now[entry],
            )
            yield Problem(path=path, line=line, rule="translated-malformed", message=message)


def _older(content: Content, code: str, entry: EntryKey, now: str) -> Problem:
    path, line = register_age.path_and_line(content, code, entry)
    original, there = register_age.path_and_line(content, content.source_language.code, entry)
    noted = content.made_from[code].position(entry).line
    called = f"“{entry[-1]}”" if len(entry) > 1 else Message("this file")
    part = f"#{entry[-1]}" if len(entry) > 1 else ""
    message = Message(
        "{called} is older than {original} line {there}. Mend it, then type {command} {path}{part}, or write {now} on "
        "line {noted} of translated.yml",
        called=called,
        original=original,
        there=there,
        now=now,
        noted=noted,
        command=_COMMAND,
        path=path,
        part=part,
    )
    return Problem(path=path, line=line, rule="translation-older", message=message, severity="note")
