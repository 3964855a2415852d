"""One fault in the finished site."""

from typing import NamedTuple

from ..model.rules.link_checker import LinkRule

Rule = LinkRule
"""Everything that the link checker can object to."""
TEMPLATES = "overrides"
"""Where a fault is reported that no page's text holds."""


class Finding(NamedTuple):
    """
    What is wrong in one file.

    `place` is the file, relative to the site; `target` is the address or text
    as the file has it, by which the author's line is found.
    """

    place: str
    rule: Rule
    target: str
    message: str
