"""Spares the engine what it does over and over in a long book, and the memory of what it no longer needs."""

import gc
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from types import SimpleNamespace
from typing import Any

_LEVEL = 6
_LONG = 8
"""In sheets; to look for what is no longer needed takes longer than setting a few, and gives little back."""
_BEGIN, _END = b"stream\n", b"\nendstream"
_REFERENCES = "page_references"
_BOX = "_page_box"
_CONTEXT, _OF_DRAWINGS = "_context", ("font_config", "dictionaries")


class PaintedPage:
    """A finished page, as WeasyPrint writes it; its links may be changed, and the page stays as it was."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401 - a library that is not there when types are checked
        """Take all that a page of WeasyPrint knows."""
        vars(self).update(vars(page))
        self._page = page

    def paint(self, stream: Any, scale: float) -> None:  # noqa: ANN401 - the same
        """Draw the page, and compress it: until all is written, it would be kept as thousands of small pieces."""
        self._page.paint(stream, scale)
        whole = import_module("pydyf").Stream(stream.stream).data
        inner = whole.partition(_BEGIN)[2].removesuffix(_END)
        stream.stream = [zlib.compress(inner, _LEVEL)]
        stream.extra["Filter"] = "/FlateDecode"
        stream.compress = False


class PaintedOnce(PaintedPage):
    """
    The same of a page that is written for the last time: asked for its boxes to draw them, and for the structure.

    It gives them away with the second question, so that a long book is never there twice.
    """

    @property
    def _page_box(self) -> Any:  # noqa: ANN401 - the same
        return vars(self)[_BOX] if self._page else vars(self).pop(_BOX)

    def paint(self, stream: Any, scale: float) -> None:  # noqa: ANN401 - the same
        """Draw the page as any other."""
        super().paint(stream, scale)
        self._page = None


@contextmanager
def long_book() -> Iterator[None]:
    """
    Within it, a long book is set and written faster, and looks the same.

    Python's search for what is no longer needed looks at every box of the book again and again, and finds nothing.
    WeasyPrint asks for the references of all pages once for each element of the structure, and pydyf counts them anew.
    """
    library = import_module("pydyf").PDF
    counted = library.__dict__[_REFERENCES]
    searching = gc.isenabled()
    gc.disable()
    setattr(library, _REFERENCES, property(_Kept(counted.fget)))
    try:
        yield
    finally:
        setattr(library, _REFERENCES, counted)
        gc.unfreeze()
        if searching:
            gc.enable()


def forget(pages: Sequence[Any]) -> None:
    """Within `long_book`: give back all that the setting of a long part took but its finished pages."""
    if len(pages) < _LONG:
        return
    for page in pages:
        for box in page._page_box.descendants():  # noqa: SLF001 - as in imposition.py
            picture = getattr(box, "replacement", None)
            if around := getattr(picture, _CONTEXT, None):
                # A drawing would keep the style of every element of the part.
                kept = {name: value for name, value in vars(around).items() if name in _OF_DRAWINGS}
                setattr(picture, _CONTEXT, SimpleNamespace(**kept))
    gc.collect()
    # What is left is not looked at again.
    gc.freeze()


class _Kept:
    """Counts the pages of a PDF anew only when there are more."""

    def __init__(self, count: Any) -> None:  # noqa: ANN401 - the same
        self._count, self._pages, self._known = count, -1, None

    def __call__(self, file: Any) -> Any:  # noqa: ANN401 - the same
        pages = len(file.pages["Kids"])
        if pages != self._pages:
            self._pages, self._known = pages, self._count(file)
        return self._known
