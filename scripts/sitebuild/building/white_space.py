"""The white space of a page's HTML."""

import re

_INDENT = re.compile(r"\n\s+")
_AS_WRITTEN = ("<pre", "<textarea")
"""Elements inside which white space is shown as it is."""


def without_indents(html: str) -> str:
    """Return a page without the indents and empty lines of templates, which a reader on a slow line would wait for."""
    return html if any(name in html for name in _AS_WRITTEN) else _INDENT.sub("\n", html.lstrip())
