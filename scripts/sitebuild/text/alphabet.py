"""
Puts words into alphabetical order, Chinese ones by their pinyin.

The 3755 common characters of GB 2312 are numbered by their pinyin, and every Python knows that encoding: the number
of a character says where it stands, and its first letter. Of several readings it has the commonest. A Korean word
stands under its first consonant, a doubled one with the single one; a Japanese one in kana under its first sign.
"""

import bisect
import functools
import re
import unicodedata
from collections.abc import Sequence

from . import traditional_chinese

OTHER = "#"
"""The letter of what begins with no letter."""
_LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ"
_STARTS = (
    *(0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8),
    *(0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1),
)
"""The number of the first common character of each letter."""
_END = 0xD7FA
_RARE = {"榕": "R"}
"""Letters of characters that begin an entry and are not common; one that is missing here stands under OTHER."""
_CONSONANTS = dict(zip("ᄀᄁᄂᄃᄄᄅᄆᄇᄈᄉᄊᄋᄌᄍᄎᄏᄐᄑᄒ", "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ", strict=True))
"""The letters of consonants that Hangul syllables are made of; fonts show them alone, unlike the consonants."""
_QUIET = " \"'“”‘’《》（）()「」、，…：:"
"""What may stand before the first letter of an entry."""


def letter(text: str, skipped: Sequence[str] = ()) -> str:
    """
    Return the capital letter that a text stands under, without the `skipped` words at its beginning, or OTHER.

    Those are words in Simplified characters that tell nothing of what a text is about.
    """
    first = _from_first(text, skipped)[:1]
    plain = unicodedata.normalize("NFKD", first)[:1].upper()
    if plain.isalpha() and plain.isascii():
        return plain
    number = _number(first)
    if _STARTS[0] <= number < _END:
        return _LETTERS[bisect.bisect(_STARTS, number) - 1]
    if plain.isalpha() and not _is_chinese(plain):
        return _CONSONANTS.get(plain, plain)
    return _RARE.get(first, OTHER)


def order(text: str, skipped: Sequence[str] = ()) -> tuple[str, bytes]:
    """Return what texts are sorted by: their letter, then their characters in the order of the pinyin."""
    begun = _from_first(text, skipped)
    return letter(begun), unicodedata.normalize("NFKC", begun).casefold().encode("gb18030", "replace")


def simplified(text: str) -> str:
    """Return text in the characters that texts are sorted by."""
    return text if text.isascii() else traditional_chinese.simplified(text)


def _from_first(text: str, skipped: Sequence[str]) -> str:
    """Return a text in Simplified characters from its first word that counts; all of it if none is left."""
    text = simplified(text).strip(_QUIET)
    return (_beginning(tuple(skipped)).sub("", text) if skipped else text) or text


@functools.cache
def _beginning(skipped: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches such words at the beginning of a text; one in Latin letters ends where the letters end."""
    words = "|".join(re.escape(word) + (r"(?![^\W_])" if word.isascii() else "") for word in skipped)
    return re.compile(rf"\A(?:(?:{words})[{re.escape(_QUIET)}]*)+", re.IGNORECASE)


def _number(character: str) -> int:
    return int.from_bytes(character.encode("gb2312", "ignore"), "big")


def _is_chinese(character: str) -> bool:
    return unicodedata.name(character, "").startswith(("CJK", "KANGXI"))
