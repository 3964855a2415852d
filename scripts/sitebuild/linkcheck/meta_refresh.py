"""What a <meta http-equiv="refresh"> says → when the page is left, and for which address."""

import re
from typing import NamedTuple

from .address import cleaned

_TIME = re.compile(r"[ \t\n\f\r]*(\d*)[\d.]*")
_URL = re.compile(r"[uU][rR][lL][ \t\n\f\r]*=[ \t\n\f\r]*")


LONG = 10
"""After so many seconds a page was read: by such a page nobody is passed on, as in a show of slides."""


class MetaRefresh(NamedTuple):
    """After how many seconds a browser goes to an address; an empty one is that of the page itself."""

    seconds: int
    address: str


def parse(content: str) -> MetaRefresh | None:
    """
    Return what the content of such a <meta> says, or None if browsers pass over it.

    These are the shared declarative refresh steps of the HTML standard: a
    number, then a semicolon, a comma or a space, then `url=` or nothing, then
    the address, which ends at the quotation mark that it began with.
    """
    time = _TIME.match(content)
    if time is None or (not time[1] and content[time.end(1) : time.end(1) + 1] != "."):
        return None
    rest = content[time.end() :]
    if rest and rest[0] not in ";, \t\n\f\r":
        return None
    rest = rest.lstrip(" \t\n\f\r")
    rest = (rest[1:] if rest[:1] in (";", ",") else rest).lstrip(" \t\n\f\r")
    if prefix := _URL.match(rest):
        rest = rest[prefix.end() :]
    if rest[:1] in ("'", '"'):
        rest = rest[1:].partition(rest[0])[0]
    # More digits than a day has seconds are no time that anybody waits for.
    return MetaRefresh(int(time[1][:9] or 0), cleaned(rest))
