"""Compares structure: numbered steps, markers of generated text, and question marks of FAQ headings."""

from collections import Counter
from collections.abc import Iterator

from ...model.message import Message, counted
from ...model.page import FAQ_CLASS
from ...model.parity_patterns import ParityPatterns
from .section_pair import Difference, Pair, SectionText


def markers(pair: Pair) -> Iterator[Difference]:
    """Yield markers (tables, figures, indexes) that the two sections do not have equally often."""
    theirs, ours = _markers(pair.original), _markers(pair.translation)
    for name in (theirs - ours) | (ours - theirs):
        here, there = (_times(number) for number in (ours[name], theirs[name]))
        message = Message(
            "<!-- {name} --> stands here {here}, in {path} {there}",
            name=name,
            here=here,
            path=pair.original.page.path,
            there=there,
        )
        subject = name.replace(" ", "")
        yield Difference(line=pair.translation.section.line, rule="marker-differs", subject=subject, message=message)


def _times(number: int) -> Message:
    return counted(number, "{number} time", "{number} times") if number else Message("not")


def _markers(section: SectionText) -> Counter[str]:
    return Counter(marker.name for marker in section.page.markers if marker.line in section.range)


def steps(pair: Pair) -> Iterator[Difference]:
    """Yield a note if the two sections have different numbers of steps."""
    theirs, ours = pair.original.blocks_of("step"), pair.translation.blocks_of("step")
    if len(theirs) != len(ours):
        line = ours[-1].lines[0].number if ours else pair.translation.section.line
        message = Message(
            "there are {ours} steps here and {theirs} in {path}",
            ours=len(ours),
            theirs=len(theirs),
            path=pair.original.page.path,
        )
        yield Difference(line=line, rule="steps-differ", subject="steps", message=message, severity="note")


def questions(pair: Pair, original: ParityPatterns, translation: ParityPatterns) -> Iterator[Difference]:
    """Yield a note for an FAQ heading that ends with a question mark in only one of the languages."""
    for heading in pair.translation.page.headings:
        if heading.line == pair.translation.section.line and FAQ_CLASS in heading.classes:
            twin = next(each for each in pair.original.page.headings if each.line == pair.original.section.line)
            asks = heading.text.rstrip().endswith(translation.question_mark or "")
            if asks != twin.text.rstrip().endswith(original.question_mark or ""):
                message = Message("only one of this heading and “{text}” ends with a question mark", text=twin.text)
                line = heading.line
                yield Difference(
                    line=line, rule="question-mark-differs", subject="question", message=message, severity="note"
                )
