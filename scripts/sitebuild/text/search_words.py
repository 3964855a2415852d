"""
The words of readers, by which search finds a page or section that says it otherwise; pages do not show them.

For a page they stand in the front matter, `search: [呼死你, 一天打几十个电话]`; for a section in a comment alone on the
line below its heading, `<!-- search: 呼死你, 一天几十个电话 -->`.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence

from . import front_matter

KEY = "search"
"""The key in front matter, and the first word of the comment."""
_COMMENT = re.compile(rf"<!--\s*{KEY}:\s*(.*?)\s*-->")
_ALONE = re.compile(rf"[ \t>]*{_COMMENT.pattern}[ \t]*")
_BETWEEN = re.compile(r"\s*[,，、]\s*")
_KEY_LINE = re.compile(rf"{KEY}[ \t]*:")
_NEXT_LINE = re.compile(r"[^\s#-]|---")


def split(text: str) -> tuple[str, ...]:
    """Return the words of a line; two commas in a row give an empty one, and an empty text gives one empty word."""
    return tuple(_BETWEEN.split(text.strip()))


def in_line(line: str) -> tuple[int, tuple[str, ...]] | None:
    """Return the column of the comment in a line, from 1, and its words; None if there is none."""
    found = _COMMENT.search(line)
    return (found.start() + 1, split(found[1])) if found else None


def is_alone(line: str) -> bool:
    """Tell whether a line holds the comment and nothing else."""
    return _ALONE.fullmatch(line) is not None


def without(text: str) -> str:
    """Return Markdown without such comments; its lines stay."""
    return _COMMENT.sub("", text) if KEY in text else text


def front_matter_lines(lines: Sequence[str]) -> Iterator[int]:
    """Yield the index of each line of front matter that belongs to the key, the lines of a list below it too."""
    inside = False
    for index, line in enumerate(lines):
        inside = bool(_KEY_LINE.match(line)) or (inside and not _NEXT_LINE.match(line))
        if inside:
            yield index


def lines_shown(text: str) -> Iterator[tuple[int, str]]:
    """Yield number and text of each line of a file without its search words, which need no agreed terms or signs."""
    lines = text.split("\n")
    hidden = set(front_matter_lines(lines[: front_matter.split(text)[1]]))
    for number, line in enumerate(lines, start=1):
        yield number, "" if number - 1 in hidden else without(line)


def head_shown(text: str) -> Iterator[tuple[int, str]]:
    """Yield number and text of each line of the front matter of a file, without its search words."""
    return itertools.islice(lines_shown(text), front_matter.split(text)[1])


def folded(word: str) -> str:
    """Return a word as two are compared: full-width signs, capitals and spaces make no difference."""
    return " ".join(unicodedata.normalize("NFKC", word).casefold().split())


def says(text: str, word: str) -> bool:
    """Tell whether a text, such as a title, has a word in it already; a Latin word counts only as a whole."""
    inside, sought = folded(text), folded(word)
    # No pattern is made of the word: compiling thousands took as long as reading all pages.
    start = inside.find(sought) if sought else -1
    while start >= 0:
        end = start + len(sought)
        if not (_is_latin(inside[:start][-1:]) or _is_latin(inside[end : end + 1])):
            return True
        start = inside.find(sought, start + 1)
    return False


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
