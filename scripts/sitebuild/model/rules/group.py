"""Rules that are looked up together, because they want one thing and are mended alike."""

from typing import NamedTuple


class Sentence(NamedTuple):
    """A sentence in Chinese and in English, without a full stop at its end; code stands between backticks."""

    zh: str
    en: str


# Tuples, because the link checker would wait for dataclasses longer than for fifty pages.
class Group(NamedTuple):
    """
    Some rules and what they mean.

    `names` are what stands in brackets at the end of a message; `wants` says
    what is right, and after a colon why; `mend` says what to do.
    """

    names: tuple[str, ...]
    wants: Sentence
    mend: Sentence
