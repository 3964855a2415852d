"""The engine of search as two scripts: its parts are small files, which know each other by their names."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

FOLDER = "search"
"""The folder of the parts, beside the other scripts; readers get `search.js` and that of their language."""
PARTS = (
    "folding",
    "words",
    "spelling",
    "numbers",
    "crisis",
    "postings",
    "languages",
    "others",
    "synonyms",
    "asking",
    "likeness",
    "ranking",
    "wishes",
    "library",
    "registers",
    "texts",
    "results",
    "engine",
    "matching",
    "handbook_search",
)
"""The parts in the order in which they need each other."""
CHINESE = ("sounds", "regional", "chinese")
ENGLISH = ("english",)
"""The parts that only one language needs, and no first answer: they come later, and are handed to the engine."""
_FRAME = '(function () {{\n"use strict";\n{parts}{last}}})();\n'
_CHINESE_LAST = 'handbookSearch.language("zh", Object.assign({ sounds: sounds, others: regional }, chinese));\n'
_ENGLISH_LAST = 'handbookSearch.language("en", english);\n'
_TYPES = re.compile(r"/\*\*.*?\*/[ \t]*\n?", re.DOTALL)
"""Comments that say types: only the checker reads them."""


class Scripts(NamedTuple):
    """The engine, and what it gets later for one language."""

    first: str
    chinese: str
    english: str


def joined(parts: Mapping[str, str]) -> Scripts:
    """Return the scripts made of the texts of all parts, by name; only `handbookSearch` is seen outside."""
    return Scripts(
        first=framed((parts[name] for name in PARTS), "window.handbookSearch = handbookSearch;\n"),
        chinese=framed((parts[name] for name in CHINESE), _CHINESE_LAST),
        english=framed((parts[name] for name in ENGLISH), _ENGLISH_LAST),
    )


def framed(texts: Iterable[str], last: str) -> str:
    """Return one script of several, without their types, of which nothing is seen outside; `last` is its last line."""
    return _FRAME.format(parts=untyped(texts), last=last)


def untyped(texts: Iterable[str]) -> str:
    """Return several scripts as one, without their types, all of which is seen outside."""
    return _TYPES.sub("", "".join(texts))
