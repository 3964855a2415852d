"""
Which elements a browser's HTML parser leaves exactly where the file has them.

For most mistakes the parser repairs the tree: it closes what was left open, moves what stands in the wrong place,
reopens what was closed in the wrong order, drops what it cannot use (HTML standard, 13.2.6 "Tree construction"). The
functions here answer for the part of HTML in which it repairs nothing, provided that elements are closed in the order
in which they were opened. Whatever they do not know they answer with False, which sends the page to the full parser.
"""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = _names("h1 h2 h3 h4 h5 h6")
_CLOSES_PARAGRAPH = HEADINGS | _names(
    "address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form header hr li "
    "main menu nav ol p pre section summary table ul"
)
"""Elements that close an open paragraph."""
_IN_BODY = _CLOSES_PARAGRAPH | _names(
    "a abbr acronym audio b bdi bdo big button canvas cite code data del dfn em font i ins kbd label legend map mark "
    "output picture q s samp script small span strike strong style sub sup svg textarea time tt u var video"
)
"""Elements with an end tag, and <hr>, that may stand anywhere in the body but where the other tables say no."""
_VOID_IN_BODY = _names("area br embed hr img input link meta source track wbr")
"""Elements of the body that never have content nor an end tag."""
_TEXT_ONLY = _names("desc script style textarea title")
"""Elements whose content is text for the parser, or that this module takes with text only."""
_VOID_IN_HEAD = {"base": True, "link": True, "meta": True, "script": False, "style": False, "title": False}
"""What may stand in <head>, and whether it is void: without content and end tag."""
_IN_SVG = _names("circle defs desc ellipse g line path polygon polyline rect text title tspan use")
"""Elements that may stand in an <svg>."""
_PARENTS = {
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
"""The only parents of the elements that cannot stand anywhere else."""
_TABLE_STRUCTURE = _names("colgroup table tbody tfoot thead tr")
"""Elements that contain nothing but other parts of a table."""
_FORBIDDEN_ANCESTORS = {
    "a": _names("a"),
    "button": _names("button"),
    "form": _names("form"),
    **dict.fromkeys(HEADINGS, HEADINGS),
}
"""Ancestors that the parser would close before it opens the element, or because of which it would drop it."""
AFFECT_DESCENDANTS = HEADINGS | _names("a button form p svg")
"""Elements that change what may stand in them at any depth; of the others only the parent matters."""


def element_stays(parent: str, ancestors: frozenset[str], element: str) -> bool:
    """
    Tell whether an element with an end tag is opened where its start tag stands, and nothing else changes.

    `parent` is the name of the element around it, empty for <body>; `ancestors` are those of `AFFECT_DESCENDANTS`
    that are open; all names are in small letters.
    """
    if parent in _TEXT_ONLY:
        return False
    if "svg" in ancestors:
        return element in _IN_SVG
    if parent == "noscript":
        return element == "style"
    if parent == "head":
        return element == "noscript" or not _VOID_IN_HEAD.get(element, True)
    if element in _PARENTS:
        return element != "col" and parent in _PARENTS[element] and "p" not in ancestors
    return element in _IN_BODY and element not in _VOID_IN_BODY and _is_allowed(parent, ancestors, element)


def void_element_stays(parent: str, ancestors: frozenset[str], element: str, *, self_closing: bool) -> bool:
    """
    Tell the same of an element that ends with its start tag.

    `self_closing` is true for a tag that ends with `/>`: in an <svg> it ends any element, in HTML it means nothing.
    """
    if parent in _TEXT_ONLY:
        return False
    if "svg" in ancestors:
        return self_closing and element in _IN_SVG
    if parent == "noscript":
        return element in ("link", "meta")
    if parent == "head":
        return _VOID_IN_HEAD.get(element, False)
    if element == "col":
        return parent == "colgroup"
    return element in _VOID_IN_BODY and _is_allowed(parent, ancestors, element)


def comment_stays(parent: str) -> bool:
    """Tell whether `<!-- … -->` in an element is a comment, and not part of its text."""
    return parent not in _TEXT_ONLY


def _is_allowed(parent: str, ancestors: frozenset[str], element: str) -> bool:
    """Tell whether neither the parent nor an ancestor stands in the way of an element of the body."""
    return (
        parent not in _TABLE_STRUCTURE
        and not (element in _CLOSES_PARAGRAPH and "p" in ancestors)
        and not _FORBIDDEN_ANCESTORS.get(element, frozenset()) & ancestors
    )
