"""Tags of languages, such as zh-Hant-TW → whether two of them may be said of one text (BCP 47: RFC 5646 and 4647)."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

_SAME = {"iw": "he", "in": "id", "ji": "yi", "no": "nb", "cmn": "zh", "tl": "fil", "mo": "ro"}
"""Tags that the registry of IANA replaces by others, or that are used for one language."""
_GRANDFATHERED = {
    "art-lojban": "jbo",
    "i-hak": "hak",
    "i-klingon": "tlh",
    "i-lux": "lb",
    "i-navajo": "nv",
    "no-bok": "nb",
    "no-nyn": "nn",
    "zh-guoyu": "zh",
    "zh-hakka": "hak",
    "zh-min-nan": "nan",
    "zh-xiang": "hsn",
}
"""Whole tags that are older than the rules for subtags, by the tag that the registry prefers."""
_SCRIPTS = {
    ("zh", "tw"): "hant",
    ("zh", "hk"): "hant",
    ("zh", "mo"): "hant",
    ("zh", "cn"): "hans",
    ("zh", "sg"): "hans",
}
"""The script that goes without saying in a region."""
_LONGEST_LANGUAGE = 3
_SCRIPT = 4


class _Subtags(NamedTuple):
    language: str
    script: str
    region: str


def is_same(one: str, other: str) -> bool:
    """Tell whether two tags are one: capitals do not matter."""
    return one.lower() == other.lower()


def are_compatible(one: str, other: str) -> bool:
    """
    Tell whether a text may have both tags, as zh-CN and zh-Hans, or zh and zh-Hant.

    A tag says nothing of what it leaves out (basic filtering, RFC 4647), but
    a region of Chinese says its script too.
    """
    return all(not a or not b or a == b for a, b in zip(_subtags(one), _subtags(other), strict=True))


def best(wanted: str, offered: Iterable[str]) -> str | None:
    """Return which of the tags is that of a text in the wanted language: the same tag, or else one that may be."""
    known = list(offered)
    same = next((tag for tag in known if is_same(tag, wanted)), None)
    return same or next((tag for tag in known if are_compatible(tag, wanted)), None)


@cache
def _subtags(tag: str) -> _Subtags:
    lower = tag.lower()
    language, *rest = _GRANDFATHERED.get(lower, lower).split("-")
    # An extended language such as the yue of zh-yue is the language itself.
    if rest and len(rest[0]) == _LONGEST_LANGUAGE and rest[0].isalpha():
        language = rest.pop(0)
    language = _SAME.get(language, language)
    script = rest.pop(0) if rest and len(rest[0]) == _SCRIPT and rest[0].isalpha() else ""
    is_region = bool(rest) and ((len(rest[0]) == 2 and rest[0].isalpha()) or (len(rest[0]) == 3 and rest[0].isdigit()))  # noqa: PLR2004 - two letters or three digits
    region = rest[0] if is_region else ""
    return _Subtags(language, script or _SCRIPTS.get((language, region), ""), region)
