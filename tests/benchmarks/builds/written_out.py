"""
The pages as any generator could have them: every marker filled, pages out of registers as files, no front matter.

The handbook's own build writes them, with this file as one hook more. MkDocs loads it by its path, so it imports
nothing of the benchmark.
"""

import os
from pathlib import Path
from typing import Any

import mkdocs.plugins

FOLDER = "WRITTEN_OUT"
"""The variable of the environment that names where the pages are written, one folder a language."""


@mkdocs.plugins.event_priority(-100)
def on_page_markdown(markdown: str, *, page: Any, config: Any, **_: object) -> str:
    """Write a page out when all other hooks have had its text; return it as it is."""
    language = config.plugins["i18n"].current_language
    path = Path(os.environ[FOLDER]) / str(language) / str(page.file.norm_src_uri)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# {page.meta.get('title', '')}\n\n{markdown.strip()}\n", encoding="utf-8", newline="\n")
    return markdown
