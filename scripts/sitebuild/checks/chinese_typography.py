"""Rules of Chinese typography: full-width punctuation, closed brackets, Simplified script, no spaces beside Latin."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from opencc import OpenCC

from ..model import entry_texts
from ..model.content import Content
from ..model.message import Message
from ..model.problem import Problem
from ..model.rules.all_rules import RuleName
from ..text import running_text, search_words

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
_WIDE = rf"{_HAN}，。；：？！、（）《》“”「」"
_SPACE = " \u00a0\u2000-\u200a\u202f\u3000"
_FILE_NAME = r"(?![^“”\s]*\.[a-z]{3,4}”)"
"""What follows a space is no end of a file's name, which has its spaces as they are: “2026-03-08 通话.pdf”."""
_NOT_CHINESE = (
    re.compile(r"<(\w+)[^<>]*\blang=[^<>]*>.*?</\1>"),
    running_text.REFERENCES,
    re.compile(r"\{\{[^{}]*\}\}|\{\w+\}"),
)
"""Parts of a line that are not checked, besides markup: text marked as another language, references, blanks."""
_TITLE = re.compile(r"《[^《》]*》")
_GLUED = re.compile(rf"(?:https?://|www\.)[^\s<>()`]*?[{_WIDE}]")
_SLIPS: tuple[tuple[RuleName, re.Pattern[str], str], ...] = (
    (
        "chinese-half-width",
        re.compile(rf"[{_HAN}][,;:?!](?=[{_HAN}\s]|$)|[{_HAN}]\.(?=[{_HAN}])"),
        Message("write “，。；：？！”"),
    ),
    ("chinese-half-width", re.compile(rf"[{_HAN}]\([^()]*[{_HAN}][^()]*\)"), Message("write （ and ）")),
    ("chinese-dots", re.compile(r"\.{3,}|。{2,}|(?<!…)…(?!…)"), Message("write “……”")),
    (
        "chinese-half-width",
        re.compile(rf"[{_WIDE}][\"'](?:[^\"']*[\"'])?|[\"'](?=[{_HAN}])(?:[^\"']*[\"'])?"),
        Message("write “ and ”"),
    ),
    ("chinese-half-width", re.compile(rf"\[[{_HAN}]{{1,12}}\](?![(\[:（])"), Message("write 【 and 】")),
    (
        "chinese-gap",
        re.compile(
            rf"[{_HAN}][{_SPACE}]+(?=[A-Za-z0-9{_HAN}，。；：？！、）》”])|[，。；：？！、（《“][{_SPACE}]+(?=[{_WIDE}A-Za-z0-9])"
            rf"|(?<!\| )[A-Za-z0-9][{_SPACE}]+(?=[{_HAN}]){_FILE_NAME}"
        ),
        "leave no space here",
    ),
)
_PAIRS = {"《": "》", "（": "）", "“": "”", "「": "」", "『": "』", "【": "】"}
_NO_LIST = str.maketrans("[]", "  ")
_OVER_LINES = "“「『"
_ENUMERATED = re.compile(r"(?:^|[^0-9A-Za-z])(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,2})$")
"""The sign of an item that ）closes: 1）, a）, 一）."""
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}
_MARKS = re.compile(f"[{''.join([*_PAIRS, *_OPENING])}]")


def check(content: Content) -> Iterator[Problem]:
    """Report such faults in the pages and the register words of the source language, if that is zh."""
    yield from check_pages(content)
    yield from check_data(content)


def check_pages(content: Content) -> Iterator[Problem]:
    """Report the faults of pages."""
    code = content.source_language.code
    for page in (each for each in content.pages_in(code) if code == "zh" and not each.made):
        # Square brackets of front matter are those of a list.
        values = ((number, _value(line).translate(_NO_LIST)) for number, line in search_words.head_shown(page.source))
        lines = [*values, *running_text.lines(page)]
        for number, line in lines:
            yield from _line(page.path, number, line)
        yield from _unbalanced_in(page.path, lines)


def check_data(content: Content) -> Iterator[Problem]:
    """Report the faults of words of the registers."""
    code = content.source_language.code
    for path, number, name, text in entry_texts.in_language(content.registers, code) if code == "zh" else ():
        for each in _line(path, number, text):
            # Official titles of standards have spaces between their parts.
            if each.rule != "chinese-gap" or not name.endswith(".title"):
                yield Problem(
                    path=path,
                    line=number,
                    rule=each.rule,
                    message=Message("{name}: {message}", name=name, message=Message(each.message)),
                )
        for each in _unbalanced_in(path, [(number, text)]):
            yield Problem(
                path=path,
                line=number,
                rule=each.rule,
                message=Message("{name}: {message}", name=name, message=Message(each.message)),
            )


def _value(line: str) -> str:
    """Return what a line of front matter says, the rest of it and the quotation marks around it as spaces."""
    key, colon, value = line.partition(":")
    return " " * len(key + colon) + re.sub(r"^(\s*)\"(.*)\"(\s*)$", r"\1 \2 \3", value)


def _line(path: str, number: int, line: str) -> Iterator[Problem]:
    def problem(column: int, rule: RuleName, message: str) -> Problem:
        return Problem(path=path, line=number, column=column + 1, rule=rule, message=message)

    if glued := _GLUED.search(line):
        yield problem(glued.end() - 1, "address-glued-to-chinese", "put the address between < and >, or in a link")
    line = running_text.blanked(line, *_NOT_CHINESE, by="\0")
    # The official titles of standards have spaces.
    line = _TITLE.sub(lambda found: found[0].replace(" ", "\0"), line) if "《" in line else line
    if line.lstrip().startswith("!!!"):
        # The straight marks around a box's title are signs of Markdown.
        line = line.replace('"', "\0")
    for rule, pattern, advice in _SLIPS:
        for found in pattern.finditer(line):
            yield problem(
                found.start(), rule, Message("“{found}”: {advice}", found=found[0].strip(), advice=Message(advice))
            )
    simplified = line.translate(_SIMPLIFIED)
    wrong = [
        (column, each, simple)
        for column, (each, simple) in enumerate(zip(line, simplified, strict=True) if simplified != line else ())
        if each != simple and not _is_standard(each)
    ]
    if wrong:
        typed, right = "".join(each for _, each, _ in wrong), "".join(simple for _, _, simple in wrong)
        yield problem(
            wrong[0][0],
            "chinese-traditional",
            Message("“{each}” is Traditional; write “{simple}”", each=typed, simple=right),
        )


def _unbalanced_in(path: str, lines: Sequence[tuple[int, str]]) -> Iterator[Problem]:
    """Report brackets without a partner in their line, and quotation marks without one in their paragraph."""
    waiting: list[tuple[int, int, str]] = []
    before = 0
    for number, line in lines:
        text = running_text.blanked(line, *_NOT_CHINESE, by="\0") if _MARKS.search(line) else line
        if number != before + 1 or not line.strip(" >"):
            yield from _left(path, waiting)
            waiting = []
        before = number
        for found in _MARKS.finditer(text):
            column, each = found.start(), found[0]
            if each in _PAIRS:
                waiting.append((number, column, each))
            elif waiting and waiting[-1][2] == _OPENING[each]:
                waiting.pop()
            elif not (each == "）" and _ENUMERATED.search(text[:column])):
                message = Message(
                    "“{each}” closes nothing; write {opening} before it", each=each, opening=_OPENING[each]
                )
                yield Problem(path=path, line=number, column=column + 1, rule="chinese-unbalanced", message=message)
        # Authors write one sentence a line, so what somebody says may go on in the next.
        yield from _left(path, [each for each in waiting if each[2] not in _OVER_LINES])
        waiting = [each for each in waiting if each[2] in _OVER_LINES]
    yield from _left(path, waiting)


def _left(path: str, waiting: Sequence[tuple[int, int, str]]) -> Iterator[Problem]:
    for number, column, each in waiting:
        message = Message(
            "“{each}” is not closed in this {word}; write {pairs}",
            each=each,
            word=Message("paragraph" if each in _OVER_LINES else "line"),
            pairs=_PAIRS[each],
        )
        yield Problem(path=path, line=number, column=column + 1, rule="chinese-unbalanced", message=message)


def _is_standard(character: str) -> bool:
    """Tell whether a character is one of GB 2312, such as 乾 of 乾隆: Simplified texts have it too."""
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


class _Simplified(dict[int, str]):
    """The Simplified form of each Chinese character, for str.translate; filled as characters occur."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = str(_converter().convert(character)) if "\u3400" <= character <= "\u9fff" else character
        return self[code]


_SIMPLIFIED = _Simplified()


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
