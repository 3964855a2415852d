"""Rule: every line of a converted language's conversion.yml can match, and its result is not converted again."""

import re
from collections.abc import Iterator

from ..model import register_paths
from ..model.content import Content
from ..model.problem import Problem
from ..text import traditional_chinese

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")


def check(content: Content) -> Iterator[Problem]:
    """Report lines with other than Chinese characters, that can never match, or whose result is converted again."""
    for code, words in content.registers.words.items():
        path = register_paths.words_path(register_paths.CONVERSION, code)
        for written, wanted in words.conversion.items() if words.to_own_script else ():
            message = _fault(written, wanted, words.to_own_script or str)
            if message:
                line = content.registers.lines.get((path, written), 1)
                yield Problem(path=path, line=line, rule="conversion-wrong", message=f"{written}: {message}")


def _fault(written: str, wanted: str, convert: traditional_chinese.Convert) -> str:
    """Return what is wrong with a line that corrects `written` to `wanted`; empty if nothing is."""
    if not _HAN.fullmatch(written) or not _HAN.fullmatch(wanted):
        return "write Chinese characters only, on both sides of the colon"
    if not traditional_chinese.is_traditional(written):
        plain = traditional_chinese.plain(written)
        return f"nothing matches this; OpenCC writes “{plain}”, so write that before the colon"
    if convert(wanted) != wanted:
        return f"“{wanted}” becomes “{convert(wanted)}” when it is converted again; write a form that stays"
    return ""
