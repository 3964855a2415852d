"""Sections of long pages that open at a touch, on a link to them, and in print (all of them in the full print)."""

import re
from collections.abc import Set as AbstractSet
from pathlib import PurePosixPath

from ..model.content import Content
from ..model.page import FAQ_CLASS, SECTION

MORE = "more"
"""The class of a heading whose section is folded: `## Standards {#soft-law .more}`; the source page says it for all."""
LAW_FROM = 12
"""The number of articles from which the page of a law is folded: on a phone a reader first sees which there are."""
_SOURCES = "sources"
_INDEX = "index"
_HEADING = re.compile(r"<h2\b[^>]*\bid=\"([^\"]+)\"[^>]*>.*?</h2>", re.DOTALL)
_OPENING = re.compile(r"<h2\b")


def anchors(content: Content, page_name: str) -> frozenset[str]:
    """
    Return the ids of the sections that are folded on a page of this name, in every language.

    Those are the sections that its source marks by the class `more`; where it is the first page of a part of the
    handbook, which readers look through for their matter, also its questions and its sources; and all articles of a
    law of which many are cited.
    """
    source = content.page(content.source_language.code, page_name)
    name = PurePosixPath(page_name)
    is_long_law = bool(source and source.law and len(source.headings) >= LAW_FROM)
    is_index = name.stem == _INDEX and len(name.parts) > 1
    return frozenset(
        heading.anchor
        for heading in (source.headings if source else ())
        if heading.anchor and heading.level == SECTION and not heading.nested
        if MORE in heading.classes
        or is_long_law
        or (is_index and (FAQ_CLASS in heading.classes or heading.anchor == _SOURCES))
    )


def folded(html: str, anchors: AbstractSet[str]) -> str:
    """Return the HTML of a page with the sections of these ids folded, each up to the next heading of its level."""
    if not anchors:
        return html
    starts = [found.start() for found in _OPENING.finditer(html)]
    parts = [html[: starts[0]] if starts else html]
    for start, end in zip(starts, [*starts[1:], len(html)], strict=True):
        part = html[start:end]
        heading = _HEADING.match(part)
        if heading and heading[1] in anchors and part[heading.end() :].strip():
            body = part[heading.end() :].strip()
            part = f'<details class="{MORE}">\n<summary>{heading[0]}</summary>\n{body}\n</details>\n'
        parts.append(part)
    return "".join(parts)
