"""The rows of one page: what it is called, what its sections are called, and the plain text of each."""

from ...model.content import Content
from ...model.page import Heading, Page
from ...model.search_rows import PageRow, SectionRow
from ...text import bare_text, front_matter, markdown_text, references

SOURCES = "sources"
"""The section that lists the laws of a page: it answers no question."""


def of_page(content: Content, page: Page) -> PageRow:
    """Return the rows of a page, with what readers see in place of references to the registers."""
    words: dict[str, list[str]] = {}
    for listed in page.search_words:
        words.setdefault(listed.anchor or "", []).extend(listed.words)
    shown = [each for each in page.headings if each.anchor and each.anchor != SOURCES]
    return PageRow(
        address=page.route,
        title=page.title,
        words=_joined(words.get("")),
        sections=tuple(
            SectionRow(
                anchor=str(each.anchor),
                heading=_heading(content, page, each),
                words=_joined(words.get(str(each.anchor))),
            )
            for each in shown
        ),
        texts=_texts(content, page, page.front_matter.text("description")),
    )


def _heading(content: Content, page: Page, heading: Heading) -> str:
    return markdown_text.visible_text(references.expand(heading.text, content.registers, page.language, page.name))


def _joined(words: list[str] | None) -> str:
    return ",".join(filter(None, words or ()))


def _texts(content: Content, page: Page, description: str) -> tuple[str, ...]:
    """Return description and words before the first heading with an id, then those below each, without the sources."""
    height = front_matter.split(page.source)[1]
    anchored = [each for each in page.headings if each.anchor]
    body = page.source.split("\n")
    for number in page.code:
        body[number - 1] = ""
    pieces = bare_text.between("\n".join(body[height:]), [each.line - height for each in anchored])
    names = ["", *(str(each.anchor) for each in anchored)]
    below = [
        bare_text.of(references.expand(_below_heading(piece, name), content.registers, page.language, page.name))
        for name, piece in zip(names, pieces, strict=True)
        if name != SOURCES
    ]
    return (f"{description}\n{below[0]}".strip(), *below[1:])


def _below_heading(piece: str, name: str) -> str:
    return piece.partition("\n")[2] if name else piece
