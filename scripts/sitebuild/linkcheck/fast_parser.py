"""
Reads pages without building a tree; leaves those in which only a tree can tell to `full_parser`.

A browser's parser repairs the tree (HTML standard, 13.2.6 "Tree construction"): it moves elements, repeats them and
closes what was left open. But it drops hardly any start tag, so what a page has is known from its tokens, which regular
expressions find several times faster than a parser. Where a tag may be dropped (a cell without a table, a form in a
form, what stands in a <select> or a <template>) or a token is odd, there is no answer here. The tags are those of
`full_parser.parse`; only their order, and how often one stands there, may differ where the parser repairs something.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from . import address_attributes, character_references, tags
from .tags import ParsedPage, Tag

_RAW = "|".join(
    # An element whose content is text, up to its end tag; without the flag a, the long ſ would be taken for an s.
    rf"[{name[0]}{name[0].upper()}](?ai:{name[1:]})(?=[ \n\t\f/>])[^>]*+>"
    rf"[^<]*+(?:<(?!/(?ai:{name})[ \n\t\f/>])[^<]*+)*+"
    for name in ("script", "style", "title", "textarea", "iframe")
)
_BARE = "|".join(
    rf"[{name[0]}{name[0].upper()}](?ai:{name[1:]})(?=>)"
    for name in ("h1", "template", "select", "xmp", "plaintext", "noembed", "noframes", "frameset", "math", "svg")
)
"""Elements that matter without attributes too."""
_TOKEN = re.compile(
    # First what is most frequent and never matters: end tags, and short start tags without attributes.
    rf"<(?!/[a-z0-9]++>|(?![xm]|svg>)[a-z]{{1,4}}+>)(?:!--(?:-?>|(?s:.)*?--!?>)|({_RAW}|{_BARE}|[a-zA-Z][a-zA-Z0-9]*+[^a-zA-Z0-9>][^>]*+(?=>)|"
    r"/(?:[^a-zA-Z>]|[a-zA-Z][a-zA-Z0-9]*+[^a-zA-Z0-9>][^>]*+(?=>))|[?!][^>]*+))"
)
"""A comment; or, in its group, what may matter: a tag with attributes, an element of text, what is odd."""
_SPACE, _NAME = r"[ \n\t]", r"[!#-&(-.0-;?-~]++"
_PLAIN_TAG = re.compile(
    rf"([a-zA-Z][!#-&(-.0-;?-~]*+)(?:{_SPACE}++{_NAME}(?:{_SPACE}*+={_SPACE}*+"
    rf"(?:\"[^\"]*+\"|'[^']*+'|[^ \n\t\f\"'=<>`]++))?+)*+{_SPACE}*+/?"
)
_ATTRIBUTE = re.compile(
    rf"{_SPACE}++({_NAME})(?:{_SPACE}*+={_SPACE}*+(?:\"([^\"]*+)\"|'([^']*+)'|([^ \n\t\f\"'=<>`]++)))?+"
)
_PLAIN_END = re.compile(r"/[a-zA-Z][!#-&(-.0-;?-~]*+[ \n\t]*+")
_COMMENT = re.compile(r"<!--(?:-?>|(?s:.)*?--!?>)")
_PROGRAM = re.compile(r"(<(script|style)\b[^<>]*+>)[^<]*+(?:<(?!/\2)[^<]*+)*+", re.IGNORECASE | re.ASCII)
_FORM = re.compile(r"<(/?)form(?=[ \n\t\f/>])", re.IGNORECASE)
_CELL = re.compile(r"<(?:caption|col|colgroup|tbody|td|tfoot|th|thead|tr)(?=[ \n\t\f/])")
_OF_TEXT = re.compile(r"<(?:iframe|script|style|textarea|title)[ \n\t\f/>]")
_CELLS = frozenset(("caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"))
"""What a browser drops outside a table."""
_LEFT_TO_THE_PARSER = frozenset(
    ("frame", "frameset", "image", "math", "noembed", "noframes", "plaintext", "select", "template", "xmp")
)
_UNCERTAIN = _CELLS | {"base", "body", "form", "html", "svg", "title"}
"""Elements that may be dropped or moved, or whose place or number matters."""
_SPECIAL = _UNCERTAIN.union(tags.TEXT_ELEMENTS)
_IN_DRAWINGS = {name.lower(): name for name in address_attributes.ELEMENTS if not name.islower()}
"""Names of SVG that the parser writes with capitals, however they are written."""
_LARGE = 2**20
"""So many letters of a page take more memory in pieces than anybody expects."""
_KEPT, _LONGEST_KEPT = 20_000, 1_000
"""So many tokens are remembered: a large site has millions, and few of them on many pages."""


class _NotPlainError(Exception):
    """Only a tree can tell what a page says."""


class _Tokens(dict[str, Tag | None]):
    """Maps each token to the tag that it is, if the checker must know it; raises _NotPlainError."""

    def __missing__(self, token: str) -> Tag | None:
        tag = _tag_of(token)
        if len(token) <= _LONGEST_KEPT:
            if len(self) > _KEPT:
                self.clear()
            self[token] = tag
        return tag


_known = _Tokens()


def forget() -> None:
    """Let go what is remembered of tags: when all pages have been read, it only takes memory."""
    _known.clear()


def parse_if_plain(html: bytes, *, only_links: bool = False) -> ParsedPage | None:
    """
    Return what `full_parser.parse` would return for a file, or None if only that parser can tell.

    With `only_links`, nothing is said of what is no link: tags are there once,
    and neither links without words nor Markdown are looked for.
    """
    try:
        text = html.decode()
        if "\r" in text:
            text = text.replace("\r\n", "\n")
        if "\0" in text or "\r" in text:
            return None
        return _parse(text, html, only_links=only_links)
    except (UnicodeDecodeError, _NotPlainError):
        return None


def _parse(text: str, html: bytes, *, only_links: bool) -> ParsedPage:
    """Return what a text says; raise _NotPlainError."""
    tokens = _tokens(text)
    # A page has some hundred tokens: what is done for each of them is done without a line of Python where it can be.
    found = list(filter(None, map(_known.__getitem__, dict.fromkeys(tokens) if only_links else tokens)))
    special = [tag for tag in found if tag.name in _SPECIAL]
    texts = [tag.text for tag in special if tag.holds_text]
    uncertain = [tag.name for tag in special if tag.name in _UNCERTAIN]
    if "svg" in uncertain and any(map(_is_odd, special)) and _has_text_in_drawings(text):
        raise _NotPlainError
    _see_that_none_is_dropped(text, uncertain)
    if not only_links:
        _see_that_all_has_words(text, html)
    language = ""
    if "html" in uncertain:
        if found[0].name != "html":
            raise _NotPlainError
        language = found[0].attributes.get("lang", "")
    return ParsedPage(language, found, texts)


def _is_odd(tag: Tag) -> bool:
    """Tell whether an element of text would be another one in a drawing."""
    if not tag.holds_text:
        return False
    return "<" in tag.text or tag.source.endswith("/") or (tag.name != "title" and "&" in tag.text)


def _tokens(text: str) -> Iterable[str]:
    """Return the tokens of a text: at once, which is faster, but of a large page one after the other."""
    if len(text) < _LARGE:
        return _TOKEN.findall(text)
    return (found[1] or "" for found in _TOKEN.finditer(text))


def _tag_of(token: str) -> Tag | None:
    """Return the tag that a token is, if the checker must know it; raise _NotPlainError."""
    if token[:1] in "/?!":
        if token.startswith(("!--", "![CDATA[")) or (token[:1] == "/" and not _PLAIN_END.fullmatch(token)):
            raise _NotPlainError
        return None
    source = token.partition(">")[0]
    plain = _PLAIN_TAG.fullmatch(source)
    if not plain:
        raise _NotPlainError
    name = plain[1].lower()
    if name in _LEFT_TO_THE_PARSER or (name in ("iframe", "textarea", "title") and "<" in token):
        # In a drawing what stands in one of these is no text; and it mostly was forgotten to close it.
        raise _NotPlainError
    try:
        attributes = _attributes(source, plain.end(1))
    except character_references.UncertainError:
        raise _NotPlainError from None
    tag = tags.made(source, _IN_DRAWINGS.get(name, name), attributes)
    if tag and name in ("head", "noscript"):
        raise _NotPlainError
    return tag._replace(text=_text_of(tag, token)) if tag and tag.holds_text else tag


def _attributes(source: str, at: int) -> dict[str, str]:
    """Return the attributes of a tag whose name ends at a place; of two with one name the first counts."""
    attributes: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(source, at):
        value = double or single or bare
        attributes.setdefault(name.lower(), character_references.unescape(value) if "&" in value else value)
    return attributes


def _text_of(tag: Tag, token: str) -> str:
    """Return the text of an element that holds only text; raise _NotPlainError."""
    text = token.partition(">")[2]
    if tag.name == "title":
        try:
            return character_references.unescape(text, is_text=True)
        except character_references.UncertainError:
            raise _NotPlainError from None
    if tag.name == "script" and "<!--" in text and "<script" in text.lower():
        # The HTML standard lets such a script end elsewhere.
        raise _NotPlainError
    return text


def _see_that_none_is_dropped(text: str, names: Sequence[str]) -> None:
    """Raise _NotPlainError if a browser may drop an element of `_UNCERTAIN`, or takes another one for the first."""
    if names.count("html") > 1 or names.count("body") > 1:
        raise _NotPlainError
    if names.count("base") > 1 or names.count("title") > 1:
        # What stands among rows is moved before the table, and so may become the first.
        table = text.lower().find("<table")
        if table >= 0 and (names.count("base") > 1 or not -1 < text.find("<title>") < table):
            raise _NotPlainError
    if "form" in names:
        ends = _FORM.findall(text)
        if any(end == before == "" for before, end in pairwise(ends)):
            raise _NotPlainError
    if not _CELLS.isdisjoint(names):
        # Of each tag its name stays, of what is hidden nothing; the module keeps what it has compiled.
        hidden = rf"<(?:!--(?:-?>|(?s:.)*?--!?>)|[?!][^>]*+|{_RAW})|<(/?[a-zA-Z][^ \n\t\f/>]*+)[^>]*+"
        shown = re.sub(hidden, r"<\1 ", text).lower()
        for cell in _CELL.finditer(shown):
            if shown.rfind("<table", 0, cell.start()) <= shown.rfind("</table", 0, cell.start()):
                raise _NotPlainError


def _has_text_in_drawings(text: str) -> bool:
    """Tell whether an element that holds only text may stand in a drawing, where it may hold others."""
    lower = _COMMENT.sub("", text).lower()
    if lower.count("<svg") != lower.count("</svg") or "<desc" in lower or "<foreignobject" in lower:
        # In these two the end of a drawing does not end it.
        return True
    # A drawing may stand in another one, and that goes on behind it.
    depth = 0
    for part in lower.split("<svg")[1:]:
        inside, *after = part.split("</svg")
        depth += 1
        if _OF_TEXT.search(inside):
            return True
        for outside in after:
            depth = max(depth - 1, 0)
            if depth and _OF_TEXT.search(outside):
                return True
    return depth > 0


def _see_that_all_has_words(text: str, html: bytes) -> None:
    """Raise _NotPlainError if there may be links without words, or Markdown that was left: the tree tells."""
    shown = _COMMENT.sub("", text) if "<!--" in text else text
    if tags.links_without_name(shown) != []:
        raise _NotPlainError
    # In a script such brackets mean nothing.
    if tags.MARKDOWN_BRACKETS.search(html):
        shown = _PROGRAM.sub("", shown)
        if "](" in shown or "][" in shown:
            raise _NotPlainError
