"""One fault in a folder of HTML."""

from typing import NamedTuple

from ..model.rules.link_checker import LinkRule

Rule = LinkRule
"""Everything that the link checker can object to."""


class Finding(NamedTuple):
    """
    One fault in one file.

    `path` is the file below the site's folder, with forward slashes. `excerpt`
    is the address or text that is wrong, just as the file has it, so that the
    author's line can be found by it; it is empty if something is missing.
    `message` says what to do, without a final full stop.
    """

    path: str
    rule: Rule
    excerpt: str
    message: str
