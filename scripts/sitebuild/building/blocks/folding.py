"""Entries of long indexes, folded: a reader on a phone sees what there is before what it says."""

from html import escape


def entry(title: str, anchor: str, body: str, *, level: int = 3, language: str = "") -> str:
    """
    Return, as Markdown, an entry that opens at a touch, on a link to it, and in print.

    `title` is plain text and becomes a heading of that `level` with the id `anchor`; `language` is its language where
    that is not the page's; `body` is Markdown.
    """
    marked = f'<span lang="{language}">{escape(title)}</span>' if language else escape(title)
    return folded(f'<h{level} id="{anchor}">{marked}</h{level}>', body)


def folded(summary: str, body: str, *, kind: str = "entry", anchor: str = "") -> str:
    """
    Return, as Markdown, a block with what is shown of it when it is closed.

    `summary` is HTML, `body` Markdown. A link to `anchor`, which is inside, opens the block in browsers that can.
    """
    inside = f'<div id="{anchor}" markdown>\n\n{body}\n\n</div>' if anchor else body
    return f'<details class="{kind}" markdown>\n<summary>{summary}</summary>\n\n{inside}\n\n</details>'
