"""The numbers to call or text, from the built page of channels, by need."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from ..built_site import BuiltPage

_DIALLED = ("tel:", "sms:")


@dataclass(frozen=True, kw_only=True)
class ListedChannel:
    """A channel: its id on the page, its name, what it is for, and the addresses that dial its numbers."""

    anchor: str
    name: str
    handles: str
    dials: tuple[str, ...]


def by_need(page: BuiltPage) -> Iterator[tuple[str, str, list[ListedChannel]]]:
    """Yield (id, need, channels with numbers), in the order of the page."""
    need, anchor = "", ""
    waiting: list[ListedChannel] = []
    for node in page.article.css("h2, details.entry"):
        if node.tag == "h2":
            if waiting:
                yield anchor, need, waiting
            need, anchor, waiting = node.text(strip=True), node.attributes.get("id") or "", []
        elif (channel := _channel(node)).dials:
            waiting.append(channel)
    if waiting:
        yield anchor, need, waiting


def _channel(entry: LexborNode) -> ListedChannel:
    heading = entry.css_first("h3")
    first = entry.css_first("li")
    return ListedChannel(
        anchor=(heading.attributes.get("id") or "") if heading else "",
        name=heading.text(strip=True) if heading else "",
        handles=_without_label(first) if first else "",
        dials=tuple(dict.fromkeys(_dials(entry))),
    )


def _without_label(line: LexborNode) -> str:
    """Return a line of an entry without the words in front of it that say what the line is about."""
    label = line.css_first("strong")
    text = " ".join(line.text().split())
    return text.removeprefix(label.text().strip()).lstrip("：: ") if label else text


def _dials(entry: LexborNode) -> Iterator[str]:
    """Yield the addresses of an entry's own numbers: in its lists of calls, inside and just below it."""
    after = entry.next
    while after and (after.tag or "").startswith("-"):
        after = after.next
    below = [after] if after and "calls" in (after.attributes.get("class") or "").split() else []
    for part in [*below, *entry.css(".calls")]:
        for link in part.css("a[href]"):
            href = link.attributes.get("href") or ""
            if href.startswith(_DIALLED):
                yield href
