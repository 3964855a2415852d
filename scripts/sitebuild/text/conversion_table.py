"""
The table that decides between the Traditional forms of a Simplified character (docs/zh-Hant/_data/conversion.yml).

A character has words for each of its forms, and may have a form for everywhere else. Of the words around a character
the longest decides, so that a longer word corrects where two words meet: 头发送 does not have the hair of 头发. A
character that is not in the table gets the form that OpenCC gives it alone. OpenCC's phrases, which see 头发 in 头发送,
decide nothing; they are a second opinion on the form for everywhere else.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ..model.character_forms import ELSE

Forms = Mapping[str, str]
"""The words of each form, with spaces between them, and the form everywhere else: {"else": "發", "髮": "头发 毛发"}."""


@dataclass(frozen=True, kw_only=True)
class Undecided:
    """A character that the table does not decide: its place in the text, from 0, and the forms it may have there."""

    place: int
    character: str
    forms: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class _Character:
    """
    What the table says of one character.

    `shapes` are the (place of the character in the word, length) of its words: the longest first, of equal ones the one
    that begins first in a text.
    """

    forms: tuple[str, ...]
    otherwise: str
    words: dict[str, str] = field(default_factory=dict)
    shapes: tuple[tuple[int, int], ...] = ()


class _FormsAlone(dict[int, str]):
    """The form of each character where no word decides, for str.translate; filled as characters occur."""

    def __init__(self, opencc: Callable[[str], str], known: Mapping[str, str]) -> None:
        super().__init__((ord(each), form) for each, form in known.items())
        self._opencc = opencc
        self._known = known

    def __missing__(self, code: int) -> str:
        form = self._opencc(chr(code))
        self[code] = self._known.get(form, form)
        return self[code]


class ConversionTable:
    """
    A table, by character.

    `opencc` converts text to Traditional characters, each to one. Where the table has a Traditional character, such as
    臺, it says which form replaces it in what OpenCC writes; `simplified` tells these from Simplified ones.
    """

    def __init__(
        self, table: Mapping[str, Forms], opencc: Callable[[str], str], simplified: Callable[[str], str]
    ) -> None:
        self._opencc = opencc
        self._characters = {each: _character(each, forms) for each, forms in table.items() if len(each) == 1}
        everywhere = {each: found.otherwise for each, found in self._characters.items() if found.otherwise}
        replaced = {each: form for each, form in everywhere.items() if simplified(each) != each}
        self._replaced = str.maketrans(replaced)
        self._opencc_alone = _FormsAlone(opencc, replaced)
        self._alone = _FormsAlone(opencc, replaced)
        self._alone.update({ord(each): form for each, form in everywhere.items()})
        self._in_table = _any_of(list(self._characters))
        self._with_words = _any_of([each for each, found in self._characters.items() if found.words])
        self._keep_converted()

    def converted(self, text: str) -> str:
        """Return text in Traditional characters; converting the result again does not change it."""
        alone = text.translate(self._alone)
        pieces, end = [], 0
        for found in self._with_words.finditer(text):
            place = found.start()
            for form, _, _ in self._by_word(text, place):
                pieces += [alone[end:place], form]
                end = place + 1
                break
        return "".join([*pieces, alone[end:]])

    def undecided(self, text: str) -> Iterator[Undecided]:
        """
        Yield the characters that the table does not decide, in their order.

        Such a character is in no word of the table and has no form for everywhere else; or it is in no word, and a
        phrase that OpenCC knows has another form; or it is in two words with different forms, neither inside the other.
        """
        phrases = self._opencc(text).translate(self._replaced)
        other = text.translate(self._opencc_alone)
        for occurrence in self._in_table.finditer(text):
            place = occurrence.start()
            phrase = phrases[place] if phrases[place] != other[place] else ""
            if forms := self._open_forms(text, place, phrase):
                yield Undecided(place=place, character=text[place], forms=forms)

    def _open_forms(self, text: str, place: int, phrase: str) -> tuple[str, ...]:
        """Return the forms that an undecided character may have; `phrase` is its form in a phrase of OpenCC."""
        found = self._characters[text[place]]
        if found.words and (by_word := list(self._by_word(text, place))):
            form, first, last = by_word[0]
            rivals = [other for other, start, end in by_word if other != form and (start < first or end > last)]
            return (form, rivals[0]) if rivals else ()
        if not found.otherwise:
            return found.forms
        return (found.otherwise, phrase) if phrase not in ("", found.otherwise) else ()

    def _by_word(self, text: str, place: int) -> Iterator[tuple[str, int, int]]:
        """Yield (form, start, end) of the words around a place, the longest first."""
        found = self._characters[text[place]]
        for before, length in found.shapes:
            first, last = place - before, place - before + length
            if first >= 0 and last <= len(text) and (form := found.words.get(text[first:last])):
                yield form, first, last

    def _keep_converted(self) -> None:
        """Let words decide in Traditional text too: 邻里 and 鄰里."""
        for each, found in self._characters.items():
            same = [word for word, form in found.words.items() if form == each]
            traditional = {self.converted(word): each for word in same}
            self._characters[each] = _with_words(found, each, traditional | found.words)


def _character(character: str, forms: Forms) -> _Character:
    words = {word: form for form, listed in forms.items() if form != ELSE for word in listed.split()}
    names = tuple(form for form in forms if form != ELSE)
    return _with_words(_Character(forms=names, otherwise=forms.get(ELSE, "")), character, words)


def _with_words(found: _Character, character: str, words: dict[str, str]) -> _Character:
    shapes = {(place, len(word)) for word in words for place, each in enumerate(word) if each == character}
    ordered = tuple(sorted(shapes, key=lambda shape: (-shape[1], -shape[0])))
    return _Character(forms=found.forms, otherwise=found.otherwise, words=words, shapes=ordered)


def _any_of(characters: list[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(characters))}]" if characters else r"(?!)")
