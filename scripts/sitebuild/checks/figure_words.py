"""Rule: every figure has labels in every language, they fit into its slots, and its SVG file contains no words."""

import re
from collections.abc import Iterator

from ..model import register_paths
from ..model.content import Content
from ..model.figure_words import FigureWords
from ..model.problem import Problem
from ..model.rules.registers import Figures
from ..text import figure_labels

_FORBIDDEN_IN_SVG = re.compile(
    r"<text\b[^>]*>(?!\{[a-z0-9-]+\}</text>)|style=|<(?:style|script|foreignObject|image)\b| id="
)


def check(content: Content) -> Iterator[Problem]:
    """Report words, styles or ids in the SVG files, and labels that are missing, unknown or too long."""
    for name, svg in content.figures.items():
        path = f"{register_paths.FOLDER}/{register_paths.FIGURES}/{name}.svg"
        if found := _FORBIDDEN_IN_SVG.search(svg):
            line = svg.count("\n", 0, found.start()) + 1
            message = f"“{found[0].strip()}” cannot stand here: words are {{keys}}, colours are classes, ids are given"
            yield Problem(path=path, line=line, rule="figure-drawing", message=message)
    for language in content.languages:
        if not language.generated_from and language.code in content.registers.words:
            yield from _words(content, language.code)


def _words(content: Content, code: str) -> Iterator[Problem]:
    path, words = register_paths.words_path(register_paths.FIGURES, code), content.registers.words[code].figures
    for name in content.figures.keys() - words.keys():
        yield Problem(path=path, rule="figure-words", message=f"add the words of the figure “{name}”")
    for name, entry in words.items():
        line = content.registers.lines.get((path, name), 1)
        svg = content.figures.get(name)
        if svg is None:
            message = f"there is no figure “{name}”; delete these words, or add the figure"
            yield Problem(path=path, line=line, rule="figure-words", message=message)
        else:
            for rule, message in _unfit(svg, entry):
                yield Problem(path=path, line=line, rule=rule, message=f"{name}: {message}")


def _unfit(svg: str, words: FigureWords) -> Iterator[tuple[Figures, str]]:
    """Yield (rule, message) for labels that are missing, unknown or too long for their slot."""
    slots = list(figure_labels.slots(svg))
    known = {slot.key for slot in slots}
    for key in sorted(known ^ words.labels.keys()):
        yield "figure-words", f"add the label “{key}”" if key in known else f"the figure has no “{key}”; delete it"
    for slot in slots:
        lines = figure_labels.wrapped(words.labels.get(slot.key, ""), slot.width)
        if len(lines) > slot.lines:
            message = f"“{slot.key}” needs {len(lines)} lines, there is room for {slot.lines}; shorten it"
            yield "figure-label-long", message
