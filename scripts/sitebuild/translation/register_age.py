"""
Tells which translated words of registers, interface.yml, grammar.yml and language.yml are older than their source.

`docs/<language>/_data/translated.yml` records, for each entry of a register, the hash of the source words that it was
translated from; for interface.yml, grammar.yml and language.yml, one hash of the whole file:

    interface: bcdfghjk
    channels:
      "110": lmnpqrst

An entry is older if the source words have another hash now.
"""

import json
from collections.abc import Mapping
from typing import TypeAlias

from pydantic import BaseModel

from ..model import register_paths
from ..model.content import Content
from ..text import fingerprint

EntryKey: TypeAlias = tuple[str, ...]
"""(register, key) for an entry of a register; (name,) for a file that has one hash as a whole."""
FILES = (*register_paths.WHOLE, *register_paths.WITH_WORDS)
_OWN = {"avoid"}
"""Keys that are not translated, so not part of the hash: each language has its own words to avoid."""
_HEADER = (
    "# What the files beside this one were translated from: a hash of the source words of each entry.\n"
    "# Written by: python scripts/build.py translated docs/{code}/_data\n"
)


def hashes(content: Content) -> dict[EntryKey, str]:
    """Return the present hash of the source words of every entry, in the order of FILES."""
    code = content.source_language.code
    found: dict[EntryKey, str] = {
        (name,): fingerprint.of(_text(words)) for name, words in _whole(content, code).items() if words
    }
    for register in register_paths.WITH_WORDS:
        for key, words in _entries(content, register, code).items():
            found[register, key] = fingerprint.of(_text(words))
    return found


def present(content: Content, code: str) -> set[EntryKey]:
    """Return the entries that a language has words for."""
    found: set[EntryKey] = {(name,) for name, words in _whole(content, code).items() if words}
    return found | {
        (register, key) for register in register_paths.WITH_WORDS for key in _entries(content, register, code)
    }


def recorded(content: Content, code: str) -> dict[EntryKey, object]:
    """Return the recorded hash of every entry of a language, as read from YAML: a value need not be a hash."""
    value = content.made_from[code].value if code in content.made_from else None
    found: dict[EntryKey, object] = {}
    for name, inner in value.items() if isinstance(value, dict) else ():
        found |= (
            {(name, str(key)): each for key, each in inner.items()} if isinstance(inner, dict) else {(name,): inner}
        )
    return found


def older(content: Content, code: str) -> dict[EntryKey, str]:
    """Return the entries of a language that are older than their source, each with the present hash of the source."""
    if code == content.source_language.code:
        return {}
    said, here = recorded(content, code), present(content, code)
    return {
        entry: now
        for entry, now in hashes(content).items()
        if entry in here and fingerprint.is_one(said.get(entry)) and said[entry] != now
    }


def is_older(content: Content, code: str, entry: EntryKey) -> bool:
    """Tell of one entry of a register what `older` tells of all."""
    register, key = entry
    source = _entries(content, register, content.source_language.code).get(key)
    said = recorded(content, code).get(entry)
    return source is not None and fingerprint.is_one(said) and said != fingerprint.of(_text(source))


def render(code: str, entries: Mapping[EntryKey, object]) -> str:
    """Return the text of translated.yml with these hashes; `code` is the language."""
    return _HEADER.format(code=code) + body(entries)


def body(entries: Mapping[EntryKey, object]) -> str:
    """Return the YAML lines for these hashes, without the comment at the top of the file."""
    text = ""
    for name in FILES:
        if (name,) in entries:
            text += f"{name}: {entries[name,]}\n"
        elif keys := [key for register, *rest in entries if register == name for key in rest]:
            text += f"{name}:\n" + "".join(f"{_line(key, entries[name, key])}\n" for key in keys)
    return text


def _line(key: str, value: object) -> str:
    return f'  "{key}": {value}' if key[:1].isdigit() else f"  {key}: {value}"


def path_and_line(content: Content, code: str, entry: EntryKey) -> tuple[str, int]:
    """Return the path and line of an entry's words in a language."""
    file = register_paths.words_path(entry[0], code)
    return file, content.registers.lines.get((file, entry[-1]), 1)


def _whole(content: Content, code: str) -> Mapping[str, object]:
    words = content.registers.words.get(code)
    return {
        register_paths.INTERFACE: content.interface.get(code),
        register_paths.GRAMMAR: words.grammar if words else None,
        register_paths.LANGUAGE: words.language if words else None,
    }


def _entries(content: Content, register: str, code: str) -> Mapping[str, BaseModel]:
    words = content.registers.words.get(code)
    entries: Mapping[str, BaseModel] = getattr(words, register) if words else {}
    return entries


def _text(words: object) -> str:
    """Return words as JSON to hash: the order of keys and values left at their default make no difference."""
    if isinstance(words, BaseModel):
        words = words.model_dump(mode="json", exclude_defaults=True, exclude=_OWN)
    return json.dumps(words, ensure_ascii=False, sort_keys=True)
