"""
Checks grammar.yml of every language: the patterns for articles, numbers and units.

A pattern that is missing or unusable is reported, and the source language's
pattern takes its place, so that formatting never fails later.
"""

import string
from collections.abc import Iterator, Mapping
from dataclasses import replace

from babel.core import Locale, UnknownLocaleError

from ..model import register_paths
from ..model.message import Message, either
from ..model.problem import Problem
from ..model.registers import Registers
from ..model.rules.all_rules import RuleName

NUMERALS = ("arabic", "chinese")
_NUMBER = {"number"}
"""The placeholders allowed in a pattern that is empty in the source language."""


def completed(registers: Registers, source: str) -> tuple[Registers, list[Problem]]:
    """Return the registers with a usable grammar for every language, and the problems; `source` is a language code."""
    if source not in registers.words:
        return registers, []
    original = registers.words[source].grammar
    words, problems = dict(registers.words), []
    for code, own in registers.words.items():
        faults = dict(_faults(own.grammar, original, source))
        usable = {key: text for key, text in own.grammar.items() if key not in faults}
        words[code] = replace(own, grammar=dict(original) | usable)
        path = register_paths.words_path(register_paths.GRAMMAR, code)
        problems += [
            Problem(path=path, line=registers.lines.get((path, key), 1), rule=rule, message=message)
            for key, (rule, message) in faults.items()
        ]
    return replace(registers, words=words), problems


def braces(text: str, original: str) -> str | None:
    """Return what is wrong with placeholders such as {number} in a text, or None; `original` has the allowed ones."""
    known = (_names(original) or set()) if original else _NUMBER
    names = _names(text)
    if names is None:
        return "a brace is not closed, or holds more than a word; write such as {number}"
    if wrong := sorted(names - known):
        listed = [f"{{{name}}}" for name in sorted(known)] or Message("no word")
        return Message(
            "“{{{wrong}}}” is not known here; write {listed} in braces, untranslated",
            wrong=wrong[0],
            listed=listed,
        )
    return None


def _names(text: str) -> set[str] | None:
    """Return the names of the placeholders in a text; None if a brace is not closed or holds more than a name."""
    try:
        fields = [field[1:] for field in string.Formatter().parse(text) if field[1] is not None]
    except ValueError:
        return None
    plain = all(name and not spec and conversion is None for name, spec, conversion in fields)
    return {str(name) for name, _, _ in fields} if plain else None


def _faults(
    own: Mapping[str, str], original: Mapping[str, str], source: str
) -> Iterator[tuple[str, tuple[RuleName, str]]]:
    """Yield key, rule and message of every word that is missing, unknown or of no use."""
    for key in sorted(original.keys() - own.keys()):
        message = Message(
            "add the line “{key}: …”, which in {source} is “{original}”", key=key, source=source, original=original[key]
        )
        yield key, ("interface-key-missing", message)
    for key, text in own.items():
        if key not in original:
            yield key, ("interface-key-unknown", Message("“{key}” is not used; delete the line", key=key))
        elif wrong := braces(text, original[key]):
            yield key, ("interface-braces", Message("{key}: {wrong}", key=key, wrong=Message(wrong)))
        elif wrong := _setting(key, text):
            yield key, ("grammar-value-wrong", Message("{key}: {wrong}", key=key, wrong=Message(wrong)))


def _setting(key: str, text: str) -> str | None:
    """Return what is wrong with the value of a key that is a setting and not a pattern, or None."""
    if key == "date_locale" and not _is_locale(text):
        return Message(
            "CLDR knows no language “{text}”; write the nearest that it knows, such as “en_GB” or “ug”", text=text
        )
    if key == "numerals" and text not in NUMERALS:
        return Message("write {names}", names=either(NUMERALS))
    if key == "grouped_from" and not text.isdecimal():
        return "write the smallest number that is grouped, such as “1000”"
    return None


def _is_locale(text: str) -> bool:
    try:
        return bool(Locale.parse(text))
    except (UnknownLocaleError, ValueError, TypeError):
        return False
