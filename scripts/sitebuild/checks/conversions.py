"""Rule: every word of a converted language's conversion.yml can match, and its form is not converted again."""

import re
from collections.abc import Iterator, Mapping

from ..model import register_paths
from ..model.character_forms import ELSE
from ..model.content import Content
from ..model.message import Message
from ..model.problem import Problem
from ..text import traditional_chinese

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_WORD = re.compile(rf"[0-9{_HAN.pattern[1:-1]}]{{2,}}")


def check(content: Content) -> Iterator[Problem]:
    """Report lines with other than Chinese characters, that can never match, or whose form is converted again."""
    for code, words in content.registers.words.items():
        path = register_paths.words_path(register_paths.CONVERSION, code)
        for character, forms in words.conversion.items() if words.to_own_script else ():
            for key, message in _faults(character, forms, words.to_own_script or str):
                line = content.registers.lines.get((path, key), content.registers.lines.get((path, character), 1))
                yield Problem(
                    path=path,
                    line=line,
                    rule="conversion-wrong",
                    message=Message("{character}: {message}", character=character, message=Message(message)),
                )


def _faults(
    character: str, forms: Mapping[str, str], convert: traditional_chinese.Convert
) -> Iterator[tuple[str, str]]:
    """Yield (key of the line, what is wrong with it) for a character of the table."""
    if not _HAN.fullmatch(character):
        yield character, "write one Chinese character before the colon"
        return
    seen: dict[str, str] = {}
    for name, listed in forms.items():
        key, form = f"{character}.{name}", listed if name == ELSE else name
        if not _HAN.fullmatch(form) or not (form == character or traditional_chinese.is_traditional(form)):
            yield key, Message("“{form}” is no form of it; write one Traditional character", form=form)
        elif name == ELSE:
            if (again := convert(form)) != form:
                yield (
                    key,
                    Message(
                        "“{form}” becomes “{again}” when it is converted again; write a form that stays",
                        form=form,
                        again=again,
                    ),
                )
        else:
            for word in listed.split():
                if message := _word_fault(character, word, seen.get(word, form), form):
                    yield key, message
                seen.setdefault(word, form)


def _word_fault(character: str, word: str, earlier: str, form: str) -> str:
    """Return what is wrong with a word of a form; `earlier` is the form that lists it first."""
    if not _WORD.fullmatch(word):
        return Message("“{word}”: write words of at least two Chinese characters, with spaces between them", word=word)
    if character not in word:
        return Message("“{word}” does not have this character; move it below one of its own", word=word)
    if (simplified := traditional_chinese.simplified(word)) != word:
        return Message(
            "nothing matches “{word}”; the Chinese pages write “{simplified}”, so write that",
            word=word,
            simplified=simplified,
        )
    if earlier != form:
        return Message(
            "“{word}” stands at “{earlier}” and at “{form}”; delete one", word=word, earlier=earlier, form=form
        )
    return ""
