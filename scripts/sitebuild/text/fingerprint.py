"""A short hash of a text, by which a translation says what it was made from."""

import hashlib
import re

_LETTERS = "bcdfghjklmnpqrst"
"""One for each hexadecimal digit. Without vowels no hash is a word, and without digits YAML reads none as a number."""
_TO_LETTERS = str.maketrans("0123456789abcdef", _LETTERS)
LENGTH = 8
_FORM = re.compile(rf"[{_LETTERS}]{{{LENGTH}}}")


def of(*texts: str) -> str:
    """Return the hash of some texts; white space does not count, so that a line may be wrapped anew."""
    bare = "\0".join("".join(text.split()) for text in texts)
    return hashlib.sha256(bare.encode("utf-8")).hexdigest()[:LENGTH].translate(_TO_LETTERS)


def is_one(value: object) -> bool:
    """Tell whether a value has the form of a hash."""
    return isinstance(value, str) and _FORM.fullmatch(value) is not None
