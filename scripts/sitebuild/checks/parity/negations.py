"""What readers must not do stays forbidden: the same boxes, as many negations in them, and one for every “do not”."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...model.parity_patterns import ParityPatterns
from .section_pair import Block, Difference, Line, Pair

BOXES, NEGATION = "boxes", "negation"
EXACT = ("admonition",)
"""Blocks in which every negation counts; elsewhere a line that forbids must stay one that does."""
_Word = tuple[float, str]
"""A word, and how far down it stands in its text, from 0 to 1."""


def boxes(pair: Pair) -> Iterator[Difference]:
    """Yield boxes of another kind, or in another order."""
    theirs, ours = (
        [block.label for block in side.blocks_of("admonition")] for side in (pair.original, pair.translation)
    )
    if theirs != ours:
        at = next(
            (block.lines[0].number for block in pair.translation.blocks_of("admonition")), pair.translation.section.line
        )
        message = f"the boxes are {_list(ours)}, in {pair.original.page.path} they are {_list(theirs)}"
        yield Difference(line=at, rule="box-differs", subject=BOXES, message=message)


def differences(pair: Pair, original: ParityPatterns, translation: ParityPatterns) -> Iterator[Difference]:
    """Yield negations lost or gained in boxes, and prohibitions of one text only."""
    for before, after in pair.opposite:
        exact = any(block.kind in EXACT for block in before)
        for source, text in _aligned(before, after):
            yield from _changed(pair, source, text, (original, translation), exact=exact)


def prohibition_lost(pair: Pair, original: ParityPatterns, translation: ParityPatterns) -> Iterator[Difference]:
    """Yield a prohibition of one text where the other has no negation at all."""
    opposite = pair.opposite
    if not all(before and after for before, after in opposite):  # a step here, a paragraph there
        opposite = ((pair.original.blocks, pair.translation.blocks),)
    for before, after in opposite:
        source, text = ([line for block in side for line in block.lines] for side in (before, after))
        theirs, ours = _read(original, source), _read(translation, text)
        required, all_of = _found(original.prohibitions, theirs), _found(original.negations, theirs)
        forbids, present = _found(translation.prohibitions, ours), _found(translation.negations, ours)
        if (required and not present) or (forbids and not all_of):
            yield _difference(pair, source[0], text[0], required or all_of, forbids or present)


def _aligned(before: Sequence[Block], after: Sequence[Block]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Yield line and line where both have as many, else all lines of both."""
    theirs, ours = ([line for block in side for line in block.lines if line.has_prose] for side in (before, after))
    if len(theirs) == len(ours):
        yield from (([one], [other]) for one, other in zip(theirs, ours, strict=True))
    elif theirs and ours:
        yield theirs, ours


def _changed(
    pair: Pair, source: list[Line], text: list[Line], words: tuple[ParityPatterns, ParityPatterns], *, exact: bool
) -> Iterator[Difference]:
    original, translation = words
    theirs, ours = _read(original, source, once=exact), _read(translation, text, once=exact)
    all_of, present = _found(original.negations, theirs), _found(translation.negations, ours)
    required = all_of if exact else _found(original.prohibitions, theirs)
    forbids = present if exact else _found(translation.prohibitions, ours)
    if not exact:
        # One “do not” may forbid two things, and one thing may be forbidden twice.
        required, forbids = required[: not present], forbids[: not all_of]
    if len(required) > len(present):
        yield _difference(
            pair, source[0], _without_negation(text, present, _farthest_unmatched(required, present)), required, present
        )
    elif len(forbids) > len(all_of):
        yield _difference(pair, source[0], _at(text, _farthest_unmatched(forbids, all_of)), all_of, forbids)


def _farthest_unmatched(words: Sequence[_Word], others: Sequence[_Word]) -> float:
    """Return the place of the word that is farthest from any word of the other text."""
    return max((min((abs(place - other) for other, _ in others), default=1.0), place) for place, _ in words)[1]


def _without_negation(lines: Sequence[Line], present: Sequence[_Word], place: float) -> Line:
    """Return the line nearest to a place that has no negation: it probably lost one."""
    size, start = sum(len(line.prose) + 1 for line in lines), 0
    full = {_at(lines, each).number for each, _ in present}
    distances = []
    for line in lines:
        middle, start = (start + len(line.prose) / 2) / size, start + len(line.prose) + 1
        if line.number not in full:
            distances.append((abs(middle - place), line.number))
    return next((line for line in lines if distances and line.number == min(distances)[1]), _at(lines, place))


def _at(lines: Sequence[Line], place: float) -> Line:
    """Return the line at a place."""
    text = "\n".join(line.prose for line in lines)
    return lines[text[: int(place * len(text) + 0.5)].count("\n")]


def _difference(
    pair: Pair, source: Line, text: Line, required: Sequence[_Word], present: Sequence[_Word]
) -> Difference:
    message = (
        f"the negations are {_list([word for _, word in present])} here and {_list([word for _, word in required])} in"
        f" {pair.original.page.path} line {source.number}"
    )
    return Difference(line=text.number, rule="negation-differs", subject=NEGATION, message=message)


def _list(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words) or "none"


def _read(words: ParityPatterns, lines: Sequence[Line], *, once: bool = False) -> str:
    """Return the text of some lines without what only looks like a negation, and `once` without what is said again."""
    text = "\n".join(line.prose for line in lines)
    if words.neutral:
        text = _compiled(words.neutral).sub(lambda found: " " * len(found[0]), text)
    for repeated in words.repeated if once else ():
        while (found := _compiled((repeated,)).search(text)) and found.lastindex and found[1].strip():
            text = text[: found.start(1)] + " " * len(found[1]) + text[found.end(1) :]
    return text


def _found(patterns: tuple[str, ...], text: str) -> list[_Word]:
    """Return what some patterns find, each with its place."""
    return [(found.start() / (len(text) + 1), found[0].strip()) for found in _compiled(patterns).finditer(text)]


@cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern of several."""
    return re.compile("|".join(patterns), re.IGNORECASE | re.MULTILINE)
