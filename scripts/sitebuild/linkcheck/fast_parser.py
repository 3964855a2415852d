"""
Reads well-formed pages without building a tree; leaves all others to `full_parser`.

Where a browser's parser has nothing to repair (`nesting` says where that is certain), the tags of its tree are the
tags of the file in the same order, and regular expressions find them several times faster than a parser. The result
is the same as that of `full_parser.parse`, or there is none.
"""

import functools
import re
from collections.abc import Iterable

from . import nesting, tags
from .tags import ParsedPage, Tag

# What looks like an escape, but ends with =, as in ?a=1&b=2, is none in an attribute.
_VALUE = r'[^"<>&\0\r]*+(?:&(?:(?:amp|lt|gt|quot|nbsp|\#39|\#34);|[a-zA-Z][a-zA-Z0-9]*+=)[^"<>&\0\r]*+)*+'
# The parser changes capital letters into small ones, except those of these two attributes of SVG.
_NAME = r"(?:[a-z][a-z0-9:_.-]*+|viewBox|preserveAspectRatio)"
_BARE = (
    r"(?:allowfullscreen|async|autofocus|autoplay|checked|controls|crossorigin|data-[a-z-]++|defer|disabled|hidden|loop|"
    r"multiple|muted|nomodule|open|playsinline|readonly|required|reversed|selected)(?=[ \n\t/]|$)"
)
_PLAIN_TOKEN = re.compile(
    rf'[a-z][a-z0-9]*+(?:[ \n\t]++(?<= )(?:{_NAME}="{_VALUE}"|{_BARE}))*+[ \n\t]*+/?|!--(?!-?>)[^-]*+(?:-[^-]++)*+--'
)
"""A start tag or a comment, without its brackets, that needs no repair."""
_TOKEN = re.compile(r"<(!--(?!-?>)[^-]*+(?:-[^-]++)*+--(?=>)|[^>]*+)>")
_COMMENT = re.compile(r"<!--(?!-?>)[^-]*+(?:-[^-]++)*+-->")
_PROGRAM = re.compile(r"(<(script|style)\b[^<>]*+>)([^<]*+<(?!(?i:/\2)|!--)(?:[^<]++|<(?!(?i:/\2)|!--))*+)(?=</\2>)")
"""A script or style with the sign `<` in it, which ends nothing there; `<!--` would change how a script ends."""
_ANY_PROGRAM = re.compile(r"(<(script|style)\b[^<>]*+>)[^<]*+(?=</\2>)")
_STAND_IN = "\x01"
"""Replaces that sign while tags are looked for."""
_LARGE = 2**20
"""So many letters of a page take more memory in pieces than anybody expects."""
_KEPT, _KEPT_IN_A_STATE = 10_000, 4_000
"""So many tokens are remembered, and in each state: a large site has millions, and few of them on many pages."""
_HEAD = re.compile(
    # In no doctype the parser repairs less than in another, but for a table in a paragraph, which `nesting` refuses.
    r"[ \n\t]*+(?:<\?xml\b[^<>]*+>[ \n\t]*+)?<!(?i:doctype html)\b[^<>]*+>[ \n\t]*+<(html\b[^<>]*+)>[ \n\t]*+<head>"
    r"((?:[ \n\t]++|<(?:meta|link|base|/?noscript|!--)[^<>]*+>|<(title|script|style)\b[^<>]*+>[^<]*+</\3>)*+)"
    r"</head>[ \n\t]*+<(body\b[^<>]*+)>"
)
"""Everything up to the start tag of <body>; groups: tag of <html>, content of <head>, a name, tag of <body>."""
_TAIL = re.compile(r"</body>[ \n\t]*+</html>[ \n\t]*+")


class _OpenElement(dict[str, "tuple[_OpenElement | None, Tag | None]"]):
    """
    A state of the reader: the innermost open element, and which of its ancestors matter.

    It maps each token (what stands between `<` and `>`) to the state after it and to the tag that it is, if the
    checker must know that tag. Entries are made when a token is met for the first time; None is a state for "the
    parser would repair something".
    """

    def __init__(self, name: str, ancestors: frozenset[str]) -> None:
        super().__init__()
        self.name = name
        self.ancestors = ancestors
        self.next_state = functools.cache(self._next_state)

    def __missing__(self, token: str) -> "tuple[_OpenElement | None, Tag | None]":
        if len(self) > _KEPT_IN_A_STATE:
            self.clear()
        name, tag = _parse_token(token)
        self[token] = step = self.next_state(name), tag
        return step

    def _next_state(self, name: str) -> "_OpenElement | None":
        """
        Return the state after a token, or None if the parser would repair something.

        `name` is what `_parse_token` gives: `p` for a start tag, `/p` for an end tag, `p/` for a tag that closes
        itself, `!` for a comment, empty for what is none of these.
        """
        if self.name and name == f"/{self.name}":
            return _CLOSED
        if name == "!":
            return _UNCHANGED if nesting.comment_stays(self.name) else None
        element = name.removesuffix("/")
        if nesting.void_element_stays(self.name, self.ancestors, element, self_closing=element != name):
            return _UNCHANGED
        if nesting.element_stays(self.name, self.ancestors, name):
            return _open_element(name, self.ancestors | (nesting.AFFECT_DESCENDANTS & {name}))
        return None


@functools.cache
def _open_element(name: str, ancestors: frozenset[str]) -> _OpenElement:
    """Return the one state for an element and its ancestors, so that what was worked out in it is kept."""
    state = _OpenElement(name, ancestors)
    _states.append(state)
    return state


_states: list[_OpenElement] = []
_IN_BODY, _IN_HEAD = _open_element("", frozenset()), _open_element("head", frozenset())
_CLOSED, _UNCHANGED = _OpenElement("", frozenset()), _OpenElement("", frozenset())
"""Signs in place of a state: the element ends with this token; this token opens and closes nothing."""


def parse_if_well_formed(html: bytes) -> ParsedPage | None:
    """Return what `full_parser.parse` would return for a file, or None if only that parser can tell."""
    text = _prepared(html)
    head, end = _HEAD.match(text), text.rfind("</body>")
    if head is None or not _TAIL.fullmatch(text, max(end, head.end())):
        return None
    found: list[Tag] = []
    parts = ((head[1], _IN_HEAD, head.start(2), head.end(2)), (head[4], _IN_BODY, head.end(), end))
    for parent, state, start, stop in parts:
        # A `<` that nothing closes is no token of `_TOKEN`; every other stray `<` is part of one, which is not plain.
        is_closed = text.rfind("<", start, stop) <= text.rfind(">", start, stop)
        if not is_closed or not _collect_opening(parent, found):
            return None
        if not _collect_tags(_tokens(text, start, stop), state, found):
            return None
    # All that looks like a comment is one: in a text or a tag it would not have been plain.
    shown = _COMMENT.sub("", text) if "<!--" in text else text
    texts, unnamed = tags.texts_of(shown, found), tags.links_without_name(shown)
    if texts is None or unnamed is None or any("\r" in each or "\0" in each for each in texts):
        return None
    if _STAND_IN in text:
        texts = [each.replace(_STAND_IN, "<") for each in texts]
    return ParsedPage(tags.parse_attributes(head[1]).get("lang", ""), found, texts, unnamed)


def _prepared(html: bytes) -> str:
    """Return the text of a file with the line ends that browsers make of it, or nothing if it is not plain."""
    try:
        text = html.decode()
    except UnicodeDecodeError:
        return ""
    if _STAND_IN in text:
        return ""
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    text = _PROGRAM.sub(lambda found: found[1] + found[3].replace("<", _STAND_IN), text)
    # Markdown that was left is shown by the text of the tree; in a script such brackets mean nothing.
    if tags.MARKDOWN_BRACKETS.search(html):
        shown = _ANY_PROGRAM.sub(r"\1", text)
        if "](" in shown or "][" in shown:
            return ""
    return text


def _collect_opening(token: str, found: list[Tag]) -> bool:
    """Do for the tag of <html> or <body> what `_collect_tags` does for tokens."""
    if not _PLAIN_TOKEN.fullmatch(token):
        return False
    if opening := tags.parse_tag(token):
        found.append(opening)
    return True


def _tokens(text: str, start: int, stop: int) -> Iterable[str]:
    """Return the tokens of a part of a text: at once, which is faster, but of a large page one after the other."""
    if stop - start < _LARGE:
        return _TOKEN.findall(text, start, stop)
    return (found[1] for found in _TOKEN.finditer(text, start, stop))


def forget() -> None:
    """Let go what is remembered of tags: when all pages have been read, it only takes memory."""
    _parse_token.cache_clear()
    tags.parse_tag.cache_clear()
    for cached in _states:
        cached.clear()


def _collect_tags(tokens: Iterable[str], state: _OpenElement, found: list[Tag]) -> bool:
    """
    Append to `found` the tags that the checker must know; `state` is the element around the tokens.

    Return whether the parser would repair nothing in them and all elements are closed.
    """
    outermost = state
    above: list[_OpenElement] = []
    for token in tokens:
        following, tag = state[token]
        if following is _CLOSED:
            state = above.pop()
        elif following is None:
            return False
        elif following is not _UNCHANGED:
            above.append(state)
            state = following
        if tag is not None:
            found.append(tag)
    return state is outermost


@functools.lru_cache(_KEPT)
def _parse_token(token: str) -> tuple[str, Tag | None]:
    """Return the name in a token with its slash (`p`, `/p`, `br/`, `!` for a comment), and the tag if it matters."""
    if token.startswith("/"):
        return token, None
    if not _PLAIN_TOKEN.fullmatch(token):
        return "", None
    if token.startswith("!"):
        return "!", None
    source = token.removesuffix("/")
    return tags.element_name(source) + token[len(source) :], tags.parse_once(source)
