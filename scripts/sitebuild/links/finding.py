"""One fault in the finished site."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """
    What is wrong in one file.

    `place` is the file, relative to the site; `target` is the address or text
    as the file has it, by which the author's line is found.
    """

    place: str
    rule: str
    target: str
    message: str
