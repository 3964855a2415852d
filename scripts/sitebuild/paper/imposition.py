"""Puts narrow pages side by side, two on a sheet, and writes page numbers where the text says “page”."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any
from urllib.parse import quote

_PLACE = re.compile("0{2,}")
_THIN = "\u00a0"
"""Two of them are about as wide as a digit, so that nothing moves where a number is shorter than its place."""
SHEETS_BEFORE = "0900900"
"""Stands in a style sheet where it says how many sheets come before a part."""


def place(pages: int) -> str:
    """Return what stands where a page number comes, in a book of about so many pages."""
    return "0" * max(2, len(str(pages)))


# WeasyPrint has page numbers in the text by `target-counter`, and columns by `columns`. A book of thousands of links
# then takes four times as long, because both are tried out by setting the text again. What is read and changed here
# (the boxes of its finished pages) is not promised to stay, so it is a pinned version, and tests look at the result.


def side_by_side(pages: Sequence[Any], width: float) -> list[Any]:
    """Return pages as sheets: two that are narrower than `width`, in px, become one; a wider one stays alone."""
    sheets: list[Any] = []
    waiting = None
    for box in (page._page_box for page in pages):  # noqa: SLF001 - see above
        if waiting is not None and box.margin_width() < width:
            box.translate(dx=waiting.margin_width() / 2)
            waiting.children = (*waiting.children, *box.children)
            waiting = None
            continue
        sheets.append(box)
        waiting = None
        if box.margin_width() < width:
            box.width += box.margin_width()
            waiting = box
    make = import_module("weasyprint.document").Page
    return [make(box) for box in sheets]


def number(pages: Sequence[Any], known: Mapping[str, int] | None = None) -> Mapping[str, int]:
    """
    Write where each link leads in the place of PLACE in what stands before or after it.

    Return the number of the page of each target; they are `known` if the targets are on other pages than these.
    """
    found: dict[str, int] = {}
    for count, page in enumerate(pages, start=1):
        for name in page.anchors:
            found.setdefault(name, count)
    found = {**found, **(known or {})}
    for page in pages:
        for box in _texts(page._page_box):  # noqa: SLF001 - the same
            target = box.element.get("href", "") if (box.element_tag or "").startswith("a::") else ""
            if target.startswith("#"):
                _fill(box, found.get(target[1:], 0))
    return found


def lead(pages: Sequence[Any], addresses: Mapping[str, str]) -> None:
    """Let links to what is on none of the pages lead to an address, by the slug of the target, or nowhere."""
    here = {name for page in pages for name in page.anchors}
    for page in pages:
        page.links = [*_led(page.links, here, addresses)]


def _led(links: Sequence[Any], here: Collection[str], addresses: Mapping[str, str]) -> Iterator[Any]:
    for kind, target, place, box in links:
        if kind != "internal" or target in here:
            yield kind, target, place, box
        elif address := addresses.get(target.partition("--")[0]):
            anchor = target.partition("--")[2]
            yield "external", f"{address}#{quote(anchor)}" if anchor else address, place, box


def spans(page: Any) -> Iterator[Any]:  # noqa: ANN401 - a library that is not there when types are checked
    """Yield the boxes of a page that come from `<span>`, in reading order; lines and pieces of text are none."""
    waiting = [page._page_box]  # noqa: SLF001 - see above
    while waiting:
        box = waiting.pop()
        box = getattr(box, "_box", box)
        is_text = hasattr(box, "pango_layout")
        if box.element_tag == "span" and not is_text and type(box).__name__ != "LineBox":
            yield box
        waiting.extend(reversed(getattr(box, "children", ())))


def _fill(box: Any, page: int) -> None:  # noqa: ANN401 - the same
    found = _PLACE.search(box.text)
    if found is None:
        return
    missing = len(found[0]) - len(str(page))
    before, after = box.text[: found.start()], box.text[found.end() :]
    if not before and not after:
        # A number that stands alone ends where all do.
        box.position_x += box.width * missing / len(found[0])
    elif after and not before.endswith((" ", "\u00a0")):
        before, after = before + _THIN * missing, _THIN * missing + after
    box.text = box.pango_layout.text = f"{before}{page}{after}"


def _texts(box: Any) -> Iterator[Any]:  # noqa: ANN401 - the same
    """Yield the boxes of a page that hold nothing but text."""
    waiting = [box]
    while waiting:
        each = getattr(waiting[-1], "_box", waiting[-1])
        waiting.pop()
        if hasattr(each, "pango_layout"):
            yield each
        else:
            waiting.extend(getattr(each, "children", ()))
