"""
Character references of HTML → the signs that they stand for.

As the HTML standard's tokenizer reads them in the value of an attribute: a name without a semicolon is a reference only
if it is one of the old ones and neither `=` nor a letter or digit follows, so that ?a=1&copy=2 stays as it is.
"""

import re

_REFERENCE = re.compile(r"&(?:#([0-9]{1,7})(;?)|#[xX]([0-9a-fA-F]{1,6})(;?)|([a-zA-Z][a-zA-Z0-9]*+)([;=]?))")
_COMMON = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "nbsp": "\xa0"}
_UNCERTAIN = (range(0x80, 0xA0), range(0xD800, 0xE000))
_FIRST, _LAST = 0x20, 0x10FFFF


class UncertainError(ValueError):
    """A reference is such that the parser changes it: it is left to the parser."""


def unescape(text: str, *, is_text: bool = False) -> str:
    """
    Return the value of an attribute, or a text, without its references.

    Raise UncertainError for the numbers that the standard maps to other signs,
    and in a text for what has no semicolon.
    """
    return _REFERENCE.sub(lambda found: _sign(found, is_text=is_text), text) if "&" in text else text


def _sign(found: re.Match[str], *, is_text: bool) -> str:
    name = found[5]
    if name is None:
        number = int(found[1]) if found[1] else int(found[3], 16)
        closed = found[2] or found[4]
        if not closed or not _FIRST <= number <= _LAST or any(number in each for each in _UNCERTAIN):
            raise UncertainError
        return chr(number)
    if found[6] == ";":
        return _COMMON[name] if name in _COMMON else _named(f"{name};", found[0], is_text=is_text)
    if is_text:
        raise UncertainError
    return found[0] if found[6] else _named(name, found[0], is_text=False)


def _named(name: str, written: str, *, is_text: bool) -> str:
    # Loaded here, because most pages have only the common ones.
    from html.entities import html5  # noqa: PLC0415

    if name not in html5 and is_text:
        raise UncertainError
    return html5.get(name, written)
