"""Wide tables scroll in a box of their own, which the keyboard reaches; without it the whole page would scroll."""

from html import escape


def boxed(html: str, label: str) -> str:
    """Return the HTML of a page with each table in such a box, named by `label`."""
    # A group, not a region: landmarks of the same name on one page would be noise for those who jump between them.
    opening = f'<div class="table" role="group" tabindex="0" aria-label="{escape(label)}">\n<table>'
    return html.replace("<table>", opening).replace("</table>", "</table>\n</div>")
