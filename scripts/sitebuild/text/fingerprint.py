"""A short hash of a text, with which a translation records the version of the source text it was made from."""

import hashlib
import re

_LETTERS = "bcdfghjklmnpqrst"
"""A letter for each hexadecimal digit: without vowels no hash is a word, without digits YAML reads none as a number."""
_TO_LETTERS = str.maketrans("0123456789abcdef", _LETTERS)
LENGTH = 8
_FORM = re.compile(rf"[{_LETTERS}]{{{LENGTH}}}")


def of(*texts: str) -> str:
    """Return a hash of LENGTH letters, from SHA-256; white space is ignored, so that lines may be re-wrapped."""
    bare = "\0".join("".join(text.split()) for text in texts)
    return hashlib.sha256(bare.encode("utf-8")).hexdigest()[:LENGTH].translate(_TO_LETTERS)


def is_one(value: object) -> bool:
    """Tell whether a value read from YAML has the form of a hash made by `of`."""
    return isinstance(value, str) and _FORM.fullmatch(value) is not None
