"""Why a text is no YAML, as an author would say it: which line to mend, and what to type there."""

import re
from collections.abc import Callable, Sequence

_NEAR = 3
"""How many lines above the place of which the parser complains the slip may stand."""
_KEY = r"^\s*(?:- )?[\"']?[\w.-]+[\"']?"
_FULL_WIDTH = re.compile(rf"{_KEY}\s*：")
_GLUED = re.compile(rf"{_KEY}:(?=[^\s/])")
_OPENED = re.compile(rf"(?:{_KEY}:\s+|^\s*- )(\")(?P<rest>.*)$")
_COLON = re.compile(rf"{_KEY}:\s+[^\"'\s\[{{#|>].*?(:\s)")
_WIDE_LIST = re.compile(rf"{_KEY}:\s+[\[【](?:[^\"']|\"[^\"]*\"|'[^']*')*?([，、】])")
_MERGE = re.compile(r"^(?:<{7}|={7}$|>{7})")
_INDENTED = re.compile(r"^ +(?=[\w-]+:)")


def explained(text: str, line: int, column: int, reason: str) -> tuple[int, int, str]:
    """
    Return line and column, from 1, and what to type, of the slip behind a parser's complaint about a place in a text.

    `reason` is the parser's own, for what is not recognized.
    """
    lines = text.split("\n")
    place = min(line, len(lines)) - 1
    for number, each in enumerate(lines[: place + 1]):
        if _MERGE.match(each):
            return number + 1, 1, "a merge is not finished: keep one of the texts, delete the lines of <, = and >"
    # A quotation mark that is not closed swallows all that follows, so it may stand far above.
    for number, each in enumerate(lines[: place + 1]):
        if fault := _quotation(each):
            return number + 1, fault[0], fault[1]
    for number in range(place, max(place - _NEAR, -1), -1):
        if fault := _slip(lines, number):
            return number + 1, fault[0], fault[1]
    return line, column, reason


def _quotation(line: str) -> tuple[int, str] | None:
    found = _OPENED.search(line)
    if not found:
        return None
    rest = re.sub(r"\\.", "  ", found["rest"])
    end = rest.find('"')
    if end < 0:
        return found.start(1) + 1, 'close the quotation mark: write " at the end of the line'
    after = rest[end + 1 :].strip()
    if after and not after.startswith(("#", ",", "]", "}", ":")):
        return found.start("rest") + end + 1, 'write “ and ” for quotation marks inside of the text, " only around it'
    return None


def _slip(lines: Sequence[str], number: int) -> tuple[int, str] | None:
    line = lines[number]
    checks: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], int], str], ...] = (
        (re.compile(r"^ *\t"), lambda found: found.end(), "write spaces instead of the tab"),
        (re.compile(r"^\s*[－–—]\s*(?=\S)"), lambda found: found.end(), "write - with a half-width sign, and a space"),
        (_FULL_WIDTH, lambda found: found.end(), "write : and a space instead of ："),
        (_WIDE_LIST, lambda found: found.start(1) + 1, "write , and a space between the entries, and [ ] around them"),
        (_GLUED, lambda found: found.end(), "write a space after the colon"),
        (_COLON, lambda found: found.start(1) + 1, 'put the text between double quotes, for it holds ": "'),
    )
    for pattern, column, message in checks:
        if found := pattern.search(line):
            return column(found), message
    above = next((each for each in reversed(lines[:number]) if each.strip()), "")
    if (found := _INDENTED.match(line)) and not above.startswith(" ") and not above.rstrip().endswith(":"):
        return 1, "take out the spaces at the beginning of the line"
    return None
