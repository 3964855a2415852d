"""Repairs of what stands inside of lines."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from .line_repair import Repair, replacing, replacing_at

_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ．－]*")
_SIGNS = dict(zip("，。；：？！、", ",.;:?!,", strict=True))
_SIGN = re.compile(r"(?<=[A-Za-z0-9])\s?([，。；：？！、])(\s*)(?=(\S?))")
_TAGS = re.compile(r"<[^<>]*>|`[^`]*`")
_LINK_WORDS = r"【([^【】]*)】\(([^()]*)\)"
_INVISIBLE = "[\u200b\ufeff]"


def _narrow(line: str, _: int) -> Sequence[str] | None:
    changed = _WIDE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), line)
    return [changed] if changed != line else None


def _half_width(line: str, _: int) -> Sequence[str] | None:
    """Write the signs of another script as its own; a line that also holds words marked as Chinese is left alone."""
    if 'lang="zh' in line:
        return None
    changed = _SIGN.sub(lambda found: _SIGNS[found[1]] + (" " if found[3].isalnum() else found[2]), line)
    changed = re.sub(r"(?<=[A-Za-z0-9])\s?（([^（）]*)）(?=(\w?))", _brackets, changed)
    return [changed] if changed != line else None


def _brackets(found: re.Match[str]) -> str:
    return f" ({found[1]})" + (" " if found[2] else "")


REPAIRS: Mapping[tuple[str, str], Repair] = {
    ("markup-full-width", "write [ and ] instead of 【 and 】 around the words of a link"): replacing(
        _LINK_WORDS, r"[\1](\2)"
    ),
    ("markup-full-width", "write ( and ) with half-width signs after ]"): replacing(
        r"\]（\s*([^\s（）()]+)\s*）", r"](\1)"
    ),
    ("markup-full-width", "write ) instead of ） at the end of the address"): replacing(
        r"\]\(([^\s()（）]+)）", r"](\1)"
    ),
    ("markup-spacing", "leave no space between ] and ("): replacing(
        r"\][ \t]+\((?=[^()\s]*(?:\.md|#|:)[^()]*\))", "]("
    ),
    ("markup-spacing", "leave no space in a reference"): replacing_at(r"[ \t]+", ""),
    ("markup-full-width", "write : instead of ： in a reference"): replacing_at(r"：", ":"),
    ("markup-full-width", "write : instead of ： in a comment"): replacing_at(r"：\s*", ": "),
    ("markup-full-width", "write { and } with half-width signs"): replacing(r"\s*｛([^｛｝{}]*)｝", r" {\1}"),
    ("markup-full-width", "write ** with half-width signs"): replacing("＊＊", "**"),
    ("markup-full-width", "write ` with half-width signs"): replacing("｀", "`"),
    ("markup-full-width", "write letters and digits with half-width signs"): _narrow,
    ("markup-full-width", "write | instead of ｜ in a table"): replacing("｜", "|"),
    ("markup-full-width", "write half-width signs between words of this script"): _half_width,
    ("markup-foreign", "a line is not broken by spaces at its end; take them out, or write a list"): replacing(
        r"[ \t]+$", ""
    ),
    ("markup-foreign", "marked words are not used; write **…**"): replacing(r"==([^=\s*][^=*]*)==", r"**\1**"),
    ("markup-foreign", "write / instead of \\ in a path"): replacing_at(r"\]\(([^()\\]*)\\([^()\\]*)\)", r"](\1/\2)"),
    ("markup-unclosed", "write a comment as <!-- … -->, with half-width signs"): replacing(
        r"(?:<！--|<\s!--|《!--)(?=.*-->)", "<!--"
    ),
    (
        "character-invisible",
        "an invisible character (U+{code:04X}) stands here; delete it and type anew what is around it",
    ): replacing_at(_INVISIBLE, ""),
}
"""By the name of a rule and what it says: what to write there."""
