"""Rule: every figure has labels in every language, they fit into its slots, and its SVG file contains no words."""

import re
from collections.abc import Iterator

from ..model import register_paths
from ..model.content import Content
from ..model.figure_words import FigureWords
from ..model.message import Message
from ..model.problem import Problem
from ..model.registers import Registers
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
            message = Message(
                "“{found}” cannot stand here: words are {{keys}}, colours are classes, ids are given",
                found=found[0].strip(),
            )
            yield Problem(path=path, line=line, rule="figure-drawing", message=message)
    for language in content.languages:
        if not language.generated_from and language.code in content.registers.words:
            yield from _words(content, language.code)


def _words(content: Content, code: str) -> Iterator[Problem]:
    path, words = register_paths.words_path(register_paths.FIGURES, code), content.registers.words[code].figures
    for name in content.figures.keys() - words.keys():
        yield Problem(
            path=path, rule="figure-words", message=Message("add the words of the figure “{name}”", name=name)
        )
    for name, entry in words.items():
        line = content.registers.lines.get((path, name), 1)
        svg = content.figures.get(name)
        if svg is None:
            advice = Message("there is no figure “{name}”; delete these words, or add the figure", name=name)
            yield Problem(path=path, line=line, rule="figure-words", message=advice)
        else:
            for rule, message in _unfit(svg, entry, content.registers, code):
                yield Problem(
                    path=path,
                    line=line,
                    rule=rule,
                    message=Message("{name}: {message}", name=name, message=Message(message)),
                )


def _unfit(svg: str, words: FigureWords, registers: Registers, code: str) -> Iterator[tuple[Figures, str]]:
    """Yield (rule, message) for labels that are missing, unknown, too long or too wide for their slot."""
    slots = list(figure_labels.slots(svg))
    known = {slot.key for slot in slots}
    for key in sorted(known ^ words.labels.keys()):
        yield (
            "figure-words",
            Message("add the label “{key}”", key=key)
            if key in known
            else Message("the figure has no “{key}”; delete it", key=key),
        )
    for slot in slots:
        label = figure_labels.plain(words.labels.get(slot.key, ""), registers, code)
        lines = figure_labels.wrapped(label, slot.width)
        for line in lines:
            if figure_labels.width_of(line) > slot.width:
                message = Message(
                    "“{line}” in “{key}” is too wide; write <wbr> between words where a line may end",
                    line=line,
                    key=slot.key,
                )

                yield "figure-label-wide", message
        if len(lines) > slot.lines:
            message = Message(
                "“{key}” needs {count} lines, there is room for {lines}; shorten it",
                key=slot.key,
                count=len(lines),
                lines=slot.lines,
            )
            yield "figure-label-long", message
