"""Pairs of a Traditional character and its Simplified form, for search: readers of either script find the other."""

import functools
from collections.abc import Iterable

from . import traditional_chinese

_HAN = range(0x4E00, 0x9FA6)


def pairs(texts: Iterable[str]) -> str:
    """
    Return Traditional characters, each followed by its Simplified form, for those forms that occur in texts.

    Only characters of Big5 count: what keyboards for Traditional Chinese write. Texts may be in either script.
    """
    used = {_simplified().get(each, each) for text in texts for each in set(text)}
    return "".join(old + new for old, new in _simplified().items() if new in used)


def without(found: str, known: str) -> str:
    """Return pairs without those that are known."""
    before = {known[at : at + 2] for at in range(0, len(known), 2)}
    return "".join(found[at : at + 2] for at in range(0, len(found), 2) if found[at : at + 2] not in before)


@functools.cache
def _simplified() -> dict[str, str]:
    """Return the Simplified form of each character of Big5 that has another one."""
    known = "".join(chr(code) for code in _HAN if _in_big5(chr(code)))
    found = zip(known, traditional_chinese.simplified("\n".join(known)).split("\n"), strict=True)
    return {old: new for old, new in found if old != new}


def _in_big5(character: str) -> bool:
    return bool(character.encode("big5", "ignore"))
