"""
Makes a faster Python-Markdown renderer with the same output; tests compare it with the library's own on every page.

Half of the time of rendering is spent on searching every piece of text for each of sixteen inline constructs, and
every block for each of a dozen block constructs. This renderer searches only for those whose characteristic string,
such as `[` for a link, occurs in the piece. It makes the contents of a page's `[TOC]` only for a page that has it, and
takes a text without `<` and `&` for a text without HTML.
"""

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as ET

import markdown
from markdown import blockparser, inlinepatterns, serializers, util
from markdown.treeprocessors import InlineProcessor

_SIGNS: Mapping[str, str] = {
    "backtick": "`",
    "escape": "\\",
    "reference": "[",
    "link": "[",
    "image_link": "!",
    "image_reference": "!",
    "short_reference": "[",
    "short_image_ref": "!",
    "autolink": "<",
    "automail": "<",
    "linebreak": "\n",
    "html": "<",
    "entity": "&",
    "em_strong": "*_",
}
"""
A sign that every match contains, by the library's name of the inline pattern; of two signs, either.

Other patterns always run.
"""

_BLOCK_SIGNS: Mapping[str, str] = {
    "hashheader": "#",
    "setextheader": "\n",
    "quote": ">",
    "table": "|",
    "reference": "]:",
    "markdown_block": util.HTML_PLACEHOLDER[:5],
}
"""A string that every block that is theirs contains, by the library's name of the block processor."""

_LINE_SIGNS: Mapping[str, tuple[str, ...]] = {
    "html_block": ("<", "&"),
    "fenced_code_block": ("```", "~~~"),
}
"""Strings of which a text has one if it has anything for the preprocessor of that name."""

_CONTENTS = "[TOC]"
"""Where an author writes this alone in a paragraph, the library puts the contents of the page."""


def renderer(extensions: Sequence[Any], configs: Mapping[str, Any] | None = None) -> markdown.Markdown:
    """
    Return a renderer; the parameters are those of `markdown.Markdown`. Call its `reset` between two texts.

    A list that goes on after a table or a quotation begins with the number that its author wrote.
    """
    made = _Markdown(extensions=list(extensions), extension_configs=dict(configs or {}))
    # Replaces the library's own processor of this name, which has priority 20.
    made.treeprocessors.register(_SignedInlineProcessor(made), "inline", 20)
    parser = _SignedBlockParser(made)
    parser.blockprocessors = made.parser.blockprocessors
    # The keyword `lazy_ol` is not heard by Python-Markdown 3.11.
    vars(parser.blockprocessors["olist"])["LAZY_OL"] = False
    for processor in parser.blockprocessors:
        processor.parser = parser
    made.parser = parser
    return made


class _Markdown(markdown.Markdown):
    """Does not do what the text has no use for."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - as the library has it
        super().__init__(**given)
        vars(self)["is_block_level"] = functools.cache(super().is_block_level)
        self.serializer = _xhtml
        self.has_contents = True
        if "toc" in self.treeprocessors:
            _without_needless_contents(self, self.treeprocessors["toc"])
        for name, signs in _LINE_SIGNS.items():
            if name in self.preprocessors:
                each: Any = self.preprocessors[name]
                vars(each)["run"] = functools.partial(_run_if_signed, each.run, signs)

    def convert(self, source: str) -> str:
        """Return a text as HTML."""
        self.has_contents = _CONTENTS in source
        return super().convert(source)


def _without_needless_contents(md: _Markdown, toc: Any) -> None:  # noqa: ANN401 - of an extension
    """Leave the list of contents out that a page without the sign for it does not show."""
    build, replace = toc.build_toc_div, toc.replace_marker
    vars(toc)["build_toc_div"] = lambda tokens: build(tokens) if md.has_contents else ET.Element("div")
    vars(toc)["replace_marker"] = lambda root, div: replace(root, div) if md.has_contents else None


def _run_if_signed(run: Callable[[list[str]], list[str]], signs: tuple[str, ...], lines: list[str]) -> list[str]:
    """Run a preprocessor on lines that have one of its signs."""
    text = "\n".join(lines)
    return run(lines) if any(sign in text for sign in signs) else lines


class _SignedBlockParser(blockparser.BlockParser):
    """Skips the processors whose string in _BLOCK_SIGNS does not occur in a block."""

    _signed: tuple[tuple[Any, str], ...] = ()

    def parseBlocks(self, parent: ET.Element, blocks: list[str]) -> None:  # noqa: N802
        """Add what blocks become to their parent, until none is left."""
        processors = self.blockprocessors
        if len(self._signed) != len(processors):
            signs = {id(processors[name]): sign for name, sign in _BLOCK_SIGNS.items() if name in processors}
            self._signed = tuple((each, signs.get(id(each), "")) for each in processors)
        while blocks:
            block = blocks[0]
            for processor, sign in self._signed:
                if sign in block and processor.test(parent, block):
                    if processor.run(parent, blocks) is not False:
                        break
                    if not blocks:
                        return
                    block = blocks[0]


class _SignedInlineProcessor(InlineProcessor):
    """Skips the patterns whose string in _SIGNS does not occur in a text."""

    _signed: tuple[tuple[inlinepatterns.Pattern, str, str], ...] = ()

    def run(self, tree: Any, ancestors: list[str] | None = None) -> Any:  # noqa: ANN401 - as the library has it
        patterns = self.md.inlinePatterns
        if len(self._signed) != len(patterns):
            signs = {id(patterns[name]): sign for name, sign in _SIGNS.items() if name in patterns}
            found = [(pattern, signs.get(id(pattern), "")) for pattern in patterns]
            self._signed = tuple((pattern, sign[:1], sign[-1:]) for pattern, sign in found)
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """Replace matches of the patterns by placeholders; overrides the library's private `__handleInline`."""
        if isinstance(data, util.AtomicString):
            return data
        for index in range(patternIndex, len(self._signed)):
            pattern, sign, other = self._signed[index]
            start, matched = 0, True
            while matched and (sign in data or other in data):
                data, matched, start = self._InlineProcessor__applyPattern(pattern, data, index, start)  # type: ignore[attr-defined]
        return data


def _xhtml(root: ET.Element) -> str:
    """Return an element and all below it as HTML, as the library's `to_xhtml_string` does."""
    written: list[str] = []
    if not _write(root, written.append):
        return serializers.to_xhtml_string(root)
    return "".join(written)


def _write(element: ET.Element, write: Callable[[str], object]) -> bool:
    """Write an element, and return True; or return False at what only the library can write, such as a comment."""
    tag, text = element.tag, element.text
    if not isinstance(tag, str):
        return False
    write(f"<{tag}")
    for name, value in sorted(element.items()) if element.attrib else ():
        if not (isinstance(name, str) and isinstance(value, str)):
            return False
        write(f' {name}="{_escaped(value, quotes=True)}"')
    if tag.lower() in ET.HTML_EMPTY:
        write(" />")
    else:
        write(">")
        if text:
            write(text if tag.lower() in ("script", "style") else _escaped(text))
        for child in element:
            if not _write(child, write):
                return False
        write(f"</{tag}>")
    if element.tail:
        write(_escaped(element.tail))
    return True


def _escaped(text: str, *, quotes: bool = False) -> str:
    """Return text with its signs of HTML as entities, except the `&` of an entity."""
    if "&" in text:
        text = serializers.RE_AMP.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace('"', "&quot;") if quotes and '"' in text else text
