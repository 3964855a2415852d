"""What search knows of a page: plain values, which the store can keep."""

from typing import NamedTuple


class SectionRow(NamedTuple):
    """A section or question; `words` are those by which readers look for it."""

    anchor: str
    heading: str
    words: str


class PageRow(NamedTuple):
    """A page; `texts` are its description with the text before its first section, then that of each section."""

    address: str
    title: str
    words: str
    sections: tuple[SectionRow, ...]
    texts: tuple[str, ...]
