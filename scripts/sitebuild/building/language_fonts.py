"""Style rules of the languages: which fonts of the reader's system each one is set in."""

from collections.abc import Iterable

from ..model.content import Language

_HEAD = "/* Made from `fonts` in docs/<language>/_data/language.yml. */\n"


def text(languages: Iterable[Language]) -> str:
    """
    Return a rule for each language that names fonts, the general before the special: zh, then zh-Hant.

    A rule is for whatever carries `lang`, not for all inside it, so code in a
    Chinese page stays in the font of code, and a Chinese word in an English
    page is set in a Chinese font.
    """
    rules = (
        f"\n[lang]:lang({language.code}) {{\n  font-family: {language.fonts};\n}}\n"
        for language in sorted(languages, key=lambda language: language.code)
        if language.fonts
    )
    return _HEAD + "".join(rules)
