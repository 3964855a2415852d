"""What follows the # of an address → whether a page has such a section, as the HTML standard finds it."""

import re
from collections.abc import Set as AbstractSet
from urllib.parse import quote, unquote

_FRAGMENTS_OF_EVERY_PAGE = ("", "top")
_TEXT_FRAGMENT = ":~:"
"""Begins the part of a fragment that is no id, but text for the browser to look for."""
# The URL standard leaves these and percent signs of a fragment as they are, and writes all else with percent signs.
_KEPT_IN_FRAGMENT = "!#$%&'()*+,-./:;=?@[\\]^_{|}~"
_RANGE = re.compile(r"([A-Za-z_]*)([0-9]+)-\1?([0-9]+)")
"""A fragment that names lines, such as 88-90 or L88-L90."""


def fragment_found(fragment: str, ids: AbstractSet[str]) -> bool:
    """
    Tell whether a fragment leads to one of the ids, or to where any page has a target.

    As the HTML standard selects the indicated part of a document: the fragment
    as the address has it, which is with percent signs for all but ASCII, and
    then decoded; no letter is taken for its decomposed form. What follows
    `:~:` is text for which the reader's browser searches.
    """
    name = fragment.split(_TEXT_FRAGMENT, 1)[0]
    if name in ids or name in _FRAGMENTS_OF_EVERY_PAGE:
        return True
    decoded = unquote(name) if "%" in name else name
    return decoded in ids or decoded.lower() == "top" or quote(name, safe=_KEPT_IN_FRAGMENT) in ids


def range_found(fragment: str, ids: AbstractSet[str]) -> bool:
    """Tell whether a fragment names a range of lines, of which the first and the last are among the ids."""
    found = _RANGE.fullmatch(fragment)
    return found is not None and {found[1] + found[2], found[1] + found[3]} <= ids
