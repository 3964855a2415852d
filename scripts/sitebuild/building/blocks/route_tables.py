"""Generates the tables of the decision routes (docs/_data/routes.yml): what happened → whom to contact."""

from ...model.content import Content
from ...model.page import Page
from ...model.routes import RouteStep
from ...text import markdown_text, references


def table(content: Content, page: Page, marker: str) -> str:
    """
    Return the table that a marker such as `table: routes` names, as Markdown: a row for each option of its step.

    It is empty if no step has this table, or the step has no words in the page's language.
    """
    found = step_of(content, marker)
    if found is None:
        return ""
    key, step = found
    words = content.registers.words[page.language].routes
    heads = words[key].heads if key in words else None
    if heads is None:
        return ""
    rows = []
    for option, following in step.options.items():
        row = words.get(following)
        cells = (words[key].options.get(option), row and row.first, row and row.next)
        rows.append(tuple(cell or "" for cell in cells))
    return references.expand(markdown_text.table(heads, rows), content.registers, page.language, page.name)


def step_of(content: Content, marker: str) -> tuple[str, RouteStep] | None:
    """Return the step whose table a marker names, with its key; None if there is none."""
    name = marker.partition(": ")[2]
    return next(((key, step) for key, step in content.registers.routes.items() if step.table == name), None)
