"""A translation has as many steps as its original, its tables and drawings, and asks where it asks."""

from collections import Counter
from collections.abc import Iterator

from ...model.page import FAQ_CLASS
from ...model.parity_patterns import ParityPatterns
from .section_pair import Difference, Pair, SectionText


def markers(pair: Pair) -> Iterator[Difference]:
    """Yield generated tables, drawings and indexes that only one language has."""
    theirs, ours = _markers(pair.original), _markers(pair.translation)
    for name in (theirs - ours) | (ours - theirs):
        here, there = (f"{number} times" if number else "not" for number in (ours[name], theirs[name]))
        message = f"<!-- {name} --> stands here {here}, in {pair.original.page.path} {there}"
        subject = name.replace(" ", "")
        yield Difference(line=pair.translation.section.line, rule="marker-differs", subject=subject, message=message)


def _markers(half: SectionText) -> Counter[str]:
    return Counter(marker.name for marker in half.page.markers if marker.line in half.range)


def steps(pair: Pair) -> Iterator[Difference]:
    """Yield lists of steps of another length."""
    theirs, ours = pair.original.blocks_of("step"), pair.translation.blocks_of("step")
    if len(theirs) != len(ours):
        line = ours[-1].lines[0].number if ours else pair.translation.section.line
        message = f"there are {len(ours)} steps here and {len(theirs)} in {pair.original.page.path}"
        yield Difference(line=line, rule="steps-differ", subject="steps", message=message, severity="note")


def questions(pair: Pair, original: ParityPatterns, translation: ParityPatterns) -> Iterator[Difference]:
    """Yield questions that are none in the other language."""
    for heading in pair.translation.page.headings:
        if heading.line == pair.translation.section.line and FAQ_CLASS in heading.classes:
            twin = next(each for each in pair.original.page.headings if each.line == pair.original.section.line)
            asks = heading.text.rstrip().endswith(translation.question_mark or "")
            if asks != twin.text.rstrip().endswith(original.question_mark or ""):
                message = f"only one of this heading and “{twin.text}” ends with a question mark"
                line = heading.line
                yield Difference(
                    line=line, rule="question-mark-differs", subject="question", message=message, severity="note"
                )
