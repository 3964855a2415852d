"""Generates what lending apps ask for (docs/_data/permissions.yml): tables to tick, and each thing with what to say."""

import re
from collections.abc import Iterator

from ...model.content import Content
from ...model.page import Page
from ...model.permissions import PermissionWords
from ...text import markdown_text, references
from . import folding

PAGE = "tools/permission-check.md"
"""The page with what to say and where to switch each thing off; the other tables lead there."""
_BOX = "□"
_LAW = re.compile(r"(\]\(law:[^)@]+)\)")


def table(content: Content, page: Page, marker: str) -> str:
    """Return what a marker of `notation.PERMISSION_TABLES` names as Markdown: a list, a table to tick, or a summary."""
    words, kind = content.interface[page.language], marker.partition("permissions")[2].removeprefix("-")
    heads = [words[f"permission_{name}"] for name in _HEADS[kind]]
    rows = list(_rows(content, page, kind))
    text = markdown_text.table(heads, rows) if heads else "\n".join(f"- {name}" for (name,) in rows)
    return references.expand(text, content.registers, page.language, page.name)


_HEADS = {
    "": ("name", "choose"),
    "list": (),
    "listed": ("listed", "asked", "given"),
    "phone": ("name", "on_list", "asked", "now", "choose", "off"),
    "app": ("consent", "now", "choose", "off"),
}
"""The heads of each table, as their words `permission_…` are named."""


def _rows(content: Content, page: Page, kind: str) -> Iterator[tuple[str, ...]]:
    """Yield the cells of a table's rows."""
    interface = content.interface[page.language]
    group = {"": "phone", "list": "listed"}.get(kind, kind)
    for key, words in _of_group(content, page.language, group):
        choose, linked = words.choose or "", _linked(page, key, words)
        yield {
            "": (linked, choose),
            "list": (words.name,),
            "listed": (words.name, _BOX, _BOX),
            "phone": (linked, interface["permission_not_listed"], _BOX, _BOX, choose, _BOX),
            "app": (linked, _BOX, choose, _BOX),
        }[kind]


def entries(content: Content, page: Page) -> str:
    """Return, folded, each thing that may be refused: on what ground, what to say, and where to switch it off."""
    blocks = [
        folding.entry(words.name, _anchor(key), _entry(content, page, key, words))
        for group in ("phone", "app")
        for key, words in _of_group(content, page.language, group)
    ]
    return references.expand("\n\n".join(blocks), content.registers, page.language, page.name)


def _entry(content: Content, page: Page, key: str, words: PermissionWords) -> str:
    interface, known = content.interface[page.language], content.registers.permissions[key]
    law = f"[](law:{known.law})"
    parts = [
        interface[f"permission_ground_{known.group}"].replace("{law}", law).replace("{choose}", words.choose or "")
    ]
    if words.say:
        parts += [interface["permission_say"], _said(content, page, key, words.say)]
    if words.off:
        parts.append(interface["permission_where"].replace("{off}", words.off))
    return "\n\n".join(parts)


def _said(content: Content, page: Page, key: str, own: str) -> str:
    """Return what to say as a quotation: what is sent is the source's, and a translation explains it."""
    source = content.source_language.code
    sent = content.registers.words[source].permissions[key].say or ""
    if page.language == source or content.registers.words[page.language].generated:
        return f"> {own}"
    marked = _LAW.sub(rf"\1@{source})", sent)
    return f'> <span lang="{source}">{marked}</span>\n>\n> {own}'


def _of_group(content: Content, code: str, group: str) -> Iterator[tuple[str, PermissionWords]]:
    words = content.registers.words[code].permissions
    for key, known in content.registers.permissions.items():
        if known.group == group and key in words:
            yield key, words[key]


def _linked(page: Page, key: str, words: PermissionWords) -> str:
    place = "" if page.name == PAGE else references.relative_path(PAGE, page.folder)
    return f"[{words.name}]({place}#{_anchor(key)})"


def _anchor(key: str) -> str:
    return f"permission-{key}"
