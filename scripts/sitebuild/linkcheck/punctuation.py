"""An address → whether it has taken along signs of the sentence in which it was written."""

import re
from urllib.parse import unquote

_CHINESE = "，。；：！？、…"
_PAIRS = {
    ")": "(",
    "]": "[",
    "）": "（",
    "》": "《",
    "”": "“",
    "’": "‘",
    "」": "「",
    "』": "『",
    "】": "【",
    "〉": "〈",
    ">": "<",
}
"""Brackets and quotation marks, by what closes them."""
_AT_END = (".", ",", ";", ":", "!", *_CHINESE)
_ABBREVIATION = re.compile(
    r"(?:[^\W_]\.){2,}|(?:[/_+ -]|^)(?:Co|Corp|Inc|Jr|Ltd|Sr|St|vs|etc|No|Mr|Mrs|Dr)\.", re.IGNORECASE
)
"""Ends a name with a full stop of its own, as in https://zh.wikipedia.org/wiki/S.M.A.R.T."""
_WIKI = "/wiki/"
_RAW_MARKS = re.compile("[\u3000-\u3007\uff01-\uff07\uff0a-\uff0f\uff1a-\uff1f\uff3e-\uff40…]")
"""Chinese punctuation and spaces; as part of an address, such a sign is written with percent signs."""


def is_glued(address: str) -> bool:
    """
    Tell whether an address contains signs of the sentence around it.

    The stop of an abbreviation belongs to it, and so does the ! of a title in
    a wiki. A bracket that the address itself opens is its own, as in
    https://en.wikipedia.org/wiki/Phishing_(disambiguation); so is a bracket
    of ASCII that is written with percent signs, and a Chinese sign that is,
    but for one at the very end.
    """
    shown = unquote(address)
    if shown.endswith(_AT_END):
        return not _may_end_so(shown)
    if address.endswith('"') and address.count('"') % 2:
        return True
    open_ones: list[str] = []
    for sign in shown:
        if sign in _PAIRS.values():
            open_ones.append(sign)
        elif sign in _PAIRS and open_ones and open_ones[-1] == _PAIRS[sign]:
            open_ones.pop()
        elif sign in _PAIRS and _is_left_over(sign, shown, address):
            return True
    return bool(_RAW_MARKS.search(address))


def _is_left_over(sign: str, shown: str, address: str) -> bool:
    """Tell whether a bracket that closes nothing belongs to the sentence; `shown` is without percent signs."""
    return address.endswith(sign) if sign.isascii() else shown.endswith(sign) or sign in address


def _may_end_so(shown: str) -> bool:
    """Tell whether the punctuation at the end of an address may belong to what it names."""
    last = shown.rpartition("/")[2]
    if shown.endswith(".") and any(found.end() == len(last) for found in _ABBREVIATION.finditer(last)):
        return _has_path(shown)
    return shown.endswith("!") and _WIKI in shown


def _has_path(whole: str) -> bool:
    return "/" in whole.partition("//")[2]
