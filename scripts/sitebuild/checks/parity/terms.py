"""Compares terms: where the source section uses a registered term, the translation must use its agreed translation."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from ...model.message import Message
from ...model.registers import TermWords
from .section_pair import Difference, Pair, SectionText

_LETTER = re.compile("[a-z0-9]")


class Terms:
    """Finds the terms of one language in its texts; made from its terms.yml."""

    def __init__(self, words: Mapping[str, TermWords]) -> None:
        self._words = words

    def used(self, section: SectionText) -> dict[str, int]:
        """Return the line of the first use of each term, by its key; a reference to a term counts as a use."""
        used: dict[str, int] = {}
        for reference in section.page.references:
            if reference.scheme == "term" and reference.line in section.range:
                used.setdefault(reference.target, reference.line)
        for line in section.lines:
            for found in self._found(line.prose.lower()):
                for key in self._keys[_singular(found, self._keys)]:
                    used.setdefault(key, line.number)
        return used

    def term(self, key: str) -> str:
        """Return the agreed form of a term; its key if the language does not have it."""
        return self._words[key].term if key in self._words else key

    @cached_property
    def _keys(self) -> Mapping[str, list[str]]:
        keys: dict[str, list[str]] = {}
        for key, words in self._words.items():
            for form in (words.term, *words.also):
                keys.setdefault(re.sub(r"\s*[(（].*[)）]$", "", form).lower(), []).append(key)
        return keys

    def _found(self, text: str) -> list[str]:
        """Return the forms of terms in a text of small letters, in their order."""
        # Most lines are in one script, and a pattern of one script is many times faster than one of both.
        latin, others, both = self._patterns
        if not _LETTER.search(text):
            return others.findall(text)
        return (both if self._begins_other.search(text) else latin).findall(text)

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
        """Patterns for terms in Latin letters, with their plurals; for all others; for both. The longest come first."""
        forms = sorted(self._keys, key=len, reverse=True)
        lettered = "|".join(_with_plural(form) for form in forms if form[0].isascii()) or "(?!)"
        others = "|".join(re.escape(form) for form in forms if not form[0].isascii()) or "(?!)"
        latin = rf"(?<![a-z])(?:{lettered})(?![a-z])"
        return re.compile(latin), re.compile(others), re.compile(f"{latin}|{others}")

    @cached_property
    def _begins_other(self) -> re.Pattern[str]:
        """A character that a term in another script begins with."""
        return re.compile("|".join(re.escape(form[0]) for form in self._keys if not form[0].isascii()) or "(?!)")


def _with_plural(form: str) -> str:
    """Return a regular expression for a word of Latin letters and its regular English plural."""
    return rf"{re.escape(form[:-1])}(?:y|ies)" if form.endswith("y") else rf"{re.escape(form)}(?:e?s)?"


def _singular(word: str, known: Mapping[str, list[str]]) -> str:
    """Return the form in `known` that a word is equal to or is the plural of."""
    return next(form for form in (word, word[:-1], word[:-2], f"{word[:-3]}y") if form in known)


def differences(pair: Pair, original: Terms, translation: Terms) -> Iterator[Difference]:
    """Yield the terms that the source section uses and the translation does not."""
    ours = translation.used(pair.translation)
    for key, line in original.used(pair.original).items():
        if key not in ours:
            message = Message(
                "{path} line {line} says “{term}”, this section nowhere “{ours}”",
                path=pair.original.page.path,
                line=line,
                term=original.term(key),
                ours=translation.term(key),
            )
            yield Difference(line=pair.translation.section.line, rule="term-missing", subject=key, message=message)
