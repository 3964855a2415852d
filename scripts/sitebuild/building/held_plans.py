"""
The plans of the situation picker, in a script of their own.

They are most of their page, and nobody sees them whose browser runs no scripts: those readers get the page without
them, and all others can read it before they have come.
"""

import json
import re
from pathlib import Path

from ..model.content import Content
from . import tools

_BEGINS = '<div class="plans'
_TAG = re.compile(r"</?div\b")


def move(site: Path, content: Content) -> None:
    """Move the plans of every language of a site from their page into a script that puts them back."""
    for language in content.languages:
        # A language without the page shows that of the source, under an address of its own.
        page = content.page(language.code, tools.PICKER) or content.page(content.source_language.code, tools.PICKER)
        file = site / f"{language.prefix}{page.route}index.html" if page else None
        html = file.read_text(encoding="utf-8") if file and file.is_file() else ""
        if file and _BEGINS in html:
            rest, plans = parted(html)
            file.write_text(rest, encoding="utf-8", newline="\n")
            (site / tools.plans(language.code, tools.PICKER)).write_text(script(plans), encoding="utf-8", newline="\n")


def parted(html: str) -> tuple[str, str]:
    """Return a page without its plans, and the plans."""
    start = html.index(_BEGINS)
    depth = 0
    for tag in _TAG.finditer(html, start):
        depth += -1 if tag[0].startswith("</") else 1
        if not depth:
            end = html.index(">", tag.start()) + 1
            return html[:start] + html[end:], html[start:end]
    raise ValueError("the plans have no end")


def script(plans: str) -> str:
    """Return the script that puts the plans at the end of the text, before other scripts look at it."""
    return (
        f'document.querySelector("article").insertAdjacentHTML("beforeend",{json.dumps(plans, ensure_ascii=False)})\n'
    )
