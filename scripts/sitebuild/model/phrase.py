"""Phrase: plain text that remembers which of its words are in another language."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """Consecutive text in one language; `language` is its code, empty for the language of the page."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Phrase:
    """
    A short text without markup, white space collapsed, as runs of one language each.

    The language is kept because screen readers choose a voice and browsers a font by it.
    """

    runs: tuple[Run, ...] = ()

    @property
    def plain(self) -> str:
        """The text of all runs."""
        return "".join(run.text for run in self.runs)

    def first(self, length: int) -> "Phrase":
        """Return the first `length` characters as a phrase."""
        cut = []
        for run in self.runs:
            if length > 0:
                cut.append(Run(run.text[:length], run.language))
            length -= len(run.text)
        return Phrase(tuple(cut))

    @classmethod
    def folded(cls, runs: Iterable[Run]) -> "Phrase":
        """Return a phrase of these runs; white space becomes one space, and none is left at either end."""
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
