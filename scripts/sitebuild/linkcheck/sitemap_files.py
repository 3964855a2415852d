"""
The files of sitemaps.org that are no XML → the addresses in them.

robots.txt names sitemaps; a sitemap may be packed with gzip, or a text with an address on every line.
"""

from collections.abc import Iterable, Sequence

from . import xml_addresses
from .address import cleaned
from .xml_addresses import XmlAddress, XmlAddresses

ROBOTS = "robots.txt"
_TEXT, _PACKED = "sitemap.txt", ".xml.gz"
ENDS = (ROBOTS, _TEXT, _PACKED)
"""How the names of these files end."""
_LARGEST = 50 * 2**20
"""So many bytes a sitemap may have unpacked, by its protocol."""
_FIELD = "sitemap:"


def others(paths: Iterable[str]) -> Sequence[str]:
    """Return the files of a site that are such: of a packed one that is there unpacked too, one is enough."""
    there = [path for path in paths if path == ROBOTS or path.endswith((_TEXT, _PACKED))]
    if not there:
        return ()
    known = set(paths)
    return [path for path in there if path.removesuffix(".gz") not in known or not path.endswith(_PACKED)]


def read(path: str, content: bytes) -> XmlAddresses | None:
    """Return the addresses in a file, in their order, or None if it is nothing of the kind."""
    if path.endswith(_PACKED):
        return xml_addresses.read(_unpacked(content))
    lines = [
        line.partition("#")[0] if path == ROBOTS else line for line in content.decode(errors="replace").split("\n")
    ]
    if path == ROBOTS:
        lines = [line.strip()[len(_FIELD) :] for line in lines if line.strip().lower().startswith(_FIELD)]
    found = [XmlAddress(cleaned(line.removeprefix("\ufeff")), is_entry=path != ROBOTS) for line in lines]
    return XmlAddresses(
        is_sitemap=path != ROBOTS or bool(found), found=[each for each in found if each.address], fault=""
    )


def _unpacked(content: bytes) -> bytes:
    # Loaded here, because hardly any site has one.
    import zlib  # noqa: PLC0415

    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(content, _LARGEST)
    except zlib.error:
        return b""
