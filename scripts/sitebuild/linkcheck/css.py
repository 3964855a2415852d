"""
A style sheet → the addresses in it.

As CSS Syntax 3 cuts it into tokens (with tinycss2, which keeps to it) and CSS Values 4 finds addresses among them:
url() and src(), the strings of image-set() and of @import. What other at-rules name before their block nobody fetches.
"""

import itertools
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
_OF_ONE_STRING = ("url", "src")
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
        (_fetched(tinycss2.parse_component_value_list(css, skip_comments=True), is_top=True), False)
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
        elif inner := _inside(token):
            waiting.append(inner)
        if token.type != "whitespace":
            before = token.lower_value if token.type == "at-keyword" else ""


def _inside(token: "Node") -> "tuple[Iterator[Node], bool] | None":
    """Return the tokens in a function or block, and whether its strings are addresses; None for another token."""
    if token.type == "{} block":
        return _fetched(token.content, is_top=False), False
    if token.type in ("() block", "[] block"):
        return iter(token.content), False
    if token.type != "function":
        return None
    if token.lower_name not in _OF_ONE_STRING:
        return iter(token.arguments), token.lower_name in _OF_STRINGS
    # Behind the string there may be words on how to fetch it; if there is none, browsers drop it all.
    return itertools.islice((each for each in token.arguments if each.type != "whitespace"), 1), True


def _fetched(tokens: "Sequence[Node]", *, is_top: bool) -> "Iterator[Node]":
    """
    Yield tokens without what stands between the name of an at-rule and its block or semicolon.

    Only what an @import names, at the top of a sheet, is fetched: a @namespace
    is a name, and @supports asks whether a browser could.
    """
    inside = False
    for token in tokens:
        if token.type == "at-keyword":
            inside = token.lower_value != "import" or not is_top
        elif inside and (token.type == "{} block" or (token.type == "literal" and token.value == ";")):
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
