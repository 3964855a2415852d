"""Repairs of signs at the beginning of lines, of front matter, and of empty lines."""

import re
from collections.abc import Mapping, Sequence

from .line_repair import Repair, empty_line_above, replacing, replacing_at

_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_STEP = re.compile(r"(\s*)([０-９\d]{1,3})[.．、）)]\s*(?=\S)")
_WIDE_HASH = re.compile(r"(\s*)([#＃]+)\s*(?=\S)")
_WIDE_BOX = re.compile(r"(\s*)！{3}\s*(\w+)\s*(?:[“\"”]([^“”\"]*)[“\"”])?\s*$")
_FEWEST = 2
"""The level of headings on pages; which one a single # stands for, its author knows."""


def _heading(line: str, column: int) -> Sequence[str] | None:
    found = re.compile(r"#+").match(line, column)
    return [f"{line[: found.end()]} {line[found.end() :]}"] if found and len(found[0]) >= _FEWEST else None


def _wide_heading(line: str, _: int) -> Sequence[str] | None:
    found = _WIDE_HASH.match(line)
    if not found or len(found[2]) < _FEWEST:
        return None
    return [f"{found[1]}{'#' * len(found[2])} {line[found.end() :]}"]


def _step(line: str, _: int) -> Sequence[str] | None:
    found = _STEP.match(line)
    return [f"{found[1]}{found[2].translate(_HALF_WIDTH)}. {line[found.end() :]}"] if found else None


def _box(line: str, _: int) -> Sequence[str] | None:
    found = _WIDE_BOX.match(line)
    if not found:
        return None
    title = f' "{found[3]}"' if found[3] else ""
    return [f"{found[1]}!!! {found[2]}{title}"]


REPAIRS: Mapping[tuple[str, str], Repair] = {
    ("markup-spacing", "write a space after #, or this is no heading"): _heading,
    ("markup-full-width", "write ## and a space instead of ＃"): _wide_heading,
    ("markup-spacing", "write a space after the sign of the list: “- ”"): replacing(r"^(\s*[-+*])(?=\S)", r"\1 "),
    ("markup-spacing", "write a space after the number of the step: “1. ”"): replacing(
        r"^(\s*\d{1,3}\.)(?=\S)", r"\1 "
    ),
    ("markup-full-width", "write the number of a step as “1. ”, with half-width signs"): _step,
    ("markup-full-width", "write “- ” at the beginning of a list item"): replacing(
        r"^(\s*)[－＊＋•·●○■◆▪►☐☑✅]\s*(?=\S)", r"\1- "
    ),
    ("markup-full-width", "write > instead of ＞"): replacing(r"^(\s*)＞\s*", r"\1> "),
    ("markup-full-width", "write ``` with half-width signs"): replacing(r"^(\s*)[｀·]{3}", r"\1```"),
    ("markup-indent", "take out the spaces before #, or this is no heading"): replacing(r"^\s+(?=#)", ""),
    ("markup-spacing", "write a space before {#, or readers see it"): replacing_at(r"\{", " {"),
    ("markup-empty-line", "leave an empty line before the list, or it is no list"): empty_line_above,
    ("markup-empty-line", "leave an empty line before the table, or it is none"): empty_line_above,
    ("box-malformed", 'write !!! warning "…", with straight quotes'): _box,
    (
        "markup-full-width",
        "write ordinary spaces, or none, at the beginning of a line; this one looks like one but is none",
    ): replacing("^[\u00a0\u3000]+(?=[^\\s>#*+-])", ""),
    ("front-matter-broken", "write : and a space instead of ："): replacing(r"^([\w.-]+)\s*：\s*", r"\1: ", count=1),
    ("front-matter-broken", "write a space after the colon"): replacing(r"^([\w.-]+):(?=\S)", r"\1: ", count=1),
    ("front-matter-missing", "write --- with half-width signs"): replacing(r"^[－—–]{2,}\s*$", "---"),
}
"""By the name of a rule and what it says: what to write there."""
