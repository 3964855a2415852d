"""The words of a language for copies, out of its interface.yml, and what each copy says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.content import Content
from ..text import formatting
from .edition import Edition


@dataclass(frozen=True)
class CopyWords:
    """The words of a language."""

    content: Content
    code: str

    def say(self, key: str, **values: str) -> str:
        """Return words of interface.yml with values for what stands in braces."""
        text = self.content.interface[self.code][key]
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        return text

    @property
    def grammar(self) -> Mapping[str, str]:
        """How the language writes dates."""
        return self.content.registers.words[self.code].grammar

    @property
    def site_name(self) -> str:
        """What the language calls the handbook."""
        return self.content.language(self.code).site_name


def made(words: CopyWords, edition: Edition, hashed: str) -> str:
    """Return from when a copy is, of which version, with which content, and where a newer one is."""
    gap = words.say("sentence_gap")
    parts = [words.say("offline_made", day=formatting.day(edition.day, words.grammar), hash=hashed)]
    if edition.version:
        parts.append(words.say("offline_version", version=edition.version))
    if edition.site_url:
        parts.append(words.say("offline_newer", address=edition.site_url))
    return gap.join(parts)
