"""A JSON Feed (jsonfeed.org, version 1.1) → the addresses in it."""

from collections.abc import Iterator

from .address import cleaned
from .xml_addresses import XmlAddress, XmlAddresses

_VERSION = "jsonfeed.org/version/"
_MEMBERS = ("home_page_url", "feed_url", "next_url", "icon", "favicon")
_OF_ITEMS = ("url", "external_url", "image", "banner_image")
_OF_AUTHORS = ("url", "avatar")
"""The members whose value is an address: of the feed, its items, and who wrote them. An id only names its item."""


def read(content: bytes) -> XmlAddresses | None:
    """Return the addresses in a file, in their order, or None if it is no JSON Feed."""
    # Loaded here, because hardly any site has one.
    import json  # noqa: PLC0415

    try:
        value: object = json.loads(content.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or _VERSION not in str(value.get("version")):
        return None
    found = [XmlAddress(cleaned(each), is_entry=False) for each in _addresses(value)]
    return XmlAddresses(is_sitemap=False, found=[each for each in found if each.address], fault="")


def _addresses(feed: dict[str, object]) -> Iterator[str]:
    yield from _texts(feed, _MEMBERS)
    items = _objects(feed.get("items"))
    for one in (feed, *items):
        yield from _texts(one, _OF_ITEMS if one is not feed else ())
        for author in (*_objects(one.get("authors")), *_objects([one.get("author")])):
            yield from _texts(author, _OF_AUTHORS)
        for attachment in _objects(one.get("attachments")):
            yield from _texts(attachment, ("url",))


def _texts(value: dict[str, object], members: tuple[str, ...]) -> Iterator[str]:
    yield from (each for member in members if isinstance(each := value.get(member), str))


def _objects(value: object) -> list[dict[str, object]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
