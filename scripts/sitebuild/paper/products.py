"""Everything that is printed, one name and one way to make it each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from . import book, fonts, plans, sheets
from .pdf import WHOLE, Extract, Job, Style
from .plans import Shelf

_HERE = Path(__file__).parent
_LARGEST, _SMALLEST, _STEP = 13.0, 6.5, 0.5
_SIZES = tuple(_LARGEST - _STEP * step for step in range(int((_LARGEST - _SMALLEST) / _STEP) + 1))
_POSTER_SIZES = tuple(float(size) for size in range(34, 15, -1))
_CARD_SIZES = (8.0, 7.5, 7.0, 6.5, 6.0, 5.5)
_LETTER_SIZES = (11.5, 10.5, 9.5, 8.5, 7.5)
_SHEETS: dict[str, tuple[str, Callable[..., sheets.Sheet | None], tuple[float, ...]]] = {
    "crisis": (sheets.FIRST_HOUR, sheets.crisis, _SIZES),
    "poster": (sheets.FIRST_HOUR, sheets.poster, _POSTER_SIZES),
    "desk-card": (sheets.DESK_CARD, sheets.desk_card, _SIZES),
    "evidence-log": (sheets.EVIDENCE_LOG, sheets.evidence_log, _SIZES),
}
"""By the name of the file: the page that it is made of, what makes it, and the sizes of its letters."""


@dataclass(frozen=True, kw_only=True)
class Product:
    """
    A PDF file: its kind, its path below the folder of its language, and the function that says how it is made.

    `title` is what readers call it, `name` which of the files of the job it is.
    """

    kind: str
    path: str
    title: str
    job: Callable[[], Job]
    name: str = WHOLE


@dataclass(frozen=True)
class Press:
    """Says how everything is printed in one language; `fonts` is the style sheet that names them, see `fonts_of`."""

    shelf: Shelf
    fonts: str

    def products(self) -> Iterator[Product]:
        """Yield everything that can be printed in the language."""
        words, pages = self.shelf.content.interface[self.shelf.language.code], self.shelf.pages
        whole = plans.booklet(self.shelf)
        job = cache(partial(self._book, whole, (*plans.guides(whole),)))
        yield Product(kind="booklet", path="handbook.pdf", title=words["downloads_booklet"], job=job)
        for _, part in plans.guides(whole):
            yield Product(kind="part", path=f"part-{part.slug}.pdf", title=part.name, job=job, name=part.slug)
        if short := plans.short(self.shelf):
            yield Product(kind="short", path="short.pdf", title=short.title, job=partial(self._book, short))
            large = plans.large(short)
            yield Product(kind="large", path="large.pdf", title=large.title, job=partial(self._book, large))
        if kit := plans.kit(self.shelf):
            yield Product(kind="kit", path="teaching-kit.pdf", title=kit.title, job=partial(self._book, kit))
        alone = plans.alone(self.shelf)
        for name, (page, make, sizes) in _SHEETS.items():
            if sheet := make(alone, pages):
                title = words["downloads_poster"] if name == "poster" else book.text_of(pages[page].title)
                yield Product(kind="sheet", path=f"{name}.pdf", title=title, job=partial(self._fit, (sheet,), sizes))
        if found := (*sheets.letters(alone, pages),):
            fitted = partial(self._fit, found, _LETTER_SIZES)
            title = book.text_of(next(page.title for name, page in pages.items() if name.startswith(sheets.LETTERS)))
            yield Product(kind="letters", path="letters.pdf", title=title, job=fitted)
        if one := sheets.card(alone, pages):
            fitted = partial(self._fit, (one,), _CARD_SIZES, sheets.cards(alone, pages))
            yield Product(kind="cards", path="cards.pdf", title=words["downloads_cards"], job=fitted)

    def _book(self, plan: book.Plan, alone: Sequence[tuple[int, book.VolumePart]] = ()) -> Job:
        whole = book.written(plan, [part.slug for _, part in alone])
        site = plan.book.site
        addresses = {page.slug: f"{site}{address}" for address, page in plan.book.pages.items()} if site else {}
        extracts = {
            part.slug: Extract(front=whole.fronts[part.slug], number=number, addresses=addresses)
            for number, part in alone
        }
        return Job(documents=whole.documents, style=self._style("paper.css", "book.css"), extracts=extracts)

    def _fit(self, found: tuple[sheets.Sheet, ...], sizes: tuple[float, ...], sheet: str = "") -> Job:
        return Job(documents=found, style=self._style("paper.css", "sheet.css"), sizes=sizes, sheet=sheet)

    def _style(self, *names: str) -> Style:
        own = [(_HERE / name).read_text(encoding="utf-8") for name in names]
        families = ", ".join(f'"{face.family}"' for face in fonts.of_language(self.shelf.language.code))
        return Style(sheets=(*own, f"{self.fonts}\nhtml {{ font-family: {families} }}"), pictures=self.shelf.site)


def fonts_of(shelves: Sequence[Shelf], folder: Path) -> str:
    """
    Return the style sheet of the fonts, with the characters of all languages: every product has the same ones.

    `folder` is where fonts are kept between two runs.
    """
    faces = dict.fromkeys(face for shelf in shelves for face in fonts.of_language(shelf.language.code))
    words = [word for shelf in shelves for word in shelf.content.interface[shelf.language.code].values()]
    names = [shelf.language.site_name for shelf in shelves]
    texts = [page.title + page.article for shelf in shelves for page in (*shelf.pages.values(), *shelf.laws.values())]
    return fonts.style(faces, "".join([*words, *names, *texts]), folder)
