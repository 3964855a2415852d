"""Generates a figure: `<!-- figure: which-door -->` → inline SVG with the labels of the page's language."""

import html
import re

from ...model.content import Content
from ...model.figure_words import FigureWords
from ...model.page import Page
from ...text import figure_labels, references

_CONTENT = re.compile(r"<svg\b([^>]*)>(.*)</svg>", re.DOTALL)
_LEADING = 18
"""The distance between two lines of a label, in units of the SVG."""


def figure(content: Content, page: Page, marker: str) -> str:
    """
    Return the figure that a marker names, and below it its phone numbers, as HTML and Markdown.

    It is empty if the figure has no words in the page's language.
    """
    name = marker.partition(": ")[2]
    words = content.registers.words[page.language].figures.get(name)
    svg = _CONTENT.search(content.figures[name])
    if words is None or svg is None:
        return ""

    def read(text: str) -> str:
        return figure_labels.plain(text, content.registers, page.language)

    def set_words(found: re.Match[str]) -> str:
        given = figure_labels.attributes(found[1])
        return _text(given, figure_labels.wrapped(read(words.labels.get(found[2], "")), figure_labels.width(given)))

    attributes = figure_labels.attributes(svg[1])
    inner = re.sub(r"\n\s*", "\n", figure_labels.SLOT.sub(set_words, svg[2])).strip()
    ids = f"figure-{name}-title figure-{name}-text"
    return (
        f'<figure class="figure"><svg role="img" aria-labelledby="{ids}" viewBox="{attributes["viewBox"]}">\n'
        f'<title id="figure-{name}-title">{html.escape(words.title)}</title>\n'
        f'<desc id="figure-{name}-text">{html.escape(read(words.description))}</desc>\n'
        f'{inner}\n</svg><figcaption aria-hidden="true">{html.escape(words.title)}</figcaption></figure>'
        f"{_numbers(content, page, words)}"
    )


def _numbers(content: Content, page: Page, words: FigureWords) -> str:
    """Return, as Markdown, the numbers in a drawing, each once, ready to be dialled: a picture cannot be tapped."""
    found = (each for label in words.labels.values() for each in references.find(label, 1) if each.scheme == "phone")
    targets = dict.fromkeys(each.target for each in found)
    calls = " ".join(f"[{content.interface[page.language]['channel_call']}](phone:{target})" for target in targets)
    shown = references.expand(calls, content.registers, page.language, page.name)
    return f'\n\n<div class="dials" markdown>\n\n{shown}\n\n</div>' if shown else ""


def _text(given: dict[str, str], lines: list[str]) -> str:
    """Return a label as an SVG text element; its lines are centred around y. `given` are the slot's attributes."""
    x, y = given["x"], float(given["y"])
    first = y - (len(lines) - 1) * _LEADING / 2
    classes = f' class="{given["class"]}"' if "class" in given else ""
    spans = "".join(
        f'<tspan x="{x}" y="{first + number * _LEADING:g}">{html.escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return f"<text{classes}>{spans}</text>"
