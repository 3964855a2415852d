"""How a page of the built site names files to download, so that copies of the page can leave them out."""

import re

_SECTION = re.compile(r'(<section class="downloads"><p)(?: hidden)?(>[^<]*</p>).*?(</section>)', re.DOTALL)
_OFFER = re.compile(r'<p class="download">.*?</p>\n?', re.DOTALL)
_END = "</article>"


def empty(none: str) -> str:
    """Return the HTML of a list without files, which says `none`; others are written into it, see `listed`."""
    return f'<section class="downloads"><p>{none}</p></section>'


def listed(html: str, items: str) -> str:
    """Return a page with `items` in its empty list; what it said before is kept for copies."""
    return _SECTION.sub(lambda found: f"{found[1]} hidden{found[2]}{items}{found[3]}", html)


def offered(html: str, offer: str) -> str:
    """Return a page with a sentence at the end of its text that leads to a file."""
    before, end, after = html.rpartition(_END)
    return f'{before}<p class="download">{offer}</p>\n{end}{after}' if end else html


def without(html: str) -> str:
    """Return a page as it is where there are no files."""
    if 'class="download' not in html:
        return html
    return _OFFER.sub("", _SECTION.sub(r"\1\2\3", html))
