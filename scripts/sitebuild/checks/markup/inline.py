"""What stands inside of lines: emphasis, code, links, and constructions of other tools."""

import difflib
import re
from collections.abc import Iterator, Sequence

from ...model.message import Message
from ...model.rules.markup import MarkupRule
from ...text import references
from . import comments
from .source_lines import LIST, Slip, SourceLine, blocks

_KNOWN = (*references.SCHEMES, "http", "https", "tel", "sms", "mailto")
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffc-\ufffd\ue000-\uf8ff]"
)
_SCHEME = re.compile(r"\]\(\s*<?\s*([A-Za-z][A-Za-z0-9+.\-]*)\s*[:：]")
_LEFT_STAR = re.compile(r"(?<!\\)\*+")
_STRONG = re.compile(r"(?<![\\*])(\*{1,3})(?=[^\s*])((?:[^*]|\\\*)*?)(?<=[^\s*\\])\1(?!\*)")
_SLIPS: tuple[tuple[str, re.Pattern[str], MarkupRule, str], ...] = (
    (
        "【",
        re.compile(
            r"【[^【】]*】\((?=[^()\s]*(?:\.md|#|:)[^()]*\))|【[^【】\[\]]*[】\]]\("
            r"|【[^【】]*】（(?=[^（）]*(?:\.md|#|://)[^（）]*）)"
        ),
        "markup-full-width",
        "write [ and ] instead of 【 and 】 around the words of a link",
    ),
    (
        "<",
        re.compile(r"<!(?!--)|<！--|<!—|<\s!--|《!--"),
        "markup-unclosed",
        "write a comment as <!-- … -->, with half-width signs",
    ),
    (
        "（",
        re.compile(r"\](?=（[^（）]*[/.#:：a-z])"),
        "markup-full-width",
        "write ( and ) with half-width signs after ]",
    ),
    ("](", re.compile(r"\]\([^()]*）"), "markup-full-width", "write ) instead of ） at the end of the address"),
    (
        "](",
        re.compile(r"\]\((?![^()]*(?:\([^()]*\)[^()]*)*\))"),
        "markup-unclosed",
        "close the address of the link with )",
    ),
    (
        "] ",
        re.compile(r"\][ \t]+\((?=[^()\s]*(?:\.md|#|:/|law:|fact:|phone:|term:|site:)[^()]*\))"),
        "markup-spacing",
        "leave no space between ] and (",
    ),
    (
        "]",
        re.compile(r"^(?:[-*+]|\d+\.)\s+\[[ xX　]?\](?!\()"),
        "markup-foreign",
        "task lists are not used; write “- ”",
    ),
    ("[^", re.compile(r"\[\^[^\]]+\]"), "markup-foreign", "footnotes are not used; write it into the sentence"),
    (
        "[!",
        re.compile(r"\[![A-Za-z]+\]"),
        "markup-foreign",
        'write a box as !!! warning "…", its text indented by 4 spaces',
    ),
    (
        "[",
        re.compile(r"\[\[[^\[\]]*\]\]|\([^()]*\)\[(?=[^\[\]]*(?:\.md|#|://)[^\[\]]*\])"),
        "markup-foreign",
        "write a link as [words](page.md)",
    ),
    (
        "=",
        re.compile(r"^={3}[!+]? +[\"“]"),
        "markup-foreign",
        "tabs are not used; write a heading “### … {#name}” for each",
    ),
    ("~~", re.compile(r"~~[^~]+~~|~~"), "markup-foreign", "struck-out words are not used; delete them"),
    ("==", re.compile(r"==[^=\s][^=]*=="), "markup-foreign", "marked words are not used; write **…**"),
    (
        "++",
        re.compile(r"(?<![A-Za-z0-9+])\+\+[^+\s](?:.*?[^+\s])?\+\+"),
        "markup-foreign",
        "this sign means nothing here; write **…**, and keys as <kbd>…</kbd>",
    ),
    (
        "__",
        re.compile(r"(?<![A-Za-z0-9_])__(?=[^_\s])[^_]*[^_\s]__(?![A-Za-z0-9_])"),
        "markup-foreign",
        "write **…** around words that matter",
    ),
    (
        "",
        re.compile(
            r"(?<![A-Za-z])(?:TODO|FIXME|TBD)(?![A-Za-z])|[（(【]待(?:补充?|写|查|定)[^（()）】]*[）)】]|^待补充?[：。]?$"
        ),
        "markup-foreign",
        "this reads as a note to yourself: finish it, or put it into a comment, <!-- … -->",
    ),
    ("^^", re.compile(r"\^\^[^^]+\^\^"), "markup-foreign", "this sign means nothing here; write **…**"),
    (
        ":",
        re.compile(r"(?<![A-Za-z0-9:/]):[a-z][a-z0-9_+-]+:(?![A-Za-z0-9:])"),
        "markup-foreign",
        "names of pictures such as :smile: are not used; take it out",
    ),
    ("[", re.compile(r"^\[(?:TOC|toc)\]$"), "markup-foreign", "the list of sections writes itself; delete this line"),
    (
        "$",
        re.compile(
            r"\$\$|(?<!\\)\$[^$\s][^$]*\\[a-z]+[^$]*\$|(?<!\\)\$[^$\s]*[\^_=][^$\s]*\$"
            r"|(?<![\\A-Z])\$(?=[A-Za-z\\][^$]*[=^_\\])[^$]+\$"
        ),
        "markup-foreign",
        "formulas are not used; write it in words",
    ),
    (
        "&",
        re.compile(r"&(?:nbsp|ensp|emsp|thinsp|amp|lt|gt|quot|copy|middot|bull|hellip|[mn]dash)(?![A-Za-z0-9;])"),
        "markup-unclosed",
        "write the sign itself; the name of one ends with a half-width ;",
    ),
    ("{%", re.compile(r"\{%"), "markup-foreign", "{% … %} means nothing here; delete it"),
    ("｛", re.compile(r"｛"), "markup-full-width", "write { and } with half-width signs"),
    (
        "*[",
        re.compile(r"^\*\[[^\]]+\]:"),
        "markup-foreign",
        "abbreviations are not explained so; add the word to terms.yml",
    ),
    (":", re.compile(r"^[:：] {1,3}\S"), "markup-foreign", "lists of definitions are not used; write “- **word**: …”"),
    ("-8<", re.compile(r"-{1,}8<-{1,}"), "markup-foreign", "other files cannot be put in here; copy the text"),
    ("＊＊", re.compile(r"＊＊"), "markup-full-width", "write ** with half-width signs"),
    ("｀", re.compile(r"｀"), "markup-full-width", "write ` with half-width signs"),
    (
        "](",
        re.compile(r"\]\([^()\s]+[ \t]+[“‘「]"),
        "markup-foreign",
        "a link has no title; leave only the address between ( and )",
    ),
    (
        "",
        re.compile(r"[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ．－]*"),
        "markup-full-width",
        "write letters and digits with half-width signs",
    ),
    ("\\", re.compile(r"\\$"), "markup-foreign", "a line is not broken by \\; leave an empty line, or write a list"),
    (
        "\\",
        re.compile(r"\]\(<?[A-Za-z]:\\"),
        "markup-foreign",
        "this file lies on your own computer, where readers cannot get it; draw a figure, or leave it out",
    ),
    ("\\", re.compile(r"\]\([^()]*\\[^()]*\)"), "markup-foreign", "write / instead of \\ in a path"),
)


def find(lines: Sequence[SourceLine]) -> Iterator[Slip]:
    """Yield what is wrong inside of lines."""
    for line in lines:
        if line.source:
            yield from comments.find(line)
            yield from _line(line)
    for block in blocks(lines):
        yield from _emphasis(block)


def _line(line: SourceLine) -> Iterator[Slip]:
    if found := _INVISIBLE.search(line.source):
        advice = Message(
            "an invisible character (U+{code:04X}) stands here; delete it and type anew what is around it",
            code=ord(found[0]),
        )
        yield line.slip("character-invisible", advice, found.start())
    for sign, pattern, rule, message in _SLIPS:
        if sign in line.bare and (found := pattern.search(line.bare if sign == "\\" else line.text.lstrip())):
            yield line.slip(rule, message, max(line.bare.find(found[0].strip() or found[0]), 0))
    if "\t" in line.bare.strip():
        message = "write a table with | between its cells, and |---|---| as its second line"
        yield line.slip("markup-foreign", message, line.bare.find("\t", len(line.bare) - len(line.bare.lstrip())))
    if line.source.endswith("  ") and not line.is_empty:
        message = Message("a line is not broken by spaces at its end; take them out, or write a list")
        yield line.slip("markup-foreign", message, len(line.source.rstrip()))
    if "](" in line.bare:
        for found in _SCHEME.finditer(line.bare):
            yield from _scheme(line, found)
    if line.bare.count("`") and not line.words.startswith("```"):
        yield line.slip("markup-unclosed", "close the code with another `, or delete this one", line.bare.find("`"))


def _scheme(line: SourceLine, found: re.Match[str]) -> Iterator[Slip]:
    if found[1] not in _KNOWN:
        near = difflib.get_close_matches(found[1].lower(), _KNOWN, 1, 0.6)
        advice = Message("write {near}:", near=near[0]) if near else Message("the kinds are {known}", known=[*_KNOWN])
        yield line.slip(
            "markup-unknown",
            Message("“{found}:” is no kind of reference or address; {advice}", found=found[1], advice=Message(advice)),
            found.start(1),
        )
    elif found[1] in references.SCHEMES and line.bare[found.end() : found.end() + 1].isspace():
        yield line.slip("markup-spacing", "leave no space in a reference", found.end())
    elif found[0][-1] == "：":
        yield line.slip("markup-full-width", "write : instead of ： in a reference", found.end() - 1)


def _emphasis(block: Sequence[SourceLine]) -> Iterator[Slip]:
    """Yield the first star of a paragraph that emphasizes nothing."""
    if not any("*" in line.bare for line in block):
        return
    offsets, whole = [], ""
    for line in block:
        text = line.bare.strip()
        item = LIST.match(text)
        offsets.append(len(whole))
        whole += (" " * item.end() + text[item.end() :] if item else text) + "\n"
    while (shorter := _STRONG.sub(lambda found: " " * len(found[1]) + found[2] + " " * len(found[1]), whole)) != whole:
        whole = shorter
    if left := _LEFT_STAR.search(whole):
        place = max(number for number, offset in enumerate(offsets) if offset <= left.start())
        line = block[place]
        column = left.start() - offsets[place] + len(line.bare) - len(line.bare.lstrip())
        message = Message(
            "“{left}” emphasizes nothing: close it without a space before it, or write \\{sign}",
            left=left[0],
            sign=left[0][0],
        )
        yield line.slip("markup-unclosed", message, column)
