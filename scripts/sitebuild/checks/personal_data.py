"""
Rule: no file of the repository contains a number that may belong to a real person.

Resident IDs and bank cards have a check digit, so an invented number with a
correct one may exist. China reserves no range of mobile numbers for examples,
so every complete one is reported; examples mask digits (138****0000).
"""

import re
from collections.abc import Iterator

from ..model.message import Message
from ..model.problem import Problem

_ID = re.compile(r"(?<![0-9A-Za-z])\d{6}([ -]?)\d{8}\1\d{3}[\dXx](?![0-9A-Za-z])")
_CARD = re.compile(r"(?<![0-9A-Za-z.])(?:\d[ -]?){15,18}\d(?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9A-Za-z.])(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?![0-9A-Za-z])")
_LONG = re.compile(r"\d(?:[ -]?\d){10}")
"""A quick test: a line without a match has fewer digits in a row than any of these numbers."""
_DAY = re.compile(r"(?<!\d)(?:19|20)\d{2}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)")
_ADDRESS = re.compile(r"https?://[^\s<>()，。；）]+")
_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ－", "0123456789Xx-")
_WIDE = re.compile("[０-９Ｘｘ－]")
_DOCUMENTED = re.compile(r"fictitious", re.IGNORECASE)
"""A line with this word contains published test numbers, and is not checked."""


def check(path: str, text: str) -> Iterator[Problem]:
    """Report numbers in the text of a file; `path` is relative to the repository."""
    if _WIDE.search(text):
        text = text.translate(_NARROW)
    if not _LONG.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if _LONG.search(line) and not _DOCUMENTED.search(line):
            yield from _line(path, number, line)


def _line(path: str, number: int, line: str) -> Iterator[Problem]:
    taken: list[range] = []
    # Days beside each other and addresses hold many digits, and are nobody's card or phone.
    plain = _DAY.sub(_blank, _ADDRESS.sub(_blank, line))
    for pattern, accepts, what in (
        (_ID, resident_id, "a resident ID that the checksum accepts"),
        (_CARD, card, "a bank card number that the checksum accepts"),
        (_MOBILE, lambda _: True, "a mobile number that looks real"),
    ):
        for found in pattern.finditer(line if pattern is _ID else plain):
            if accepts(found[0]) and not any(found.start() in span for span in taken):
                taken.append(range(found.start(), found.end()))
                message = Message(
                    "this is {what}; mask digits, as in 138****0000 or 1101**********000X", what=Message(what)
                )
                yield Problem(path=path, line=number, column=found.start() + 1, rule="personal-data", message=message)


def _blank(found: re.Match[str]) -> str:
    return "," * len(found[0])


def resident_id(number: str) -> bool:
    """Tell whether an 18-character resident ID has the right check digit (GB 11643-1999, ISO 7064 MOD 11-2)."""
    from stdnum.iso7064 import mod_11_2  # noqa: PLC0415 - hardly any file has such a number

    # stdnum's own module for Chinese IDs refuses valid ones, such as those of residents from Hong Kong and Taiwan.
    return mod_11_2.is_valid(re.sub(r"[ -]", "", number).upper())


def card(number: str) -> bool:
    """Tell whether a bank card number has the right check digit (Luhn, ISO/IEC 7812-1); one digit repeated has not."""
    from stdnum import luhn  # noqa: PLC0415 - the same

    digits = re.sub(r"\D", "", number)
    return luhn.is_valid(digits) and len(set(digits)) > 1
