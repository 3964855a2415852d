"""
What a <script> that is no program says → the addresses in it.

The HTML standard has two such kinds: an import map says where modules are, speculation rules which pages to fetch or
show ahead. One that cannot be read is passed over, as browsers do.
"""

from collections.abc import Iterator

from .address import cleaned
from .address_attributes import SPECULATION, HtmlReference

_IMPORT_MAP = "importmap"
_RELATIVE = ("/", "./", "../")
"""Begin an address in an import map that has no scheme; other texts without one are none."""
_AHEAD = ("prefetch", "prerender")


def references(kind: str, text: str) -> list[HtmlReference]:
    """Return the addresses in the text of a script whose type is `kind`."""
    name = kind.strip().lower()
    if name not in (_IMPORT_MAP, SPECULATION):
        return []
    # Loaded here, because hardly any site has one.
    import json  # noqa: PLC0415

    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return []
    written = _of_import_map(value) if name == _IMPORT_MAP else _of_rules(value)
    return [HtmlReference("script", name, cleaned(each)) for each in written]


def _of_import_map(value: object) -> Iterator[str]:
    scopes = _member(value, "scopes")
    maps = [_member(value, "imports"), *(scopes.values() if isinstance(scopes, dict) else ())]
    for each in maps:
        for address in each.values() if isinstance(each, dict) else ():
            # What ends with a slash is the beginning of addresses.
            if (
                isinstance(address, str)
                and not address.endswith("/")
                and (address.startswith(_RELATIVE) or ":" in address)
            ):
                yield address


def _of_rules(value: object) -> Iterator[str]:
    for action in _AHEAD:
        rules = _member(value, action)
        for rule in rules if isinstance(rules, list) else ():
            urls = _member(rule, "urls")
            yield from (each for each in (urls if isinstance(urls, list) else ()) if isinstance(each, str))


def _member(value: object, name: str) -> object:
    return value.get(name) if isinstance(value, dict) else None
