"""
A page that is plainly well formed → its tags, without building a tree.

Where the parser of browsers has nothing to repair, the tags of its tree are those of the file (`nesting` says where
that is certain). Of any other page this module says nothing: `parsed` reads it.
"""

import functools
import re
from collections.abc import Iterable

from . import nesting, tags
from .tags import Page, Tag

_VALUE = r'[^"<>&\0\r]*+(?:&(?:amp|lt|gt|quot|nbsp|\#39|\#34);[^"<>&\0\r]*+)*+'
# Large letters would be made small, except those of these two attributes of SVG.
_NAME = r"(?:[a-z][a-z0-9:_.-]*+|viewBox|preserveAspectRatio)"
_BARE = r"(?:async|checked|controls|data-[a-z-]++|defer|disabled|hidden|nomodule|open|required|reversed)(?=[ \n\t/]|$)"
_WRITTEN = re.compile(
    rf'[a-z][a-z0-9]*+(?:[ \n\t]++(?<= )(?:{_NAME}="{_VALUE}"|{_BARE}))*+[ \n\t]*+/?|!--[^<>-]*+(?:-[^<>-]++)*+--'
)
"""What may stand between `<` and `>`: a tag that opens an element, or a comment."""
_MARK = re.compile(r"<([^>]*)>")
_HEAD = re.compile(
    r"[ \n\t]*+<!(?i:doctype) html>[ \n\t]*+<(html\b[^<>]*+)>[ \n\t]*+<head>"
    r"((?:[ \n\t]++|<(?:meta|link|base|!--)[^<>]*+>|<(title|script|style)\b[^<>]*+>[^<]*+</\3>)*+)"
    r"</head>[ \n\t]*+<(body\b[^<>]*+)>"
)
_TAIL = re.compile(r"</body>[ \n\t]*+</html>[ \n\t]*+")


class _State(dict[str, "tuple[_State | None, Tag | None]"]):
    """
    An open element: the state to which each mark in it leads, and the tag that the mark is if that matters.

    What may follow is worked out when it is met for the first time.
    """

    def __init__(self, name: str, inside: frozenset[str]) -> None:
        super().__init__()
        self.name = name
        self.inside = inside
        self.following = functools.cache(self._following)

    def __missing__(self, mark: str) -> "tuple[_State | None, Tag | None]":
        name, tag = _understood(mark)
        self[mark] = step = self.following(name), tag
        return step

    def _following(self, name: str) -> "_State | None":
        """
        Return the state after a mark, or None for trouble.

        `name` is that of an element, with the slash of its tag before or behind; or `!` for a comment.
        """
        if self.name and name == f"/{self.name}":
            return _CLOSED
        if name == "!":
            return _STAYS if nesting.comments(self.name) else None
        element = name.removesuffix("/")
        if nesting.stays(self.name, self.inside, element, closed=element != name):
            return _STAYS
        if nesting.opens(self.name, self.inside, name):
            return _state(name, self.inside | (nesting.MATTERS & {name}))
        return None


@functools.cache
def _state(name: str, inside: frozenset[str]) -> _State:
    return _State(name, inside)


_BODY, _HEADER = _state("", frozenset()), _state("head", frozenset())
_CLOSED, _STAYS = _State("", frozenset()), _State("", frozenset())
"""Instead of a state: the element ends here, and nothing has changed."""


def read(html: bytes) -> Page | None:
    """Return what the parser would find in a page, or None if only the parser can tell."""
    try:
        text = html.decode()
    except UnicodeDecodeError:
        return None
    head, end = _HEAD.match(text), text.rfind("</body>")
    if head is None or not _TAIL.fullmatch(text, max(end, head.end())) or tags.BRACKETS.search(html):
        return None
    found: list[Tag] = []
    for state, start, stop in ((_HEADER, head.start(2), head.end(2)), (_BODY, head.end(), end)):
        # A `<` that nothing closes is no mark; all others that are no tags are in one.
        closed = text.rfind("<", start, stop) <= text.rfind(">", start, stop)
        if not closed or not _walk(_MARK.findall(text, start, stop), state, found):
            return None
    texts = tags.texts(text, found)
    changed = texts is None or any("\r" in each or "\0" in each for each in texts)
    if changed or tags.wordless(text) or not all(_WRITTEN.fullmatch(written) for written in (head[1], head[4])):
        return None
    return Page(tags.attributes(head[1]).get("lang", ""), found, texts or ())


def _walk(marks: Iterable[str], state: _State, found: list[Tag]) -> bool:
    """Add the tags that matter; tell whether everything stands where the parser leaves it."""
    outer = state
    above: list[_State] = []
    for mark in marks:
        following, tag = state[mark]
        if following is _CLOSED:
            state = above.pop()
        elif following is None:
            return False
        elif following is not _STAYS:
            above.append(state)
            state = following
        if tag is not None:
            found.append(tag)
    return state is outer


@functools.cache
def _understood(mark: str) -> tuple[str, Tag | None]:
    """Return the name in a mark with its slash, and the tag if it matters."""
    if mark.startswith("/"):
        return mark, None
    if not _WRITTEN.fullmatch(mark):
        return "", None
    if mark.startswith("!"):
        return "!", None
    written = mark.removesuffix("/")
    return tags.name(written) + mark[len(written) :], tags.tag(written)
