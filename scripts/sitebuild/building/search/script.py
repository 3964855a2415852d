"""The engine of search as one script: its parts are small files, which know each other by their names."""

import re
from collections.abc import Mapping

FOLDER = "search"
"""The folder of the parts, beside the other scripts; readers get one file, `search.js`."""
PARTS = (
    "folding",
    "words",
    "spelling",
    "sounds",
    "numbers",
    "crisis",
    "postings",
    "regional",
    "synonyms",
    "asking",
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
_FRAME = '(function () {{\n"use strict";\n{parts}window.handbookSearch = handbookSearch;\n}})();\n'
_TYPES = re.compile(r"/\*\*.*?\*/[ \t]*\n?", re.DOTALL)
"""Comments that say types: only the checker reads them."""


def joined(parts: Mapping[str, str]) -> str:
    """Return the script made of the texts of all parts, by name; nothing but `handbookSearch` is seen outside."""
    return _FRAME.format(parts=_TYPES.sub("", "".join(parts[name] for name in PARTS)))
