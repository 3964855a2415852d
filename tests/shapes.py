"""
What has to be judged once: elements of one shape look and are marked up alike.

The style sheet knows an element by its tag, classes and attributes, and by
those of the elements around it. Two elements that share these have the same
colours, so of all that do one is enough; a test holds the sheet to it.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

_REFERENCES = ("aria-describedby", "aria-labelledby", "cite", "data-field", "for", "href", "id", "src")
_TEXTS = ("alt", "aria-label", "content", "data-plain-title", "datetime", "property", "title")
_SAID = ("copied", "copy", "copy-converted", "copy-failed", "language", "print-letter")
_CARRIED = ("data-copy", "data-label", "data-next", "data-search", *(f"data-say-{name}" for name in _SAID))
_MEASURES = ("d", "height", "rx", "transform", "viewBox", "width", "x", "y")
FREE = frozenset((*_REFERENCES, *_TEXTS, *_CARRIED, *_MEASURES))
"""Attributes whose values are a page's own; of all others the value is part of the shape."""


FOR_PAPER = frozenset(("brief", "dense", "denser"))
"""Classes of the whole page that say how it is printed; nothing on a screen asks for them, to which a test holds it."""


class Words(IntEnum):
    """What text an element itself holds: axe judges words for their contrast, signs perhaps, and no single letter."""

    NONE = 0
    ONE_LETTER = 1
    SIGNS = 2
    WORDS = 3


Element = tuple[str, ...]
"""
An element's tag, its classes in order, its attributes as `name=value`, or as `name` or `name=` if free.

Last, `text` if it holds text outside links: a link in a text has to look like one.
"""
Shape = tuple[Element, ...]
"""An element after all those around it, from `html` on, which says the language."""
_OPENING = 100
"""How many shapes take as long to judge as a page takes to open."""


class Shown(NamedTuple):
    """One element of a page, and what it holds itself."""

    tag: str
    shape: Shape
    words: Words


_WITHOUT_WORDS = frozenset(("a", "button", "input", "label", "select", "summary", "textarea"))


def has_colours(element: Shown) -> bool:
    """Tell whether colours are judged of this element; of a link or button, though its words are in others."""
    return bool(element.words) or element.tag in _WITHOUT_WORDS


class Judged:
    """
    The shapes that have been judged at each width, and the most that an element of it held that was.

    With a file, all processes that name the same one know what each of them has judged.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._most: dict[str, Words] = {}
        self._file = file
        self._read = 0

    def new(self, width: int, elements: Iterable[Shown | None]) -> list[int]:
        """
        Return one element of each shape that has not been judged: the one that holds most itself.

        None stands for what is not in sight at this width.
        """
        self._learn()
        best: dict[Shape, tuple[Words, int]] = {}
        for number, each in enumerate(elements):
            if not each:
                continue
            most = best[each.shape][0] if each.shape in best else self._most.get(_key(width, each.shape))
            if most is None or each.words > most:
                best[each.shape] = each.words, number
        return sorted(number for _, number in best.values())

    def add(self, width: int, elements: Iterable[Shown]) -> None:
        """Note that these have been judged."""
        self._tell({_key(width, each.shape): each.words for each in elements})

    def is_new(self, *what: object) -> bool:
        """Tell whether this has not been asked before, by no process."""
        self._learn()
        if (key := _key(*what)) in self._most:
            return False
        self._tell({key: Words.NONE})
        return True

    def _learn(self) -> None:
        """Read what other processes have judged since."""
        if not self._file or not self._file.exists():
            return
        with self._file.open("rb") as lines:
            lines.seek(self._read)
            # Another process may be writing: what follows the last end of a line is read next time.
            whole, end, _ = lines.read().rpartition(b"\n")
        self._read += len(whole + end)
        for line in whole.decode("ascii").splitlines():
            key, _, words = line.partition(" ")
            self._most[key] = max(self._most.get(key, Words.NONE), Words(int(words)))

    def _tell(self, judged: dict[str, Words]) -> None:
        self._most |= judged
        if self._file:
            with self._file.open("ab", buffering=0) as lines:
                lines.write("".join(f"{key} {words.value}\n" for key, words in judged.items()).encode("ascii"))


def _key(*what: object) -> str:
    """Return what stands for this in every process."""
    return hashlib.blake2b(repr(what).encode(), digest_size=12).hexdigest()


def elements(html: str) -> list[Shown]:
    """Return all elements of a page, in their order."""
    root = LexborHTMLParser(html).root
    assert root is not None
    return list(_below(root, ()))


def not_folded(html: str) -> frozenset[Shape]:
    """Return the shapes on a page of all that no attribute hides."""
    return frozenset(each.shape for each in elements(html) if not any(_is_hidden(around) for around in each.shape))


def _is_hidden(element: Element) -> bool:
    return any(each.startswith("hidden=") for each in element)


def covering(shapes_of: Mapping[str, frozenset[Shape]], fewest: int) -> list[str]:
    """
    Return few pages that have most shapes between them, of which each adds at least so many to those before.

    The next one is always the page that adds most for its size: how long axe takes depends on that, and a bit on
    opening it.
    """
    left = {place: set(shapes) for place, shapes in shapes_of.items()}
    chosen: list[str] = []
    while left:
        place = max(left, key=lambda each: len(left[each]) / (len(shapes_of[each]) + _OPENING))
        new = left.pop(place)
        if len(new) >= fewest:
            chosen.append(place)
            left = {each: rest - new for each, rest in left.items()}
        left = {each: rest for each, rest in left.items() if len(rest) >= fewest}
    return chosen


def _below(node: LexborNode, around: Shape) -> Iterator[Shown]:
    here = (*around, _element(node))
    yield Shown(node.tag or "", here, _words(node.text(deep=False)))
    for child in node.iter():
        yield from _below(child, here)


def _element(node: LexborNode) -> Element:
    classes = sorted(set((node.attributes.get("class") or "").split()) - FOR_PAPER)
    others = sorted((name, value or "") for name, value in node.attributes.items() if name != "class")
    text = ["text"] if _has_text(node) else []
    return (node.tag or "", *classes, *(_attribute(name, value) for name, value in others), *text)


def _has_text(node: LexborNode) -> bool:
    return bool(node.text(deep=False).strip()) or any(_has_text(child) for child in node.iter() if child.tag != "a")


def _attribute(name: str, value: str) -> str:
    return f"{name}={value}" if name not in FREE else f"{name}=" if value else name


def _words(text: str) -> Words:
    signs = "".join(text.split())
    if not signs:
        return Words.NONE
    if len(signs) == 1:
        return Words.ONE_LETTER
    return Words.WORDS if any(map(str.isalnum, signs)) else Words.SIGNS
