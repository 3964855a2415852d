"""
Two languages that nobody speaks, made from English: what is not translated, too narrow or runs the wrong way shows.

`en-XA` has accents and is a third longer, as German or Uyghur would be;
`ar-XB` is written in Arabic letters, from the right. They exist in tests
only, and stand for no real language.
"""

import re
from collections.abc import Callable
from pathlib import Path

LONGER = 1.35
_ACCENTS = str.maketrans("aceilnorsuyzACEILNORSUYZ", "åçéîłñöŕšûýžÅÇÉÎŁÑÖŔŠÛÝŽ")
_STRETCHED = re.compile("[aeiounst]")
_ARABIC = str.maketrans("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "ابثدىفغهيجكلمنوپقرستعڤشخةز" * 2)
_MARKUP = re.compile(
    r'(<span lang="zh">.*?</span>'  # words that stay Chinese
    r"|<[^<>]*>|&\w+;"  # tags, comments, entities
    r"|\[\]\([^)]*\)|\]\([^)]*\)"  # references, targets of links
    r"|\{[^{}]*\}|\\."  # ids and what the build fills in, escapes
    r"|^\s*!!! \w+"  # the kind of a notice
    r")",
    re.DOTALL,
)
_LIST = re.compile(r"^(\s*also: \[)(.*)\]$", re.MULTILINE)
_VALUE = re.compile(r'((?:"[^"]+"|[\w-]+): )"((?:[^"\\]|\\.)*)"')

Transform = Callable[[str], str]


def accented(text: str) -> str:
    """Return letters with accents, and many of them twice: a third longer."""
    return _STRETCHED.sub(lambda letter: letter[0] * 2, text).translate(_ACCENTS)


def arabic(text: str) -> str:
    """Return Arabic letters, one for each English one."""
    return text.translate(_ARABIC)


TRANSFORMS: dict[str, Transform] = {"en-XA": accented, "ar-XB": arabic}
DATES = {"en-XA": "de", "ar-XB": "ar"}
"""Locales whose dates are neither English nor Chinese."""


def translate(text: str, transform: Transform) -> str:
    """Return a text with its words transformed and its markup as it was."""
    return "".join(part if place % 2 else transform(part) for place, part in enumerate(_MARKUP.split(text)))


def page(text: str, transform: Transform) -> str:
    """Return a page: title, description and text; a description keeps its length, which a rule limits."""
    _, head, body = text.split("---\n", 2)
    short: Transform = (lambda text: text.translate(_ACCENTS)) if transform is accented else transform
    head = re.sub(r"(?m)^(title: \"?)(.*)$", lambda line: line[1] + translate(line[2], transform), head)
    head = re.sub(r"(?m)^(description: \"?)(.*)$", lambda line: line[1] + translate(line[2], short), head)
    lines = (translate(line, transform) for line in body.split("\n"))
    return f"---\n{head}---\n" + "\n".join(lines)


def words(text: str, code: str) -> str:
    """Return a file of words with every text between double quotes transformed, all but settings."""
    transform = TRANSFORMS[code]

    def value(found: re.Match[str]) -> str:
        key = found[1].strip()
        if key in ("numerals:", "grouped_from:", "hanzi:", "pinyin:"):
            return found[0]
        return f'{found[1]}"{DATES[code] if key == "date_locale:" else translate(found[2], transform)}"'

    def line(text: str) -> str:
        """Return a line of one text or several, with a word for the check where one reads the same."""
        if text.startswith("#"):
            return text
        changed = _VALUE.sub(value, text)
        same = [old == new for old, new in zip(_VALUE.findall(text), _VALUE.findall(changed), strict=True)]
        return changed + (" # same" if any(same) else "")

    def forms(line: re.Match[str]) -> str:
        """Return other forms of a term with their plurals: only English ones are known to the checks."""
        listed = [each.strip(' "') for each in line[2].split(",")]
        listed += [f"{each[:-1]}ies" for each in listed if each.endswith("y")]
        return line[1] + ", ".join(f'"{translate(each, transform)}"' for each in listed) + "]"

    return _LIST.sub(forms, "\n".join(line(each) for each in text.split("\n")))


def fill(root: Path, code: str, pages: list[str]) -> None:
    """Translate the folder of a new language, and these pages, out of English."""
    for path in (root / "docs" / code / "_data").iterdir():
        path.write_text(words(path.read_text(encoding="utf-8"), code), encoding="utf-8")
    for name in pages:
        target = root / "docs" / code / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page((root / "docs/en" / name).read_text("utf-8"), TRANSFORMS[code]), encoding="utf-8")
