"""Repairs of Chinese typography."""

import re
from collections.abc import Mapping, Sequence

from .line_repair import Repair, replacing_at

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
_WIDE = dict(zip(",;:?!.", "，；：？！。", strict=True))
_SIGN = re.compile(rf"([{_HAN}])([,;:?!.])[ \t]*(?=[{_HAN}])|([{_HAN}])([,;:?!])(?=\s|$)")
_GAP = re.compile("([^\\s\u3000])[ \u00a0\u2000-\u200a\u202f\u3000]+")


def _wide_sign(line: str, column: int) -> Sequence[str] | None:
    """Write the sign between Chinese in full width, without the space that follows it."""
    found = _SIGN.match(line, column)
    if not found:
        return None
    before, sign = (found[1], found[2]) if found[1] else (found[3], found[4])
    return [line[:column] + before + _WIDE[sign] + line[found.end() :]]


REPAIRS: Mapping[tuple[str, str], Repair] = {
    ("chinese-half-width", "write “，。；：？！”"): _wide_sign,
    ("chinese-half-width", "write （ and ）"): replacing_at(rf"([{_HAN}])\(([^()\[\]]*)\)", r"\1（\2）"),
    ("chinese-half-width", "write “ and ”"): replacing_at(rf'([^"]?)"([^"“”]*[{_HAN}][^"“”]*)"', r"\1“\2”"),
    ("chinese-half-width", "write 【 and 】"): replacing_at(rf"\[([{_HAN}]+)\](?!\s*[(（])", r"【\1】"),
    ("chinese-dots", "write “……”"): replacing_at(r"\.{3,}|…", "……"),
    ("chinese-gap", "leave no space here"): replacing_at(_GAP.pattern, r"\1"),
}
"""By the name of a rule and what it says: what to write there."""
