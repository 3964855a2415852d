"""
Which attributes of HTML and SVG hold addresses, and what a browser does with each of them.

The lists are those of the HTML standard (the index of attributes, and the obsolete ones that browsers still follow),
of SVG 2 and 1.1 (linking, and the presentation attributes that take url()), of MathML 3, and of the link types of HTML.
What only names something (itemid, itemtype) is no address; `html_page` reads usemap and srcdoc.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .address import cleaned

_SVG_REFERENCES = (
    "altGlyph",
    "animate",
    "animateColor",
    "animateMotion",
    "animateTransform",
    "color-profile",
    "cursor",
    "discard",
    "feImage",
    "filter",
    "font-face-uri",
    "glyphRef",
    "hatch",
    "image",
    "linearGradient",
    "meshgradient",
    "mpath",
    "pattern",
    "radialGradient",
    "set",
    "textPath",
    "tref",
    "use",
)
_WITH_BACKGROUND = (
    "body",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
)
"""Elements whose obsolete attribute `background` browsers still follow (HTML standard, "Rendering")."""
_FORMULAS = (
    "maction",
    "math",
    "menclose",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mroot",
    "mrow",
    "ms",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "semantics",
)
"""Elements of MathML 3 that may be links."""
_SVG_LINK = ("href", "xlink:href")
"""SVG 2: of the two the first counts."""
_ADDRESSES: Mapping[str, tuple[str, ...]] = {
    "a": _SVG_LINK,
    "annotation": ("src",),
    "applet": ("code",),
    "area": ("href",),
    "audio": ("src",),
    "bgsound": ("src",),
    "blockquote": ("cite",),
    "button": ("formaction",),
    "del": ("cite",),
    "embed": ("src",),
    "form": ("action",),
    "frame": ("src", "longdesc"),
    "iframe": ("src", "longdesc"),
    "img": ("src", "longdesc", "lowsrc", "dynsrc"),
    "input": ("formaction", "src"),
    "ins": ("cite",),
    "link": ("href",),
    "mglyph": ("src",),
    "object": ("data",),
    "q": ("cite",),
    "script": ("src", *_SVG_LINK),
    "source": ("src",),
    "track": ("src",),
    "video": ("src", "poster"),
    **dict.fromkeys(_WITH_BACKGROUND, ("background",)),
    **dict.fromkeys(_FORMULAS, _SVG_LINK),
    **dict.fromkeys(_SVG_REFERENCES, _SVG_LINK),
}
"""Elements, and their attributes that hold one address."""
_CANDIDATES = {"img": "srcset", "source": "srcset", "link": "imagesrcset"}
"""Elements, and their attribute that holds image candidates."""
ELEMENTS = frozenset(_ADDRESSES)
STYLES = (
    "style",
    "clip-path",
    "color-profile",
    "cursor",
    "fill",
    "filter",
    "marker",
    "marker-end",
    "marker-mid",
    "marker-start",
    "mask",
    "mask-image",
    "shape-inside",
    "shape-subtract",
    "stroke",
)
"""Attributes that hold CSS, in which url() may stand: `style`, and the presentation attributes of SVG."""

SPECULATION = "speculationrules"
_LEAD_TO_PAGES = ("action", "cite", "formaction", "longdesc", "ping", SPECULATION)
_LINKS = frozenset(("a", "area", "meta", *_FORMULAS))
"""Elements whose address leads a reader to a page."""
_FETCHED_RELATIONS = frozenset(
    (
        "apple-touch-icon",
        "apple-touch-icon-precomposed",
        "apple-touch-startup-image",
        "compression-dictionary",
        "icon",
        "manifest",
        "mask-icon",
        "modulepreload",
        "prefetch",
        "preload",
        "prerender",
        "stylesheet",
    )
)
"""Link types for which a browser fetches the file; `alternate` beside `stylesheet` is fetched as well."""
_HINTS = frozenset(("dns-prefetch", "preconnect"))
"""Link types that name a host of which something may be wanted soon; there is no file at their address."""
_SPACE = " \t\n\f\r"
_CANDIDATE_URL = re.compile(rf"[{_SPACE},]*([^{_SPACE}]+)")
_DESCRIPTORS = re.compile(r"(?:[^(),]|\([^)]*\)?|\))*")


class HtmlReference(NamedTuple):
    """An address in a file, with the element and attribute that hold it; empty strings stand for what is missing."""

    tag: str
    attribute: str
    address: str
    rel: str = ""
    hreflang: str = ""


def references(name: str, attributes: Mapping[str, str]) -> tuple[HtmlReference, ...]:
    """Return the addresses in the attributes of an element of `ELEMENTS`."""
    rel = attributes.get("rel", "")
    if name == "link":
        rel = rel.lower()
    hreflang = attributes.get("hreflang", "") if name in ("a", "link") else ""
    found = [
        HtmlReference(name, attribute, cleaned(attributes[attribute]), rel, hreflang)
        for attribute in _ADDRESSES[name]
        if attribute in attributes and not _is_passed_over(name, attribute, attributes)
    ]
    if name in _CANDIDATES:
        attribute = _CANDIDATES[name]
        written = attributes.get(attribute, "")
        found += [HtmlReference(name, attribute, address) for address in candidates(written)]
    if "ping" in attributes and name in ("a", "area"):
        found += [HtmlReference(name, "ping", address) for address in attributes["ping"].split()]
    return tuple(found)


def _is_passed_over(name: str, attribute: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether browsers do not look at an attribute because of another one."""
    if attribute == "xlink:href":
        return "href" in attributes
    return name == "input" and attribute == "src" and attributes.get("type", "").lower() != "image"


def candidates(srcset: str) -> Iterator[str]:
    """
    Yield the addresses of a srcset.

    As the HTML standard parses it: an address ends at the next space, and may
    contain commas; only those at its end are none of its own. What follows
    describes the picture, up to a comma outside brackets.
    """
    at = 0
    while found := _CANDIDATE_URL.match(srcset, at):
        address = found[1].rstrip(",")
        at = found.end()
        if address == found[1]:
            descriptors = _DESCRIPTORS.match(srcset, at)
            at = descriptors.end() if descriptors else at
        if address:
            yield cleaned(address)


def is_page(reference: HtmlReference) -> bool:
    """Tell whether a reference leads a reader to a page; all others lead to files that a page needs."""
    return reference.tag in _LINKS or reference.attribute in _LEAD_TO_PAGES


def is_fetched(reference: HtmlReference) -> bool:
    """Tell whether the browser fetches what stands at an address by itself."""
    if reference.tag == "link":
        return bool(_FETCHED_RELATIONS & set(reference.rel.split()))
    return not is_page(reference)


def is_hint(reference: HtmlReference) -> bool:
    """Tell whether a reference only lets another host know that somebody reads: a hint, or the ping of a link."""
    return reference.attribute == "ping" or (reference.tag == "link" and bool(_HINTS & set(reference.rel.split())))


def is_only_hint(reference: HtmlReference) -> bool:
    """Tell whether there need not be anything at the address of a <link>: it is one of a host."""
    relations = set(reference.rel.split()) if reference.tag == "link" else set()
    return bool(relations) and relations <= _HINTS
