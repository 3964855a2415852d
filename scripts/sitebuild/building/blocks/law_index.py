"""Generates the index of laws: groups by kind, a line for each law, which leads to its page."""

from collections.abc import Iterator
from itertools import groupby
from typing import get_args

from ...model.content import Content
from ...model.registers import SOFT_KINDS, Kind, Law
from ...text import references

KINDS: tuple[Kind, ...] = get_args(Kind)
_IN_FORCE = "in-force"
_SOFT = "soft"
"""The group of the kinds without legal force."""


def index(content: Content, code: str) -> str:
    """
    Return, as Markdown, a heading for each group and below it a line for each law.

    A line holds the ids of the law's articles, which stood here before each law had a page: who comes for one of them
    is at the link to that page, and is sent on to the article by redirect.js.
    """
    return "\n\n".join(_blocks(content, code))


def _group(law: Law) -> str:
    """Return the group that a law stands in: its kind, or one for all kinds without legal force."""
    return _SOFT if law.kind in SOFT_KINDS else law.kind


def _blocks(content: Content, code: str) -> Iterator[str]:
    words, interface = content.registers.words[code].laws, content.interface[code]
    known = [key for key in content.registers.laws if key in words]
    by_kind = sorted(((key, content.registers.laws[key]) for key in known), key=lambda each: KINDS.index(each[1].kind))
    for name, laws in groupby(by_kind, key=lambda each: _group(each[1])):
        yield f"## {interface[f'laws_{name}']} {{#laws-{name}}}"
        lines = []
        for key, law in laws:
            status = "" if law.status == _IN_FORCE else interface["label_colon"] + interface[f"status_{law.status}"]
            ids = "".join(f'<span id="{references.article_anchor(key, article)}"></span>' for article in law.articles)
            link = f"[{words[key].title}]({references.law_page(key)})"
            lines.append(f"- {link}{status}{ids}\n    {{#{key} data-moved=1}}")
        yield "\n".join(lines)
