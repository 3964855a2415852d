"""
Rule: no sign of markup shows on a built page, whatever way it came there: the net below the rules of checks/markup.

Code shows signs on purpose, and so is not looked at.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from ..memo import store as memo
from ..memo import two_processes
from ..memo.store import Store
from ..model.message import Message
from ..model.page import Page
from ..model.problem import Problem
from ..text import markdown_text

_TAGS = (
    "div|span|p|br|a|b|i|u|s|table|tr|td|th|ul|ol|li|img|script|style|details|summary|font|center|h[1-6]|hr|strong|em"
    "|code|pre|iframe|input|button|form|svg|video|audio|section|kbd|sub|sup"
)
_ANYWHERE = (
    r"\*\*|!!!|！！！|\?\?\?\+? |\]\(|\]（|\[\^|\[\[|\]\[|~~|``|==(?=\S)|:::|={7}"
    r"|\{[#%:.]|\{\{|\}\}|\|[ ]?:?-{3,}|\\$"
)
_AT_START = r" *(?:#{2,6} ?|[-+] )(?=[^\s<])"
_SIGNS = re.compile(rf"{_ANYWHERE}|(?:^|>){_AT_START}|&lt;!|--&gt;|&lt;/?(?:{_TAGS})|(?:&lt;){{3,}}", re.MULTILINE)
"""In HTML, where < is written as an entity: only a page with a match is looked at closely."""
_IN_TEXT = re.compile(rf"{_ANYWHERE}|^{_AT_START}|<!|-->|</?(?:{_TAGS})(?=[ />])|<{{3,}}", re.MULTILINE)
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_HIDDEN = "code, pre, kbd, script, style, svg, template, textarea"
_AROUND = 12


def check(site: Path, sources: Mapping[str, Page], store: Store) -> Iterator[Problem]:
    """
    Report signs of markup in the visible text of built pages; `sources` gives the page each file was made from.

    A page that `store` remembers is not looked at again.
    """
    there = [path for path in sources if (site / path).is_file()]  # another rule says which are not
    pages = [(site / path).read_bytes() for path in there]
    keys = [memo.key(html) for html in pages]
    for path, signs in zip(
        there, two_processes.remembered(store.table("left-markup"), keys, seen_signs, pages), strict=True
    ):
        page = sources[path]
        for found, excerpt in signs:
            line, column = markdown_text.position(page.source, excerpt)
            message = Message(
                "readers see the sign “{found}” near “{excerpt}”; close it, or write \\ before it",
                found=found,
                excerpt=excerpt.strip(),
            )
            yield Problem(path=page.path, line=line, column=column, rule="markup-published", message=message)


def seen_signs(pages: Sequence[bytes]) -> list[tuple[tuple[str, str], ...]]:
    """Return the signs in the article of each page."""
    articles = (_ARTICLE.search(html.decode("utf-8")) for html in pages)
    return [tuple(left(found[0])) if found and _SIGNS.search(found[0]) else () for found in articles]


def left(html: str) -> Iterator[tuple[str, str]]:
    """Yield (sign, the words around it) for each sign of markup in the visible text of HTML."""
    tree = LexborHTMLParser(html)
    for hidden in tree.css(_HIDDEN):
        hidden.decompose()
    for node in tree.body.traverse(include_text=True) if tree.body else ():
        if node.is_text_node:
            text = node.text(deep=False)
            for found in _IN_TEXT.finditer(text):
                start = max(found.start() - _AROUND, text.rfind("\n", 0, found.start()) + 1)
                end = text.find("\n", found.end())
                yield found[0].strip(), text[start : min(found.end() + _AROUND, end if end >= 0 else len(text))]
                break
