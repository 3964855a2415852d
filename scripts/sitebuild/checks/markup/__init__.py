"""
Rule: nothing that looks like syntax is published as text, and raw HTML is only what pages need.

What a Chinese keyboard or a habit from elsewhere types either works or is refused with what to type instead. The net
below this is in building/left_markup.py, which looks at the built page.
"""

from collections.abc import Iterator

from ...model.content import Content
from ...model.problem import Problem
from ...model.rules.markup import MarkupRule
from . import boxes, inline, layout, links_by_name, raw_html, signs, tables, wide_signs
from .source_lines import SourceLine, read

_FINDERS = (signs.find, layout.find, boxes.find, tables.find, inline.find, links_by_name.find, raw_html.find)


def check(content: Content) -> Iterator[Problem]:
    """Report such faults of pages, at most one of each rule in a line."""
    for page in content.pages:
        lines = read(page)
        chinese = page.language.startswith("zh")
        seen: set[tuple[int, MarkupRule]] = set()
        for find in _FINDERS if chinese else (*_FINDERS, wide_signs.find):
            for slip in find(lines):
                if (slip.line, slip.rule) not in seen:
                    seen.add((slip.line, slip.rule))
                    yield Problem.at(page.path, slip, slip.rule, slip.message)


__all__ = ["SourceLine", "check"]
