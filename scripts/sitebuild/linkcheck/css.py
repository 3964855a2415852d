"""
A style sheet → the addresses in it.

As CSS Syntax 3 cuts it into tokens (with tinycss2, which keeps to it) and CSS Values 4 finds addresses among them:
url() and src(), the strings of image-set() and of @import. The name of a @namespace is an address that nobody fetches.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .address import cleaned

if TYPE_CHECKING:
    from tinycss2.ast import Node

_MAY_HOLD_ADDRESS = re.compile(
    # An address that is data, or a part of the same file, leads nowhere; most sheets have no other.
    r"url\((?!\s*+[\"']?(?:data:|\#))|@import|image-set\(|src\(|@[-\w]*\\|\\[0-9a-f]{1,6}\s?[-\w\\]*\(|\\[^\s\"'();:]*\(",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb'@charset "([^"]{1,40})";')
_OF_STRINGS = ("image-set", "-webkit-image-set")
"""Functions in which a string by itself is an address."""


def addresses(css: str) -> Iterator[str]:
    """Yield the addresses in a style sheet or in the value of a style attribute, without what leads nowhere."""
    if not _MAY_HOLD_ADDRESS.search(css):
        return
    # Loaded here, because most sites have no such sheet.
    import tinycss2  # noqa: PLC0415

    # Lists of tokens that wait, the innermost last, each with whether its strings are addresses.
    waiting: list[tuple[Iterator[Node], bool]] = [
        (_without_namespaces(tinycss2.parse_component_value_list(css, skip_comments=True)), False)
    ]
    before = ""
    while waiting:
        tokens, strings = waiting[-1]
        token = next(tokens, None)
        if token is None:
            waiting.pop()
            continue
        if token.type == "url" or (token.type == "string" and (strings or before == "import")):
            if written := cleaned(token.value):
                yield written
        elif token.type == "function":
            name = token.lower_name
            waiting.append((iter(token.arguments), name in _OF_STRINGS or name in ("url", "src")))
        elif token.type in ("{} block", "() block", "[] block"):
            waiting.append((iter(token.content), False))
        if token.type != "whitespace":
            before = token.lower_value if token.type == "at-keyword" else ""


def _without_namespaces(tokens: "Sequence[Node]") -> "Iterator[Node]":
    """Yield tokens without those of @namespace rules, which end with a semicolon."""
    inside = False
    for token in tokens:
        if token.type == "at-keyword":
            inside = token.lower_value == "namespace"
        elif inside and token.type == "literal" and token.value == ";":
            inside = False
        if not inside:
            yield token


def decoded(css: bytes) -> str:
    """Return the text of a style sheet: a byte order mark says its encoding, or a @charset at its very beginning."""
    # Loaded here, because sheets in UTF-8 without a mark need it not.
    found = _CHARSET.match(css)
    if not found and not css.startswith((b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe")):
        return css.decode(errors="replace")
    from . import encoding  # noqa: PLC0415

    return encoding.decode(css, found[1] if found else b"")
