"""Everything that is printed, one name and one way to make it each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from . import book, fonts, pdf, plans, sheets
from .pdf import Print, Style
from .plans import Shelf

KINDS = ("booklet", "part", "sheet", "letters", "cards")
"""What can be asked for."""
_HERE = Path(__file__).parent
_LARGEST, _SMALLEST, _STEP = 13.0, 6.5, 0.5
_SIZES = [_LARGEST - _STEP * step for step in range(int((_LARGEST - _SMALLEST) / _STEP) + 1)]
_CARD_SIZES = [8.0, 7.5, 7.0, 6.5, 6.0, 5.5]
_LETTER_SIZES = [11.5, 10.5, 9.5, 8.5, 7.5]
_SHEETS: dict[str, Callable[..., sheets.Sheet | None]] = {
    "crisis": sheets.crisis,
    "desk-card": sheets.desk_card,
    "evidence-log": sheets.evidence_log,
}


@dataclass(frozen=True, kw_only=True)
class Product:
    """A PDF file: its kind, its path below the folder of its language, and the function that makes it."""

    kind: str
    path: str
    make: Callable[[], Print]


@dataclass(frozen=True)
class Press:
    """Prints for one language; `folder` is where fonts are kept between two runs."""

    shelf: Shelf
    folder: Path

    def products(self) -> Iterator[Product]:
        """Yield everything that can be printed in the language."""
        yield self._product("booklet", "handbook", lambda: self._book(plans.booklet(self.shelf)))
        for name, plan in plans.guides(self.shelf):
            yield self._product("part", f"part-{name}", partial(self._book, plan))
        alone = plans.alone(self.shelf)
        for name, make in _SHEETS.items():
            if sheet := make(alone, self.shelf.pages):
                yield self._product("sheet", name, partial(self._fit, [sheet], _SIZES))
        if found := [*sheets.letters(alone, self.shelf.pages)]:
            yield self._product("letters", "letters", partial(self._fit, found, _LETTER_SIZES))
        if one := sheets.card(alone, self.shelf.pages):
            yield self._product("cards", "cards", partial(self._cards, one))

    @staticmethod
    def _product(kind: str, name: str, make: Callable[[], Print]) -> Product:
        return Product(kind=kind, path=f"{name}.pdf", make=make)

    def _book(self, plan: book.Plan) -> Print:
        return pdf.printed(book.written(plan), self._style("paper.css"))

    def _fit(self, found: list[sheets.Sheet], sizes: list[float]) -> Print:
        return pdf.fitted(found, self._small, sizes)

    def _cards(self, one: sheets.Sheet) -> Print:
        size = pdf.fitting(one, self._small, _CARD_SIZES)
        return pdf.printed(sheets.cards(plans.alone(self.shelf), self.shelf.pages, size), self._small)

    @property
    def _small(self) -> Style:
        return self._style("paper.css", "sheet.css")

    def _style(self, *names: str) -> Style:
        sheets = [(_HERE / name).read_text(encoding="utf-8") for name in names]
        return Style(sheets=(*sheets, self._fonts), pictures=self.shelf.site)

    @cached_property
    def _fonts(self) -> str:
        """The style sheet of the fonts, with all characters of the language: every product has the same ones."""
        shelf = self.shelf
        faces = fonts.of_language(shelf.language.code)
        words = [*shelf.content.interface[shelf.language.code].values(), shelf.language.site_name]
        texts = [page.title + page.article for page in (*shelf.pages.values(), *shelf.laws.values())]
        names = ", ".join(f'"{face.family}"' for face in faces)
        return f"{fonts.style(faces, ''.join([*words, *texts]), self.folder)}\nhtml {{ font-family: {names} }}"
