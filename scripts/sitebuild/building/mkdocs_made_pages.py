"""
Pages that have no file, such as those of laws, as MkDocs 1.6 and static-i18n 1.3 take them.

static-i18n fails at MkDocs' generated files, because they have no place below docs/, and makes a new file of every
other, without its content. So such a page is a file at a place where none is, and its text is given when it is read.
"""

from collections.abc import Collection

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from ..model.content import Content


def add(files: Files, content: Content, codes: Collection[str], config: MkDocsConfig) -> None:
    """Add a file for each such page of these languages; the menu does not list it."""
    for page in content.pages:
        # A converted page is the source's file in MkDocs; on_page_markdown gives it its text.
        if page.law and page.language in codes and not page.converted:
            place = f"{page.language}/{page.name}"
            file = File(place, config.docs_dir, config.site_dir, config.use_directory_urls)
            file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)


def text(content: Content, folder: str, name: str) -> str | None:
    """Return the text of such a page; None for one that MkDocs reads itself."""
    page = content.page(folder, name)
    return page.source if page and page.law else None
