"""The engine of search as two scripts: its parts are small files, which know each other by their names."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

FOLDER = "search"
"""The folder of the parts, beside the other scripts; readers get `search.js`, and `search-chinese.js` for Chinese."""
PARTS = (
    "folding",
    "words",
    "spelling",
    "numbers",
    "crisis",
    "postings",
    "chinese",
    "synonyms",
    "asking",
    "likeness",
    "ranking",
    "library",
    "registers",
    "texts",
    "results",
    "engine",
    "matching",
    "handbook_search",
)
"""The parts in the order in which they need each other."""
CHINESE = ("sounds", "regional")
"""The parts that only Chinese needs, and no first answer: they come later, and are handed to the part `chinese`."""
_FRAME = '(function () {{\n"use strict";\n{parts}{last}}})();\n'
_CHINESE_FRAME = (
    "handbookSearch.chinese(function (folding) {{\n"
    '"use strict";\n{parts}return {{ sounds: sounds, regional: regional }};\n'
    "}});\n"
)
_TYPES = re.compile(r"/\*\*.*?\*/[ \t]*\n?", re.DOTALL)
"""Comments that say types: only the checker reads them."""


class Scripts(NamedTuple):
    """The engine, and what it gets later for Chinese."""

    first: str
    chinese: str


def joined(parts: Mapping[str, str]) -> Scripts:
    """Return the scripts made of the texts of all parts, by name; only `handbookSearch` is seen outside."""
    return Scripts(
        first=framed((parts[name] for name in PARTS), "window.handbookSearch = handbookSearch;\n"),
        chinese=_CHINESE_FRAME.format(parts=_TYPES.sub("", "".join(parts[name] for name in CHINESE))),
    )


def framed(texts: Iterable[str], last: str) -> str:
    """Return one script of several, without their types, of which nothing is seen outside; `last` is its last line."""
    return _FRAME.format(parts=untyped(texts), last=last)


def untyped(texts: Iterable[str]) -> str:
    """Return several scripts as one, without their types, all of which is seen outside."""
    return _TYPES.sub("", "".join(texts))
