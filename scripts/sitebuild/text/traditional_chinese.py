"""
Converts Markdown from Simplified to Traditional Chinese: the characters change, the choice of words does not.

It uses OpenCC's `s2tw`, the character forms of Taiwan. The configuration `s2twp`, which also replaces words, is not
used: it would turn 注销账户 (close an account) into “log out” and change the names of statutes. Where a character has
several Traditional forms, a reviewed table decides (docs/zh-Hant/_data/conversion.yml, see conversion_table).
"""

import functools
import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from opencc import OpenCC

from . import fences
from .conversion_table import ConversionTable, Forms, Undecided

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
    """Return plain text as OpenCC converts it, without the table."""
    return text if text.isascii() else _TEXT.sub(lambda found: str(_opencc("s2tw").convert(found[0])), text)


def simplified(text: str) -> str:
    """Return plain text in Simplified characters, as OpenCC converts it."""
    return _TEXT.sub(lambda found: str(_opencc("t2s").convert(found[0])), text)


def is_traditional(text: str) -> bool:
    """
    Tell whether text can be Traditional Chinese: OpenCC does not change it, or it is in Big5's level 1.

    Level 1 of Big5 contains characters that both scripts use, such as 里 and 只. Level 2 and the Hong Kong supplement
    also contain characters, such as 网 and 发, that today only Simplified Chinese uses.
    """
    return all(plain(each) == each or _is_common(each) for each in text)


def table(forms: Mapping[str, Forms]) -> ConversionTable:
    """Return a conversion table, by character; OpenCC converts what it does not decide. The same is made once."""
    return _table(tuple((each, tuple(found.items())) for each, found in forms.items()))


@functools.cache
def _table(forms: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> ConversionTable:
    return ConversionTable({each: dict(found) for each, found in forms}, plain, simplified)


class Converter:
    """
    Converts Markdown to Traditional characters, by the forms of a conversion table.

    Code, addresses of links, ids, tags, comments and words marked as another language are not converted. A class and
    not a function, so that registers that hold one can be kept as plain values; the table is made at the first use.
    """

    def __init__(self, forms: Mapping[str, Forms]) -> None:
        self._forms = forms

    def __call__(self, text: str) -> str:
        """Return a text converted."""
        pieces, end = [], 0
        for start, stop in _text_spans(text):
            pieces += [text[end:start], self._table.converted(text[start:stop])]
            end = stop
        return "".join([*pieces, text[end:]])

    def __reduce__(self) -> tuple[type["Converter"], tuple[Mapping[str, Forms]]]:
        return Converter, (self._forms,)

    @functools.cached_property
    def _table(self) -> ConversionTable:
        return table(self._forms)


def converter(forms: Mapping[str, Forms]) -> Convert:
    """Return what converts Markdown to Traditional characters, by the forms of a conversion table."""
    return Converter(forms)


def undecided(text: str, decisions: ConversionTable) -> Iterator[Undecided]:
    """Yield the characters of Markdown that the table does not decide, in the text that is converted."""
    for start, stop in _text_spans(text):
        for found in decisions.undecided(text[start:stop]):
            yield replace(found, place=start + found.place)


def _text_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each piece of Markdown that is converted."""
    lines = text.split("\n")
    code = fences.code_lines(lines)
    offset = 0
    for in_code, block in itertools.groupby(enumerate(lines, start=1), key=lambda line: line[0] in code):
        piece = "\n".join(line for _, line in block)
        if not in_code:
            yield from ((offset + start, offset + stop) for start, stop in _prose_spans(piece))
        offset += len(piece) + 1


def _prose_spans(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    for found in _PROTECTED.finditer(text):
        yield end, found.start()
        yield from ((found.start() + start, found.start() + stop) for start, stop in _seen_spans(found[0]))
        end = found.end()
    yield end, len(text)


def _seen_spans(protected: str) -> Iterator[tuple[int, int]]:
    """Yield what is converted inside a protected span: the label of a link definition, visible attributes of a tag."""
    if definition := _DEFINITION.fullmatch(protected):
        yield definition.span("name")
    elif _TAG.match(protected) and "</" not in protected[1:]:
        yield from (found.span(2) for found in _VISIBLE_ATTRIBUTE.finditer(protected))


def _is_common(character: str) -> bool:
    code = character.encode("big5", "ignore")
    return bool(code) and code < _RARE


@functools.cache
def _opencc(configuration: str) -> OpenCC:
    return OpenCC(configuration)
