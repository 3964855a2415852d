"""
Simplified Chinese → Traditional Chinese: characters and the spelling of words, never other words.

OpenCC's `s2tw` writes the characters as Taiwan does. Its phrase tables (`s2twp`) stay out: they would turn
注销账户, to close an account, into “log out” and rename statutes. What OpenCC gets wrong is mended by a reviewed
list of terms (docs/zh-Hant/_data/conversion.yml).
"""

import functools
import itertools
import re
from collections.abc import Callable, Mapping

from opencc import OpenCC

from . import fences

Convert = Callable[[str], str]

_ADDRESS = r"<?[^\s()<>]*(?:\([^\s()<>]*\))?[^\s()<>]*"
_ATTRIBUTES = r"""(?:[^<>{}"']|"[^"]*"|'[^']*')*"""
_PROTECTED = re.compile(
    "|".join(
        (
            # Code in a line; it ends in its paragraph.
            r"(?<!`)(?P<code>`+)(?!`)(?:[^\n]|\n(?![ \t]*\n))*?(?<!`)(?P=code)(?!`)",
            # Comments and markers.
            r"<!--(?s:.*?)-->",
            r"<(?P<raw>script|style|pre|code|kbd|samp)\b[^>]*>(?s:.*?)</(?P=raw)>",
            # Words of another language or script, marked as such.
            r"""<(?P<quoted>\w+)\b[^<>]*?\slang=["']?(?!zh-Hant\b|zh["'\s>])[\w-]+["']?[^<>]*>(?s:.*?)</(?P=quoted)>""",
            # The address of a link, also in a list of addresses; the title after it is text.
            rf"\]\(\s*(?:{_ADDRESS})",
            r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S+",
            # Ids and classes; the tags of HTML and the addresses between < and >.
            rf"\{{(?::|[ \t]*(?:[#.]|[A-Za-z-]+=)){_ATTRIBUTES}\}}",
            rf"</?[A-Za-z]{_ATTRIBUTES}>",
        )
    ),
    re.MULTILINE,
)
_TEXT = re.compile("[^\\0\ud800-\udfff]+")
"""What OpenCC can read: at a NUL it would stop, and half a surrogate it refuses."""
_HUMAN = re.compile(r"""(\b(?:title|alt|aria-label|placeholder|summary)[ \t]*=[ \t]*)("[^"]*"|'[^']*')""")
"""Attributes whose values a reader sees or hears."""
_RARE = b"\xc9\x40"
"""Where the second part of Big5 begins."""
_TAG = re.compile(r"</?[A-Za-z]|\{")
_DEFINITION = re.compile(r"(?P<name> {0,3}\[[^\]\n]+\]:)(?P<address>[ \t]*\S+)")


def plain(text: str) -> str:
    """Return text in Traditional characters as OpenCC writes them, without the list of terms."""
    return text if text.isascii() else _TEXT.sub(lambda found: str(_opencc().convert(found[0])), text)


def is_traditional(text: str) -> bool:
    """
    Tell whether text can be Traditional Chinese: OpenCC leaves each character alone, or it is a common one in Big5.

    The first part of Big5 holds what both scripts have, such as 里 and 只; its second part and Hong Kong's
    supplement hold characters, such as 网 and 发, that today only Simplified Chinese uses.
    """
    return all(plain(each) == each or _is_common(each) for each in text)


def converter(terms: Mapping[str, str]) -> Convert:
    """
    Return a function that writes Markdown in Traditional characters.

    `terms` gives the wanted form by the form that OpenCC writes; where several fit, the longest is taken. Code, the
    addresses of links, ids, tags, comments and words marked as another language stay as they are.
    """
    known = sorted(terms, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, known))) if known else None

    def words(text: str) -> str:
        text = plain(text)
        return pattern.sub(lambda found: terms[found[0]], text) if pattern else text

    def prose(text: str) -> str:
        pieces, end = [], 0
        for found in _PROTECTED.finditer(text):
            pieces += [words(text[end : found.start()]), _kept(found[0], words)]
            end = found.end()
        return "".join([*pieces, words(text[end:])])

    def convert(text: str) -> str:
        lines = text.split("\n")
        code = fences.code_lines(lines)
        blocks = itertools.groupby(enumerate(lines, start=1), key=lambda line: line[0] in code)
        pieces = ((in_code, "\n".join(line for _, line in block)) for in_code, block in blocks)
        return "\n".join(piece if in_code else prose(piece) for in_code, piece in pieces)

    return convert


def _kept(span: str, words: Convert) -> str:
    """Return a protected span as it is, but for what a reader sees of a tag, and for the name of an address."""
    if definition := _DEFINITION.fullmatch(span):
        return words(definition["name"]) + definition["address"]
    if not _TAG.match(span) or "</" in span[1:]:
        return span
    return _HUMAN.sub(lambda found: found[1] + words(found[2]), span)


def _is_common(character: str) -> bool:
    code = character.encode("big5", "ignore")
    return bool(code) and code < _RARE


@functools.cache
def _opencc() -> OpenCC:
    return OpenCC("s2tw")
