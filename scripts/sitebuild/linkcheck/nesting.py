"""
Which element the parser of browsers leaves just where it stands.

It repairs the rest: it closes what was left open, moves what stands in the wrong place, repeats what was closed in the
wrong order, drops what it cannot use (HTML standard, 13.2.6 "Tree construction"). Here is a part of HTML that needs no
repair, as long as elements are closed in the order in which they were opened. What is not known counts as trouble.
"""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = _names("h1 h2 h3 h4 h5 h6")
_ENDS_PARAGRAPH = HEADINGS | _names(
    "address article aside blockquote dd details div dl dt fieldset figcaption figure footer form header hr li main "
    "menu nav ol p pre section summary table ul"
)
"""Elements that close an open paragraph."""
_ORDINARY = _ENDS_PARAGRAPH | _names(
    "a abbr audio b bdi bdo button cite code data del dfn em i ins kbd label legend mark output picture q s samp "
    "script small span strong style sub sup svg textarea time u var video"
)
_EMPTY = _names("area br embed hr img input link meta source track wbr")
"""Elements that have no end."""
_TEXTS = _names("desc script style textarea title")
"""Elements whose content is text, or must be text here."""
_HEAD = {"base": True, "link": True, "meta": True, "script": False, "style": False, "title": False}
"""What may stand in <head>, and whether it has no end."""
_DRAWING = _names("circle defs desc ellipse g line path polygon polyline rect text title tspan use")
"""Elements that may stand in an <svg>."""
_PARTS = {
    "caption": _names("table"),
    "col": _names("colgroup"),
    "colgroup": _names("table"),
    "dd": _names("dl"),
    "dt": _names("dl"),
    "li": _names("menu ol ul"),
    "tbody": _names("table"),
    "td": _names("tr"),
    "tfoot": _names("table"),
    "th": _names("tr"),
    "thead": _names("table"),
    "tr": _names("table tbody tfoot thead"),
}
"""Elements that are at home in certain others only."""
_HOLDS_PARTS = _names("colgroup table tbody tfoot thead tr")
"""Elements that hold their parts and nothing else."""
_ALONE = {"a": _names("a"), "button": _names("button"), "form": _names("form"), **dict.fromkeys(HEADINGS, HEADINGS)}
"""Elements that would close others in which they stand, or be dropped."""
MATTERS = HEADINGS | _names("a button form p svg")
"""Elements that make a difference to all that stands in them, at any depth."""


def opens(parent: str, inside: frozenset[str], element: str) -> bool:
    """
    Tell whether the parser opens an element where it stands, and leaves all else as it is.

    `parent` is the element it stands in, empty for the body; `inside` are those of `MATTERS` that are open.
    """
    if parent in _TEXTS:
        return False
    if "svg" in inside:
        return element in _DRAWING
    if parent == "head":
        return not _HEAD.get(element, True)
    if element in _PARTS:
        return element != "col" and parent in _PARTS[element] and "p" not in inside
    return element in _ORDINARY and element not in _EMPTY and _fits(parent, inside, element)


def stays(parent: str, inside: frozenset[str], element: str, *, closed: bool) -> bool:
    """Tell the same of an element without content; `closed` is one that ends with `/>`."""
    if parent in _TEXTS:
        return False
    if "svg" in inside:
        return closed and element in _DRAWING
    if parent == "head":
        return _HEAD.get(element, False)
    return (element == "col" and parent == "colgroup") or (element in _EMPTY and _fits(parent, inside, element))


def _fits(parent: str, inside: frozenset[str], element: str) -> bool:
    return (
        parent not in _HOLDS_PARTS
        and not (element in _ENDS_PARAGRAPH and "p" in inside)
        and not _ALONE.get(element, frozenset()) & inside
    )


def comments(parent: str) -> bool:
    """Tell whether a comment in an element is one."""
    return parent not in _TEXTS
