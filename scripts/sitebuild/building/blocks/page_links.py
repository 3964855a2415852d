"""Links to pages and sections of the handbook in generated text, by the titles and headings that they have."""

from ...model.content import Content
from ...model.page import Page
from ...text import markdown_text, references


def link(content: Content, page: Page, name: str) -> str:
    """
    Return a link, as Markdown on `page`, to a page or section by its title or heading; `name` is as help/a.md#part.

    What is not translated yet has the title of the source.
    """
    file, _, part = name.partition("#")
    there = content.page(page.language, file) or content.page(content.source_language.code, file)
    headings = there.headings if there and part else ()
    title = next((each.text for each in headings if each.anchor == part), there.title if there else name)
    expanded = references.expand(title, content.registers, page.language, page.name)
    address = references.relative_path(file, page.folder) + (f"#{part}" if part else "")
    return f"[{markdown_text.escape(markdown_text.visible_text(expanded))}]({address})"
