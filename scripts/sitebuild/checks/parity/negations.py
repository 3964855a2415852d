"""What readers must not do stays forbidden: the same boxes, as many negations in them, and one for every “do not”."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...model.parity_patterns import ParityWords
from .section_pair import Block, Difference, Line, Pair

BOXES, NEGATION = "boxes", "negation"
EXACT = ("admonition",)
"""Blocks in which every negation counts; elsewhere a line that forbids must stay one that does."""
_Word = tuple[float, str]
"""A word, and how far down it stands in its text, from 0 to 1."""


def boxes(pair: Pair) -> Iterator[Difference]:
    """Yield boxes of another kind, or in another order."""
    theirs, ours = ([block.label for block in half.of("admonition")] for half in (pair.original, pair.translation))
    if theirs != ours:
        at = next((block.lines[0].number for block in pair.translation.of("admonition")), pair.translation.section.line)
        message = f"the boxes are {_list(ours)}, in {pair.original.page.path} they are {_list(theirs)}"
        yield Difference(line=at, rule="box-differs", subject=BOXES, message=message)


def differences(pair: Pair, original: ParityWords, translation: ParityWords) -> Iterator[Difference]:
    """Yield negations lost or gained in boxes, and prohibitions of one text only."""
    for before, after in pair.opposite:
        exact = any(block.kind in EXACT for block in before)
        for source, text in _aligned(before, after):
            yield from _turned(pair, source, text, (original, translation), exact=exact)


def turned(pair: Pair, original: ParityWords, translation: ParityWords) -> Iterator[Difference]:
    """Yield a prohibition of one text where the other has no negation at all."""
    opposite = pair.opposite
    if not all(before and after for before, after in opposite):  # a step here, a paragraph there
        opposite = ((pair.original.blocks, pair.translation.blocks),)
    for before, after in opposite:
        source, text = ([line for block in side for line in block.lines] for side in (before, after))
        theirs, ours = _read(original, source), _read(translation, text)
        told, all_of = _found(original.prohibitions, theirs), _found(original.negations, theirs)
        forbids, kept = _found(translation.prohibitions, ours), _found(translation.negations, ours)
        if (told and not kept) or (forbids and not all_of):
            yield _difference(pair, source[0], text[0], told or all_of, forbids or kept)


def _aligned(before: Sequence[Block], after: Sequence[Block]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Yield line and line where both have as many, else all lines of both."""
    theirs, ours = ([line for block in side for line in block.lines if line.says] for side in (before, after))
    if len(theirs) == len(ours):
        yield from (([one], [other]) for one, other in zip(theirs, ours, strict=True))
    elif theirs and ours:
        yield theirs, ours


def _turned(
    pair: Pair, source: list[Line], text: list[Line], words: tuple[ParityWords, ParityWords], *, exact: bool
) -> Iterator[Difference]:
    original, translation = words
    theirs, ours = _read(original, source, once=exact), _read(translation, text, once=exact)
    all_of, kept = _found(original.negations, theirs), _found(translation.negations, ours)
    told = all_of if exact else _found(original.prohibitions, theirs)
    forbids = kept if exact else _found(translation.prohibitions, ours)
    if not exact:
        # One “do not” may forbid two things, and one thing may be forbidden twice.
        told, forbids = told[: not kept], forbids[: not all_of]
    if len(told) > len(kept):
        yield _difference(pair, source[0], _bare(text, kept, _loneliest(told, kept)), told, kept)
    elif len(forbids) > len(all_of):
        yield _difference(pair, source[0], _at(text, _loneliest(forbids, all_of)), all_of, forbids)


def _loneliest(words: Sequence[_Word], others: Sequence[_Word]) -> float:
    """Return the place of the word that is farthest from any word of the other text."""
    return max((min((abs(place - other) for other, _ in others), default=1.0), place) for place, _ in words)[1]


def _bare(lines: Sequence[Line], kept: Sequence[_Word], place: float) -> Line:
    """Return the line nearest to a place that has no negation: it probably lost one."""
    size, start = sum(len(line.read) + 1 for line in lines), 0
    full = {_at(lines, each).number for each, _ in kept}
    distances = []
    for line in lines:
        middle, start = (start + len(line.read) / 2) / size, start + len(line.read) + 1
        if line.number not in full:
            distances.append((abs(middle - place), line.number))
    return next((line for line in lines if distances and line.number == min(distances)[1]), _at(lines, place))


def _at(lines: Sequence[Line], place: float) -> Line:
    """Return the line at a place."""
    text = "\n".join(line.read for line in lines)
    return lines[text[: int(place * len(text) + 0.5)].count("\n")]


def _difference(pair: Pair, source: Line, text: Line, told: Sequence[_Word], kept: Sequence[_Word]) -> Difference:
    message = (
        f"the negations are {_list([word for _, word in kept])} here and {_list([word for _, word in told])} in"
        f" {pair.original.page.path} line {source.number}"
    )
    return Difference(line=text.number, rule="negation-differs", subject=NEGATION, message=message)


def _list(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words) or "none"


def _read(words: ParityWords, lines: Sequence[Line], *, once: bool = False) -> str:
    """Return the text of some lines without what only looks like a negation, and `once` without what is said again."""
    text = "\n".join(line.read for line in lines)
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
