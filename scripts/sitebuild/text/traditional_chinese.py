"""
Converts Markdown from Simplified to Traditional Chinese: the characters change, the choice of words does not.

It uses OpenCC's `s2tw`, the character forms of Taiwan. The configuration `s2twp`, which also replaces words, is not
used: it would turn 注销账户 (close an account) into “log out” and change the names of statutes. Mistakes of OpenCC
are corrected by a reviewed list of terms (docs/zh-Hant/_data/conversion.yml).
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
            # Inline code, which does not reach beyond its paragraph.
            r"(?<!`)(?P<code>`+)(?!`)(?:[^\n]|\n(?![ \t]*\n))*?(?<!`)(?P=code)(?!`)",
            # Comments and markers.
            r"<!--(?s:.*?)-->",
            r"<(?P<raw>script|style|pre|code|kbd|samp)\b[^>]*>(?s:.*?)</(?P=raw)>",
            # Elements with a lang attribute of another language or script.
            r"""<(?P<quoted>\w+)\b[^<>]*?\slang=["']?(?!zh-Hant\b|zh["'\s>])[\w-]+["']?[^<>]*>(?s:.*?)</(?P=quoted)>""",
            # The address of a link or of a link reference definition; the title after it is text.
            rf"\]\(\s*(?:{_ADDRESS})",
            r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S+",
            # Attribute lists such as {#id .class}; HTML tags, and addresses between < and >.
            rf"\{{(?::|[ \t]*(?:[#.]|[A-Za-z-]+=)){_ATTRIBUTES}\}}",
            rf"</?[A-Za-z]{_ATTRIBUTES}>",
        )
    ),
    re.MULTILINE,
)
_TEXT = re.compile("[^\\0\ud800-\udfff]+")
"""Text that OpenCC can convert: it stops at a NUL and rejects lone surrogates."""
_VISIBLE_ATTRIBUTE = re.compile(r"""(\b(?:title|alt|aria-label|placeholder|summary)[ \t]*=[ \t]*)("[^"]*"|'[^']*')""")
"""HTML attributes whose values are shown or read aloud."""
_RARE = b"\xc9\x40"
"""The first code of Big5's level 2, the less frequent characters."""
_TAG = re.compile(r"</?[A-Za-z]|\{")
_DEFINITION = re.compile(r"(?P<name> {0,3}\[[^\]\n]+\]:)(?P<address>[ \t]*\S+)")


def plain(text: str) -> str:
    """Return plain text as OpenCC converts it, without the list of corrections."""
    return text if text.isascii() else _TEXT.sub(lambda found: str(_opencc().convert(found[0])), text)


def is_traditional(text: str) -> bool:
    """
    Tell whether text can be Traditional Chinese: OpenCC does not change it, or it is in Big5's level 1.

    Level 1 of Big5 contains characters that both scripts use, such as 里 and 只. Level 2 and the Hong Kong supplement
    also contain characters, such as 网 and 发, that today only Simplified Chinese uses.
    """
    return all(plain(each) == each or _is_common(each) for each in text)


def converter(terms: Mapping[str, str]) -> Convert:
    """
    Return a function that converts Markdown to Traditional characters.

    `terms` gives the right form by the form that OpenCC produces; where several match, the longest is used. Code,
    addresses of links, ids, tags, comments and words marked as another language are not converted.
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
    """Return a span that is not converted, except visible attributes of a tag and the label of a link definition."""
    if definition := _DEFINITION.fullmatch(span):
        return words(definition["name"]) + definition["address"]
    if not _TAG.match(span) or "</" in span[1:]:
        return span
    return _VISIBLE_ATTRIBUTE.sub(lambda found: found[1] + words(found[2]), span)


def _is_common(character: str) -> bool:
    code = character.encode("big5", "ignore")
    return bool(code) and code < _RARE


@functools.cache
def _opencc() -> OpenCC:
    return OpenCC("s2tw")
