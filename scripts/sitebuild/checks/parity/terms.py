"""A word of the trade has one translation: a section whose original uses a term uses the agreed word."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from ...model.registers import TermWords
from .section_pair import Difference, Pair, SectionText


class Terms:
    """Finds the terms of one language."""

    def __init__(self, words: Mapping[str, TermWords]) -> None:
        self._words = words

    def used(self, half: SectionText) -> dict[str, int]:
        """Return the terms that a section uses, by reference or by word, with the line of the first use."""
        used: dict[str, int] = {}
        for reference in half.page.references:
            if reference.scheme == "term" and reference.line in half.range:
                used.setdefault(reference.target, reference.line)
        for line in half.lines:
            for found in self._pattern.finditer(line.prose):
                for key in self._keys[_singular(found[0].lower(), self._keys)]:
                    used.setdefault(key, line.number)
        return used

    def term(self, key: str) -> str:
        """Return the agreed word of a term."""
        return self._words[key].term if key in self._words else key

    @cached_property
    def _keys(self) -> Mapping[str, list[str]]:
        keys: dict[str, list[str]] = {}
        for key, words in self._words.items():
            for form in (words.term, *words.also):
                keys.setdefault(re.sub(r"\s*[(（].*[)）]$", "", form).lower(), []).append(key)
        return keys

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Match the longest term at each place, with a plural where words are written in letters."""
        forms = sorted(self._keys, key=len, reverse=True)
        lettered = "|".join(_with_plural(form) for form in forms if form[0].isascii()) or "(?!)"
        others = "|".join(re.escape(form) for form in forms if not form[0].isascii()) or "(?!)"
        return re.compile(rf"(?<![A-Za-z])(?:{lettered})(?![A-Za-z])|{others}", re.IGNORECASE)


def _with_plural(form: str) -> str:
    """Return a pattern for a word of Latin letters, with the plurals of English and its like."""
    return rf"{re.escape(form[:-1])}(?:y|ies)" if form.endswith("y") else rf"{re.escape(form)}(?:e?s)?"


def _singular(word: str, known: Mapping[str, list[str]]) -> str:
    """Return the form that a word is, or is the plural of."""
    return next(form for form in (word, word[:-1], word[:-2], f"{word[:-3]}y") if form in known)


def differences(pair: Pair, original: Terms, translation: Terms) -> Iterator[Difference]:
    """Yield the terms of the original whose agreed word the translation does not use."""
    ours = translation.used(pair.translation)
    for key, line in original.used(pair.original).items():
        if key not in ours:
            message = (
                f"{pair.original.page.path} line {line} says “{original.term(key)}”, this section nowhere"
                f" “{translation.term(key)}”"
            )
            yield Difference(line=pair.translation.section.line, rule="term-missing", subject=key, message=message)
