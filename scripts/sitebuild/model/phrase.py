"""A line of text in which some words are of another language."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """Words of one language; `language` is empty where the page's own is meant."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Phrase:
    """
    A sentence or two as a reader sees it, spaces folded, with the language of foreign words.

    Screen readers change their voice by it, and browsers their font.
    """

    runs: tuple[Run, ...] = ()

    @property
    def plain(self) -> str:
        """The text alone."""
        return "".join(run.text for run in self.runs)

    def first(self, length: int) -> "Phrase":
        """Return the first characters, with their languages."""
        cut = []
        for run in self.runs:
            if length > 0:
                cut.append(Run(run.text[:length], run.language))
            length -= len(run.text)
        return Phrase(tuple(cut))

    @classmethod
    def folded(cls, runs: Iterable[Run]) -> "Phrase":
        """Return a phrase of these runs: spaces and line breaks become one space, none at the ends."""
        kept: list[Run] = []
        for run in runs:
            text = " ".join(run.text.split())
            before = " " if run.text[:1].isspace() and kept and not kept[-1].text.endswith(" ") else ""
            after = " " if text and run.text[-1:].isspace() else ""
            if before + text + after:
                kept.append(Run(before + text + after, run.language))
        if kept:
            kept[-1] = Run(kept[-1].text.rstrip(), kept[-1].language)
        return cls(tuple(run for run in kept if run.text))
