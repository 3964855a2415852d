"""The tables that lead from what happened to whom to ask, drawn from the register of routes."""

from ...model.content import Content
from ...model.page import Page
from ...model.routes import RouteStep
from ...text import markdown_text, references

"""`<!-- table: routes -->` is replaced by the table of the stop whose `table` is `routes`."""


def table(content: Content, page: Page, marker: str) -> str:
    """Return the table as Markdown: a row for each option of its question."""
    stop = drawn(content, marker)
    if stop is None:
        return ""
    key, question = stop
    words = content.registers.words[page.language].routes
    heads = words[key].heads if key in words else None
    if heads is None:
        return ""
    rows = []
    for option, following in question.options.items():
        row = words.get(following)
        cells = (words[key].options.get(option), row and row.first, row and row.next)
        rows.append(tuple(cell or "" for cell in cells))
    return references.expand(markdown_text.table(heads, rows), content.registers, page.language, page.name)


def drawn(content: Content, marker: str) -> tuple[str, RouteStep] | None:
    """Return the stop that a marker draws, with its key."""
    name = marker.partition(": ")[2]
    return next(((key, stop) for key, stop in content.registers.routes.items() if stop.table == name), None)
