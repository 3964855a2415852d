"""
Python-Markdown, which looks for a construct only in text that has the sign it begins with.

Half of rendering is looking for sixteen inline constructs, one after the other, in every piece of text. Most pieces
have no sign of most of them. The result is the same; tests compare it with the library's own on every page.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import markdown
from markdown import inlinepatterns, util
from markdown.treeprocessors import InlineProcessor

_SIGNS: Mapping[str, str] = {
    "backtick": "`",
    "escape": "\\",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
    "em_strong": "*",
    "em_strong2": "_",
}
"""What every match of an inline pattern of the library holds, by the pattern's name; of others nothing is known."""


def renderer(extensions: Sequence[Any], configs: Mapping[str, Any] | None = None) -> markdown.Markdown:
    """Return a Markdown with these extensions, as `markdown.Markdown` takes them; reset it between two texts."""
    made = markdown.Markdown(extensions=list(extensions), extension_configs=dict(configs or {}))
    # In the place of the library's own, which has the priority 20.
    made.treeprocessors.register(_SignedInlineProcessor(made), "inline", 20)
    return made


class _SignedInlineProcessor(InlineProcessor):
    """Passes over the patterns whose sign a text does not have."""

    def run(self, tree: Any, ancestors: list[str] | None = None) -> Any:  # noqa: ANN401 - as the library has it
        patterns = self.md.inlinePatterns
        signs = {patterns.get_index_for_name(name): sign for name, sign in _SIGNS.items() if name in patterns}
        self._signed: list[tuple[inlinepatterns.Pattern, str]] = [
            (pattern, signs.get(index, "")) for index, pattern in enumerate(patterns)
        ]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """Replace what the patterns find in a text by placeholders; the library calls this by its private name."""
        if isinstance(data, util.AtomicString):
            return data
        for index in range(patternIndex, len(self._signed)):
            pattern, sign = self._signed[index]
            start, matched = 0, True
            while matched and sign in data:
                data, matched, start = self._InlineProcessor__applyPattern(pattern, data, index, start)  # type: ignore[attr-defined]
        return data
