"""
Compares negations: what the source forbids, the translation must forbid too.

Admonitions must be of the same kinds in the same order, with equally many negations. Elsewhere a text with a
prohibition (“do not”) must have at least one negation in the other language.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ...model.message import Message
from ...model.parity_patterns import ParityPatterns
from .section_pair import Block, Difference, Line, Pair

BOXES, NEGATION = "boxes", "negation"
EXACT = ("admonition",)
"""The kinds of blocks in which the numbers of negations must be equal."""
_Word = tuple[float, str]
"""(place, word): a negation and its place in the text, from 0 for the beginning to 1 for the end."""


def boxes(pair: Pair) -> Iterator[Difference]:
    """Yield a difference if the admonitions are not of the same kinds in the same order."""
    theirs, ours = (
        [block.label for block in side.blocks_of("admonition")] for side in (pair.original, pair.translation)
    )
    if theirs != ours:
        at = next(
            (block.lines[0].number for block in pair.translation.blocks_of("admonition")), pair.translation.section.line
        )
        message = Message(
            "the boxes are {ours}, in {path} they are {theirs}",
            ours=_list(ours),
            path=pair.original.page.path,
            theirs=_list(theirs),
        )
        yield Difference(line=at, rule="box-differs", subject=BOXES, message=message)


def differences(pair: Pair, original: ParityPatterns, translation: ParityPatterns) -> Iterator[Difference]:
    """Yield unequal numbers of negations in admonitions, and prohibitions without a negation in the other language."""
    for before, after in pair.opposite:
        exact = any(block.kind in EXACT for block in before)
        aligned = [*_aligned(before, after)]
        for source, text in aligned:
            for found in _changed(pair, source, text, (original, translation), exact=exact):
                yield replace(found, allows=found.allows and _forbids_less(aligned, original, translation))


def prohibition_lost(pair: Pair, original: ParityPatterns, translation: ParityPatterns) -> Iterator[Difference]:
    """Yield prohibitions in either text where the other has no negation; for texts of registers."""
    opposite = pair.opposite
    if not all(before and after for before, after in opposite):  # a kind of block that only one of the texts has
        opposite = ((pair.original.blocks, pair.translation.blocks),)
    for before, after in opposite:
        source, text = ([line for block in side for line in block.lines] for side in (before, after))
        theirs, ours = _read(original, source), _read(translation, text)
        their_prohibitions, their_negations = _found(original.prohibitions, theirs), _found(original.negations, theirs)
        our_prohibitions, our_negations = _found(translation.prohibitions, ours), _found(translation.negations, ours)
        if (their_prohibitions and not our_negations) or (our_prohibitions and not their_negations):
            theirs_shown, ours_shown = their_prohibitions or their_negations, our_prohibitions or our_negations
            yield _difference(pair, source[0], text[0], theirs_shown, ours_shown)


def _aligned(before: Sequence[Block], after: Sequence[Block]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Yield pairs of one line each if both sides have equally many lines, else one pair of all lines."""
    theirs, ours = ([line for block in side for line in block.lines if line.has_prose] for side in (before, after))
    if len(theirs) == len(ours):
        yield from (([one], [other]) for one, other in zip(theirs, ours, strict=True))
    elif theirs and ours:
        yield theirs, ours


def _changed(
    pair: Pair, source: list[Line], text: list[Line], patterns: tuple[ParityPatterns, ParityPatterns], *, exact: bool
) -> Iterator[Difference]:
    """Yield the difference between source lines and their translation, if any; `patterns` are of both languages."""
    original, translation = patterns
    theirs, ours = _read(original, source, once=exact), _read(translation, text, once=exact)
    if exact:
        required = their_negations = _found(original.negations, theirs)
        added = our_negations = _found(translation.negations, ours)
    else:
        # Numbers may differ, because one “do not” may forbid two things. Only a text without any negation is reported,
        # and negations, which take longest to find, are looked for only where the other text forbids something.
        required, added = _first(original.prohibitions, theirs), _first(translation.prohibitions, ours)
        our_negations = _found(translation.negations, ours) if required else []
        their_negations = _found(original.negations, theirs) if added else []
        required, added = ([] if our_negations else required), ([] if their_negations else added)
    if len(required) > len(our_negations):
        line = _without_negation(text, our_negations, _farthest_unmatched(required, our_negations))
        found = _difference(pair, source[0], line, required, our_negations)
        forbidden = not our_negations and _first(original.prohibitions, theirs)
        yield replace(found, allows=bool(forbidden) and len(source) == len(text) == 1)
    elif len(added) > len(their_negations):
        line = _at(text, _farthest_unmatched(added, their_negations))
        yield _difference(pair, source[0], line, their_negations, added)


def _forbids_less(
    aligned: Sequence[tuple[list[Line], list[Line]]], original: ParityPatterns, translation: ParityPatterns
) -> bool:
    """Tell whether fewer lines of a translation have a negation than lines of its source forbid something."""
    forbidding = sum(bool(_first(original.prohibitions, _read(original, source))) for source, _ in aligned)
    return forbidding > sum(bool(_first(translation.negations, _read(translation, text))) for _, text in aligned)


def _farthest_unmatched(words: Sequence[_Word], others: Sequence[_Word]) -> float:
    """Return the place of the word that is farthest from every word of the other text: probably the unmatched one."""
    return max((min((abs(place - other) for other, _ in others), default=1.0), place) for place, _ in words)[1]


def _without_negation(lines: Sequence[Line], present: Sequence[_Word], place: float) -> Line:
    """Return the line without a negation that is nearest to a place: there the translation probably lost one."""
    size, start = sum(len(line.prose) + 1 for line in lines), 0
    full = {_at(lines, each).number for each, _ in present}
    distances = []
    for line in lines:
        middle, start = (start + len(line.prose) / 2) / size, start + len(line.prose) + 1
        if line.number not in full:
            distances.append((abs(middle - place), line.number))
    return next((line for line in lines if distances and line.number == min(distances)[1]), _at(lines, place))


def _at(lines: Sequence[Line], place: float) -> Line:
    """Return the line at a place from 0 to 1."""
    text = "\n".join(line.prose for line in lines)
    return lines[text[: int(place * len(text) + 0.5)].count("\n")]


def _difference(
    pair: Pair, source: Line, text: Line, required: Sequence[_Word], present: Sequence[_Word]
) -> Difference:
    message = Message(
        "the negations are {ours} here and {theirs} in {path} line {number}",
        ours=_list([word for _, word in present]),
        theirs=_list([word for _, word in required]),
        path=pair.original.page.path,
        number=source.number,
    )
    return Difference(line=text.number, rule="negation-differs", subject=NEGATION, message=message)


def _list(words: Sequence[str]) -> list[str] | Message:
    return [f"“{word}”" for word in words] or Message("none")


def _read(words: ParityPatterns, lines: Sequence[Line], *, once: bool = False) -> str:
    """Return lines as text without apparent negations, and, with `once`, without repeated ones; see ParityPatterns."""
    text = "\n".join(line.prose for line in lines)
    if words.neutral:
        text = _compiled(words.neutral).sub(lambda found: " " * len(found[0]), text)
    for repeated in words.repeated if once else ():
        while (found := _compiled((repeated,)).search(text)) and found.lastindex and found[1].strip():
            text = text[: found.start(1)] + " " * len(found[1]) + text[found.end(1) :]
    return text


def _found(patterns: tuple[str, ...], text: str) -> list[_Word]:
    """Return every match of some patterns with its place."""
    return [(found.start() / (len(text) + 1), found[0].strip()) for found in _compiled(patterns).finditer(text)]


def _first(patterns: tuple[str, ...], text: str) -> list[_Word]:
    """Return the first match of some patterns with its place, if there is one."""
    found = _compiled(patterns).search(text)
    return [(found.start() / (len(text) + 1), found[0].strip())] if found else []


@cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern that matches any of several."""
    return re.compile("|".join(patterns), re.IGNORECASE | re.MULTILINE)
