"""Scripts as readers get them: the names inside shortened, without spaces and comments, where the machine can."""

import re

from ..memo import store as memo
from ..memo.store import Table

_FOR_AUTHORS = re.compile(r"^[ \t]*//.*\n|^[ \t]+", re.MULTILINE)
"""What a script has for those who write it: lines that are comments, and room at the beginning of a line."""
_OLDEST = 5
"""The edition of the language that nothing is rewritten beyond: scripts go on running where they ran as written."""
_ESCAPED = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029"})
"""Both end a line, and so a string, in engines before 2019; the minifier writes the signs themselves."""


def short(script: str, table: Table) -> str:
    """
    Return a script with the same effects and the same names at its outermost level, unless it is known.

    None of ours has a string of several lines. A script that is no script raises a ValueError that says where.
    """
    return table.remember(memo.key(script), lambda: _short(script))


def _short(script: str) -> str:
    try:
        import minify  # noqa: PLC0415 - takes a while to load, and nearly all scripts are known
    except ImportError:
        # Nobody makes it for this kind of machine (see requirements.in): readers get a few kilobytes more.
        return without_notes(script)
    minify.config({"js-version": _OLDEST})
    return f"{minify.string('text/javascript', script).translate(_ESCAPED)}\n"


def without_notes(script: str) -> str:
    """Return a script without lines that are comments and without indents."""
    return _FOR_AUTHORS.sub("", script)
